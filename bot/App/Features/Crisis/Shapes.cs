using System.Numerics;
using System.Runtime.InteropServices;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// Looks at one to four words beside each other by what they are near to in use, so that words which no sentence of ours holds are
/// judged like those that are used alike. Every shape keeps only the place where it fits best; thoughts are what several shapes say
/// together. Shapes and thoughts speak for each kind of cry and for ordinary words.
/// </summary>
sealed class Shapes
{
    internal const int Meaning = 15, Own = 20, Word = WordUsage.Numbers + 1 + Meaning + Own, Each = 64, Longest = 60, Thoughts = 32, Kinds = 5, Lists = 8;
    internal static readonly int[] Widths = [1, 2, 3, 4];
    internal static readonly int All = Each * Widths.Length;

    // The numbers of use are bytes; the shapes were learnt at this size.
    const float Scale = 60;

    // To miss the plainest cry is worst, and the veiled one is nearest to sadness: ordinary, explicit, veiled, seeking, about someone else.
    static readonly float[] More = [0, 2, -1, 0, 0];

    [ThreadStatic]
    static float[]? _read, _fits;

    readonly Dictionary<string, int> _meanings, _own;
    readonly WordUsage _usage = WordUsage.English;

    /// <param name="meanings">For each word the place of its meaning, from 1 on.</param>
    /// <param name="own">Words that are frequent enough to have numbers of their own.</param>
    internal Shapes(Dictionary<string, int> meanings, IReadOnlyList<string> own)
    {
        (_meanings, OwnWords) = (meanings, own);
        _own = own.Select((word, at) => (word, at)).ToDictionary(pair => pair.word, pair => pair.at, StringComparer.Ordinal);
        OfWidth = [.. Widths.Select(width => new float[Each * width * Word])];
        Starts = new float[All];
        OfThoughts = new float[Thoughts * (All + Lists)];
        OfKinds = new float[Kinds * (All + Lists + Thoughts)];
        OfMeanings = new float[(meanings.Values.DefaultIfEmpty().Max() + 1) * Meaning];
        OfOwn = new float[own.Count * Own];
        Parts = [.. OfWidth, Starts, OfThoughts, OfKinds, OfMeanings, OfOwn];
    }

    internal IReadOnlyList<string> OwnWords { get; }

    /// <summary>The shapes of each width: a row for each.</summary>
    internal float[][] OfWidth { get; }

    /// <summary>What each shape begins to count with.</summary>
    internal float[] Starts { get; }

    /// <summary>For each thought what each shape and list adds; for each kind what shapes, lists and thoughts add.</summary>
    internal float[] OfThoughts { get; }
    internal float[] OfKinds { get; }

    /// <summary>The numbers of meanings, and the frequent words' own.</summary>
    internal float[] OfMeanings { get; }
    internal float[] OfOwn { get; }

    /// <summary>All that is learnt.</summary>
    internal float[][] Parts { get; }

    internal int MeaningOf(string word) => _meanings.GetValueOrDefault(word);

    internal int OwnOf(string word) => _own.GetValueOrDefault(word, -1);

    /// <summary>How much likelier a cry is than ordinary words, as a logarithm.</summary>
    internal float Sum(Sentence sentence, ListsFound found)
    {
        var count = Math.Min(sentence.Plain.Count, Longest);
        var read = _read ??= new float[(Longest + 4) * Word];
        var fits = _fits ??= new float[All + Lists + Thoughts];
        Read(sentence.Plain, count, read);
        for (var at = 0; at < All; at++)
            fits[at] = Math.Max(0, Best(read, count, at / Each, at % Each).Fit);
        Show(found, fits.AsSpan(All, Lists));
        Think(fits);
        Span<float> kinds = stackalloc float[Kinds];
        Speak(fits, kinds);
        for (var kind = 0; kind < Kinds; kind++)
            kinds[kind] += More[kind];
        return OfCry(kinds) - kinds[0];
    }

    /// <summary>What the lists found, a number for each thing.</summary>
    internal static void Show(ListsFound found, Span<float> into)
    {
        into.Clear();
        into[0] = 1;
        into[found.Kind is { } kind ? 2 + (int)kind : 1] = 1;
        into[6] = found.IsHarmless ? 1 : 0;
        into[7] = found.IsHalf ? 1 : 0;
    }

