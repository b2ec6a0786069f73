using ServiceCulture.Bot.Features.SelfTalk;

namespace ServiceCulture.Bench.SelfTalk;

/// <summary>A text as its features, what it is (0: plain) and how much it weighs.</summary>
sealed record Example(KeyValuePair<string, float>[] Features, int Outcome, float Weight);

/// <summary>
/// Softmax regression that starts from what the cues' author believes and moves away from it only as far as the examples ask:
/// a cue that no example shows still speaks.
/// </summary>
static class Training
{
    const int Runs = 6;
    const int LeastSeen = 3;
    const int Rounds = 10;
    const float Step = 0.15f;

    /// <summary>The mean of several runs that see the examples in different orders.</summary>
    internal static Dictionary<string, float[]> Run(IReadOnlyList<Example> examples, Dictionary<string, float[]> beliefs, float cuePull, float wordPull)
    {
        var runs = Enumerable.Range(1, Runs).AsParallel().Select(seed => Once(examples, beliefs, cuePull, wordPull, seed)).ToList();
        return runs[0].ToDictionary(pair => pair.Key, pair => Enumerable.Range(0, Weights.Outcomes).Select(at => runs.Average(run => run[pair.Key][at])).ToArray());
    }

    static Dictionary<string, float[]> Once(IReadOnlyList<Example> examples, Dictionary<string, float[]> beliefs, float cuePull, float wordPull, int seed)
    {
        var weights = beliefs.ToDictionary(pair => pair.Key, pair => (float[])pair.Value.Clone());
        var seen = examples.SelectMany(one => one.Features).CountBy(feature => feature.Key).Where(pair => pair.Value >= LeastSeen).Select(pair => pair.Key);
        foreach (var feature in seen)
            weights.TryAdd(feature, new float[Weights.Outcomes]);
        var squares = weights.ToDictionary(pair => pair.Key, _ => new float[Weights.Outcomes]);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
                Learn(examples[at], weights, squares, beliefs, cuePull / examples.Count, wordPull / examples.Count);
        }
        return weights;
    }

    static void Learn(Example example, Dictionary<string, float[]> weights, Dictionary<string, float[]> squares, Dictionary<string, float[]> beliefs, float cuePull, float wordPull)
    {
        var sums = new float[Weights.Outcomes];
        foreach (var (feature, times) in example.Features)
            if (weights.TryGetValue(feature, out var weight))
                for (var k = 0; k < sums.Length; k++)
                    sums[k] += times * weight[k];
        var shares = Weights.Share(sums);
        foreach (var (feature, times) in example.Features)
        {
            if (!weights.TryGetValue(feature, out var weight))
                continue;
            var square = squares[feature];
            var belief = beliefs.GetValueOrDefault(feature);
            var pull = feature.StartsWith("w ", StringComparison.Ordinal) || feature.StartsWith("s ", StringComparison.Ordinal) ? wordPull : cuePull;
            for (var k = 0; k < weight.Length; k++)
            {
                // The pull is per example in which the feature is seen, so it is scaled up to be the same for rare ones.
                var slope = example.Weight * (shares[k] - (k == example.Outcome ? 1 : 0)) * times + pull * (weight[k] - (belief?[k] ?? 0)) * 20;
                square[k] += slope * slope;
                weight[k] -= Step * slope / MathF.Sqrt(square[k] + 1);
            }
        }
    }
}
