namespace ServiceCulture.Cards.Escalations;

/// <summary>A word to the other side of a question, from the form that a button opens.</summary>
public sealed record SayToOther(string Words) : IForm<SayToOther>
{
    /// <summary>The press that opens it, and the field.</summary>
    public const string OpenId = "question.say-open", WordsField = "words";

    /// <summary>Most characters of one message, typed here or in a thread.</summary>
    public const int MostWords = 3000;

    /// <inheritdoc/>
    public static string Id => "question.say";

    /// <inheritdoc/>
    public static SayToOther Read(Answers answers) => new(answers[WordsField]);

    /// <summary>The form.</summary>
    /// <param name="card">The card it was opened from: the question's id, or with the number of the message that it answers.</param>
    /// <param name="offer">The number of the offer, where it was opened from an offer's card.</param>
    public static Form Form(string card, int offer, string name) => new(new Ref(Id, card, offer), $"Write", $"Send",
        new Field.Line(WordsField, $"Write to {name}", MostWords, Lines: true) { Hint = $"It reaches them where they are, and stays with the question, so that nobody has to say it twice." })
    { Reopens = new Ref(OpenId, card, offer) };
}

/// <summary>The same, typed into the card itself.</summary>
public sealed record SayHere(string Words) : IForm<SayHere>
{
    /// <inheritdoc/>
    public static string Id => "question.say-here";

    /// <inheritdoc/>
    public static SayHere Read(Answers answers) => new(answers[SayToOther.WordsField]);

    /// <summary>For a card: the line to write in, or the button that opens the form.</summary>
    public static Block.Write Line(string card, int offer, string name) => new(
        new Form(new Ref(Id, card, offer), $"Write", $"Send", new Field.Line(SayToOther.WordsField, $"Write to {name}", SayToOther.MostWords, Lines: true) { Optional = true }),
        new Button($"Write to {name}", new Ref(SayToOther.OpenId, card, offer)) { Opens = Opens.Form });

    /// <summary>A card on which something was typed that could not be sent: the words stand in it, with the reason.</summary>
    public static Card Kept(Card card, string words, Text why)
    {
        var answers = new Answers(new Dictionary<string, IReadOnlyList<string>> { [SayToOther.WordsField] = [words] });
        var faults = new Dictionary<string, Text> { [SayToOther.WordsField] = why };
        return card.Body.Any(block => block is Block.Write)
            ? card with { Body = [.. card.Body.Select(block => block is Block.Write write ? write with { Here = write.Here.Filled(answers).Refused(faults) } : block)] }
            : card with { Body = [.. card.Body, new Block.Say(why), .. words.Length > 0 ? [new Block.Quote(words, $"Not sent")] : Array.Empty<Block>()] };
    }
}