    /// <summary>From shapes and lists to thoughts, behind them.</summary>
    internal void Think(float[] fits)
    {
        for (var thought = 0; thought < Thoughts; thought++)
            fits[All + Lists + thought] = Math.Max(0, Product(OfThoughts.AsSpan(thought * (All + Lists), All + Lists), fits.AsSpan(0, All + Lists)));
    }

    /// <summary>What speaks for ordinary words, and for each kind of cry.</summary>
    internal void Speak(float[] fits, Span<float> kinds)
    {
        for (var kind = 0; kind < Kinds; kind++)
            kinds[kind] = Product(OfKinds.AsSpan(kind * fits.Length, fits.Length), fits);
    }

    internal static float OfCry(ReadOnlySpan<float> kinds)
    {
        var most = MathF.Max(MathF.Max(kinds[1], kinds[2]), MathF.Max(kinds[3], kinds[4]));
        var sum = 0f;
        foreach (var kind in kinds[1..])
            sum += MathF.Exp(kind - most);
        return most + MathF.Log(sum);
    }

    /// <summary>How well a shape fits where it fits best, and which word that begins at (0: before the first).</summary>
    internal (float Fit, int At) Best(float[] read, int count, int width, int shape)
    {
        var length = Widths[width] * Word;
        var weights = OfWidth[width].AsSpan(shape * length, length);
        var (best, place) = (float.MinValue, 0);
        for (var at = 0; at == 0 || at + Widths[width] <= count + 2; at++)
            if (Product(weights, read.AsSpan(at * Word, length)) is var fit && fit > best)
                (best, place) = (fit, at);
        return (best + Starts[width * Each + shape], place);
    }

    /// <summary>The words as numbers, with room before the first and behind the last.</summary>
    internal void Read(IReadOnlyList<string> words, int count, float[] into)
    {
        Array.Clear(into, 0, (count + 4) * Word);
        for (var at = 0; at < count; at++)
        {
            var place = into.AsSpan((at + 1) * Word, Word);
            var numbers = _usage.NumbersOf(words[at]);
            for (var number = 0; number < numbers.Length; number++)
                place[number] = numbers[number] / Scale;
            place[WordUsage.Numbers] = numbers.Length == 0 ? 1 : 0;
            OfMeanings.AsSpan(MeaningOf(words[at]) * Meaning, Meaning).CopyTo(place[(WordUsage.Numbers + 1)..]);
            if (OwnOf(words[at]) is >= 0 and var own)
                OfOwn.AsSpan(own * Own, Own).CopyTo(place[(WordUsage.Numbers + 1 + Meaning)..]);
        }
    }

    // Four sums beside each other, so that none needs to wait for another. All lengths are multiples of eight.
    static float Product(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(one);
        var b = MemoryMarshal.Cast<float, Vector<float>>(other);
        Vector<float> first = Vector<float>.Zero, second = first, third = first, fourth = first;
        var at = 0;
        for (; at + 4 <= a.Length; at += 4)
        {
            first += a[at] * b[at];
            second += a[at + 1] * b[at + 1];
            third += a[at + 2] * b[at + 2];
            fourth += a[at + 3] * b[at + 3];
        }
        for (; at < a.Length; at++)
            first += a[at] * b[at];
        return Vector.Sum(first + second + (third + fourth));
    }

    /// <summary>The frequent words and every number at half its size.</summary>
    internal void Write(Stream stream)
    {
        using var file = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        file.Write(string.Join(' ', OwnWords));
        foreach (var number in Parts.SelectMany(part => part))
            file.Write((Half)number);
    }

    internal static List<Shapes> ReadAll(Stream stream, Dictionary<string, int> meanings)
    {
        using var file = new BinaryReader(stream);
        var all = new List<Shapes>();
        while (stream.Position < stream.Length)
            all.Add(Read(file, meanings));
        return all;
    }

    static Shapes Read(BinaryReader file, Dictionary<string, int> meanings)
    {
        var shapes = new Shapes(meanings, file.ReadString().Split(' '));
        foreach (var part in shapes.Parts)
            for (var at = 0; at < part.Length; at++)
                part[at] = (float)file.ReadHalf();
        return shapes;
    }
}
