namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>A stretch of time in UTC, from and up to.</summary>
public readonly record struct Stretch(DateTime From, DateTime To)
{
    public bool Has(DateTime moment) => From <= moment && moment < To;

    internal bool IsEmpty => To <= From;
}

/// <summary>What several stretches have in common, and what is left of them.</summary>
static class Stretches
{
    internal static List<Stretch> Within(this IEnumerable<Stretch> all, IReadOnlyList<Stretch> these)
    {
        var common = new List<Stretch>();
        foreach (var one in all)
            foreach (var other in these)
                if (new Stretch(Later(one.From, other.From), Earlier(one.To, other.To)) is { IsEmpty: false } both)
                    common.Add(both);
        return common;
    }

    internal static List<Stretch> Without(this List<Stretch> all, IEnumerable<Stretch> these)
    {
        foreach (var gap in these)
            if (all.Exists(one => one.From < gap.To && gap.From < one.To))
                all = [.. all.SelectMany(one => Cut(one, gap)).Where(one => !one.IsEmpty)];
        return all;
    }

    static Stretch[] Cut(Stretch one, Stretch gap) => gap.To <= one.From || one.To <= gap.From
        ? [one]
        : [new(one.From, Earlier(one.To, gap.From)), new(Later(one.From, gap.To), one.To)];

    static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
