namespace ServiceCulture.Cards.Escalations;

/// <summary>Where a question belongs: the likeliest topic stands in it already, and a person looks at what fits none.</summary>
/// <param name="Topic">A topic's id, or <see cref="None"/>.</param>
public sealed record ChooseTopic(string Topic) : IForm<ChooseTopic>
{
    /// <summary>The press that opens it, the field, and the choice that none fits.</summary>
    public const string OpenId = "question.choose", TopicField = "topic", None = "none";

    /// <inheritdoc/>
    public static string Id => "question.topic";

    /// <inheritdoc/>
    public static ChooseTopic Read(Answers answers) => new(answers[TopicField]);

    /// <summary>The answer that there was already, where that is what they picked.</summary>
    public Guid? Known => Topic.StartsWith(KnownWords.Prefix, StringComparison.Ordinal) && Guid.TryParse(Topic[KnownWords.Prefix.Length..], out var known) ? known : null;

    /// <summary>The form.</summary>
    /// <param name="topics">The likeliest first.</param>
    /// <param name="by">When it goes to the first by itself, UTC.</param>
    public static Form Form(string question, int version, IReadOnlyList<TopicWords> topics, DateTime by, params IReadOnlyList<KnownWords> known) => new(new Ref(Id, question, version), $"Where does it belong?", $"Send",
    [
        .. Answers(known),
        new Field.Pick(TopicField, known.Count == 0 ? $"Who should get it?" : (Text)$"Does one of these answer it, or who should get it?", [.. known.Select(one => one.Choice), .. topics.Select(topic => topic.Choice), new Choice(None, $"None of these", $"A person looks where it belongs")]) { Initial = topics.Count > 0 ? topics[0].Id : None },
        new Field.Note("by", topics.Count > 0
            ? (Text)$"If you do nothing, it goes to “{topics[0].Name}” at {new Hole.Moment(by, MomentStyle.Time)}: your question is kept, also when you close this."
            : $"If you do nothing, a person looks at it from {new Hole.Moment(by, MomentStyle.Time)} on: your question is kept, also when you close this."),
    ])
    { Reopens = new Ref(OpenId, question, version) };

    static Field[] Answers(IReadOnlyList<KnownWords> known) => known.Count == 0 ? [] :
        [.. known.Index().SelectMany(one => one.Item.Shown(one.Index)), new Field.Note("check", KnownWords.Check)];
}

/// <summary>A topic, with what speaks for it.</summary>
/// <param name="Similar">So many of its questions are like this one.</param>
/// <param name="Words">The words that speak for it, as they were typed.</param>
public sealed record TopicWords(string Id, string Name, int Similar, params IReadOnlyList<string> Words)
{
    internal Choice Choice => new(Id, Text.Of(Name), Reason);

    /// <summary>"12 similar questions, words: refund, chargeback"; null where nothing is to be said.</summary>
    public Text? Reason => (Similar, Words.Count) switch
    {
        (0, 0) => null,
        (0, _) => $"words: {Named}",
        (_, 0) => $"{new Hole.Count(Similar, "similar question", "similar questions")}",
        _ => $"{new Hole.Count(Similar, "similar question", "similar questions")}, words: {Named}",
    };

    string Named => string.Join(", ", Words);
}
