namespace ServiceCulture.Cards.Escalations;

/// <summary>Short words to one person about a question, for what must not be missed: their card has changed already.</summary>
public static class QuestionNews
{
    /// <summary>To the asker.</summary>
    public static Card Accepted(QuestionWords question, Person who) => Line(question, $"{who.Name} has your question", $"{who} has it now and has read everything you wrote.");

    /// <inheritdoc cref="Accepted"/>
    public static Card ChangedHands(QuestionWords question, Person who) => Line(question, $"{who.Name} has your question now", $"{who} took it over, with everything said so far.");

    /// <inheritdoc cref="Accepted"/>
    public static Card Answered(QuestionWords question, Person who, string words) => new($"{who.Name} answered", new Block.Quote(words, $"{who}"), Asked(question))
    {
        Buttons =
        [
            new Button($"Solved", new Ref(QuestionCard.SolvedId, question.Id)) { Style = ButtonStyle.Primary },
            new Button($"Not yet", new Ref(NotYetSolved.OpenId, question.Id)) { Opens = Opens.Form },
        ],
    };

    /// <inheritdoc cref="Accepted"/>
    public static Card NobodyOnDuty(QuestionWords question, DateTime? until) => Line(question, $"Nobody is there yet", until is { } from
        ? $"Nobody who could answer is on duty just now; somebody is from {new Hole.Moment(from)} on. Your question is kept and goes to the first who is there. A call-back may be kinder than holding the line."
        : (Text)$"Nobody who could answer is on duty just now. Your question is kept and goes to the first who is there. A call-back may be kinder than holding the line.");

    /// <inheritdoc cref="Accepted"/>
    /// <param name="question">The question.</param>
    /// <param name="who">Who is asked, and on duty from then on.</param>
    /// <param name="from">UTC.</param>
    public static Card FirstOnDuty(QuestionWords question, Person who, DateTime from) => Line(question, $"Nobody is on duty yet", $"Nobody who can take it is on duty before {new Hole.Moment(from)}. {who} is the first then and is asked. A call-back may be kinder than holding the line.");

    /// <inheritdoc cref="Accepted"/>
    /// <param name="question">The question.</param>
    /// <param name="who">Whose turn on the triage rota it is.</param>
    /// <param name="why">Why nobody else has it.</param>
    public static Card WithTriage(QuestionWords question, Person who, NobodyWords why) => Line(question, $"{who.Name} looks at it", $"{why.Sentence} {who} looks at it now, for triage, and finds who can help.");

    /// <inheritdoc cref="Accepted"/>
    /// <param name="question">The question, with the topic to which it goes by itself.</param>
    /// <param name="by">When it does, UTC.</param>
    public static Card Choose(QuestionWords question, DateTime by) => Line(question, $"Where does your question belong?", question.Topic is { } topic
        ? $"A quarter of the time to say so is left. If you do nothing, it goes to “{topic}” at {question.At(by)}."
        : (Text)$"A quarter of the time to say so is left. If you do nothing, a person looks at it from {question.At(by)} on.") with
    { Buttons = [new Button($"Choose", new Ref(ChooseTopic.OpenId, question.Id)) { Opens = Opens.Form, Style = ButtonStyle.Primary }] };

    /// <inheritdoc cref="Accepted"/>
    public static Card Late(QuestionWords question, Person who) => Line(question, $"The answer is late", $"{who} has it and has not answered in time. I have told them; if it stays so, a person of the triage rota takes it up.");

    /// <inheritdoc cref="Accepted"/>
    public static Card ExpertLeft(QuestionWords question) => Line(question, $"Your question goes on", $"Whoever had it is no longer there. Somebody else is asked now, with everything said so far.");

    /// <inheritdoc cref="Accepted"/>
    public static Card CallBack(QuestionWords question) => Line(question, $"Time to call back", $"You wanted to call the customer back now{(question.Customer.Length > 0 ? $" ({question.Customer})" : "")}. The question's card says where it stands.");

    /// <inheritdoc cref="Accepted"/>
    public static Card Confirm(QuestionWords question, Person who) => new($"Is it solved?", new Block.Say($"{who} answered your question, and only you can say whether it is solved."), Asked(question))
    {
        Buttons =
        [
            new Button($"Solved", new Ref(QuestionCard.SolvedId, question.Id)) { Style = ButtonStyle.Primary },
            new Button($"Not yet", new Ref(NotYetSolved.OpenId, question.Id)) { Opens = Opens.Form },
        ],
    };

    /// <summary>To whoever wrote an answer that was all another asker needed.</summary>
    public static Card Helped(QuestionWords question, string known) => new($"Your answer helped again",
        new Block.Say($"{question.Asker} asked something like it and found your answer, so nobody had to be asked and the customer had it at once. Thank you."),
        new Block.Quote(known));

