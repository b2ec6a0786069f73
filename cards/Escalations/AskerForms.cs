namespace ServiceCulture.Cards.Escalations;

/// <summary>More to know about a question.</summary>
public sealed record AddInformation(string Words) : IForm<AddInformation>
{
    /// <summary>The press that opens it, the field, and most characters.</summary>
    public const string OpenId = "question.add-open", WordsField = "words";

    /// <inheritdoc cref="OpenId"/>
    public const int MostWords = 2000;

    /// <inheritdoc/>
    public static string Id => "question.add";

    /// <inheritdoc/>
    public static AddInformation Read(Answers answers) => new(answers[WordsField]);

    /// <summary>The form.</summary>
    public static Form Form(string question) => new(new Ref(Id, question), $"Add information", $"Add",
        new Field.Line(WordsField, $"What else should be known?", MostWords, Lines: true) { Hint = $"It goes to whoever has the question, and to everybody who gets it later." })
    { Reopens = new Ref(OpenId, question) };
}

/// <summary>How urgent a question is now, and when the customer is called back.</summary>
public sealed record ChangeUrgency(string Urgency, string CallBack) : IForm<ChangeUrgency>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "question.urgency-open", UrgencyField = "urgency", CallBackField = "call-back";

    /// <inheritdoc/>
    public static string Id => "question.urgency";

    /// <inheritdoc/>
    public static ChangeUrgency Read(Answers answers) => new(answers[UrgencyField], answers[CallBackField]);

    /// <summary>The form.</summary>
    /// <param name="callBack">HH:mm of the asker's own day; empty: none.</param>
    public static Form Form(string question, string urgency, string callBack) => new(new Ref(Id, question), $"Change urgency", $"Save",
        new Field.Pick(UrgencyField, $"When does the customer need it?", AskQuestion.Urgencies) { Initial = urgency },
        new Field.Time(CallBackField, $"Call the customer back at") { Optional = true, Initial = callBack, Hint = $"Empty: no reminder." })
    { Reopens = new Ref(OpenId, question) };
}

/// <summary>It is not solved: the question opens again, with everything that was said.</summary>
public sealed record NotYetSolved(string Words) : IForm<NotYetSolved>
{
    /// <summary>The press that opens it, and the field.</summary>
    public const string OpenId = "question.not-yet-open", WordsField = "words";

    /// <inheritdoc/>
    public static string Id => "question.not-yet";

    /// <inheritdoc/>
    public static NotYetSolved Read(Answers answers) => new(answers[WordsField]);

    /// <summary>The form.</summary>
    public static Form Form(string question) => new(new Ref(Id, question), $"Not solved yet", $"Open again",
        new Field.Line(WordsField, $"What is still missing?", AddInformation.MostWords, Lines: true) { Hint = $"Everything said so far goes along; you need not say it again." })
    { Reopens = new Ref(OpenId, question) };
}
