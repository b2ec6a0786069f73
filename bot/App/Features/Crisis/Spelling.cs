using System.Text;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// Cuts what somebody typed into the words that the lists know: without case, apostrophes and accents, short forms
/// written out, slips of the finger put right where the word meant is plain.
/// </summary>
sealed class Spelling
{
    const int LongestShortForm = 3;

    readonly IReadOnlyDictionary<string, int> _numbers;
    readonly Dictionary<string, string[]> _shortForms;
    readonly HashSet<string> _real;
    readonly ILookup<int, string> _slipsOf;

    internal Spelling(IReadOnlyDictionary<string, int> numbers, IReadOnlyDictionary<string, string> shortForms, IEnumerable<string> slips, IEnumerable<string> real)
    {
        _numbers = numbers;
        _shortForms = shortForms.ToDictionary(pair => pair.Key, pair => pair.Value.Split(' '), StringComparer.Ordinal);
        _real = [.. real, .. numbers.Keys];
        _slipsOf = slips.ToLookup(word => word.Length);
    }

    /// <summary>The numbers of the words, sentence ends between them.</summary>
    internal Sentence Read(string words)
    {
        var plain = Cut(words);
        var numbers = new List<int>(plain.Count + 8);
        var commas = new List<int>();
        for (var at = 0; at < plain.Count;)
            if (plain[at] == ",")
            {
                commas.Add(numbers.Count);
                at++;
            }
            else
                at += WriteOut(plain, at, numbers);
        return new([.. numbers], commas);
    }

    int WriteOut(List<string> plain, int at, List<int> numbers)
    {
        for (var length = Math.Min(LongestShortForm, plain.Count - at); length > 0; length--)
            if (_shortForms.TryGetValue(length == 1 ? plain[at] : string.Join(' ', plain.Skip(at).Take(length)), out var long_))
            {
                numbers.AddRange(long_.Select(Number));
                return length;
            }
        numbers.Add(Number(plain[at]));
        return 1;
    }

    int Number(string word) => _numbers.GetValueOrDefault(word, Pattern.Unknown);

    List<string> Cut(string words)
    {
        var (all, word) = (new List<string>(), new StringBuilder());
        for (var at = 0; at < words.Length; at++)
            if (Letter(words, at) is { } letter)
            {
                if (letter != '\0')
                    word.Append(letter);
            }
            else
            {
                Flush(all, word);
                if (words[at] == ',')
                    all.Add(",");
                else if (EndsSentence(words, at) && all.Count > 0 && all[^1] != ".")
                    all.Add(".");
            }
        Flush(all, word);
        return all;
    }

    // '\0' is left out inside a word; null ends the word.
    static char? Letter(string words, int at) => words[at] switch
    {
        var c when char.IsLetter(c) => Data.Accents.Off(char.ToLowerInvariant(c)),
        '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or '\u200B' or '\u00AD' => '\0',
        '1' or '!' when IsInside(words, at) => 'i',
        '0' when IsInside(words, at) => 'o',
        '3' when IsInside(words, at) => 'e',
        '@' or '4' when IsInside(words, at) => 'a',
        '$' or '5' when IsInside(words, at) => 's',
        '*' or '#' when IsInside(words, at) => '*',
        var c when char.IsDigit(c) => c,
        _ => null,
    };

    static bool IsInside(string words, int at) => at > 0 && at + 1 < words.Length && char.IsLetter(words[at - 1]) && (char.IsLetter(words[at + 1]) || words[at + 1] == '*');

    static bool EndsSentence(string words, int at) => words[at] is '.' or '!' or '?' or ';' or '\n' or ':' or '…' or '(' or ')' or '—' or '–'
        || (words[at] == '-' && at > 0 && words[at - 1] == ' ');

    void Flush(List<string> all, StringBuilder word)
    {
        if (word.Length > 0)
            all.Add(Meant(word.ToString()));
        word.Clear();
    }

    string Meant(string word)
    {
        if (word.Length is < 4 or > 16 || _real.Contains(word) || _shortForms.ContainsKey(word))
            return word;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
            foreach (var known in _slipsOf[length])
                if (Slip.IsOne(word, known))
                    return known;
        return word.Length >= 5 && Calm(word) is var calm && calm != word ? Meant(calm) : word;
    }

    // "pleeeease": a letter typed three times and more.
    static string Calm(string word)
    {
        var calm = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
            if (at < 2 || word[at] != word[at - 1] || word[at] != word[at - 2])
                calm.Append(word[at]);
        return calm.ToString();
    }
}

/// <param name="Commas">Before which words a comma stands.</param>
sealed record Sentence(int[] Words, IReadOnlyList<int> Commas);

/// <summary>One slip of the finger: a letter too many, too few, wrong, or two changed about.</summary>
static class Slip
{
    internal static bool IsOne(string typed, string meant)
    {
        var start = 0;
        while (start < typed.Length && start < meant.Length && typed[start] == meant[start])
            start++;
        var a = typed.AsSpan(start);
        var b = meant.AsSpan(start);
        if (a.Length == b.Length)
            return (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]))
                || (a.Length > 0 && a[1..].SequenceEqual(b[1..]) && (meant.Length > 5 || typed.Contains('*', StringComparison.Ordinal)) && start > 0);
        // A short word with a letter more or less is too often another word, unless the letter is doubled.
        return a.Length > b.Length
            ? a.Length > 0 && start > 0 && a[1..].SequenceEqual(b) && (meant.Length > 4 || a[0] == typed[start - 1])
            : b.Length > 0 && start > 0 && b[1..].SequenceEqual(a) && (meant.Length > 4 || b[0] == meant[start - 1]);
    }
}
