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
    /// <param name="above">What else belongs at the top.</param>
    /// <param name="keptDays">So many days it is kept at most, by the policy in force.</param>
    public static Form Form(string thought, int version, string words, IReadOnlyList<(string Id, string Words)> helps, IReadOnlyList<Field> above, int keptDays) => new(new Ref(Id, thought, version), $"It is simply true", $"Done",
    [
        .. above,
        new Field.Shown("words", new Block.Quote(words)),
        new Field.Note("true", $"Then it needs no other words."),
        new Field.Pick(HelpField, $"What would help now?", [.. helps.Select(help => new Choice(help.Id, Text.Of(help.Words)))]) { Optional = true },
        new Field.Line(OwnField, $"Or something else", Most) { Optional = true },
        SortThought.Sees(keptDays),
    ])
    { Private = true, Reopens = new Ref(CheckInCard.ThoughtId) };
}
