using System.Text;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// Puts slips of the finger right: a letter too many, too few or wrong, two changed about, a space forgotten. Only
/// words that are no common English words are touched.
/// </summary>
sealed class Slips
{
    const int Shortest = 4, Longest = 16, Run = 8, MostInRun = 5;

    readonly HashSet<string> _first, _known, _wanted;
    readonly Dictionary<string, string> _byRest = new(StringComparer.Ordinal);

    /// <param name="first">Words that are meant before others.</param>
    /// <param name="wanted">Words that a slip may have meant.</param>
    /// <param name="real">Other words, which are no slips.</param>
    internal Slips(IEnumerable<string> first, IReadOnlyList<string> wanted, IEnumerable<string> real)
    {
        (_first, _wanted) = ([.. first], [.. wanted]);
        _known = [.. wanted, .. real];
        foreach (var word in _first.Concat(wanted).Where(word => word.Length is >= Shortest and <= Longest && word.All(char.IsAsciiLetterLower)))
            foreach (var rest in Rests(word).Append(word))
                _byRest.TryAdd(rest, word);
    }

    /// <summary>The word as it was meant; two where a space was forgotten.</summary>
    internal IReadOnlyList<string> Meant(string word)
    {
        if (word.Length is < Shortest - 1 or > 2 * Longest || _known.Contains(word))
            return [word];
        if (Calm(word) is var calm && _known.Contains(calm))
            return [calm];
        return word.Length <= Longest && OneSlip(word) is { } meant ? [meant] : Parted(word) ?? [word];
    }

    // Two words are one slip apart where they share a rest with one letter taken out, or one is the other's rest.
    string? OneSlip(string word)
    {
        if (word.Length >= Shortest && _byRest.TryGetValue(word, out var longer))
            return longer;
        foreach (var rest in Rests(word))
            if (_byRest.TryGetValue(rest, out var meant) && IsNear(word, meant))
                return meant;
        return null;
    }

    static bool IsNear(string typed, string meant)
    {
        var start = 0;
        while (start < typed.Length && start < meant.Length && typed[start] == meant[start])
            start++;
        var a = typed.AsSpan(start);
        var b = meant.AsSpan(start);
        if (a.Length == b.Length)
            return a.Length == 0 || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..])) || (start > 0 && a[1..].SequenceEqual(b[1..]));
        return a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
    }

    static IEnumerable<string> Rests(string word)
    {
        for (var at = 0; at < word.Length; at++)
            yield return word.Remove(at, 1);
    }

    string[]? Parted(string word)
    {
        for (var at = 2; at <= word.Length - 2; at++)
            if (AreTwo(word[..at], word[at..]))
                return [word[..at], word[at..]];
        return word.Length < Run ? null : Several(word, MostInRun) is { } parts && parts.Exists(_first.Contains) ? [.. parts] : null;
    }

    bool AreTwo(string one, string other) => (one.Length > 3 || other.Length > 3)
        && ((_wanted.Contains(one) && _wanted.Contains(other)) || (_known.Contains(one) && _first.Contains(other)) || (_first.Contains(one) && _known.Contains(other)));

    // "iwanttodie": the longest word first, and one of them must be among those that are meant before others.
    List<string>? Several(string word, int most)
    {
        if (word.Length == 0)
            return [];
        for (var length = Math.Min(word.Length, Longest); most > 0 && length > 0; length--)
            if ((length > 1 ? _wanted.Contains(word[..length]) : word[0] == 'i') && Several(word[length..], most - 1) is { } rest)
                return [word[..length], .. rest];
        return null;
    }

    // "pleeeease": a letter typed twice or oftener where once is a word.
    static string Calm(string word)
    {
        var calm = new StringBuilder(word.Length);
        foreach (var letter in word)
            if (calm.Length == 0 || calm[^1] != letter)
                calm.Append(letter);
        return calm.ToString();
    }
}