    /// <summary>To whoever is asked, has it or looks after it.</summary>
    public static Card Warned(QuestionWords question, DateTime? until) => Line(question, $"A quarter of the time is left", until is { } at ? $"It is with you until {question.By(at)}; the card above has everything." : (Text)$"It is with you; the card above has everything.");

    /// <inheritdoc cref="Warned"/>
    public static Card Overdue(QuestionWords question, DateTime? until) => Line(question, $"Your answer is overdue", until is { } at ? $"{question.Asker} waits for it and knows that it is late. If there is none by {new Hole.Moment(at)}, a person of the triage rota takes it up." : (Text)$"{question.Asker} waits for it and knows that it is late.");

    /// <inheritdoc cref="Warned"/>
    public static Card Taken(QuestionWords question) => Line(question, $"Somebody else takes it up", $"The time for an answer ran out twice, so a person of the triage rota takes it up. There is nothing for you to do.");

    /// <inheritdoc cref="Warned"/>
    public static Card Nudged(QuestionWords question) => Line(question, $"{question.Asker.Name} asks how it stands", question.Urgency == AskQuestion.Waiting
        ? (Text)$"The customer is waiting now. A word is enough."
        : $"The customer needs it {question.When}. A word is enough.");

    /// <inheritdoc cref="Warned"/>
    public static Card Urgency(QuestionWords question) => Line(question, $"It is needed at another time", $"{question.Asker} says: {question.When}. The times on the card have changed.");

    /// <inheritdoc cref="Warned"/>
    public static Card NotYet(QuestionWords question, string words) => new($"Not solved yet", [new Block.Say($"{question.Asker} opened the question again; it is yours, with everything said so far."), .. words.Length > 0 ? [new Block.Quote(words)] : Array.Empty<Block>(), Asked(question)]);

    /// <inheritdoc cref="Warned"/>
    /// <param name="question">The question.</param>
    /// <param name="mayNote">They answered it: their answer may become a note.</param>
    public static Card Solved(QuestionWords question, bool mayNote) => Line(question, $"Solved", mayNote
        ? $"{question.Asker} says that it is solved. Thank you. Others may ask the same: a note is found by them at once."
        : (Text)$"{question.Asker} says that it is solved. Thank you.") with
    { Buttons = mayNote ? [KeepNote.Button(question.Id)] : [] };

    /// <inheritdoc cref="Warned"/>
    public static Card Closed(QuestionWords question) => Line(question, $"No longer needed", $"The question is closed. There is nothing for you to do.");

    /// <summary>In place of all that somebody else had of a question whose asker had their data erased: none of its words.</summary>
    public static Card Gone => new($"No longer needed", new Block.Say($"Whoever asked this had their data erased, and the question went with all that was said about it. There is nothing for you to do."));

    /// <inheritdoc cref="Warned"/>
    public static Card Reassigned(QuestionWords question) => Line(question, $"Somebody else has it now", $"Whoever looks after the questions gave it to somebody else. There is nothing for you to do.");

    /// <summary>To the asker, with the reason of whoever looks after the questions.</summary>
    public static Card WithdrawnFor(QuestionWords question, string why) => new($"Your question was withdrawn", new Block.Say($"Whoever looks after the questions withdrew it, and says why:"), new Block.Quote(why), Asked(question))
    {
        Buttons = [AskQuestion.Button],
        Summary = $"Your question was withdrawn: {question.Beginning}",
    };

    /// <summary>To whoever hands a question over.</summary>
    public static Card HandoverAccepted(QuestionWords question, Person who) => Line(question, $"{who.Name} took it over", $"{who} has it now, and {question.Asker} knows.");

    /// <inheritdoc cref="HandoverAccepted"/>
    /// <param name="question">The question.</param>
    /// <param name="refused">False: nobody answered in time.</param>
    /// <param name="why">As the other wrote it; empty: nothing.</param>
    public static Card StillYours(QuestionWords question, bool refused, string why) => new($"It is still yours",
    [
        new Block.Say(refused ? $"They can't take it over, so the question is with you as before." : (Text)$"Nobody accepted your handover in time, so the question is with you as before."),
        .. why.Length > 0 ? [new Block.Quote(why, $"Their word")] : Array.Empty<Block>(),
        Asked(question),
    ])
    { Summary = $"It is still yours: {question.Beginning}" };

    static Card Line(QuestionWords question, Text title, Text words) => new(title, new Block.Say(words), Asked(question)) { Summary = $"{title}: {question.Beginning}" };

    static Block.Note Asked(QuestionWords question) => new($"{question.Asker.Name} asked: {question.Beginning}");
}
