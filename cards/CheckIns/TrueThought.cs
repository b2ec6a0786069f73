namespace ServiceCulture.Cards.CheckIns;

/// <summary>Where the thought is simply true: no pattern, no swap, but what would help.</summary>
/// <param name="Help">The id of what would help; empty for none.</param>
public sealed record TrueThought(string Help, string Own) : IForm<TrueThought>
{
    /// <summary>The field ids.</summary>
    public const string HelpField = "help", OwnField = "own";

    /// <summary>Most characters of one's own words.</summary>
    public const int Most = 300;

    /// <inheritdoc/>
    public static string Id => "checkin.true";

    /// <inheritdoc/>
    public static TrueThought Read(Answers answers) => new(answers[HelpField], answers[OwnField]);

    /// <summary>The form.</summary>
    /// <param name="helps">What may help: id and words.</param>
    /// <param name="abuse">HR's text on what one may do after abuse; null where the words tell of none.</param>
    public static Form Form(string thought, int version, string words, IReadOnlyList<(string Id, string Words)> helps, string? abuse) => new(new Ref(Id, thought, version), $"What would help?", $"Done",
    [
        new Field.Shown("words", new Block.Quote(words)),
        new Field.Note("true", $"Then it needs no other words. What would help now?"),
        .. abuse is null ? Array.Empty<Field>() : [new Field.Note("abuse", $"If this was abuse, you need not take it. {abuse}")],
        new Field.Pick(HelpField, $"What would help?", [.. helps.Select(help => new Choice(help.Id, Text.Of(help.Words)))]) { Optional = true },
        new Field.Line(OwnField, $"Or something else", Most) { Optional = true },
    ])
    { Private = true, Reopens = new Ref(CheckInCard.ThoughtId) };
}
