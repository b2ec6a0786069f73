namespace ServiceCulture.Cards.Programmes;

/// <summary>The draft of a pack: its name and its prompts, one a line.</summary>
public sealed record EditPack(string Name, string Language, string Prompts) : IForm<EditPack>
{
    /// <summary>The field ids.</summary>
    public const string NameField = "name", LanguageField = "language", PromptsField = "prompts";

    /// <summary>Most characters of a name, of all prompts together and of one; the fewest of one; most prompts.</summary>
    public const int MostName = 60, MostAll = 3000, MostOne = 200, LeastOne = 10, MostPrompts = 60;

    /// <inheritdoc/>
    public static string Id => "prompts.edit";

    /// <summary>The prompts, one each, in their order.</summary>
    public IReadOnlyList<string> Lines => [.. Prompts.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <inheritdoc/>
    public static EditPack Read(Answers answers) => new(answers[NameField], answers[LanguageField].ToLowerInvariant(), answers[PromptsField]);

    /// <summary>The form.</summary>
    /// <param name="row">"id/language", or <see cref="PromptPacks.New"/>.</param>
    /// <param name="stamp">Of the pack as it stood when this was opened.</param>
    public static Form Form(string row, int stamp, EditPack now) => new(new Ref(Id, row, stamp), $"Draft of a pack", $"Save the draft",
    [
        new Field.Line(NameField, $"Name", MostName) { Initial = now.Name },
        .. row == PromptPacks.New ? [new Field.Line(LanguageField, $"Language", 3) { Initial = now.Language, Hint = $"Two letters, such as en or de. It can't be changed later." }] : Array.Empty<Field>(),
        new Field.Line(PromptsField, $"Prompts, one a line", MostAll, Lines: true)
        {
            Initial = now.Prompts,
            Hint = $"Short, and to be answered in under a minute. Please ask nothing about anybody's health. At most {MostPrompts} prompts of {MostOne} characters, {MostAll} characters together.",
        },
        new Field.Note("after", $"Saving changes nothing for anybody: you publish the draft afterwards, when you have looked at it."),
    ])
    { Reopens = new Ref(PromptPacks.OpenId) };
}
