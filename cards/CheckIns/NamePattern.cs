namespace ServiceCulture.Cards.CheckIns;

/// <summary>The second private step: whether the sentence follows a pattern. At most two are named; "it is simply true" always stands beside them.</summary>
/// <param name="Choice">A pattern's id, or one of the constants.</param>
public sealed record NamePattern(string Choice) : IForm<NamePattern>
{
    /// <summary>The field id.</summary>
    public const string Field = "pattern";

    /// <summary>The answers that are no pattern.</summary>
    public const string NoneOfThese = "none", SimplyTrue = "true", JustKeep = "keep";

    /// <inheritdoc/>
    public static string Id => "checkin.pattern";

    /// <inheritdoc/>
    public static NamePattern Read(Answers answers) => new(answers[Field]);

    /// <summary>The form.</summary>
    /// <param name="thought">The row and its version.</param>
    /// <param name="above">What else belongs at the top: help, and what one may do after abuse, where the words are about that.</param>
    public static Form Form(string thought, int version, string words, IReadOnlyList<string> patterns, IReadOnlyList<ServiceCulture.Cards.Field> above) => new(new Ref(Id, thought, version), $"Look at the sentence", $"Next",
    [
        .. above,
        new Cards.Field.Shown("words", new Block.Quote(words)),
        .. patterns.Select(id => new Cards.Field.Shown($"about-{id}", new Block.Say($"{new Hole.Bold(PatternWords.Of(id).Name.Plain(Reader.Plain))}: {PatternWords.Of(id).Line}"))),
        new Cards.Field.Pick(Field, patterns.Count == 0 ? (Text)$"What fits best?" : $"Does one of these fit?",
        [
            .. patterns.Select(id => new Choice(id, PatternWords.Of(id).Name)),
            new Choice(NoneOfThese, patterns.Count == 0 ? (Text)$"I'd like to put it another way" : $"None of these"),
            new Choice(SimplyTrue, $"It is simply true"),
            new Choice(JustKeep, $"Enough for now; just keep it"),
        ]),
        new Cards.Field.Note("list", $"Suggestions come from a word list and can be wrong. They are about the sentence, not about you."),
    ])
    { Private = true, Reopens = new Ref(CheckInCard.ThoughtId) };
}
