using ServiceCulture.Cards.Phrases;

namespace ServiceCulture.Cards.Rough;

/// <summary>Words for the customer, inside the private form: pick a situation, read, close.</summary>
/// <param name="Situation">A situation's id; empty where none was picked.</param>
public sealed record RoughPhrases(string Situation) : IForm<RoughPhrases>
{
    /// <summary>The field id.</summary>
    public const string SituationField = "situation";

    /// <inheritdoc/>
    public static string Id => "rough.phrases";

    /// <inheritdoc/>
    public static RoughPhrases Read(Answers answers) => new(answers[SituationField]);

    /// <summary>The form.</summary>
    /// <param name="shown">The situation whose phrases stand in it; null: none yet.</param>
    public static Form Form(Situation? shown, IReadOnlyList<PhraseWords> phrases) => new(new Ref(Id, shown?.Id ?? ""), $"Words for the customer", $"Show",
    [
        .. shown is null ? Array.Empty<Field>() : [new Field.Shown("name", new Block.Heading(shown.Name)), new Field.Shown("phrases", PhrasesCard.Listed(phrases))],
        new Field.Pick(SituationField, shown is null ? (Text)$"What is the situation?" : $"Another situation", [.. Phrases.Situation.All.Select(one => new Choice(one.Id, one.Name, one.Line))]) { Optional = shown is not null },
    ])
    { Private = true, Reopens = new Ref(RoughMoment.OpenId) };
}
