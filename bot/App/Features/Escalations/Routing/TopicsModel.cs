namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>An example by its own key, so that the same question learnt again takes its own place.</summary>
public readonly record struct KeyedExample(Guid Key, Guid Topic, string Text);

/// <summary>
/// One generation of the router: the topics as they stood, the model built from all examples up to a position, and what it learnt since, in order.
/// Safe to ask from many threads while one learns.
/// </summary>
public sealed class TopicsModel
{
    public const int MostSimilar = 50;

    // BM25 gives a text of usual length some 0.45 for itself: half of what is telling stands in both.
    const double Like = 0.2;

    readonly Guid[] _topics;
    readonly Dictionary<Guid, int> _numbers;
    readonly TopicRouter _router;
    readonly SimilarTexts<(Guid Key, int Topic)> _examples = new();
    readonly Dictionary<Guid, int> _topicOf = [];

    TopicsModel(int generation, Guid[] topics, Dictionary<Guid, int> numbers, TopicRouter router) => (Generation, _topics, _numbers, _router) = (generation, topics, numbers, router);

    public int Generation { get; }

    /// <summary>The last position that it learnt.</summary>
    public long Position { get; private set; }

    /// <summary>Takes as long as there is much to learn: for a thread of its own.</summary>
    /// <param name="examples">In the order that is the same everywhere; of topics not among these there is nothing to learn.</param>
    public static TopicsModel Build(int generation, long position, IReadOnlyList<Guid> topics, IReadOnlyList<KeyedExample> examples, CancellationToken cancel)
    {
        var numbers = topics.Index().ToDictionary(topic => topic.Item, topic => topic.Index);
        var known = examples.Where(one => numbers.ContainsKey(one.Topic)).ToList();
        var router = TopicRouter.Build(topics.Count, known.ConvertAll(one => new Example(one.Text, numbers[one.Topic])), cancel);
        var model = new TopicsModel(generation, [.. topics], numbers, router) { Position = position };
        foreach (var one in known)
            model.Remember(one);
        return model;
    }

    public void Learn(KeyedExample example, long position)
    {
        if (_numbers.TryGetValue(example.Topic, out var topic))
        {
            _router.Model.Learn(new(example.Text, topic));
            Remember(example);
        }
        Position = position;
    }

    /// <summary>Something at this position that there is nothing to learn from.</summary>
    internal void Pass(long position) => Position = position;

    public RoutedQuestion Route(string words)
    {
        var route = _router.Route(words);
        var similar = _examples.Find(words, MostSimilar).Where(one => one.Likeness >= Like).CountBy(one => one.Key.Topic).ToDictionary();
        return new(true, [.. route.Topics.Select(one => new LikelyTopic(_topics[one.Topic], similar.GetValueOrDefault(one.Topic), _router.Model.WordsFor(words, one.Topic)))], route.IsKnown, route.IsSure);
    }

    void Remember(KeyedExample example)
    {
        var topic = _numbers[example.Topic];
        if (_topicOf.TryGetValue(example.Key, out var before) && before != topic)
            _examples.Remove((example.Key, before));
        _topicOf[example.Key] = topic;
        _examples.Add((example.Key, topic), example.Text);
    }
}
