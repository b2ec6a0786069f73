namespace ServiceCulture.Cards.Escalations;

/// <summary>An answer, at once with an offer or by whoever has the question.</summary>
/// <param name="Decision">One of the constants, where a decision was asked for; else empty.</param>
public sealed record AnswerQuestion(string Words, string Decision) : IForm<AnswerQuestion>
{
    /// <summary>The press that opens it, the fields, and most characters.</summary>
    public const string OpenId = "question.answer-open", WordsField = "words", DecisionField = "decision";

    /// <summary>What was decided.</summary>
    public const string Granted = "granted", InPart = "in-part", Refused = "refused";

    /// <inheritdoc cref="OpenId"/>
    public const int MostWords = 3000;

    /// <inheritdoc/>
    public static string Id => "question.answer";

    /// <inheritdoc/>
    public static AnswerQuestion Read(Answers answers) => new(answers[WordsField], answers[DecisionField]);

    /// <summary>The form.</summary>
    public static Form Form(QuestionWords question, int offer) => new(new Ref(Id, question.Id, offer), $"Answer", $"Send",
    [
        new Field.Shown("question", new Block.Quote(question.Words, $"{question.Asker}")),
        .. question.NeedsDecision ? [Decide] : Array.Empty<Field>(),
        new Field.Line(WordsField, $"Your answer", MostWords, Lines: true) { Hint = $"What the colleague can do or say now. They read it at once." },
    ])
    { Reopens = new Ref(OpenId, question.Id, offer) };

    static Field.Pick Decide => new(DecisionField, $"Your decision", new Choice(Granted, $"Granted"), new Choice(InPart, $"Granted in part"), new Choice(Refused, $"Not granted"))
    {
        Hint = $"Counted by topic, never by person: what is nearly always granted, colleagues may decide themselves one day.",
    };
}

/// <summary>Somebody can't take a question: to whom it should go, if they know, and why.</summary>
/// <param name="To">A member id; empty: whoever is next.</param>
public sealed record PassQuestion(string To, string Why) : IForm<PassQuestion>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "question.pass-open", ToField = "to", WhyField = "why";

    /// <summary>Most characters of the reason.</summary>
    public const int MostWhy = 500;

    /// <inheritdoc/>
    public static string Id => "question.pass";

    /// <inheritdoc/>
    public static PassQuestion Read(Answers answers) => new(answers[ToField], answers[WhyField]);

    /// <summary>The form.</summary>
    public static Form Form(string question, int offer, IReadOnlyList<Choice> nearby) => new(new Ref(Id, question, offer), $"Pass", $"Pass on",
        new Field.People(ToField, $"Who would know?", 1) { Optional = true, Nearby = nearby, Hint = $"Empty: whoever is next for the topic." },
        new Field.Line(WhyField, $"Why?", MostWhy) { Optional = true, Hint = $"It goes along, so that the next person starts where you stopped." })
    { Reopens = new Ref(OpenId, question, offer) };
}

/// <summary>Somebody can't just now, and says when they are back.</summary>
public sealed record NotNowQuestion(string Minutes) : IForm<NotNowQuestion>
{
    /// <summary>The press that opens it, and the field.</summary>
    public const string OpenId = "question.not-now-open", MinutesField = "minutes";

    /// <inheritdoc/>
    public static string Id => "question.not-now";

    // Minutes.
    static readonly int[] Backs = [10, 30, 60, 120, 240];

    /// <inheritdoc/>
    public static NotNowQuestion Read(Answers answers) => new(answers[MinutesField]);

    /// <summary>The form.</summary>
    public static Form Form(string question, int offer) => new(new Ref(Id, question, offer), $"Not now", $"Send",
        new Field.Pick(MinutesField, $"Back in", [.. Backs.Select(one => new Choice(one.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{new Hole.Count(one, "minute", "minutes")}"))])
        {
            Initial = "10",
            Hint = $"Somebody else is asked now. You are asked again only after that, and only if it is still open.",
        })
    { Reopens = new Ref(OpenId, question, offer) };
}

/// <summary>Triage sends a question to a person or a topic.</summary>
public sealed record AssignQuestion(string To, string Topic) : IForm<AssignQuestion>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "question.assign-open", ToField = "to", TopicField = "topic";

    /// <inheritdoc/>
    public static string Id => "question.assign";

    /// <inheritdoc/>
    public static AssignQuestion Read(Answers answers) => new(answers[ToField], answers[TopicField]);

    /// <summary>The form.</summary>
    public static Form Form(string question, IReadOnlyList<Choice> topics, IReadOnlyList<Choice> nearby) => new(new Ref(Id, question), $"Send on", $"Send",
    [
        .. topics.Count == 0 ? Array.Empty<Field>() : [new Field.Pick(TopicField, $"To a topic", topics) { Optional = true, Hint = $"Its experts are asked, one after the other." }],
        new Field.People(ToField, $"Or to a person", 1) { Optional = true, Nearby = nearby },
    ])
    { Reopens = new Ref(OpenId, question) };
}
