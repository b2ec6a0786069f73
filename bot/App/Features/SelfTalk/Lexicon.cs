namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>The words that the cues know, the contractions, and which known word a slip of the finger meant.</summary>
sealed class Lexicon
{
    const int ShortestSlip = 5;

    readonly Dictionary<string, string[]> _contractions = [];
    readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _contracted;
    readonly HashSet<string> _known = [];
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _spelled;
    readonly Dictionary<string, string> _slips = [];
    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _slipped;

    internal Lexicon(CueFile file, IEnumerable<string> words)
    {
        foreach (var (from, to) in file.Contractions)
            _contractions[from] = to.Split(' ');
        _known.UnionWith(words);
        _known.UnionWith(file.Kept);
        foreach (var word in _known.Where(word => word.Length >= ShortestSlip + 1).Order(StringComparer.Ordinal))
            AddSlips(word);
        _known.UnionWith(file.Unlike);
        (_contracted, _spelled, _slipped) = (_contractions.GetAlternateLookup<ReadOnlySpan<char>>(), _known.GetAlternateLookup<ReadOnlySpan<char>>(), _slips.GetAlternateLookup<ReadOnlySpan<char>>());
    }

    /// <param name="letters">Folded, without its apostrophe.</param>
    /// <param name="apostrophe">Before which letter it stood; -1: nowhere.</param>
    internal string[] Words(ReadOnlySpan<char> letters, int apostrophe)
    {
        if (apostrophe > 0 && Contracted(letters, apostrophe) is { } several)
            return several;
        if (_contracted.TryGetValue(letters, out var written))
            return written;
        return [Known(letters)];
    }

    string[]? Contracted(ReadOnlySpan<char> letters, int apostrophe)
    {
        Span<char> marked = stackalloc char[letters.Length + 1];
        letters[..apostrophe].CopyTo(marked);
        marked[apostrophe] = '\'';
        letters[apostrophe..].CopyTo(marked[(apostrophe + 1)..]);
        if (_contracted.TryGetValue(marked, out var written) || _contracted.TryGetValue(letters, out written))
            return written;
        // Whoever's: the owner's name is the word.
        return letters[apostrophe..] is ['s'] ? [Known(letters[..apostrophe])] : null;
    }

    string Known(ReadOnlySpan<char> letters)
    {
        if (_spelled.TryGetValue(letters, out var word))
            return word;
        if (letters.Length < ShortestSlip)
            return letters.ToString();
        // A letter too many, or two that changed places.
        Span<char> shorter = stackalloc char[letters.Length - 1];
        for (var at = 1; at < letters.Length; at++)
        {
            letters[..at].CopyTo(shorter);
            letters[(at + 1)..].CopyTo(shorter[at..]);
            if (shorter.Length > ShortestSlip && _spelled.TryGetValue(shorter, out word) && !word.EndsWith('e') && letters[^1] == word[^1])
                return word;
        }
        return _slipped.TryGetValue(letters, out word) ? word : letters.ToString();
    }

    // A letter too few (neither the first nor the last: "shout" is no slip for "shouts"), or two neighbours swapped.
    void AddSlips(string word)
    {
        for (var at = 1; at < word.Length - 1; at++)
        {
            _slips.TryAdd(word.Remove(at, 1), word);
            _slips.TryAdd(string.Concat(word.AsSpan(0, at), word.AsSpan(at + 1, 1), word.AsSpan(at, 1), word.AsSpan(at + 2)), word);
        }
    }
}
