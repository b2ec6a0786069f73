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

    [Theory]
    [InlineData("The customer hates me", "The customer was on the phone to me")]
    [InlineData("I can never do this right", "I could do with a break now")]
    [InlineData("They think I'm slow", "They think I'm rude")]
    [InlineData("I am the problem in this team", "I am the newest in this team")]
    [InlineData("It is what it is", "It was not for me")]
    [InlineData("My manager is disappointed with me", "My manager is on holiday with her son")]
    public void Small_words_and_those_of_every_day_join_nothing(string one, string other) =>
        Assert.Equal([[0], [1]], Likeness.Group([one, other]));

    [Theory]
    [InlineData("Why me", "Why me again")]
    [InlineData("I can't do this", "I just can't do this")]
    [InlineData("I'm not good enough", "i am not good enough")]
    [InlineData("It's my fault", "this is my fault again")]
    [InlineData("They are all against me", "they're all against me.")]
    [InlineData("I'm too slow", "I am so slow today")]
    [InlineData("I always mess up refunds", "I messed up a refund again")]
    public void A_short_thought_that_comes_back_in_other_small_words_is_one(string one, string other) =>
        Assert.Equal([[0, 1]], Likeness.Group([one, other]));

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
