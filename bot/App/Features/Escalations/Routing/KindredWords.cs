namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>
/// Words that stand for each other ("refund", "money back"), so that a question is found by what it means and not only by how it is put. It helps most
/// where a topic has few examples. English; questions in other languages simply have none.
/// </summary>
static class KindredWords
{
    const int LongestPhrase = 3;

    static readonly Dictionary<string, int[]> Groups = Read();

    /// <summary>The groups of the words, each with the place of its word.</summary>
    internal static List<(int At, int Group)> In(IReadOnlyList<string> stems)
    {
        var found = new List<(int, int)>();
        for (var at = 0; at < stems.Count; at++)
        {
            var phrase = "";
            for (var last = at; last < stems.Count && last - at < LongestPhrase; last++)
            {
                phrase = last == at ? stems[at] : $"{phrase} {stems[last]}";
                foreach (var group in Groups.GetValueOrDefault(phrase) ?? [])
                    found.Add((at, group));
            }
        }
        return found;
    }

    static Dictionary<string, int[]> Read()
    {
        using var stream = typeof(KindredWords).Assembly.GetManifestResourceStream("kindred-words.txt")!;
        using var lines = new StreamReader(stream);
        var groups = new Dictionary<string, List<int>>();
        for (var group = 0; lines.ReadLine() is { } line;)
            if (line is [not '#', ..])
            {
                foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    Add(groups, string.Join(' ', word.Split('-').Select(Stem.Of)), group);
                group++;
            }
        return groups.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    static void Add(Dictionary<string, List<int>> groups, string words, int group)
    {
        if (!groups.TryGetValue(words, out var known))
            groups[words] = known = [];
        if (!known.Contains(group))
            known.Add(group);
    }
}
