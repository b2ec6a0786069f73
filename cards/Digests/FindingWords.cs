using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Cards.Digests;

/// <summary>What the questions of four weeks taught: of the whole organisation, by topic, in numbers. Nobody's words.</summary>
/// <param name="Asked">Questions that came again and again with no note to answer them: for each kind of them, how many.</param>
/// <param name="Granted">Topics in which decisions were nearly always granted, with how many in a hundred; null: the small ones together.</param>
public sealed record LearntWords(DateOnly From, DateOnly Last, IReadOnlyList<(string? Topic, IReadOnlyList<int> Times)> Asked, IReadOnlyList<(string? Topic, int Percent)> Granted);

/// <summary>How such findings are said, in digests and console.</summary>
public static class FindingWords
{
    /// <summary>Of one kind of question no more are counted one by one.</summary>
    public const int MostCounted = 40;

    /// <summary>Topics of which nothing may be said alone.</summary>
    public const string Together = "Other topics together";

    const int MostTopics = 4;

    /// <summary>23 times; of more than are counted one by one, that it was oftener.</summary>
    public static string Times(int questions) => questions > MostCounted ? $"more than {MostCounted} times" : $"{questions} times";

    /// <summary>One line a topic, in the order of the first.</summary>
    /// <param name="kinds">A kind of question each; its topic, null for none, and how many there were.</param>
    public static List<(string? Topic, IReadOnlyList<int> Times)> ByTopic(IEnumerable<(string? Topic, int Questions)> kinds) =>
        [.. kinds.GroupBy(one => one.Topic).Select(own => (own.Key, (IReadOnlyList<int>)[.. own.Select(one => one.Questions)]))];

    /// <summary>Refunds: 23 times the same question, and 9 times another.</summary>
    public static Text Asked(string? topic, IReadOnlyList<int> times) => $"{(topic is null ? (Text)$"Without a topic" : $"{new Hole.Bold(topic)}")}: {Times(times)}";

    /// <summary>Goodwill: at least 95 in 100 granted.</summary>
    /// <param name="topic">Null: all topics together of which nothing may be said alone.</param>
    public static Text Granted(string? topic, int percent) => $"{(topic is null ? (Text)$"{Together}" : $"{new Hole.Bold(topic)}")}: {Granted(percent)}";

    /// <summary>All granted; or at least how many in a hundred.</summary>
    public static string Granted(int percent) => percent >= 100 ? "all granted" : $"at least {percent} in 100 granted";

    internal static IReadOnlyList<Block> Blocks(LearntWords? of) => of is null ? [] :
    [
        .. of.Asked.Count == 0 ? Array.Empty<Block>() :
        [
            new Block.Heading($"What we keep asking"),
            new Block.Points([.. of.Asked.Take(MostTopics).Select(one => Asked(one.Topic, one.Times))]),
            new Block.Note($"{FigureWords.Window(of.From, of.Last)}, the whole organisation: questions like each other, of at least five people, that no note answers yet. Whoever has answered one can keep the answer as a note, from the question's card."),
        ],
        .. of.Granted.Count == 0 ? Array.Empty<Block>() :
        [
            new Block.Heading($"What agents could decide"),
            new Block.Points([.. of.Granted.Take(MostTopics).Select(one => Granted(one.Topic, one.Percent))]),
            new Block.Note($"Decisions of the twelve weeks up to {DigestDays.Long(of.Last)}, made by at least five people; topics in which fewer decided, or too little was decided, are counted together. Where nearly all is granted, those who ask could decide it themselves: worth a word with HR."),
        ],
    ];

    static Text Times(IReadOnlyList<int> times) => Texts.List([$"{Times(times[0])} the same question", .. times.Skip(1).Select(more => (Text)$"{Times(more)} another")]);
}
