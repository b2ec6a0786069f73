namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// What a sentence shows, for the weights to add up: its words alone and beside each other, what they mean without the
/// words between, and which phrases of the lists stand in it.
/// </summary>
sealed class Signs(IReadOnlyDictionary<string, string> meanings)
{
    internal const string Bias = "bias";
    const int Far = 6, MostStrange = 3;

    internal HashSet<string> Of(Sentence sentence, ListsFound lists, Func<string, bool> isKnown)
    {
        var signs = new HashSet<string>(StringComparer.Ordinal) { Bias };
        var words = sentence.Plain;
        Lists(lists, signs);
        Beside(words, signs);
        Meant(words, signs);
        Strange(words, isKnown, signs);
        return signs;
    }

    static void Lists(ListsFound lists, HashSet<string> signs)
    {
        if (lists.Kind is { } kind)
            signs.Add($"list {kind}");
        if (lists.IsHarmless)
            signs.Add("list harmless");
    }

    static void Beside(IReadOnlyList<string> words, HashSet<string> signs)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] != ".")
                signs.Add($"w {words[at]}");
            signs.Add($"w {(at == 0 ? "." : words[at - 1])} {words[at]}");
            if (at > 1)
            {
                signs.Add($"w {words[at - 2]} {words[at - 1]} {words[at]}");
                signs.Add($"g {words[at - 2]} {words[at]}");
            }
            if (at > 2)
                signs.Add($"g {words[at - 3]} {words[at]}");
        }
        if (words.Count > 0)
            signs.Add($"w {words[^1]} .");
    }

    // In order, whatever stands between: what few sentences show word for word, many show by what it means.
    void Meant(IReadOnlyList<string> words, HashSet<string> signs)
    {
        var meant = new List<(string Meaning, int At)>();
        for (var at = 0; at < words.Count; at++)
            if (meanings.TryGetValue(words[at], out var meaning))
                meant.Add((meaning, at));
            else if (words[at] == ".")
                meant.Add((".", at));
        for (var at = 1; at < words.Count; at++)
        {
            if (meanings.TryGetValue(words[at - 1], out var first))
                signs.Add($"x {first} {words[at]}");
            if (meanings.TryGetValue(words[at], out var second))
                signs.Add($"x {words[at - 1]} {second}");
        }
        for (var at = 0; at < meant.Count; at++)
        {
            signs.Add($"m {meant[at].Meaning}");
            if (at > 0)
                signs.Add($"m {meant[at - 1].Meaning} {meant[at].Meaning}");
            if (at > 1)
                signs.Add($"m {meant[at - 2].Meaning} {meant[at - 1].Meaning} {meant[at].Meaning}");
            for (var before = at - 2; before >= 0 && meant[at].At - meant[before].At <= Far; before--)
                signs.Add($"f {meant[before].Meaning} {meant[at].Meaning}");
        }
    }

    // Somebody in distress uses plain words; names, numbers and things are the stuff of work.
    static void Strange(IReadOnlyList<string> words, Func<string, bool> isKnown, HashSet<string> signs)
    {
        var strange = words.Count(word => word != "." && !char.IsDigit(word[0]) && !isKnown(word));
        for (var count = 1; count <= Math.Min(strange, MostStrange); count++)
            signs.Add($"strange {count}");
        if (words.Any(word => char.IsDigit(word[0])))
            signs.Add("number");
        foreach (var length in (ReadOnlySpan<int>)[3, 6, 10, 15, 22])
            if (words.Count > length)
                signs.Add($"longer {length}");
    }
}

/// <param name="Kind">What the phrase lists alone would say.</param>
/// <param name="IsHarmless">Whether a harmless turn of speech stands there.</param>
readonly record struct ListsFound(CrisisKind? Kind, bool IsHarmless);
