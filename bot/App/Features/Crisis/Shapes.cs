using System.Numerics;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// Looks at one, two and three words beside each other by what they are near to in use, so that words which no sentence of ours
/// holds are judged like those that are used alike. Every shape keeps only the place where it fits best; their sum is the judgement.
/// </summary>
sealed class Shapes
{
    internal const int Meaning = 15, Own = 12, Word = WordUsage.Numbers + 1 + Meaning + Own, Each = 48, Longest = 60;
    internal static readonly int[] Widths = [1, 2, 3];

    // The numbers of use are bytes; the shapes were learnt at this size.
    const float Scale = 60;

    [ThreadStatic]
    static float[]? _read;

    readonly Dictionary<string, int> _meanings, _own;
    readonly WordUsage _usage = WordUsage.English;

    /// <param name="meanings">For each word the place of its meaning, from 1 on.</param>
    /// <param name="own">Words that are frequent enough to have numbers of their own.</param>
    internal Shapes(Dictionary<string, int> meanings, IReadOnlyList<string> own)
    {
        (_meanings, OwnWords) = (meanings, own);
        _own = own.Select((word, at) => (word, at)).ToDictionary(pair => pair.word, pair => pair.at, StringComparer.Ordinal);
        Parts = [.. Widths.Select(width => new float[Each * width * Word]), .. Widths.Select(_ => new float[Each]), new float[Each * Widths.Length], new float[Lists],
            new float[(meanings.Values.DefaultIfEmpty().Max() + 1) * Meaning], new float[own.Count * Own]];
    }

    internal const int Lists = 7;

    internal IReadOnlyList<string> OwnWords { get; }

    /// <summary>All that is learnt: the shapes of each width, where they begin to count, what each adds, what the lists add, the meanings and the words' own numbers.</summary>
    internal float[][] Parts { get; }

    internal int MeaningOf(string word) => _meanings.GetValueOrDefault(word);

    internal int OwnOf(string word) => _own.GetValueOrDefault(word, -1);

    internal float Sum(Sentence sentence, ListsFound found)
    {
        var count = Math.Min(sentence.Plain.Count, Longest);
        var read = _read ??= new float[(Longest + 2) * Word];
        Read(sentence.Plain, count, read);
        var sum = 0f;
        for (var width = 0; width < Widths.Length; width++)
            for (var shape = 0; shape < Each; shape++)
                sum += Math.Max(0, Best(read, count, width, shape).Fit) * Parts[2 * Widths.Length][width * Each + shape];
        foreach (var at in ListsShown(found))
            sum += Parts[2 * Widths.Length + 1][at];
        return sum;
    }

    internal static IEnumerable<int> ListsShown(ListsFound found)
    {
        yield return 0;
        yield return found.Kind is { } kind ? 2 + (int)kind : 1;
        if (found.IsHarmless)
            yield return Lists - 1;
    }

    /// <summary>How well a shape fits where it fits best, and which word that begins at (0: before the first).</summary>
    internal (float Fit, int At) Best(float[] read, int count, int width, int shape)
    {
        var length = Widths[width] * Word;
        var weights = Parts[width].AsSpan(shape * length, length);
        var (best, place) = (float.MinValue, 0);
        for (var at = 0; at + Widths[width] <= count + 2; at++)
            if (Product(weights, read.AsSpan(at * Word, length)) is var fit && fit > best)
                (best, place) = (fit, at);
        return (best + Parts[Widths.Length + width][shape], place);
    }

    /// <summary>The words as numbers, with room before the first and behind the last.</summary>
    internal void Read(IReadOnlyList<string> words, int count, float[] into)
    {
        Array.Clear(into, 0, (count + 2) * Word);
        for (var at = 0; at < count; at++)
        {
            var place = into.AsSpan((at + 1) * Word, Word);
            var numbers = _usage.NumbersOf(words[at]);
            for (var number = 0; number < numbers.Length; number++)
                place[number] = numbers[number] / Scale;
            place[WordUsage.Numbers] = numbers.Length == 0 ? 1 : 0;
            Parts[^2].AsSpan(MeaningOf(words[at]) * Meaning, Meaning).CopyTo(place[(WordUsage.Numbers + 1)..]);
            if (OwnOf(words[at]) is >= 0 and var own)
                Parts[^1].AsSpan(own * Own, Own).CopyTo(place[(WordUsage.Numbers + 1 + Meaning)..]);
        }
    }

    static float Product(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = Vector<float>.Zero;
        for (var at = 0; at < one.Length; at += Vector<float>.Count)
            sum += new Vector<float>(one[at..]) * new Vector<float>(other[at..]);
        return Vector.Sum(sum);
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
