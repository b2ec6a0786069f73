namespace ServiceCulture.Cards.Phrases;

/// <summary>Which phrase to change: those that the reader added, and for a team's manager and HR also those they may take out.</summary>
/// <param name="Phrase">A phrase's id.</param>
public sealed record ChangePhrases(string Phrase) : IForm<ChangePhrases>
{
    /// <summary>The press that opens it (a situation is the row), and the field id.</summary>
    public const string OpenId = "phrases.change-open", PhraseField = "phrase";

    /// <summary>Most phrases that are listed.</summary>
    public const int Most = 90;

    /// <inheritdoc/>
    public static string Id => "phrases.change";

    /// <inheritdoc/>
    public static ChangePhrases Read(Answers answers) => new(answers[PhraseField]);

    /// <summary>The form.</summary>
    public static Form Form(string situation, IReadOnlyList<(string Id, string Words, string? Team)> phrases) => new(new Ref(Id, situation), $"Which phrase?", $"Next",
        new Field.Pick(PhraseField, $"Change or take out", [.. phrases.Take(Most).Select(one => new Choice(one.Id, Text.Of(one.Words), one.Team is null ? (Text)$"Came with the program" : $"From {one.Team}"))]))
    { Reopens = new Ref(OpenId, situation) };
}

/// <summary>One phrase: changed by whoever added it, taken out by them, their team's manager or HR.</summary>
public sealed record EditPhrase(AddPhrase Phrase, bool TakesOut) : IForm<EditPhrase>
{
    /// <summary>The field of the tick.</summary>
    public const string TakeOutField = "out";

    /// <inheritdoc/>
    public static string Id => "phrases.edit";

    /// <inheritdoc/>
    public static EditPhrase Read(Answers answers) => new(AddPhrase.Read(answers), answers[TakeOutField] == "yes");

    /// <summary>The form.</summary>
    /// <param name="mayEdit">True for whoever added it; others may only take it out.</param>
    public static Form Form(string phrase, int version, AddPhrase now, IReadOnlyList<Choice> values, bool mayEdit) => new(new Ref(Id, phrase, version), $"A phrase", $"Save",
    [
        .. mayEdit ? AddPhrase.Fields(values, now) : [new Field.Shown("phrase", new Block.Quote(now.Words)), .. now.Offer.Length == 0 ? Array.Empty<Field>() : [new Field.Note("offers", $"You may offer: {now.Offer}")]],
        new Field.Tick(TakeOutField, $"Take it out", $"Nobody is shown this phrase any more") { Optional = true },
    ])
    { Reopens = new Ref(ChangePhrases.OpenId, now.Situation) };
}
