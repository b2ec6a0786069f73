using System.Numerics;
using System.Runtime.InteropServices;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>
/// One weight for each feature and topic, a feature's weights side by side, so that all topics are reckoned in one sweep. Each topic is a linear
/// support vector machine of its own (squared hinge), solved in its dual by coordinate descent: see Hsieh et al., "A Dual Coordinate Descent Method
/// for Large-scale Linear SVM", ICML 2008. No sum crosses topics, so the numbers are the same whatever the width of the processor's registers.
/// </summary>
sealed class TopicWeights
{
    const int RowsTogether = 4096;

    // What was not of a topic need only stay below a little, what was of it must reach 1: so a question that belongs nowhere scores low everywhere.
    const float OfTopic = 1f, NotOfTopic = -0.3f;
    const float CostOfTopic = 4f, CostNotOfTopic = 1f;

    readonly List<float[]> _blocks = [];

    internal TopicWeights(int topics, int rows)
    {
        (Topics, Width) = (topics, (topics + 7) / 8 * 8);
        Reserve(rows);
    }

    internal int Topics { get; }

    /// <summary>Topics, filled up to whole registers.</summary>
    internal int Width { get; }

    internal void Reserve(int rows)
    {
        while (_blocks.Count * RowsTogether < rows)
            _blocks.Add(new float[RowsTogether * Width]);
    }

    /// <summary>How much the question is of each topic: about 1 for one of it, below 0 for one of another.</summary>
    internal void Scores(QuestionVector question, Span<float> scores)
    {
        scores.Clear();
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (var at = 0; at < question.Rows.Length; at++)
        {
            var value = new Vector<float>(question.Values[at]);
            var weights = MemoryMarshal.Cast<float, Vector<float>>(Row(question.Rows[at]));
            for (var lane = 0; lane < weights.Length; lane++)
                sums[lane] += value * weights[lane];
        }
    }

    internal float Weight(int row, int topic) => Row(row)[topic];

    /// <summary>One step: the best duals of this question for all topics, the others' as they are.</summary>
    /// <param name="duals">The question's own, all 0 before it was ever learnt.</param>
    internal void Learn(QuestionVector question, int topic, Span<float> duals, Span<float> scores, Span<float> changes)
    {
        Scores(question, scores);
        var square = 0f;
        foreach (var value in question.Values)
            square += value * value;
        var changed = false;
        for (var at = 0; at < Topics; at++)
        {
            var sign = at == topic ? 1f : -1f;
            var slack = 0.5f / (at == topic ? CostOfTopic : CostNotOfTopic);
            var gradient = sign * scores[at] - (at == topic ? OfTopic : -NotOfTopic) + slack * duals[at];
            var dual = Math.Max(duals[at] - gradient / (square + slack), 0);
            changes[at] = (dual - duals[at]) * sign;
            changed |= changes[at] != 0;
            duals[at] = dual;
        }
        if (changed)
            Add(question, changes);
    }

    void Add(QuestionVector question, Span<float> changes)
    {
        var steps = MemoryMarshal.Cast<float, Vector<float>>(changes);
        for (var at = 0; at < question.Rows.Length; at++)
        {
            var value = new Vector<float>(question.Values[at]);
            var weights = MemoryMarshal.Cast<float, Vector<float>>(Row(question.Rows[at]));
            for (var lane = 0; lane < weights.Length; lane++)
                weights[lane] += value * steps[lane];
        }
    }

    Span<float> Row(int row) => _blocks[row / RowsTogether].AsSpan(row % RowsTogether * Width, Width);
}
