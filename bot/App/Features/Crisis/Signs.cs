using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// What a sentence shows, for the weights to add up: its words alone and beside each other, what they mean without the
/// words between, and which phrases of the lists stand in it. Some signs may come twice.
/// </summary>
sealed class Signs(IReadOnlyDictionary<string, string> meanings, Func<string, bool> isKnown)
{
    const int Far = 6;

    readonly WordUsage _usage = WordUsage.English;

    static readonly string[] Strangers = ["1", "2", "3"];
    static readonly (int Words, string Name)[] Lengths = [(3, "3"), (6, "6"), (10, "10"), (15, "15"), (22, "22")];

    internal void Of(Sentence sentence, ListsFound lists, List<Sign> into)
    {
        into.Add(Sign.Bias);
        if (lists.Kind is { } kind)
            into.Add(Sign.Of(kind));
        if (lists.IsHarmless)
            into.Add(new("list", "harmless"));
        if (lists.IsHalf)
            into.Add(new("list", "half"));
        Beside(sentence.Plain, into);
        BesideMeaning(sentence.Plain, into);
        BesideUse(sentence.Plain, into);
        Meant(sentence.Plain, into);
        Strange(sentence.Plain, into);
    }

    static void Beside(IReadOnlyList<string> words, List<Sign> into)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] != ".")
                into.Add(new("w", words[at]));
            into.Add(new("w", at == 0 ? "." : words[at - 1], words[at]));
            if (at > 1)
            {
                into.Add(new("w", words[at - 2], words[at - 1], words[at]));
                into.Add(new("g", words[at - 2], words[at]));
            }
            if (at > 2)
                into.Add(new("g", words[at - 3], words[at]));
        }
        if (words.Count > 0)
            into.Add(new("w", words[^1], "."));
    }

    void BesideMeaning(IReadOnlyList<string> words, List<Sign> into)
    {
        for (var at = 1; at < words.Count; at++)
        {
            if (meanings.TryGetValue(words[at - 1], out var first))
                into.Add(new("x", first, words[at]));
            if (meanings.TryGetValue(words[at], out var second))
                into.Add(new("x", words[at - 1], second));
        }
    }

    // Words that are used alike share a kind: what few sentences show with one of them, more show with another.
    void BesideUse(IReadOnlyList<string> words, List<Sign> into)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (_usage.Kind(words[at]) is not { } kind)
                continue;
            into.Add(new("k", kind));
            if (at > 0)
                into.Add(new("k", words[at - 1], kind));
            if (at > 1)
                into.Add(new("k", words[at - 2], words[at - 1], kind));
            if (at + 1 < words.Count)
                into.Add(new("k", kind, words[at + 1]));
            if (at + 2 < words.Count)
                into.Add(new("k", kind, words[at + 1], words[at + 2]));
            if (at > 0 && at + 1 < words.Count)
                into.Add(new("k", words[at - 1], kind, words[at + 1]));
            if (at > 0 && _usage.Kind(words[at - 1]) is { } before)
                into.Add(new("k", before, kind));
        }
    }

    // In order, whatever stands between: what few sentences show word for word, many show by what it means.
    void Meant(IReadOnlyList<string> words, List<Sign> into)
    {
        var meant = new List<(string Meaning, int At)>(words.Count);
        for (var at = 0; at < words.Count; at++)
            if (words[at] == "." || meanings.ContainsKey(words[at]))
                meant.Add((meanings.GetValueOrDefault(words[at], "."), at));
        for (var at = 0; at < meant.Count; at++)
        {
            into.Add(new("m", meant[at].Meaning));
            if (at > 0)
                into.Add(new("m", meant[at - 1].Meaning, meant[at].Meaning));
            if (at > 1)
                into.Add(new("m", meant[at - 2].Meaning, meant[at - 1].Meaning, meant[at].Meaning));
            for (var before = at - 2; before >= 0 && meant[at].At - meant[before].At <= Far; before--)
                into.Add(new("f", meant[before].Meaning, meant[at].Meaning));
        }
    }

    // Somebody in distress uses plain words; names, numbers and things are the stuff of work.
    void Strange(IReadOnlyList<string> words, List<Sign> into)
    {
        var (strangers, numbers) = (0, 0);
        for (var at = 0; at < words.Count; at++)
            if (char.IsDigit(words[at][0]))
                numbers++;
            else if (words[at] != "." && !isKnown(words[at]))
                strangers++;
        for (var count = 0; count < Math.Min(strangers, Strangers.Length); count++)
            into.Add(new("strange", Strangers[count]));
        if (numbers > 0)
            into.Add(new("number", ""));
        foreach (var (least, name) in Lengths)
            if (words.Count > least)
                into.Add(new("longer", name));
    }
}

/// <summary>One thing that a sentence shows: its kind, and up to three words or meanings.</summary>
readonly record struct Sign(string Kind, string First, string? Second = null, string? Third = null)
{
    const ulong Start = 14695981039346656037, Factor = 1099511628211;

    internal static Sign Bias => new("bias", "");

    /// <summary>As it stands in the file of weights.</summary>
    internal string Name => Third is not null ? $"{Kind} {First} {Second} {Third}" : Second is not null ? $"{Kind} {First} {Second}" : First.Length > 0 ? $"{Kind} {First}" : Kind;

    /// <summary>The same for the same name, without making it.</summary>
    internal uint Number
    {
        get
        {
            var number = Add(Start, Kind);
            if (First.Length > 0)
                number = Add(Add(number, " "), First);
            if (Second is not null)
                number = Add(Add(number, " "), Second);
            return Folded(Third is null ? number : Add(Add(number, " "), Third));
        }
    }

    internal static Sign Of(CrisisKind kind) => new("list", kind.ToString());

    internal static uint NumberOf(string name) => Folded(Add(Start, name));

    static uint Folded(ulong number) => (uint)(number ^ (number >> 32));

    static ulong Add(ulong number, string letters)
    {
        foreach (var letter in letters)
            number = (number ^ letter) * Factor;
        return number;
    }
}

/// <param name="Kind">What the phrase lists alone would say.</param>
/// <param name="IsHarmless">Whether a harmless turn of speech stands there.</param>
/// <param name="IsHalf">Whether somebody names themselves and something dangerous in one sentence, with no turn of speech that explains it.</param>
readonly record struct ListsFound(CrisisKind? Kind, bool IsHarmless, bool IsHalf);
