namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>What a feature is made of. Each family is weighed by itself, so that the many pieces of letters don't drown the few words.</summary>
enum Family : byte { Word, Stem, Phrase, Pair, Piece, Kin, KinPair }

/// <summary>Something that a question has, as the bucket of its hash.</summary>
readonly record struct Feature(int Bucket, Family Family);

/// <summary>
/// What a question has: its words and their stems, words that follow each other (also over a gap of one), stems that stand near each other in either
/// order, pieces of three to five letters, which survive typing errors and compounds, and the kin of its words (<see cref="KindredWords"/>). Everything is hashed: no list of words is kept.
/// </summary>
static class Features
{
    const int Bits = 22;
    const int Near = 11;
    const int ShortestPiece = 3, LongestPiece = 5, MostLetters = 700;

    internal const int Buckets = 1 << Bits;
    internal static readonly int Families = Enum.GetValues<Family>().Length;

    internal static void Of(string text, List<Feature> features)
    {
        features.Clear();
        var words = Tokens.Of(text);
        var stemmed = words.ConvertAll(Stem.Of);
        var stems = stemmed.ConvertAll(stem => Hash(stem, Family.Stem));
        foreach (var stem in stems)
            features.Add(new(Bucket(stem), Family.Stem));
        Words(words, features);
        Pairs(stems, features);
        Pieces(words, features);
        Kin(KindredWords.In(stemmed), stems, features);
    }

    /// <summary>The bucket of one word's stem: to say which words spoke for a topic.</summary>
    internal static int OfStem(string word) => Bucket(Hash(Stem.Of(word), Family.Stem));

    static void Words(List<string> words, List<Feature> features)
    {
        ulong before = 0, beforeThat = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var word = Hash(words[at], Family.Word);
            features.Add(new(Bucket(word), Family.Word));
            features.Add(new(Bucket(Together(before, word, 1)), Family.Phrase));
            if (at > 1)
                features.Add(new(Bucket(Together(beforeThat, word, 2)), Family.Phrase));
            (beforeThat, before) = (before, word);
        }
        if (words.Count > 0)
            features.Add(new(Bucket(Together(before, 0, 1)), Family.Phrase));
    }

    static void Pairs(List<ulong> stems, List<Feature> features)
    {
        for (var at = 0; at < stems.Count; at++)
            for (var other = at + 1; other < stems.Count && other - at <= Near; other++)
                if (stems[at] != stems[other])
                    features.Add(new(Bucket(Together(Math.Min(stems[at], stems[other]), Math.Max(stems[at], stems[other]), 3)), Family.Pair));
    }

    static void Pieces(List<string> words, List<Feature> features)
    {
        var letters = $" {string.Join(' ', words)} ".AsSpan();
        letters = letters[..Math.Min(letters.Length, MostLetters)];
        for (var at = 0; at < letters.Length; at++)
            for (var length = ShortestPiece; length <= LongestPiece && at + length <= letters.Length; length++)
                features.Add(new(Bucket(Hash(letters.Slice(at, length), Family.Piece)), Family.Piece));
    }

    static void Kin(List<(int At, int Group)> kin, List<ulong> stems, List<Feature> features)
    {
        for (var one = 0; one < kin.Count; one++)
        {
            var (at, group) = kin[one];
            features.Add(new(Bucket(Together((ulong)group, 0, 4)), Family.Kin));
            for (var other = Math.Max(0, at - Near); other < stems.Count && other - at <= Near; other++)
                if (other != at)
                    features.Add(new(Bucket(Together((ulong)group, stems[other], 5)), Family.KinPair));
            for (var other = 0; other < kin.Count; other++)
                if (kin[other].At > at && kin[other].Group != group)
                    features.Add(new(Bucket(Together((ulong)Math.Min(group, kin[other].Group), (ulong)Math.Max(group, kin[other].Group), 6)), Family.KinPair));
        }
    }

    // FNV-1a, spread over the upper bits: the same on every machine and in every run, unlike string.GetHashCode.
    static ulong Hash(ReadOnlySpan<char> letters, Family family)
    {
        var hash = 14695981039346656037UL ^ (((ulong)family + 1) * 0x9E3779B97F4A7C15UL);
        foreach (var letter in letters)
            hash = (hash ^ letter) * 1099511628211UL;
        return (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL;
    }

    static ulong Together(ulong one, ulong other, ulong how)
    {
        var hash = (one * 0xBF58476D1CE4E5B9UL) ^ (other + 0x94D049BB133111EBUL + (one << 6) + (one >> 2)) ^ (how * 0x9E3779B97F4A7C15UL);
        hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL;
        return hash ^ (hash >> 32);
    }

    static int Bucket(ulong hash) => (int)(hash >> (64 - Bits));
}
