using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// How everyday words are used: for each a kind (words that stand in the same places share one) and a hundred numbers that are
/// near each other for words of near meaning. Taken from the public-domain GloVe vectors; nothing is learnt from what people write here.
/// </summary>
sealed class WordUsage
{
    internal const int Numbers = 100;
    internal const char Mark = '~';

    // The numbers are kept as bytes of a length of one, twice as fine as 127 would give; what is larger is cut.
    const float Scale = 254;

    static readonly string[] Names = [.. Enumerable.Range(0, Numbers).Select(at => $"e {at}")];
    static readonly string[] Kinds = [.. Enumerable.Range(0, 256).Select(at => Mark + at.ToString(CultureInfo.InvariantCulture))];

    readonly Dictionary<string, int> _places;
    readonly byte[] _kinds;
    readonly sbyte[] _numbers;

    static readonly Lazy<WordUsage> Shipped = new(() =>
    {
        using var stream = typeof(WordUsage).Assembly.GetManifestResourceStream("Words/usage.en.bin") ?? throw new InvalidOperationException("The use of words is not shipped.");
        return Read(stream);
    });

    WordUsage(Dictionary<string, int> places, byte[] kinds, sbyte[] numbers) => (_places, _kinds, _numbers) = (places, kinds, numbers);

    /// <summary>The shipped language.</summary>
    internal static WordUsage English => Shipped.Value;

    // A count, then for each word its length, its letters, its kind and its numbers.
    static WordUsage Read(Stream stream)
    {
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        ReadOnlySpan<byte> bytes = whole.GetBuffer().AsSpan(0, (int)whole.Length);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var (places, kinds, numbers) = (new Dictionary<string, int>(count), new byte[count], new sbyte[count * Numbers]);
        bytes = bytes[4..];
        for (var at = 0; at < count; at++)
        {
            var letters = bytes[0];
            places[Encoding.ASCII.GetString(bytes.Slice(1, letters))] = at;
            kinds[at] = bytes[1 + letters];
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(bytes.Slice(2 + letters, Numbers)).CopyTo(numbers.AsSpan(at * Numbers));
            bytes = bytes[(2 + letters + Numbers)..];
        }
        return new(places, kinds, numbers);
    }

    /// <returns>Null: a word that is not among the everyday ones.</returns>
    internal string? Kind(string word) => _places.TryGetValue(word, out var at) ? Kinds[_kinds[at]] : null;

    /// <returns>The hundred numbers, from -127 to 127; none: a word that is not among the everyday ones.</returns>
    internal ReadOnlySpan<sbyte> NumbersOf(string word) => _places.TryGetValue(word, out var at) ? _numbers.AsSpan(at * Numbers, Numbers) : [];

    /// <summary>Adds the mean of the words' numbers.</summary>
    internal void AddMeans(IEnumerable<string> words, Dictionary<string, float> features)
    {
        var sums = new float[Numbers];
        var known = 0;
        foreach (var word in words)
            if (_places.TryGetValue(word, out var place))
            {
                known++;
                for (var at = 0; at < Numbers; at++)
                    sums[at] += _numbers[place * Numbers + at];
            }
        for (var at = 0; known > 0 && at < Numbers; at++)
            features[Names[at]] = sums[at] / (known * Scale);
    }
}
