namespace ServiceCulture.Cards.CheckIns;

/// <summary>One kept thought: its words, its swap, whether that helped, what would help where it is simply true; and the way to delete it.</summary>
public sealed record EditThought(string Words, string Swap, string Helped, string WouldHelp, bool Deletes) : IForm<EditThought>
{
    /// <summary>The field ids.</summary>
    public const string WordsField = "thought", SwapField = "swap", HelpedField = "helped", WouldHelpField = "would-help", DeleteField = "delete";

    /// <inheritdoc/>
    public static string Id => "myday.edit";

    /// <inheritdoc/>
    public static EditThought Read(Answers answers) => new(answers[WordsField], answers[SwapField], answers[HelpedField], answers[WouldHelpField], answers[DeleteField] == "yes");

    /// <summary>The form.</summary>
    /// <param name="pattern">The name of the pattern once chosen; null for none.</param>
    /// <param name="keptDays">So many days it is kept at most, by the policy in force.</param>
    public static Form Form(string thought, int version, EditThought now, Text? pattern, int keptDays) => new(new Ref(Id, thought, version), $"A thought of yours", $"Save",
    [
        .. pattern is null ? Array.Empty<Field>() : [new Field.Note("pattern", $"You named it: {pattern}")],
        new Field.Line(WordsField, $"The thought", SortThought.Most, Lines: true) { Initial = now.Words },
        new Field.Line(SwapField, $"The other thought", SwapThought.Most, Lines: true) { Initial = now.Swap, Optional = true },
        Helping.Field(HelpedField, now.Helped) with { Optional = true },
        new Field.Line(WouldHelpField, $"What would help", TrueThought.Most, Lines: true) { Initial = now.WouldHelp, Optional = true },
        new Field.Tick(DeleteField, $"Delete", $"Delete this thought for good") { Optional = true },
        SortThought.Sees(keptDays),
    ])
    { Private = true, Reopens = new Ref(MyDay.OpenId) };
}
