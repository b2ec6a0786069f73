using ServiceCulture.Bot.Features.SelfTalk;

namespace ServiceCulture.Bench.SelfTalk;

/// <summary>A text as the numbers of its features, and what it is (0: plain).</summary>
sealed record Example((int Feature, float Times)[] Features, int Outcome);

/// <summary>
/// Softmax regression that starts from what the cues' author believes and moves away from it only as far as the examples ask:
/// a cue that no example shows still speaks. The same examples in the same order give the same weights.
/// </summary>
sealed class Training(IReadOnlyList<string> names, Dictionary<string, float[]> beliefs)
{
    const int LeastSeen = 2;
    const int Rounds = 20;
    const float Step = 0.2f;

    readonly float[]?[] _beliefs = [.. names.Select(beliefs.GetValueOrDefault)];
    readonly float[] _pulls = [.. names.Select(Pull)];

    // How strongly a weight is held back, for all examples together: single words and pairs of kinds more than what few features carry.
    static float Pull(string name) => name.Split(' ')[0] switch { Weights.Bias => 5, "s" or "w" or "c" => 4, "cc" => 10, "e" => 0.15f, _ => 5 };

    /// <summary>The mean of the later rounds. Null: seen too seldom to say anything.</summary>
    internal float[]?[] Run(IReadOnlyList<Example> examples)
    {
        var seen = new int[names.Count];
        foreach (var (feature, _) in examples.SelectMany(one => one.Features))
            seen[feature]++;
        var weights = new float[]?[names.Count];
        for (var feature = 0; feature < weights.Length; feature++)
            weights[feature] = seen[feature] >= LeastSeen || _beliefs[feature] is not null ? (float[]?)_beliefs[feature]?.Clone() ?? new float[Weights.Outcomes] : null;
        var (squares, sums) = (Array.ConvertAll(weights, Empty), Array.ConvertAll(weights, Empty));
        var (random, order) = (new Random(1), Enumerable.Range(0, examples.Count).ToArray());
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
                Learn(examples[at], weights, squares, seen);
            if (round >= Rounds / 2)
                Add(weights, sums);
        }
        return Array.ConvertAll(sums, sum => sum is null ? null : Array.ConvertAll(sum, one => one / (Rounds - Rounds / 2)));
    }

    internal static float[] Shares(Example example, float[]?[] weights)
    {
        var sums = new float[Weights.Outcomes];
        foreach (var (feature, times) in example.Features)
            if (weights[feature] is { } row)
                for (var k = 0; k < sums.Length; k++)
                    sums[k] += times * row[k];
        return Weights.Share(sums);
    }

    void Learn(Example example, float[]?[] weights, float[]?[] squares, int[] seen)
    {
        var shares = Shares(example, weights);
        foreach (var (feature, times) in example.Features)
            if (weights[feature] is { } row)
                for (var k = 0; k < row.Length; k++)
                {
                    var slope = (shares[k] - (k == example.Outcome ? 1 : 0)) * times + _pulls[feature] / seen[feature] * (row[k] - (_beliefs[feature]?[k] ?? 0));
                    squares[feature]![k] += slope * slope;
                    row[k] -= Step * slope / MathF.Sqrt(squares[feature]![k] + 1);
                }
    }

    static void Add(float[]?[] weights, float[]?[] sums)
    {
        for (var feature = 0; feature < weights.Length; feature++)
            for (var k = 0; k < (weights[feature]?.Length ?? 0); k++)
                sums[feature]![k] += weights[feature]![k];
    }

    static float[]? Empty(float[]? like) => like is null ? null : new float[like.Length];
}
