using System.Text.RegularExpressions;

namespace ServiceCulture.Tests.House;

/// <summary>What the word lists are measured by is never learnt from: the trainers name no file of it, and no sentence of it stands in one that they do.</summary>
public sealed partial class KeptApartTests
{
    static readonly string[] Kept = ["tests/Crisis/Kept", "tests/SelfTalk/Kept"];
    static readonly string[] Learnt = ["tests/Crisis/Phrases", "tests/SelfTalk/Sentences", "bench/Crisis", "bench/SelfTalk"];

    [Fact]
    public void No_trainer_names_them() =>
        Assert.DoesNotContain(Files("bench", "*"), path => !path.EndsWith(".csv", StringComparison.Ordinal) && File.ReadAllText(path).Contains("/Kept", StringComparison.Ordinal));

    [Fact]
    public void No_sentence_of_them_is_learnt()
    {
        var learnt = Learnt.SelectMany(Sentences).ToHashSet();
        var kept = Kept.SelectMany(Sentences).Where(words => words.Length > 0).ToList();
        Assert.True(kept.Count > 3000 && learnt.Count > 20_000, $"{kept.Count} kept, {learnt.Count} learnt: this test no longer reaches what it is about.");
        Assert.DoesNotContain(kept, learnt.Contains);
    }

    static IEnumerable<string> Sentences(string folder) => Files(folder, "*.csv").SelectMany(path => File.ReadAllLines(path).Skip(1)).Select(line => Words(line));

    // Without the label behind the last comma; of a text of several lines the first have none.
    static string Words(string line) => NoWord().Replace((line.LastIndexOf(',') is > 0 and var at ? line[..at] : line).ToLowerInvariant(), " ").Trim();

    static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(Path.Combine(Sources.Root, folder), pattern, SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal) && !path.Contains("/results/", StringComparison.Ordinal));

    [GeneratedRegex(@"\W+")]
    private static partial Regex NoWord();
}
