namespace ServiceCulture.Cards.Escalations;

/// <summary>A word about a question.</summary>
/// <param name="Words">As typed; below them a line for each file that was attached (<see cref="AttachedFile"/>).</param>
public sealed record SaidWords(Person By, DateTime At, string Words)
{
    /// <summary>Its author changed it where they had written it.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Its author deleted it there.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>As a line of a brief. A card that has the brief does not say it twice.</summary>
    internal string Line => $"{By.Name}: {Words}";

    internal bool StandsIn(SaidWords brief) => Words.Length > 0 && brief.Words.Contains(Line, StringComparison.Ordinal);

    /// <summary>The words, whose they are and since when, and links to what was attached.</summary>
    internal IReadOnlyList<Block> Blocks
    {
        get
        {
            var (words, files) = AttachedFile.Read(Words);
            return
            [
                words.Length > 0 ? new Block.Quote(words, IsEdited ? $"{By}, {new Hole.Moment(At)}, edited" : (Text)$"{By}, {new Hole.Moment(At)}") : new Block.Say($"{By}, {new Hole.Moment(At)}:"),
                .. files.Select(file => new Block.Say($"Attached: {new Hole.Link(file.Name, file.Link)}")),
            ];
        }
    }
}

/// <summary>A file that somebody attached: linked, never copied. It stands below the words it came with, a line each.</summary>
public sealed record AttachedFile(string Name, Uri Link)
{
    const string Mark = "📎 ";

    /// <summary>The line for it.</summary>
    public string Line => $"{Mark}{(string.IsNullOrWhiteSpace(Name) ? Link.Host : Name.ReplaceLineEndings(" ").Trim())} {Link.AbsoluteUri}";

    /// <summary>What was typed, and what was attached to it.</summary>
    public static (string Words, IReadOnlyList<AttachedFile> Files) Read(string words)
    {
        var lines = words.Split('\n');
        var files = lines.Reverse().Select(Of).TakeWhile(file => file is not null).OfType<AttachedFile>().Reverse().ToList();
        return (string.Join('\n', lines.SkipLast(files.Count)), files);
    }

    static AttachedFile? Of(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) && line.LastIndexOf(' ') is var at && at > Mark.Length && Uri.TryCreate(line[(at + 1)..], UriKind.Absolute, out var link) && link.Scheme is "https" or "http"
            ? new AttachedFile(line[Mark.Length..at], link) : null;
}

/// <summary>What one side of a question wrote, as it reaches the other.</summary>
public static class SaidCard
{
    /// <param name="number">The message's number among the question's events.</param>
    /// <param name="mayAnswer">Whoever reads it is the other side, and the question is open.</param>
    /// <param name="answered">What they have just answered here; empty: nothing.</param>
    public static Card For(QuestionWords question, int number, SaidWords said, bool mayAnswer, string answered = "") => new(said.IsTakenBack ? $"{said.By.Name} took this back" : (Text)$"{said.By.Name} writes",
    [
        .. said.IsTakenBack ? [] : said.Blocks,
        new Block.Note($"{question.Asker.Name} asked: {question.Beginning}"),
        .. answered.Length > 0 ? [new Block.Quote(answered, $"Your answer")] : Array.Empty<Block>(),
        .. mayAnswer ? [SayHere.Line($"{question.Id}/{number}", 0, said.By.Name)] : Array.Empty<Block>(),
    ])
    { Summary = said.IsTakenBack ? $"{said.By.Name} took back what they wrote" : AttachedFile.Read(said.Words).Words is { Length: > 0 } words ? $"{said.By.Name}: {words}" : (Text)$"{said.By.Name} attached something" };
}
