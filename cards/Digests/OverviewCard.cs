using System.Globalization;
using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Cards.Digests;

/// <summary>HR's month in numbers of the whole organisation.</summary>
/// <param name="People">Who is there.</param>
/// <param name="Kudos">Given in these weeks, by so many people, to so many.</param>
/// <param name="Participation">As published; null: not enough answers.</param>
public sealed record OverviewWords(DigestDays Days, int People, int Kudos, int Givers, int Receivers, Agreement? Participation)
{
    /// <summary>Programmes that run.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    /// <summary>Programmes that are paused.</summary>
    public IReadOnlyList<string> Paused { get; init; } = [];

    /// <summary>Percent of the solved questions that the first person asked solved; null: not enough.</summary>
    public double? FirstTimeRight { get; init; }

    /// <summary>How often a solved question changed hands, on average; null: not enough.</summary>
    public double? Transfers { get; init; }

    /// <summary>Percent of those who said so: something had to be repeated; null: not enough.</summary>
    public double? Repeated { get; init; }

    /// <summary>How long questions took, by urgency; empty: not enough.</summary>
    public IReadOnlyList<HandledTimes> Times { get; init; } = [];

    /// <summary>The same by topic, where that may be said, the slowest first.</summary>
    public IReadOnlyList<(string Topic, HandledTimes Times)> ByTopic { get; init; } = [];

    /// <summary>Topics with fewer than two experts.</summary>
    public IReadOnlyList<string> Lacking { get; init; } = [];

    /// <summary>What is asked again and again with no note to answer it, by topic.</summary>
    public IReadOnlyList<(string? Topic, IReadOnlyList<int> Times)> Asked { get; init; } = [];

    /// <summary>Topics in which decisions were nearly always granted, with how many in a hundred; null: the small ones together.</summary>
    public IReadOnlyList<(string? Topic, int Percent)> Granted { get; init; } = [];

    /// <summary>Messages given up in these weeks.</summary>
    public int Undelivered { get; init; }
}

/// <summary>HR's monthly overview.</summary>
public static class OverviewCard
{
    const int MostTopics = 8, MostTimes = 5;

    /// <summary>The card.</summary>
    public static Card Card(string row, OverviewWords of) => new($"The whole organisation",
    [
        new Block.Note(of.Days.Span),
        new Block.Heading($"Is it used?"),
        new Block.Facts(
        [
            new Fact($"Thanks", of.Kudos == 0 ? (Text)$"none {of.Days.InThem}" : $"{of.Kudos}, given by {of.Givers} of {new Hole.Count(of.People, "person", "people")}, to {of.Receivers}"),
            new Fact($"Taking part", FigureWords.TakingPart(of.Participation)),
            new Fact($"Programmes", of.On.Count == 0 ? (Text)$"none is running" : Texts.List([.. of.On.Select(Text.Of)])),
            .. of.Paused.Count == 0 ? Array.Empty<Fact>() : [new Fact($"Paused", Texts.List([.. of.Paused.Select(Text.Of)]))],
        ]),
        new Block.Heading($"Do questions find whoever can answer?"),
        new Block.Facts(
            new Fact($"Right the first time", Percent(of.FirstTimeRight)),
            new Fact($"Changed hands", of.Transfers is { } times ? (Text)$"{times.ToString("0.0", CultureInfo.InvariantCulture)} times on average" : NotEnough),
            new Fact($"Had to repeat something", Percent(of.Repeated)),
            new Fact($"Topics short of experts", of.Lacking.Count == 0 ? (Text)$"none" : Topics(of.Lacking))),
        new Block.Points(of.Times.Count == 0 ? [$"How long they took: {NotEnough}"] : [.. of.Times.Select(one => one.Line())]),
        .. ByTopic(of),
        .. of.Asked.Count == 0 ? Array.Empty<Block>() : [new Block.Heading($"What we keep asking"), new Block.Points([.. of.Asked.Take(MostTopics).Select(one => FindingWords.Asked(one.Topic, one.Times))]), new Block.Note($"Questions like each other, of at least five people, that no note answers yet: something for a training, or for a note.")],
        .. of.Granted.Count == 0 ? Array.Empty<Block>() : [new Block.Heading($"Decisions nearly always granted"), new Block.Points([.. of.Granted.Take(MostTopics).Select(one => FindingWords.Granted(one.Topic, one.Percent))]), new Block.Note($"Of twelve weeks, decided by at least five people; topics in which fewer decided, or too little was decided, are counted together. The authority can move to those who ask.")],
        .. of.Undelivered == 0 ? Array.Empty<Block>() : [new Block.Say($"{new Hole.Count(of.Undelivered, "message", "messages")} could not be delivered {of.Days.InThem}. The console shows why, and sends them again.")],
    ])
    { Buttons = DigestButtons.For(row), Summary = $"The whole organisation: {new Hole.Count(of.Kudos, "thank-you", "thank-yous")} by {new Hole.Count(of.Givers, "person", "people")}" };

    static IReadOnlyList<Block> ByTopic(OverviewWords of) => of.ByTopic.Count == 0 ? [] :
    [
        new Block.Say(of.ByTopic.Count > MostTimes ? $"The slowest, by topic:" : (Text)$"By topic:"),
        new Block.Points([.. of.ByTopic.Take(MostTimes).Select(one => one.Times.Line(one.Topic))]),
        new Block.Note($"In working hours; while a customer waited, as the clock runs. What too few experts or askers stand behind is in the figures of all topics only.{(of.ByTopic.Count > MostTimes ? (Text)$" The console's Overview shows every topic." : $"")}"),
    ];

    static Text NotEnough => $"not enough experts or questions behind it";

    static Text Percent(double? percent) => percent is { } share ? $"{(int)Math.Round(share)} in 100" : NotEnough;

    static Text Topics(IReadOnlyList<string> names) => names.Count <= MostTopics
        ? Texts.List([.. names.Select(Text.Of)])
        : Texts.List([.. names.Take(MostTopics).Select(Text.Of), $"{new Hole.Count(names.Count - MostTopics, "other", "others")}"]);
}
