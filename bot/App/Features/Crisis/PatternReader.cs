using System.Buffers;
using System.Globalization;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// Reads phrases as the lists write them: <c>a|b</c> one of these words, <c>a_b</c> words that stand together among such, <c>a?</c> perhaps, <c>[name]</c> a phrase
/// of that group, <c>~3</c> up to three words between, <c>!3</c> the same without “i”, <c>-a|b</c> unless one of these follows, <c>^</c> and <c>$</c> a
/// sentence's beginning and end.
/// </summary>
sealed class PatternReader(IReadOnlyDictionary<string, List<string>> groups)
{
    static readonly SearchValues<char> Form = SearchValues.Create(" [?~!^$_");

    readonly Dictionary<string, Pattern> _groups = [];
    readonly Dictionary<string, int> _numbers = new() { ["."] = Pattern.End };

    internal IReadOnlyDictionary<string, int> Numbers => _numbers;

    internal Pattern Read(string phrase) => new Pattern.Sequence([.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Part)]);

    Pattern Part(string part) => part switch
    {
        "^" => new Pattern.Edge(Begins: true),
        "$" => new Pattern.Edge(Begins: false),
        ['~', .. var most] => new Pattern.Gap(int.Parse(most, CultureInfo.InvariantCulture), []),
        ['!', .. var most] => new Pattern.Gap(int.Parse(most, CultureInfo.InvariantCulture), [Number("i")]),
        ['-', .. var not] => new Pattern.Unless(Ways(not.Split('|'))),
        [.. var what, '?'] => new Pattern.Perhaps(Part(what)),
        _ => Ways(part.Split('|')),
    };

    Pattern Ways(string[] ways)
    {
        var words = ways.Where(IsPlain).Select(Number).ToArray();
        List<Pattern> all = [.. ways.Where(way => !IsPlain(way)).Select(way => way[0] is '[' ? Group(way[1..^1]) : Read(way.Replace('_', ' ')))];
        if (words.Length > 0)
            all.Add(new Pattern.Words(words));
        return all.Count == 1 ? all[0] : new Pattern.Either(all);
    }

    Pattern Group(string name)
    {
        if (_groups.TryGetValue(name, out var known))
            return known;
        if (!groups.TryGetValue(name, out var phrases))
            throw new FormatException($"The phrase lists name a group that isn't there: {name}.");
        // Single words together: one look instead of many.
        var single = phrases.Where(IsWord).ToArray();
        List<Pattern> ways = [.. phrases.Where(phrase => !IsWord(phrase)).Select(Read)];
        if (single.Length > 0)
            ways.Add(new Pattern.Words([.. single.SelectMany(phrase => phrase.Split('|')).Select(Number).Distinct()]));
        return _groups[name] = ways.Count == 1 ? ways[0] : new Pattern.Either(ways);
    }

    static bool IsPlain(string way) => way[0] is not ('[' or '$') && !way.Contains('_', StringComparison.Ordinal);

    static bool IsWord(string phrase) => !phrase.AsSpan().ContainsAny(Form);

    int Number(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
            _numbers[word] = number = _numbers.Count + 1;
        return number;
    }
}
