using ServiceCulture.Bot.Features.Kudos;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Everything that one manager's numbers are counted from.</summary>
/// <param name="Received">Thanks that people of the teams got within the span, as far as the manager may see them.</param>
/// <param name="Given">What the manager gave, from long ago on.</param>
/// <param name="Mates">Who is in the teams now and at work.</param>
/// <param name="Values">Ids of the values that kudos may be given for, in their order.</param>
public sealed record TeamWeeks(Guid Manager, IReadOnlyList<Guid> Teams, WeekSpan Span, IReadOnlyList<TeamThanks> Received, IReadOnlyList<GivenThanks> Given, IReadOnlyList<Mate> Mates, IReadOnlyList<string> Values)
{
    /// <summary>Their last digest's numbers, so that others have their turn; null: there is none.</summary>
    public ManagerNumbers? Earlier { get; init; }
}

/// <summary>Somebody of a team, and since when they are in it.</summary>
public sealed record Mate(Guid Id, DateTime Since);

/// <summary>One manager's numbers. Arithmetic alone: no database, no clock.</summary>
public static class CountingTeamWeeks
{
    /// <summary>So long ago is not lately.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(28);

    /// <summary>Who joined since then has hardly been seen at work.</summary>
    static readonly TimeSpan New = TimeSpan.FromDays(14);

    public static ManagerNumbers Count(TeamWeeks of, DateTime now)
    {
        var (weeks, values) = (new int[OrganisationWeeks.Before + 1], new Dictionary<string, (int Now, int Before)>(StringComparer.Ordinal));
        foreach (var thanks in of.Received)
            if (of.Span.Part(thanks.At) is var part and >= 0)
            {
                weeks[part]++;
                foreach (var value in thanks.Values)
                    values[value] = values.GetValueOrDefault(value) is var sum && part == OrganisationWeeks.Before ? (sum.Now + 1, sum.Before) : (sum.Now, sum.Before + 1);
            }
        var shown = ChoosingKudos.Choose(ChoosingKudos.Candidates(of), of.Earlier?.ShownPeople.ToHashSet() ?? [], of.Manager);
        var given = of.Given.Where(one => one.At >= of.Span.From && one.At < of.Span.To).ToList();
        var (thank, thankedAt) = ToThank(of, now);
        return new()
        {
            First = of.Span.First,
            Last = of.Span.Last,
            IsSoFar = of.Span.IsSoFar,
            Teams = of.Teams,
            Received = weeks[^1],
            Before = weeks[..^1],
            Values = [.. values.Select(value => new ValueCount(value.Key, value.Value.Now, value.Value.Before)).OrderByDescending(value => value.Now).ThenByDescending(value => value.Before).ThenBy(value => value.Id, StringComparer.Ordinal)],
            Shown = [.. shown.Select(one => one.Id)],
            ShownPeople = [.. shown.SelectMany(one => one.To).Distinct()],
            Unseen = Unseen(of, values.Keys),
            Given = given.Select(one => one.KudosId).Distinct().Count(),
            GivenTo = [.. given.OrderBy(one => one.At).ThenBy(one => one.ToId).Select(one => one.ToId).Distinct()],
            Thank = thank,
            ThankedAt = thankedAt,
        };
    }

    // Whoever was never thanked, or longest ago; the next in line where they were named last time already.
    static (Guid?, DateTime?) ToThank(TeamWeeks of, DateTime now)
    {
        var last = of.Given.GroupBy(one => one.ToId).ToDictionary(own => own.Key, own => own.Max(one => one.At));
        var found = of.Mates.Where(mate => mate.Id != of.Manager && now - mate.Since >= New && !(last.TryGetValue(mate.Id, out var at) && now - at < Lately))
            .OrderBy(mate => mate.Id == of.Earlier?.Thank).ThenBy(mate => last.GetValueOrDefault(mate.Id)).ThenBy(mate => mate.Since).ThenBy(mate => mate.Id).FirstOrDefault();
        return found is null ? default : (found.Id, last.TryGetValue(found.Id, out var then) ? then : null);
    }

    // Each week another one, so that every value comes round.
    static string? Unseen(TeamWeeks of, IEnumerable<string> seen)
    {
        var unseen = of.Values.Except(seen).ToList();
        return of.Received.Count == 0 || unseen.Count == 0 ? null : unseen[of.Span.Last.DayNumber / 7 % unseen.Count];
    }
}
