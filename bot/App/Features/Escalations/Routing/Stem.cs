namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>
/// An English word without its endings: "refunded", "refunds" and "refunding" are one. Lighter than Porter's rules, because a
/// stem that joins two words of different topics costs more than one that misses a kinship. Words of other languages lose little.
/// </summary>
static class Stem
{
    const int Shortest = 4;

    static readonly (string Ending, string Instead)[] Endings =
    [
        ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("iveness", "ive"), ("ation", "ate"), ("ement", ""), ("ment", ""), ("ness", ""),
        ("tion", "t"), ("sion", "s"), ("ally", "al"), ("ly", ""), ("er", ""), ("or", ""), ("al", ""), ("able", ""), ("ible", ""),
    ];

    internal static string Of(string word)
    {
        if (word.Length < Shortest)
            return word;
        var stem = WithoutTense(WithoutPlural(word));
        foreach (var (ending, instead) in Endings)
            if (stem.EndsWith(ending, StringComparison.Ordinal) && stem.Length - ending.Length >= Shortest - 1)
            {
                stem = string.Concat(stem.AsSpan(0, stem.Length - ending.Length), instead);
                break;
            }
        return stem.Length > Shortest && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    static string WithoutPlural(string word) => word switch
    {
        [.., 'i', 'e', 's'] when word.Length > 4 => string.Concat(word.AsSpan(0, word.Length - 3), "y"),
        [.., 's', 's', 'e', 's'] => word[..^2],
        [.., 's' or 'u' or 'i', 's'] => word,
        [.., 's'] => word[..^1],
        _ => word,
    };

    static string WithoutTense(string word) => word switch
    {
        [.., 'i', 'n', 'g'] when word.Length > 5 => Undoubled(word[..^3]),
        [.., 'e', 'd'] when word.Length > 4 => Undoubled(word[..^2]),
        _ => word,
    };

    static string Undoubled(string stem) => stem.Length > 2 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;
}
