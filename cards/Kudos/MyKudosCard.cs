namespace ServiceCulture.Cards.Kudos;

/// <summary>One's own kudos of the last 90 days. Only the person themselves sees it; nothing is ranked.</summary>
public static class MyKudosCard
{
    /// <summary>The days it looks back.</summary>
    public const int Days = 90;

    /// <param name="byValue">A value's name, how often received, how often given; unsorted.</param>
    /// <param name="latest">The last ones received, newest first.</param>
    public static Card Summary(int received, int given, IReadOnlyList<(string Value, int Received, int Given)> byValue, IReadOnlyList<LatestKudos> latest) =>
        received + given == 0 ? Empty : new($"Your kudos",
        [
            new Block.Say($"In the last {new Hole.Count(Days, "day", "days")}: {new Hole.Count(received, "thank-you", "thank-yous")} received, {new Hole.Count(given, "thank-you", "thank-yous")} given."),
            .. byValue.Count == 0 ? Array.Empty<Block>() : [Chart(byValue)],
            .. latest.SelectMany(one => new Block[] { new Block.Note($"{one.From}, {new Hole.Moment(one.At, MomentStyle.Date)}"), new Block.Quote(one.Words) }),
            new Block.Note($"Only you can see this."),
        ])
        { Buttons = [GiveKudos.Button], Summary = $"Your kudos of the last {Days} days" };

    static Card Empty => new($"Your kudos",
        new Block.Say($"Nothing in the last {new Hole.Count(Days, "day", "days")} yet. Who made your day easier this week? Try {new Hole.Typed("kudos @name #patience what they did and what it led to")}."))
    { Buttons = [GiveKudos.Button] };

    static Block.Bars Chart(IReadOnlyList<(string Value, int Received, int Given)> byValue)
    {
        var shown = byValue.OrderByDescending(row => row.Received + row.Given).ThenBy(row => row.Value, StringComparer.Ordinal).Take(12).ToList();
        return new($"By value, last {Days} days", [.. shown.Select(row => Text.Of(row.Value))],
            new Series($"Received", [.. shown.Select(row => row.Received)]),
            new Series($"Given", [.. shown.Select(row => row.Given)]));
    }
}

/// <summary>Kudos received lately.</summary>
public sealed record LatestKudos(Person From, DateTime At, string Words);
