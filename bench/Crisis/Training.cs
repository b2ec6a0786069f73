using ServiceCulture.Bot.Features.Crisis;

namespace ServiceCulture.Bench.Crisis;

/// <summary>A text as what it shows and whether it is a cry for help.</summary>
/// <param name="Scale">How much of the sum counts.</param>
sealed record Example(string[] Signs, bool IsCry, float Scale);

/// <summary>
/// Logistic regression that starts from what the lists' author believes and moves away from it only as far as the
/// examples ask. The same examples always give the same weights.
/// </summary>
static class Training
{
    internal static readonly Dictionary<string, float> Beliefs = new()
    {
        [Sign.Bias.Name] = -2.5f,
        [Sign.Of(CrisisKind.Explicit).Name] = 5,
        [Sign.Of(CrisisKind.Veiled).Name] = 3,
        [Sign.Of(CrisisKind.Seeking).Name] = 3,
        [Sign.Of(CrisisKind.AboutSomeoneElse).Name] = 3,
    };

    internal static Dictionary<string, float> Run(IReadOnlyList<Example> examples, float pull, int leastSeen, int rounds)
    {
        var names = examples.SelectMany(one => one.Signs).CountBy(sign => sign).Where(pair => pair.Value >= leastSeen || Beliefs.ContainsKey(pair.Key)).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToArray();
        var number = names.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at);
        var rows = examples.Select(one => (Signs: one.Signs.Where(number.ContainsKey).Select(sign => number[sign]).ToArray(), one.IsCry, one.Scale)).ToArray();
        var sum = new double[names.Length];
        const int Runs = 3;
        var runs = Enumerable.Range(1, Runs).Select(seed => Once(rows, names, pull, rounds, seed)).ToList();
        return names.Select((name, at) => (name, weight: runs.Average(run => run[at]))).ToDictionary(pair => pair.name, pair => pair.weight);
    }

    static float[] Once((int[] Signs, bool IsCry, float Scale)[] rows, string[] names, float pull, int rounds, int seed)
    {
        var belief = names.Select(name => Beliefs.GetValueOrDefault(name)).ToArray();
        var weights = (float[])belief.Clone();
        var squares = new float[names.Length];
        var seen = new int[names.Length];
        foreach (var row in rows)
            foreach (var sign in row.Signs)
                seen[sign]++;
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(seed);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var (signs, isCry, scale) = rows[at];
                var sum = 0f;
                foreach (var sign in signs)
                    sum += weights[sign];
                var slope = (1 / (1 + MathF.Exp(-sum * scale)) - (isCry ? 1 : 0)) * scale;
                foreach (var sign in signs)
                {
                    var all = slope + pull * (weights[sign] - belief[sign]) / seen[sign];
                    squares[sign] += all * all;
                    weights[sign] -= 0.1f * all / MathF.Sqrt(squares[sign] + 1);
                }
            }
        }
        return weights;
    }
}
