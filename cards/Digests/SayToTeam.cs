namespace ServiceCulture.Cards.Digests;

/// <summary>The form in which whoever leads a team says one sentence to it under a new result: you said, we do.</summary>
public sealed record SayToTeam(string Words) : IForm<SayToTeam>
{
    /// <summary>Fewest and most characters.</summary>
    public const int Fewest = 15, Most = 400;

    /// <summary>The press that opens it, and the field.</summary>
    public const string OpenId = "digest.say-open", WordsField = "words";

    /// <inheritdoc/>
    public static string Id => "digest.say";

    /// <inheritdoc/>
    public static SayToTeam Read(Answers answers) => new(answers[WordsField].Trim());

    /// <summary>The form.</summary>
    /// <param name="row">The team and the window.</param>
    /// <param name="place">Where it will be read; null: nowhere but in the digest, as there is no channel.</param>
    public static Form Form(string row, string team, string? place, string words = "") => new(new Ref(Id, row), $"You said, we do", $"Say it",
        new Field.Line(WordsField, $"One sentence to {team}", Most, Lines: true)
        {
            Min = Fewest,
            Initial = words,
            Example = $"You said that feedback comes late. From Monday on I take ten minutes with each of you a week.",
            Hint = $"What you heard, and the one thing that you will do.",
        },
        new Field.Note("sees", place is null
            ? (Text)$"{team} has no kudos channel yet, so the team can't read it: it only stands in your next digest. “Kudos channel” in {new Hole.Typed("help")} sets one; then say it."
            : $"It is posted in {place} with your name, and stands in the next digest."))
    { Reopens = new Ref(OpenId, row) };

    /// <summary>As it is posted, and shown in the next digest.</summary>
    public static Card Posted(string team, Person by, string words) => new($"You said, we do", new Block.Say($"{by} to {new Hole.Bold(team)}:"), new Block.Quote(words)) { Summary = $"{by} to {team}: you said, we do" };

    /// <summary>After saying it.</summary>
    public static Card Said(string? place) => new($"Said", new Block.Say(place is null ? (Text)$"It stands in your next digest. The team has no kudos channel, so it was posted nowhere." : $"It is on its way to {new Hole.Bold(place)}, and stands in your next digest."));

    /// <summary>It was said before, or is not theirs to say.</summary>
    public static Card Before => new($"Said already", new Block.Say($"Something was said under this result already, so nothing was changed."));
}
