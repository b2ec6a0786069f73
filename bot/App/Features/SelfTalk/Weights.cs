using System.Collections.Frozen;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Adds up what the features say, as shares of one: first for "none", then for the eleven patterns.</summary>
sealed class Weights(WeightFile file)
{
    internal const string Bias = "bias";
    internal const int Outcomes = 12;

    readonly FrozenDictionary<string, float[]> _weights = file.Weights.ToFrozenDictionary();

    internal float[] Shares(Dictionary<string, float> features)
    {
        var sums = (float[])_weights[Bias].Clone();
        foreach (var (feature, times) in features)
            if (_weights.TryGetValue(feature, out var weights))
                for (var outcome = 0; outcome < Outcomes; outcome++)
                    sums[outcome] += times * weights[outcome];
        return Share(sums);
    }

    internal static float[] Share(float[] sums)
    {
        var most = sums.Max();
        var total = 0f;
        for (var outcome = 0; outcome < sums.Length; outcome++)
            total += sums[outcome] = MathF.Exp(sums[outcome] - most);
        for (var outcome = 0; outcome < sums.Length; outcome++)
            sums[outcome] /= total;
        return sums;
    }
}
