using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Which sentences say much the same, so that thoughts that keep coming back stand together.</summary>
public static class Likeness
{
    const float Alike = 0.5f;
    const int WordLetters = 3;

    // Words that stand in every sentence say little about what it is about.
    static readonly HashSet<string> Small = [.. "a an the i me my am is are was were be been it its this that and or but so to of in on at for with as if do did does have has had will would can could not no just im ive he she they them his her their we you your again".Split(' ')];

    /// <summary>Groups of indices, the largest first; a sentence that is like no other is a group of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Group(IReadOnlyList<string> sentences)
    {
        var keys = sentences.Select(Key).ToList();
        var groups = new List<List<int>>();
        for (var at = 0; at < keys.Count; at++)
        {
            // Like the group as a whole, so that a chain of small steps doesn't join what differs.
            var best = groups.Select(group => (group, like: group.Average(other => Of(keys[at], keys[other])))).OrderByDescending(pair => pair.like).FirstOrDefault();
            if (best.group is not null && best.like >= Alike)
                best.group.Add(at);
            else
                groups.Add([at]);
        }
        return [.. groups.OrderByDescending(group => group.Count)];
    }

    /// <summary>From 0, nothing in common, to 1, the same words.</summary>
    public static float Of(string one, string other) => Of(Key(one), Key(other));

    static float Of(HashSet<string> one, HashSet<string> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        var common = few.Count(many.Contains);
        return one.Count + other.Count == 0 ? 1 : 2f * common / (one.Count + other.Count);
    }

    // Stems of the words that carry something; where there are none, all words.
    static HashSet<string> Key(string sentence)
    {
        var words = Folding.Key(sentence.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => !Small.Contains(word)).Select(Stem).ToHashSet();
        return telling.Count > 0 ? telling : [.. words];
    }

    static string Stem(string word)
    {
        foreach (var ending in (string[])["ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e"])
            if (word.Length - ending.Length >= WordLetters && word.EndsWith(ending, StringComparison.Ordinal))
                return Single(word[..^ending.Length]);
        return word;
    }

    // "dropped" and "drop", "tries" and "try".
    static string Single(string stem) => stem.Length > WordLetters && stem[^1] == stem[^2] ? stem[..^1] : stem;
}
