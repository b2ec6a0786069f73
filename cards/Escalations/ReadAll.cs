namespace ServiceCulture.Cards.Escalations;

/// <summary>A long conversation about a question, a page at a time, the latest page first.</summary>
public sealed record ReadAll : IForm<ReadAll>
{
    /// <summary>The press that opens it, with the question as the row.</summary>
    public const string OpenId = "question.read-all";

    /// <summary>Words on a page, and characters: what the strictest dialog holds.</summary>
    public const int MostOnPage = 30, MostCharacters = 12_000;

    /// <inheritdoc/>
    public static string Id => "question.read-earlier";

    /// <inheritdoc/>
    public static ReadAll Read(Answers answers) => new();

    /// <summary>The button for a card that does not hold all of it.</summary>
    public static Button Button(QuestionWords question) => new($"Read all", new Ref(OpenId, question.Id)) { Opens = Opens.Form };

    /// <summary>The form.</summary>
    /// <param name="from">The place of the first word on this page among all, from 0: what is before it comes with the next press.</param>
    public static Form Form(QuestionWords question, IReadOnlyList<SaidWords> page, int from) => new(new Ref(Id, question.Id, from), $"All that was said", from > 0 ? $"Earlier" : (Text)$"Close",
    [
        .. from == 0 ? new[] { (Field)new Field.Shown("question", new Block.Quote(question.Words, $"{question.Asker}")) } : [],
        .. page.SelectMany((one, at) => one.Blocks.Select((block, part) => new Field.Shown($"said-{from + at}-{part}", block))),
        .. from > 0 ? new[] { (Field)new Field.Note("earlier", $"{new Hole.Count(from, "message stands", "messages stand")} before these.") } : [],
    ])
    { Reopens = new Ref(OpenId, question.Id) };
}
