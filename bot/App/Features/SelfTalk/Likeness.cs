using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Which sentences say much the same, so that thoughts that keep coming back stand together.</summary>
public static class Likeness
{
    const float Alike = 0.55f;
    const int WordLetters = 3;

    // Words that stand in every sentence say little about what it is about, and those of every working day not much. They are no more than
    // that: of a thought that has no others ("Why me") they are all there is.
    const float SmallWeight = 0.07f, UsualWeight = 0.5f;

    static readonly HashSet<string> Small = Stems("a an the i me my am is are was were be been it its this that and or but so to of in on at for with as if do did does have has had will would could just im ive ill id he she they we you your hes shes theyre were their his her them our us him again really very too one thats what which who than then there from by about into all any some");

    static readonly HashSet<string> Usual = Stems("customer caller client guest people person call chat today day shift work job team boss lead colleague always never nobody everyone everything nothing every think know feel say said make made get got go went come keep want not no cant dont didnt wont isnt wasnt can thing time bad good well right wrong should must");

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
        var (ours, theirs) = (one.Sum(Weight), other.Sum(Weight));
        return ours + theirs == 0 ? 1 : 2 * one.Where(other.Contains).Sum(Weight) / (ours + theirs);
    }

    static float Weight(string stem) => Small.Contains(stem) ? SmallWeight : Usual.Contains(stem) ? UsualWeight : 1;

    static HashSet<string> Key(string sentence) =>
        [.. Folding.Key(sentence.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Stem)];

    static HashSet<string> Stems(string words) => [.. words.Split(' ').Select(Stem)];

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
