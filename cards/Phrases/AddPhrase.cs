namespace ServiceCulture.Cards.Phrases;

/// <summary>A phrase that somebody adds for their own team.</summary>
/// <param name="Offer">An alternative one may offer; empty: none.</param>
public sealed record AddPhrase(string Situation, string Value, string Words, string Offer) : IForm<AddPhrase>
{
    /// <summary>The press that opens it (a situation or a draft is the row), and the field ids.</summary>
    public const string OpenId = "phrases.add-open", SituationField = "situation", ValueField = "value", WordsField = "words", OfferField = "offer";

    /// <summary>Fewest and most characters of the words; most of the offer.</summary>
    public const int Fewest = 10, Most = 300;

    /// <inheritdoc/>
    public static string Id => "phrases.add";

    /// <inheritdoc/>
    public static AddPhrase Read(Answers answers) => new(answers[SituationField], answers[ValueField], answers[WordsField], answers[OfferField]);

    /// <summary>The form.</summary>
    /// <param name="team">The name of their team.</param>
    /// <param name="values">Value ids and names.</param>
    public static Form Form(string team, IReadOnlyList<Choice> values, AddPhrase now) => new(new Ref(Id), $"Add a phrase", $"Add",
    [
        .. Fields(values, now),
        new Field.Note("sees", $"Everybody in {team} sees it, with the team's name and not with yours. Please no names of customers and no case numbers."),
    ])
    { Reopens = new Ref(OpenId) };

    /// <summary>The fields of a phrase, here and where one is changed.</summary>
    internal static IReadOnlyList<Field> Fields(IReadOnlyList<Choice> values, AddPhrase now) =>
    [
        new Field.Pick(SituationField, $"When?", [.. Phrases.Situation.All.Select(one => new Choice(one.Id, one.Name, one.Line))]) { Initial = now.Situation },
        new Field.Line(WordsField, $"What does one say?", Most, Lines: true)
        {
            Min = Fewest,
            Initial = now.Words,
            Example = $"Let me first make sure that it belongs there.",
            Hint = $"A sentence that shows you have understood and promises nothing that you can't keep.",
        },
        new Field.Line(OfferField, $"What may one offer?", Most, Lines: true) { Optional = true, Initial = now.Offer, Hint = $"Only what everybody in the team may decide." },
        new Field.Pick(ValueField, $"Which value does it show?", values) { Initial = now.Value },
    ];
}
