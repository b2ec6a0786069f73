namespace ServiceCulture.Cards.Escalations;

/// <summary>The form in which an answer becomes a note for everybody, or a note is changed.</summary>
/// <param name="Topic">A topic's id; empty: none.</param>
/// <param name="ReviewOn">yyyy-MM-dd.</param>
/// <param name="Harmless">Keys of what was found and is no customer's.</param>
public sealed record KeepNote(string Question, string Answer, string Topic, string ReviewOn, IReadOnlyList<string> Harmless) : IForm<KeepNote>
{
    /// <summary>Fewest and most characters.</summary>
    public const int FewestWords = 8, MostQuestion = 2000, MostAnswer = 3000;

    /// <summary>The field ids.</summary>
    public const string QuestionField = "question", AnswerField = "answer", TopicField = "topic", ReviewField = "review", HarmlessField = "harmless";

    /// <summary>The presses that open it: with a question as the row, and with a note.</summary>
    public const string OpenId = "note.open", EditId = "note.edit";

    /// <inheritdoc/>
    public static string Id => "note.keep";

    /// <inheritdoc/>
    public static KeepNote Read(Answers answers) => new(answers[QuestionField], answers[AnswerField], answers[TopicField], answers[ReviewField], answers.All(HarmlessField));

    /// <summary>The button for the card of a question that one answered.</summary>
    public static Button Button(string question) => new($"Keep as a note", new Ref(OpenId, question)) { Opens = Opens.Form };

    /// <summary>The form.</summary>
    /// <param name="row">The question's id, or the note's.</param>
    /// <param name="version">The note's; 0: it is to be made.</param>
    /// <param name="found">What looks like a customer's in these words.</param>
    public static Form Form(string row, int version, KeepNote now, IReadOnlyList<Choice> topics, IReadOnlyList<FoundTrace> found) => new(new Ref(Id, row, version), version == 0 ? $"Keep as a note" : (Text)$"Change the note", $"Save",
    [
        .. Found(now, found),
        new Field.Line(QuestionField, $"The question", MostQuestion, Lines: true) { Min = FewestWords, Initial = now.Question, Hint = $"As the next colleague would ask it, without the customer." },
        new Field.Line(AnswerField, $"The answer", MostAnswer, Lines: true) { Min = FewestWords, Initial = now.Answer, Hint = $"What holds for every such case." },
        .. topics.Count == 0 ? Array.Empty<Field>() : [new Field.Pick(TopicField, $"Topic", topics) { Initial = now.Topic, Optional = true }],
        new Field.Day(ReviewField, $"Look at it again on") { Initial = now.ReviewOn, Hint = $"I ask you then whether it is still right." },
        new Field.Note("sees", $"Everybody who asks something like it sees this, with your name and its age."),
    ])
    { Reopens = new Ref(version == 0 ? OpenId : EditId, row, version) };

    static Field[] Found(KeepNote now, IReadOnlyList<FoundTrace> found) => found.Count == 0 ? [] :
    [
        new Field.Note("found", $"A note outlives its question and is read by many. I found {new Hole.Count(found.Count, "thing", "things")} in it that may be a customer's, or a colleague's name. Take each out of the words below, or tick it here."),
        new Field.PickMany(HarmlessField, $"This is no customer's", found.Count, [.. found.Select(one => new Choice(one.Key, Text.Of(one.Words), one.What))])
        {
            Initial = [.. now.Harmless.Where(key => found.Any(one => one.Key == key))],
            Optional = true,
        },
    ];
}

/// <summary>Something in a note's words that may be a customer's.</summary>
/// <param name="Key">Stands for it in the answers, and says nothing of it.</param>
/// <param name="What">What it looks like.</param>
/// <param name="Field">Where it stands.</param>
public sealed record FoundTrace(string Key, string Words, Text What, string Field);
