namespace ServiceCulture.Cards.Escalations;

/// <summary>Whoever has a question holds it out to a person or a topic, with a brief of what was said so far.</summary>
/// <param name="To">A member id; empty: whoever is next for the topic.</param>
/// <param name="Topic">A topic's id; empty: the question's own.</param>
public sealed record HandOver(string To, string Topic, string Brief) : IForm<HandOver>
{
    /// <summary>The press that opens it, and the field ids.</summary>
    public const string OpenId = "question.hand-over-open", ToField = "to", TopicField = "topic", BriefField = "brief";

    /// <summary>Most characters of the brief.</summary>
    public const int MostBrief = 3000;

    /// <inheritdoc/>
    public static string Id => "question.hand-over";

    /// <inheritdoc/>
    public static HandOver Read(Answers answers) => new(answers[ToField], answers[TopicField], answers[BriefField]);

    /// <summary>The form.</summary>
    public static Form Form(QuestionWords question, int offer, IReadOnlyList<Choice> topics, IReadOnlyList<Choice> nearby) => new(new Ref(Id, question.Id, offer), $"Hand over", $"Hand over",
    [
        new Field.People(ToField, $"To a person", 1) { Optional = true, Nearby = nearby },
        .. topics.Count == 0 ? Array.Empty<Field>() : [new Field.Pick(TopicField, $"Or to a topic", topics) { Optional = true, Hint = $"Whoever is next for it is asked." }],
        new Field.Line(BriefField, $"What they need to know", MostBrief, Lines: true) { Initial = Assembled(question), Hint = $"Made of what was said so far; change it as you like. They get the whole conversation too." },
        new Field.Note("until", $"It stays yours until they accept, and you can take it back until then."),
    ])
    { Reopens = new Ref(OpenId, question.Id, offer) };

    // The question comes first and stays whole; of a long conversation, the latest words.
    static string Assembled(QuestionWords question)
    {
        var head = string.Join('\n', new[] { ("", question.Words), ("Customer: ", question.Customer), ("They need: ", question.Need), ("Tried: ", question.Tried) }.Where(line => line.Item2.Length > 0).Select(line => line.Item1 + line.Item2));
        if (head.Length > MostBrief)
            return $"{head[..(MostBrief - 1)]}…";
        var room = MostBrief - head.Length;
        var said = question.Said.Reverse().Select(one => $"\n{one.Line}").TakeWhile(line => (room -= line.Length) >= 0).Reverse();
        return head + string.Concat(said);
    }
}
