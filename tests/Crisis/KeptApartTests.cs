using System.Text;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Crisis;

/// <summary>
/// What is found in sentences by people who had seen neither lists nor code, and of which nothing was learnt: floors at what was measured, see docs/word-lists.md.
/// Of the ordinary ones every fourth is read here, as reading takes its time.
/// </summary>
public sealed class KeptApartTests
{
    [Fact]
    public void Of_the_crisis_words_kept_apart_no_fewer_are_found_than_when_they_were_measured()
    {
        var kept = ((string[])["one-writer", "another"]).SelectMany(Sentences).ToList();
        var found = kept.Where((one, at) => one.Kind is not null || at % 4 == 0).Select(one => (one.Kind, IsFound: CrisisWords.Read(one.Text) is not null)).ToList();
        double Share(CrisisKind? kind) => found.Where(one => one.Kind == kind).Average(one => one.IsFound ? 1.0 : 0);
        Assert.InRange(Share(CrisisKind.Explicit), 0.96, 1);
        Assert.InRange(Share(CrisisKind.Veiled), 0.72, 1);
        Assert.InRange(Share(null), 0, 0.016);
    }

    [Fact]
    public void Of_the_hard_thoughts_kept_apart_the_figures_that_are_wanted_are_kept()
    {
        using var file = Open("tests/SelfTalk/Kept/self-talk.csv");
        var score = SelfTalkScore.Of(LabelledFile.Read(file), SelfTalkReader.English);
        Assert.True(score is { Specificity: >= 0.89, Recall: >= 0.82, PatternTop2: >= 0.77 }, score.ToString());
    }

    static List<CrisisSentence> Sentences(string name)
    {
        using var file = Open($"tests/Crisis/Kept/{name}.csv");
        return CrisisFile.Read(file);
    }

    static MemoryStream Open(string path) => new(Encoding.UTF8.GetBytes(Approved.Read(path)));
}
