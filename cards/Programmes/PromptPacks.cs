namespace ServiceCulture.Cards.Programmes;

/// <summary>HR's way to the prompts: which pack.</summary>
/// <param name="Pack">The pack ("id/language"), or <see cref="New"/>.</param>
public sealed record PromptPacks(string Pack) : IForm<PromptPacks>
{
    /// <summary>The press that opens it, the field, and the value that stands for a pack to add.</summary>
    public const string OpenId = "prompts.open", PackField = "pack", New = "new";

    /// <inheritdoc/>
    public static string Id => "prompts.list";

    /// <summary>The button, for HR alone.</summary>
    public static Button Button => new($"Prompt packs", new Ref(OpenId)) { Opens = Opens.Form };

    /// <inheritdoc/>
    public static PromptPacks Read(Answers answers) => new(answers[PackField]);

    /// <summary>The form.</summary>
    /// <param name="packs">At most 90 are offered.</param>
    public static Form Form(IReadOnlyList<PackLine> packs) => new(new Ref(Id), $"Prompt packs", $"Open",
        new Field.Note("about", $"A pack is a list of questions. Whoever sorts out a thought sees one of them, out of the pack of their programme: the same one all day, another one tomorrow."),
        new Field.Pick(PackField, $"Which pack?",
        [
            .. packs.Take(90).Select(pack => new Choice(pack.Row, $"{pack.Name} ({pack.Language})", Standing(pack))),
            new Choice(New, $"Add a pack"),
        ]))
    { Reopens = new Ref(OpenId) };

    static Text Standing(PackLine pack) => (pack.Published, pack.Draft) switch
    {
        ({ } version, null) => $"Version {version} is published",
        ({ } version, { } draft) => $"Version {version} is published; version {draft} is a draft",
        (null, { } draft) => $"Version {draft} is a draft; none is published",
        _ => $"Archived",
    };
}

/// <summary>A pack in the list.</summary>
/// <param name="Row">"id/language".</param>
/// <param name="Published">The version that is published, if one is.</param>
/// <param name="Draft">The version that is a draft, if one is.</param>
public sealed record PackLine(string Row, string Name, string Language, int? Published, int? Draft);
