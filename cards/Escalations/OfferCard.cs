namespace ServiceCulture.Cards.Escalations;

/// <summary>How a question stands for somebody to whom it was held out.</summary>
public enum OfferStands
{
    /// <summary>Theirs to take.</summary>
    Live,

    /// <summary>Theirs.</summary>
    Theirs,

    /// <summary>They answered; the asker's word is waited for.</summary>
    Answered,

    /// <summary>Solved, by the asker's word.</summary>
    Solved,

    /// <summary>They passed it on or said not now.</summary>
    PassedOn,

    /// <summary>The time ran out.</summary>
    Expired,

    /// <summary>It is over for them: taken back, or somebody else has it.</summary>
    Over,
}

/// <param name="Number">The offer's number.</param>
/// <param name="Until">Until when it stands, or when the answer is due, UTC.</param>
public sealed record OfferStatus(OfferStands Stands, int Number, DateTime? Until)
{
    /// <summary>Why it is them; null: nothing to say.</summary>
    public Text? Reason { get; init; }

    /// <summary>Who handed it over or named them.</summary>
    public Person? From { get; init; }

    /// <summary>True: a handover, which stays with the giver until they accept.</summary>
    public bool IsHandover { get; init; }

    /// <summary>In what state of the rota's: it waits for somebody to send it on.</summary>
    public bool IsTriage { get; init; }

    /// <summary>Why it came to triage; null: not known any more.</summary>
    public NobodyWords? Because { get; init; }

    /// <summary>Answers to questions like it, at most three.</summary>
    public IReadOnlyList<KnownWords> Related { get; init; } = [];

    /// <summary>To whom they are handing it over.</summary>
    public Person? HandedTo { get; init; }
}

/// <summary>What somebody gets who is asked, has a question, or looks after it: the brief, and what they can do.</summary>
public static class OfferCard
{
    /// <summary>The presses, each with the question as the row and the offer's number as the version.</summary>
    public const string AcceptId = "question.accept", TakeId = "question.take", TakeBackId = "question.take-back";

    /// <summary>The card as it stands.</summary>
    public static Card For(QuestionWords question, OfferStatus status) => status.Stands switch
    {
        OfferStands.Live => Live(question, status),
        OfferStands.Theirs => Theirs(question, status),
        OfferStands.Answered => Said(question, $"You answered", $"{question.Asker} has your answer and says whether it is solved. Until then there is nothing for you to do. Others may ask the same: a note is found by them at once.", SayHere.Line(question.Id, status.Number, question.Asker.Name)) with { Buttons = [KeepNote.Button(question.Id)] },
        OfferStands.Solved => Said(question, $"Solved", $"{question.Asker} says that it is solved."),
        OfferStands.PassedOn => Said(question, $"Passed on", $"It goes on with your word; there is nothing for you to do."),
        OfferStands.Expired => Said(question, $"The time ran out", $"Somebody else is asked now; there is nothing for you to do."),
        _ => Said(question, $"No longer needed", $"It was taken back, or somebody else has it. There is nothing for you to do."),
    };

    static Card Live(QuestionWords question, OfferStatus status) => new(Title(question, status),
    [
        new Block.Say(Asked(question, status)),
        .. question.Brief,
        .. KnownWords.Related(status.Related),
        .. status.Reason is { } reason ? [new Block.Note(reason)] : Array.Empty<Block>(),
    ])
    {
        Buttons = status.IsTriage
            ? [Form($"Send on", AssignQuestion.OpenId, question, status, ButtonStyle.Primary), new Button($"I take it", new Ref(TakeId, question.Id, status.Number)), Form($"Answer at once", AnswerQuestion.OpenId, question, status)]
            :
            [
                new Button($"Accept", new Ref(AcceptId, question.Id, status.Number)) { Style = ButtonStyle.Primary },
                Form($"Answer at once", AnswerQuestion.OpenId, question, status),
                Form($"Pass", PassQuestion.OpenId, question, status),
                Form($"Not now", NotNowQuestion.OpenId, question, status),
            ],
        Summary = question.Urgency == AskQuestion.Waiting ? $"A customer is waiting: {question.Beginning}" : (Text)$"{question.Asker.Name} asks: {question.Beginning}",
    };

    static Text Title(QuestionWords question, OfferStatus status) => status switch
    {
        { IsTriage: true } => $"A question for triage",
        { IsHandover: true } => $"{status.From?.Name ?? "A colleague"} hands you a question",
        _ => $"{question.Asker.Name} needs your help",
    };

    static Text Asked(QuestionWords question, OfferStatus status) => status switch
    {
        { IsTriage: true, Because: { } why } => $"{why.Sentence} You are on triage, so it came to you: {question.When}. Send it to a person or a topic{By(question, status)}; or answer it yourself.",
        { IsTriage: true } => $"It fits no topic, or nobody who was asked could take it: {question.When}. Send it to a person or a topic{By(question, status)}; or answer it yourself.",
        { IsHandover: true, From: { } giver } => $"{giver} asks you to take this over: {question.When}. Everything said so far is below; it stays with {giver} until you accept{By(question, status)}.",
        { From: { } from } => $"{from} named you for this: {question.When}. Can you take it{By(question, status)}?",
        _ => $"Can you take this: {question.When}? It is yours to accept{By(question, status)}; then the next person is asked.",
    };

    static Text By(QuestionWords question, OfferStatus status) => status.Until is { } until ? $", until {question.By(until)}" : (Text)$"";

    static Card Theirs(QuestionWords question, OfferStatus status) => new($"You have this question",
    [
        new Block.Say(status.HandedTo is { } to
            ? $"You asked {to} to take it over. It is yours until they accept."
            : (Text)$"{question.Asker} knows that you have it. Your answer is due by {Due(status)}: {question.When}."),
        .. (question with { AnswerBy = null }).Brief,
        .. KnownWords.Related(status.Related),
        SayHere.Line(question.Id, status.Number, question.Asker.Name),
    ])
    {
        Buttons =
        [
            Form($"Answer", AnswerQuestion.OpenId, question, status, ButtonStyle.Primary),
            status.HandedTo is null ? Form($"Hand over", HandOver.OpenId, question, status) : new Button($"Take it back", new Ref(TakeBackId, question.Id, status.Number)),
        ],
        Summary = $"You have this question: {question.Beginning}",
    };

    static Text Due(OfferStatus status) => status.Until is { } until ? $"{new Hole.Moment(until)}" : (Text)$"soon";

    static Card Said(QuestionWords question, Text title, Text words, params IReadOnlyList<Block> more) => new(title, [new Block.Say(words), new Block.Note($"{question.Asker} asked: {question.Beginning}"), .. more]) { Summary = $"{title}: {question.Beginning}" };

    static Button Form(Text label, string opens, QuestionWords question, OfferStatus status, ButtonStyle style = ButtonStyle.Plain) => new(label, new Ref(opens, question.Id, status.Number)) { Opens = Opens.Form, Style = style };
}
