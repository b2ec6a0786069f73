using System.Numerics;
using ServiceCulture.Bot.Features.Crisis;

namespace ServiceCulture.Bench.Crisis;

/// <summary>A sentence as it was read, what the lists found in it, and whether it is a cry for help.</summary>
sealed record Cry(Sentence Sentence, ListsFound Found, bool IsCry);

/// <summary>
/// Learns the shapes: step by step against the slope of the error (Adam), in every step without a half of them, so that none leans
/// on another. The same sentences give the same shapes on the same kind of machine.
/// </summary>
sealed class ShapeTraining
{
    const int Rounds = 10, Together = 32, LeastSeen = 3;
    const float Speed = 0.001f, Decay = 0.01f, LeftOut = 0.5f, Fade = 0.9f, FadeSquares = 0.999f;

    readonly Shapes _shapes;
    readonly float[][] _slopes, _means, _squares;
    readonly float[] _read = new float[(Shapes.Longest + 2) * Shapes.Word];
    readonly float[] _fits = new float[Shapes.Each * Shapes.Widths.Length], _kept = new float[Shapes.Each * Shapes.Widths.Length];
    readonly int[] _places = new int[Shapes.Each * Shapes.Widths.Length];
    readonly Random _random;
    int _steps;

    ShapeTraining(Shapes shapes, int seed)
    {
        (_shapes, _random) = (shapes, new Random(seed));
        float[][] Like() => [.. shapes.Parts.Select(part => new float[part.Length])];
        (_slopes, _means, _squares) = (Like(), Like(), Like());
    }

    internal static Shapes Run(IReadOnlyList<Cry> cries, Dictionary<string, int> meanings, int seed)
    {
        var own = cries.SelectMany(one => one.Sentence.Plain.Distinct()).CountBy(word => word).Where(pair => pair.Value >= LeastSeen).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        var training = new ShapeTraining(new Shapes(meanings, own), seed);
        training.Begin();
        var order = cries.ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            training._random.Shuffle(order);
            foreach (var together in order.Chunk(Together))
                training.Step(together, round < Rounds * 2 / 3 ? Speed : Speed * 0.3f);
        }
        return training._shapes;
    }

    void Begin()
    {
        var parts = _shapes.Parts;
        for (var width = 0; width < Shapes.Widths.Length; width++)
            Scatter(parts[width], 0.8f / MathF.Sqrt(Shapes.Widths[width] * Shapes.Word));
        Scatter(parts[2 * Shapes.Widths.Length], 0.1f);
        Scatter(parts[^2], 0.1f);
        Scatter(parts[^1], 0.05f);
        // What the lists' author believes.
        float[] beliefs = [-1, 0, 3, 2, 2, 2, 0];
        beliefs.CopyTo(parts[2 * Shapes.Widths.Length + 1], 0);
    }

    void Scatter(float[] numbers, float width)
    {
        for (var at = 0; at < numbers.Length; at++)
            numbers[at] = width * MathF.Sqrt(-2 * MathF.Log(1 - _random.NextSingle())) * MathF.Cos(2 * MathF.PI * _random.NextSingle());
    }

    void Step(Cry[] together, float speed)
    {
        foreach (var one in together)
        {
            var count = Math.Min(one.Sentence.Plain.Count, Shapes.Longest);
            var sum = Forward(one, count);
            Back(one, count, (1 / (1 + MathF.Exp(-sum)) - (one.IsCry ? 1 : 0)) / Together);
        }
        _steps++;
        for (var part = 0; part < _slopes.Length; part++)
            Move(_shapes.Parts[part], _slopes[part], _means[part], _squares[part], speed, part is 3 or 4 or 5 or 7 ? 0 : Decay);
    }

    float Forward(Cry one, int count)
    {
        _shapes.Read(one.Sentence.Plain, count, _read);
        var sum = 0f;
        for (var at = 0; at < _fits.Length; at++)
        {
            _kept[at] = _random.NextSingle() < LeftOut ? 0 : 1 / (1 - LeftOut);
            if (_kept[at] == 0)
                continue;
            (_fits[at], _places[at]) = _shapes.Best(_read, count, at / Shapes.Each, at % Shapes.Each);
            sum += Math.Max(0, _fits[at]) * _kept[at] * _shapes.Parts[6][at];
        }
        return sum + Shapes.ListsShown(one.Found).Sum(list => _shapes.Parts[7][list]);
    }

    void Back(Cry one, int count, float slope)
    {
        foreach (var list in Shapes.ListsShown(one.Found))
            _slopes[7][list] += slope;
        for (var at = 0; at < _fits.Length; at++)
            if (_kept[at] > 0 && _fits[at] > 0)
            {
                _slopes[6][at] += slope * _fits[at] * _kept[at];
                BackInto(one.Sentence.Plain, count, at, slope * _kept[at] * _shapes.Parts[6][at]);
            }
    }

    void BackInto(IReadOnlyList<string> words, int count, int at, float slope)
    {
        var (width, shape) = (at / Shapes.Each, at % Shapes.Each);
        var length = Shapes.Widths[width] * Shapes.Word;
        var weights = _shapes.Parts[width].AsSpan(shape * length, length);
        _slopes[3 + width][shape] += slope;
        AddTo(_slopes[width].AsSpan(shape * length, length), slope, _read.AsSpan(_places[at] * Shapes.Word, length));
        for (var word = 0; word < Shapes.Widths[width]; word++)
            if (_places[at] + word - 1 is >= 0 and var place && place < count)
            {
                var mine = weights.Slice((word + 1) * Shapes.Word - Shapes.Meaning - Shapes.Own, Shapes.Meaning + Shapes.Own);
                AddSlowly(_slopes[8].AsSpan(_shapes.MeaningOf(words[place]) * Shapes.Meaning, Shapes.Meaning), slope, mine);
                if (_shapes.OwnOf(words[place]) is >= 0 and var own)
                    AddSlowly(_slopes[9].AsSpan(own * Shapes.Own, Shapes.Own), slope, mine[Shapes.Meaning..]);
            }
    }

    static void AddTo(Span<float> sums, float times, ReadOnlySpan<float> numbers)
    {
        var all = new Vector<float>(times);
        for (var at = 0; at < sums.Length; at += Vector<float>.Count)
            (new Vector<float>(sums[at..]) + all * new Vector<float>(numbers[at..])).CopyTo(sums[at..]);
    }

    static void AddSlowly(Span<float> sums, float times, ReadOnlySpan<float> numbers)
    {
        for (var at = 0; at < sums.Length; at++)
            sums[at] += times * numbers[at];
    }

    void Move(float[] numbers, float[] slopes, float[] means, float[] squares, float speed, float decay)
    {
        var (ofMean, ofSquare) = (1 - MathF.Pow(Fade, _steps), 1 - MathF.Pow(FadeSquares, _steps));
        for (var at = 0; at < numbers.Length; at++)
            if (slopes[at] != 0 || means[at] != 0)
            {
                means[at] = Fade * means[at] + (1 - Fade) * slopes[at];
                squares[at] = FadeSquares * squares[at] + (1 - FadeSquares) * slopes[at] * slopes[at];
                numbers[at] -= speed * (means[at] / ofMean / (MathF.Sqrt(squares[at] / ofSquare) + 1e-8f) + decay * numbers[at]);
                slopes[at] = 0;
            }
    }
}
