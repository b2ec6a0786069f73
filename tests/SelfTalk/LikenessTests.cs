using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.SelfTalk;

public sealed class LikenessTests
{
    [Fact]
    public void Thoughts_that_say_the_same_stand_together()
    {
        var groups = Likeness.Group(["I always fail at refund calls", "They think I'm slow", "I'm failing at every refund call", "He thinks I am so slow", "i ALWAYS fail at refund calls!", "The coffee was cold"]);
        Assert.Equal([[0, 2, 4], [1, 3], [5]], groups);
    }

    [Fact]
    public void Every_sentence_is_in_one_group_and_the_largest_comes_first()
    {
        var sentences = Naughty.All.Concat(LabelledSentences.ForRules.Select(one => one.Text)).Take(400).ToList();
        var groups = Likeness.Group(sentences);
        Assert.Equal(Enumerable.Range(0, sentences.Count), groups.SelectMany(group => group).Order());
        Assert.Equal(groups.Select(group => group.Count).OrderDescending(), groups.Select(group => group.Count));
    }

    [Fact]
    public void Nothing_has_no_groups() => Assert.Empty(Likeness.Group([]));
}
