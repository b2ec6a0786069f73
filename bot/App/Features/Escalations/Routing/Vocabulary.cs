namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>
/// Which features have a row among the weights, and how telling each is (rarer is more telling). Fixed when the model is built; what is learnt
/// later may add rows while there is room. Not safe for writing by two threads.
/// </summary>
sealed class Vocabulary
{
    static readonly float[] FamilyWeights = [0.5f, 1f, 0.7f, 1.5f, 1.4f, 1f, 1.7f];

    readonly int[] _rows;
    readonly List<float> _rarity;
    readonly int _most;
    readonly float _newRarity;

    Vocabulary(int[] rows, List<float> rarity, int most, float newRarity) => (_rows, _rarity, _most, _newRarity) = (rows, rarity, most, newRarity);

    internal int Count => _rarity.Count;

    /// <param name="most">At most so many rows; the rarest features go without.</param>
    internal static Vocabulary Of(IReadOnlyList<string> texts, int most)
    {
        var counts = Counted(texts);
        var fewest = Fewest(counts, most);
        var rows = new int[Features.Buckets];
        var rarity = new List<float>();
        Array.Fill(rows, -1);
        for (var bucket = 0; bucket < rows.Length; bucket++)
            if (counts[bucket] >= fewest && rarity.Count < most)
            {
                rows[bucket] = rarity.Count;
                rarity.Add(Rarity(texts.Count, counts[bucket]));
            }
        return new(rows, rarity, most, Rarity(texts.Count, 1));
    }

    /// <param name="grow">Gives features that have no row yet one each: for learning.</param>
    internal QuestionVector Vector(string text, bool grow = false)
    {
        var features = new List<Feature>(400);
        Features.Of(text, features);
        var found = new List<(int Row, Family Family)>(features.Count);
        foreach (var (bucket, family) in features)
            if (Row(bucket, grow) is >= 0 and var row)
                found.Add((row, family));
        found.Sort((one, other) => one.Row.CompareTo(other.Row));
        return Weighed(found);
    }

    internal int RowOf(int bucket) => _rows[bucket];

    int Row(int bucket, bool grow)
    {
        if (_rows[bucket] < 0 && grow && _rarity.Count < _most)
        {
            _rows[bucket] = _rarity.Count;
            _rarity.Add(_newRarity);
        }
        return _rows[bucket];
    }

    // Each family has length 1 before the families are weighed against each other.
    QuestionVector Weighed(List<(int Row, Family Family)> found)
    {
        var rows = new List<int>(found.Count);
        var values = new List<float>(found.Count);
        var families = new List<Family>(found.Count);
        Span<double> squares = stackalloc double[Features.Families];
        for (int at = 0, next; at < found.Count; at = next)
        {
            for (next = at + 1; next < found.Count && found[next].Row == found[at].Row; next++) { }
            var value = (float)(1 + Math.Log(next - at)) * _rarity[found[at].Row];
            rows.Add(found[at].Row);
            values.Add(value);
            families.Add(found[at].Family);
            squares[(int)found[at].Family] += (double)value * value;
        }
        var all = 0.0;
        for (var family = 0; family < squares.Length; family++)
            all += squares[family] > 0 ? FamilyWeights[family] * FamilyWeights[family] : 0;
        for (var at = 0; at < values.Count; at++)
            values[at] = (float)(values[at] * FamilyWeights[(int)families[at]] / Math.Sqrt(squares[(int)families[at]] * all));
        return new([.. rows], [.. values]);
    }

    static int[] Counted(IReadOnlyList<string> texts)
    {
        var counts = new int[Features.Buckets];
        var last = new int[Features.Buckets];
        var features = new List<Feature>(400);
        for (var text = 0; text < texts.Count; text++)
        {
            Features.Of(texts[text], features);
            foreach (var (bucket, _) in features)
                if (last[bucket] != text + 1)
                    (last[bucket], counts[bucket]) = (text + 1, counts[bucket] + 1);
        }
        return counts;
    }

    // The lowest count at which the rows suffice: with little to learn from that is 1, because then a word seen once tells much.
    static int Fewest(int[] counts, int most)
    {
        for (var fewest = 1; ; fewest++)
            if (counts.Count(count => count >= fewest) <= most)
                return fewest;
    }

    static float Rarity(int texts, int with) => (float)(Math.Log((1.0 + texts) / (1 + with)) + 1);
}
