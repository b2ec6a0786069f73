using System.Text;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// Cuts what somebody typed into the words that the lists know: without case, apostrophes and accents, short forms
/// written out, slips of the finger put right.
/// </summary>
sealed class Spelling(IReadOnlyDictionary<string, int> numbers, IReadOnlyDictionary<string, string> shortForms, IEnumerable<string> first, IEnumerable<string> real)
{
    const int LongestShortForm = 3;

    readonly Dictionary<string, string[]> _shortForms = shortForms.ToDictionary(pair => pair.Key, pair => pair.Value.Split(' '), StringComparer.Ordinal);
    readonly Slips _slips = new(first, [.. numbers.Keys, .. shortForms.Keys.Where(form => !form.Contains(' ', StringComparison.Ordinal))], real);

    /// <summary>The words by number, sentence ends between them.</summary>
    internal Sentence Read(string words)
    {
        var plain = Joined(Cut(words));
        var all = new List<string>(plain.Count + 8);
        var commas = new List<int>();
        for (var at = 0; at < plain.Count;)
            if (plain[at] == ",")
            {
                commas.Add(all.Count);
                at++;
            }
            else
                at += WriteOut(plain, at, all);
        return new([.. all.Select(Number)], all, commas);
    }

    int WriteOut(List<string> plain, int at, List<string> all)
    {
        for (var length = Math.Min(LongestShortForm, plain.Count - at); length > 0; length--)
            if (_shortForms.TryGetValue(length == 1 ? plain[at] : string.Join(' ', plain.Skip(at).Take(length)), out var inFull))
            {
                all.AddRange(inFull);
                return length;
            }
        all.Add(plain[at]);
        return 1;
    }

    int Number(string word) => numbers.GetValueOrDefault(word, Pattern.Unknown);

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

    // "k i l l": letters that stand alone are a word with spaces in it, where there are many of them or it is one we look for.
    List<string> Joined(List<string> plain)
    {
        const int Fewest = 4;
        var all = new List<string>(plain.Count);
        for (var at = 0; at < plain.Count;)
        {
            var end = at;
            while (end < plain.Count && plain[end].Length == 1 && char.IsAsciiLetter(plain[end][0]))
                end++;
            var word = string.Concat(plain.Skip(at).Take(end - at));
            if (word.Length >= Fewest || (word.Length == Fewest - 1 && numbers.ContainsKey(word)))
                all.AddRange(_slips.Meant(word));
            else
                all.AddRange(plain.Skip(at).Take(Math.Max(1, end - at)));
            at = Math.Max(at + 1, end);
        }
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
            all.AddRange(_slips.Meant(word.ToString()));
        word.Clear();
    }
}

/// <param name="Words">The words by number, sentence ends between them.</param>
/// <param name="Plain">The same words as they are.</param>
/// <param name="Commas">Before which words a comma stands.</param>
sealed record Sentence(int[] Words, IReadOnlyList<string> Plain, IReadOnlyList<int> Commas)
{
    /// <summary>The words from one place up to another, as a sentence of their own.</summary>
    internal Sentence Part(int start, int end) =>
        new(Words[start..end], [.. Plain.Skip(start).Take(end - start)], [.. Commas.Where(comma => comma > start && comma < end).Select(comma => comma - start)]);
}
