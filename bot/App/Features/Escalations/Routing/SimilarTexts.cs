using System.Runtime.InteropServices;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>A text that resembles the one asked for.</summary>
/// <param name="Likeness">0 to 1: 1 where all that is telling in the one stands in the other.</param>
public readonly record struct Similar<TKey>(TKey Key, double Likeness);

/// <summary>
/// Finds the texts that share the most telling words with another one: an inverted index of stems, weighed by BM25 (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework", 2009). What is added is found by the next search. Safe to use from many threads.
/// </summary>
public sealed class SimilarTexts<TKey> where TKey : notnull
{
    const double Saturation = 1.2, LengthShare = 0.6;

    // So many places are looked at, the rarest words' first: what nearly every text has tells nothing, and costs the most.
    const int MostPlaces = 60_000;

    // With few texts a word that stands in one of them would tell next to nothing, and one that stands in none nearly all.
    const int Few = 50;

    readonly Lock _one = new();
    readonly Dictionary<int, List<(int Text, byte Times)>> _postings = [];
    readonly List<(TKey Key, int Length, bool IsGone)> _texts = [];
    readonly Dictionary<TKey, int> _numbers = [];
    float[] _scores = [];
    long _length;
    int _gone;

    /// <summary>How many texts can be found.</summary>
    public int Count
    {
        get
        {
            lock (_one)
                return _texts.Count - _gone;
        }
    }

    /// <summary>Takes a text in; one that was there under that key is replaced.</summary>
    public void Add(TKey key, string text)
    {
        var stems = Stems(text);
        lock (_one)
        {
            TakeOut(key);
            _numbers[key] = _texts.Count;
            foreach (var (stem, times) in stems)
                (CollectionsMarshal.GetValueRefOrAddDefault(_postings, stem, out _) ??= []).Add((_texts.Count, (byte)Math.Min(times, byte.MaxValue)));
            var length = stems.Values.Sum();
            _texts.Add((key, length, false));
            _length += length;
        }
    }

    /// <summary>It is found no more.</summary>
    public void Remove(TKey key)
    {
        lock (_one)
            TakeOut(key);
    }

    /// <summary>The most similar ones, the nearest first; none that share nothing telling.</summary>
    public IReadOnlyList<Similar<TKey>> Find(string text, int most)
    {
        var stems = Stems(text);
        lock (_one)
        {
            if (_texts.Count == _gone)
                return [];
            if (_scores.Length < _texts.Count)
                _scores = new float[_texts.Count * 2];
            var touched = new List<int>();
            var best = 0.0;
            foreach (var stem in Telling(stems.Keys))
                best += Score(stem, touched);
            return Nearest(touched, best, most);
        }
    }

    IEnumerable<int> Telling(IEnumerable<int> stems)
    {
        var places = 0;
        foreach (var (stem, count) in stems.Select(stem => (stem, _postings.GetValueOrDefault(stem)?.Count ?? 0)).OrderBy(one => one.Item2).ToList())
            if (places == 0 || places + count <= MostPlaces)
            {
                places += count;
                yield return stem;
            }
    }

    // Each word's share, at most what one mention in a text of usual length brings times the saturation: so that a likeness of 1 is "everything".
    double Score(int stem, List<int> touched)
    {
        var postings = _postings.GetValueOrDefault(stem) ?? [];
        var texts = Math.Max(_texts.Count - _gone, Few);
        var rarity = Math.Log(1 + (texts - Math.Min(texts, postings.Count) + 0.5) / (postings.Count + 0.5));
        var usual = (double)_length / (_texts.Count - _gone);
        foreach (var (text, times) in postings)
        {
            var (_, length, isGone) = _texts[text];
            if (isGone)
                continue;
            if (_scores[text] == 0)
                touched.Add(text);
            _scores[text] += (float)(rarity * times * (Saturation + 1) / (times + Saturation * (1 - LengthShare + LengthShare * length / usual)));
        }
        return rarity * (Saturation + 1);
    }

    List<Similar<TKey>> Nearest(List<int> touched, double best, int most)
    {
        var found = new PriorityQueue<int, (float, int)>();
        foreach (var text in touched)
            if (found.Count < most)
                found.Enqueue(text, (_scores[text], -text));
            else
                found.EnqueueDequeue(text, (_scores[text], -text));
        var nearest = new List<Similar<TKey>>(most);
        while (found.TryDequeue(out var text, out var score))
            nearest.Add(new(_texts[text].Key, Math.Min(1, score.Item1 / best)));
        nearest.Reverse();
        foreach (var text in touched)
            _scores[text] = 0;
        return nearest;
    }

    void TakeOut(TKey key)
    {
        if (!_numbers.Remove(key, out var number))
            return;
        var (_, length, _) = _texts[number];
        _texts[number] = (key, length, true);
        (_gone, _length) = (_gone + 1, _length - length);
    }

    static Dictionary<int, int> Stems(string text)
    {
        var stems = new Dictionary<int, int>();
        foreach (var word in Tokens.Of(text))
            if (word.Length > 1)
                CollectionsMarshal.GetValueRefOrAddDefault(stems, Features.OfStem(word), out _)++;
        return stems;
    }
}
