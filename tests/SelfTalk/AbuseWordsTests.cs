using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.SelfTalk;

public sealed class AbuseWordsTests
{
    [Theory]
    [InlineData("He called me a stupid cow")]
    [InlineData("The customer screamed at me for ten minutes")]
    [InlineData("She threatened to find me after work")]
    [InlineData("I was shouted at again")]
    [InlineData("he said he knows where i live")]
    [InlineData("A caller made racist comments about my name")]
    [InlineData("He made fun of my accent")]
    [InlineData("the man on the line was abusive")]
    [InlineData("He spat at the counter")]
    [InlineData("He asked what I was wearing")]
    [InlineData("Today was fine until a guest yelled at me and threw his card at me")]
    [InlineData("He told me I was hopeless and hung up")]
    public void Abuse_by_a_customer_is_seen(string words) => Assert.True(AbuseWords.AreIn(words));

    [Theory]
    [InlineData("The customer was angry about the delivery")]
    [InlineData("She was not happy with the price")]
    [InlineData("I shouted at him and I'm sorry")]
    [InlineData("He threatened to cancel")]
    [InlineData("I'm such an idiot")]
    [InlineData("They complained about the wait")]
    [InlineData("The children shouted hello")]
    [InlineData("I'm tired today")]
    [InlineData("")]
    public void Anger_complaints_and_ones_own_words_are_not(string words) => Assert.False(AbuseWords.AreIn(words));

    [Fact]
    public void A_customers_question_is_none()
    {
        var seen = LabelledSentences.CustomersQuestions.Count(one => AbuseWords.AreIn(one.Text));
        Assert.True(seen <= 2, $"{seen}");
    }

    [Fact]
    public void Whatever_is_typed_it_answers() => Assert.All(Naughty.All, words => _ = AbuseWords.AreIn(words));
}
