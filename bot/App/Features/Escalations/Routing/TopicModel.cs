namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>A question that was once solved in a topic, or a sample of that topic.</summary>
/// <param name="Topic">Its place among the topics.</param>
public readonly record struct Example(string Text, int Topic);

/// <summary>How much a question is of one topic: about 1 for one of it, below 0 for one of another. No probability.</summary>
public readonly record struct TopicScore(int Topic, float Score);

/// <summary>
/// Knows topics by examples. The same examples in the same order give the same model on every node. Safe to use from many threads: an asking or a learning is
/// well under a millisecond each, and they wait for each other.
/// </summary>
public sealed class TopicModel
{
    /// <summary>So many topics are named to whoever asks.</summary>
    public const int Named = 3;

    // 128 MB of weights at most, however much there is to learn from.
    const int MostWeights = 32_000_000;
    const int Rounds = 8;

    readonly Lock _one = new();
    readonly Vocabulary _vocabulary;
    readonly TopicWeights _weights;
    readonly float[] _scores;
    readonly float[] _duals;
    readonly float[] _changes;

    TopicModel(Vocabulary vocabulary, TopicWeights weights)
    {
        (_vocabulary, _weights) = (vocabulary, weights);
        (_scores, _duals, _changes) = (new float[weights.Width], new float[weights.Width], new float[weights.Width]);
    }

    /// <summary>How many topics there are.</summary>
    public int Topics => _weights.Topics;

    /// <summary>From nothing: some seconds for ten thousand examples.</summary>
    public static TopicModel Build(int topics, IReadOnlyList<Example> examples, CancellationToken cancel)
    {
        var vocabulary = Vocabulary.Of([.. examples.Select(example => example.Text)], MostWeights / Math.Max(8, (topics + 7) / 8 * 8));
        var weights = new TopicWeights(topics, vocabulary.Count);
        var model = new TopicModel(vocabulary, weights);
        var questions = examples.Select(example => vocabulary.Vector(example.Text)).ToArray();
        var duals = new float[examples.Count][];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            Shuffle(order, round);
            foreach (var at in order)
            {
                cancel.ThrowIfCancellationRequested();
                weights.Learn(questions[at], examples[at].Topic, duals[at] ??= new float[weights.Width], model._scores, model._changes);
            }
        }
        return model;
    }

    /// <summary>The likeliest topics, the best first; at most <see cref="Named"/>.</summary>
    public IReadOnlyList<TopicScore> Rank(string question)
    {
        lock (_one)
        {
            _weights.Scores(_vocabulary.Vector(question), _scores);
            return Best();
        }
    }

    /// <summary>One more example, in well under 5 ms. Topics that came after the building are learnt by the next one.</summary>
    public void Learn(Example example)
    {
        if (example.Topic >= Topics)
            return;
        lock (_one)
        {
            var question = _vocabulary.Vector(example.Text, grow: true);
            _weights.Reserve(_vocabulary.Count);
            Array.Clear(_duals);
            _weights.Learn(question, example.Topic, _duals, _scores, _changes);
        }
    }

    /// <summary>The words of the question that speak most for the topic, as they were written; at most two.</summary>
    public IReadOnlyList<string> WordsFor(string question, int topic)
    {
        lock (_one)
        {
            return [.. Tokens.Of(question).Where(word => word.Length > 3).Distinct()
                .Select(word => (Word: word, Weight: Spoke(word, topic)))
                .Where(word => word.Weight > 0).OrderByDescending(word => word.Weight).Take(2).Select(word => word.Word)];
        }
    }

    float Spoke(string word, int topic) => _vocabulary.RowOf(Features.OfStem(word)) is >= 0 and var row ? _weights.Weight(row, topic) : 0;

    List<TopicScore> Best()
    {
        var best = new List<TopicScore>(Named + 1);
        for (var topic = 0; topic < Topics; topic++)
        {
            var at = best.Count;
            while (at > 0 && best[at - 1].Score < _scores[topic])
                at--;
            if (at < Named)
                best.Insert(at, new(topic, _scores[topic]));
            if (best.Count > Named)
                best.RemoveAt(Named);
        }
        return best;
    }

    // An order that is the same in every run and on every node, another one each round.
    static void Shuffle(int[] order, int round)
    {
        var state = 0x2545F4914F6CDD1DUL + (ulong)round;
        for (var at = order.Length - 1; at > 0; at--)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            var other = (int)(state % (ulong)(at + 1));
            (order[at], order[other]) = (order[other], order[at]);
        }
    }
}
