using System.Numerics;
using System.Runtime.InteropServices;
using ServiceCulture.Bot.Features.Crisis;

namespace ServiceCulture.Bench.Crisis;

/// <summary>
/// Learns the shapes: step by step against the slope of the error (Adam), in every step without a half of them, so that none leans
/// on another, and without some of the words. The same sentences give the same shapes on the same kind of machine.
/// </summary>
sealed class ShapeTraining
{
    const int Rounds = 10, Together = 32, LeastSeen = 3;
    const float Speed = 0.001f, LastSpeed = 0.05f, Decay = 0.01f;
    // The shares left out in a step: of the shapes, the thoughts, the words, and of the frequent words' own numbers; and of sentences that are joined with another.
    const float LeftOut = 0.5f, ThoughtsLeftOut = 0.2f, WordsLeftOut = 0.05f, OwnLeftOut = 0.2f, Joined = 0.35f;
    // Which cry it is teaches too, but matters less than that it is one.
    const float OfKind = 0.3f;
    static readonly int Fed = Shapes.All + Shapes.Lists;
    const float Fade = 0.9f, FadeSquares = 0.999f;

    readonly Shapes _shapes;
    readonly float[][] _slopes, _means, _squares;
    readonly float[] _read = new float[(Shapes.Longest + 4) * Shapes.Word];
    readonly float[] _fits = new float[Shapes.All + Shapes.Lists + Shapes.Thoughts], _back = new float[Shapes.All + Shapes.Lists + Shapes.Thoughts];
    readonly int[] _places = new int[Shapes.All];
    readonly float[] _kinds = new float[Shapes.Kinds], _kindSlopes = new float[Shapes.Kinds];
    readonly bool[] _ownOut = new bool[Shapes.Longest], _wordOut = new bool[Shapes.Longest];
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
            var speed = Speed * (LastSpeed + (1 - LastSpeed) * (1 + MathF.Cos(MathF.PI * round / Rounds)) / 2);
            foreach (var together in order.Chunk(Together))
                training.Step(together, order, speed);
        }
        return training._shapes;
    }

    void Begin()
    {
        for (var width = 0; width < Shapes.Widths.Length; width++)
            Scatter(_shapes.OfWidth[width], 0.8f / MathF.Sqrt(Shapes.Widths[width] * Shapes.Word));
        Scatter(_shapes.OfThoughts, 0.1f);
        Scatter(_shapes.OfKinds, 0.05f);
        Scatter(_shapes.OfMeanings, 0.1f);
        Scatter(_shapes.OfOwn, 0.05f);
        // What the lists' author believes.
        float[] beliefs = [-1, 0, 2.5f, 2, 2, 2, 0, 0.5f];
        for (var kind = 1; kind < Shapes.Kinds; kind++)
            beliefs.CopyTo(_shapes.OfKinds.AsSpan(kind * _fits.Length + Shapes.All));
    }

    void Scatter(float[] numbers, float width)
    {
        for (var at = 0; at < numbers.Length; at++)
            numbers[at] = width * MathF.Sqrt(-2 * MathF.Log(1 - _random.NextSingle())) * MathF.Cos(2 * MathF.PI * _random.NextSingle());
    }

    void Step(Cry[] together, Cry[] all, float speed)
    {
        foreach (var one in together)
            Learn(_random.NextSingle() < Joined ? one.With(all[_random.Next(all.Length)], _random) : one);
        _steps++;
        for (var part = 0; part < _slopes.Length; part++)
            Move(_shapes.Parts[part], _slopes[part], _means[part], _squares[part], speed, ReferenceEquals(_shapes.Parts[part], _shapes.Starts) ? 0 : Decay);
    }

    void Learn(Cry one)
    {
        var count = Math.Min(one.Sentence.Plain.Count, Shapes.Longest);
        Forward(one, count);
        var kind = one.Kind is { } its ? 1 + (int)its : 0;
        var ofCry = Shapes.OfCry(_kinds);
        var slope = 1 / (1 + MathF.Exp(_kinds[0] - ofCry)) - (kind > 0 ? 1 : 0);
        _kindSlopes[0] = -slope / Together;
        for (var at = 1; at < Shapes.Kinds; at++)
        {
            var share = MathF.Exp(_kinds[at] - ofCry);
            _kindSlopes[at] = (slope * share + (kind > 0 ? OfKind * (share - (at == kind ? 1 : 0)) : 0)) / Together;
        }
        Back(one, count);
    }

    void Forward(Cry one, int count)
    {
        _shapes.Read(one.Sentence.Plain, count, _read);
        LeaveWordsOut(count);
        for (var at = 0; at < Shapes.All; at++)
        {
            _fits[at] = 0;
            if (_random.NextSingle() < LeftOut)
                continue;
            (var fit, _places[at]) = _shapes.Best(_read, count, at / Shapes.Each, at % Shapes.Each);
            _fits[at] = Math.Max(0, fit) / (1 - LeftOut);
        }
        Shapes.Show(one.Found, _fits.AsSpan(Shapes.All, Shapes.Lists));
        _shapes.Think(_fits);
        foreach (ref var thought in _fits.AsSpan(Fed))
            thought = _random.NextSingle() < ThoughtsLeftOut ? 0 : thought / (1 - ThoughtsLeftOut);
        _shapes.Speak(_fits, _kinds);
    }

    void LeaveWordsOut(int count)
    {
        for (var at = 0; at < count; at++)
        {
            _wordOut[at] = _random.NextSingle() < WordsLeftOut;
            _ownOut[at] = _wordOut[at] || _random.NextSingle() < OwnLeftOut;
            var word = _read.AsSpan((at + 1) * Shapes.Word, Shapes.Word);
            if (_wordOut[at])
                word.Clear();
            else if (_ownOut[at])
                word[^Shapes.Own..].Clear();
        }
    }

    void Back(Cry one, int count)
    {
        var (ofThoughts, ofKinds) = (_slopes[Shapes.Widths.Length + 1], _slopes[Shapes.Widths.Length + 2]);
        Array.Clear(_back);
        for (var kind = 0; kind < Shapes.Kinds; kind++)
        {
            AddTo(ofKinds.AsSpan(kind * _fits.Length, _fits.Length), _kindSlopes[kind], _fits);
            AddTo(_back, _kindSlopes[kind], _shapes.OfKinds.AsSpan(kind * _fits.Length, _fits.Length));
        }
        for (var thought = 0; thought < Shapes.Thoughts; thought++)
            if (_fits[Fed + thought] > 0)
            {
                var slope = _back[Fed + thought] / (1 - ThoughtsLeftOut);
                AddTo(ofThoughts.AsSpan(thought * Fed, Fed), slope, _fits.AsSpan(0, Fed));
                AddTo(_back.AsSpan(0, Fed), slope, _shapes.OfThoughts.AsSpan(thought * Fed, Fed));
            }
        for (var at = 0; at < Shapes.All; at++)
            if (_fits[at] > 0)
                BackInto(one.Sentence.Plain, count, at, _back[at] / (1 - LeftOut));
    }

    void BackInto(IReadOnlyList<string> words, int count, int at, float slope)
    {
        var (width, shape) = (at / Shapes.Each, at % Shapes.Each);
        var length = Shapes.Widths[width] * Shapes.Word;
        var weights = _shapes.OfWidth[width].AsSpan(shape * length, length);
        _slopes[Shapes.Widths.Length][at] += slope;
        AddTo(_slopes[width].AsSpan(shape * length, length), slope, _read.AsSpan(_places[at] * Shapes.Word, length));
        for (var word = 0; word < Shapes.Widths[width]; word++)
            if (_places[at] + word - 1 is >= 0 and var place && place < count && !_wordOut[place])
            {
                var mine = weights.Slice((word + 1) * Shapes.Word - Shapes.Meaning - Shapes.Own, Shapes.Meaning + Shapes.Own);
                AddSlowly(_slopes[^2].AsSpan(_shapes.MeaningOf(words[place]) * Shapes.Meaning, Shapes.Meaning), slope, mine);
                if (!_ownOut[place] && _shapes.OwnOf(words[place]) is >= 0 and var own)
                    AddSlowly(_slopes[^1].AsSpan(own * Shapes.Own, Shapes.Own), slope, mine[Shapes.Meaning..]);
            }
    }

    static void AddTo(Span<float> sums, float times, ReadOnlySpan<float> numbers)
    {
        var all = new Vector<float>(times);
        var to = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var from = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        for (var at = 0; at < to.Length; at++)
            to[at] += all * from[at];
    }

    static void AddSlowly(Span<float> sums, float times, ReadOnlySpan<float> numbers)
    {
        for (var at = 0; at < sums.Length; at++)
            sums[at] += times * numbers[at];
    }

    void Move(float[] numbers, float[] slopes, float[] means, float[] squares, float speed, float decay)
    {
        var (ofMean, ofSquare) = (1 - MathF.Pow(Fade, _steps), 1 - MathF.Pow(FadeSquares, _steps));
        var whole = numbers.Length / Vector<float>.Count * Vector<float>.Count;
        var n = MemoryMarshal.Cast<float, Vector<float>>(numbers.AsSpan());
        var d = MemoryMarshal.Cast<float, Vector<float>>(slopes.AsSpan());
        var m = MemoryMarshal.Cast<float, Vector<float>>(means.AsSpan());
        var q = MemoryMarshal.Cast<float, Vector<float>>(squares.AsSpan());
        for (var at = 0; at < n.Length; at++)
        {
            if (d[at] == Vector<float>.Zero && m[at] == Vector<float>.Zero)
                continue;
            m[at] = Fade * m[at] + (1 - Fade) * d[at];
            q[at] = FadeSquares * q[at] + (1 - FadeSquares) * d[at] * d[at];
            n[at] -= speed * (m[at] / ofMean / (Vector.SquareRoot(q[at] / ofSquare) + new Vector<float>(1e-8f)) + decay * n[at]);
        }
        for (var at = whole; at < numbers.Length; at++)
        {
            means[at] = Fade * means[at] + (1 - Fade) * slopes[at];
            squares[at] = FadeSquares * squares[at] + (1 - FadeSquares) * slopes[at] * slopes[at];
            numbers[at] -= speed * (means[at] / ofMean / (MathF.Sqrt(squares[at] / ofSquare) + 1e-8f) + decay * numbers[at]);
        }
        Array.Clear(slopes);
    }
}
