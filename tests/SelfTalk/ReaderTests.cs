using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.SelfTalk;

public sealed class ReaderTests
{
    static readonly SelfTalkReader Reader = SelfTalkReader.English;

    [Fact]
    public void On_the_sentences_that_once_measured_it_it_keeps_its_floors()
    {
        var score = SelfTalkScore.Of(LabelledSentences.OnceForMeasuring, Reader);
        Assert.True(score is { Specificity: >= 0.85, Recall: >= 0.75, PatternTop2: >= 0.65 }, score.ToString());
    }

    [Fact]
    public void Of_customers_questions_at_most_three_in_a_hundred_are_called_distorted()
    {
        var score = SelfTalkScore.Of(LabelledSentences.CustomersQuestions, Reader);
        Assert.True(score.Specificity >= 0.97, score.ToString());
    }

    [Theory]
    [InlineData("I always fail at calls", "overgeneralising")]
    [InlineData("If it's not perfect, it's a failure", "all-or-nothing")]
    [InlineData("All I can think about is the one complaint", "mental filter")]
    [InlineData("It doesn't count, anyone could have done that", "discounting the positive")]
    [InlineData("They must all think I'm stupid", "mind reading")]
    [InlineData("I'm going to fail the assessment tomorrow", "fortune telling")]
    [InlineData("This is a complete disaster, my career is over", "magnifying")]
    [InlineData("I feel like a fraud, so I must be one", "emotional reasoning")]
    [InlineData("I should have known better", "should statements")]
    [InlineData("I'm such an idiot", "labelling")]
    [InlineData("It's my fault that she cancelled", "personalising")]
    public void Each_pattern_has_a_plain_case_and_it_is_named(string words, string pattern) =>
        Assert.Contains(PatternIds.Find(pattern)!.Value, Reader.Read(words));

    [Theory]
    [InlineData("I always log out at six")]
    [InlineData("The customer was angry because the parcel was late")]
    [InlineData("The printer never works on Mondays")]
    [InlineData("Where can I find the rota for next week?")]
    [InlineData("I'm tired after a long shift")]
    [InlineData("You should restart the router first")]
    [InlineData("She called me an idiot and hung up")]
    [InlineData("I made a mistake in the invoice and corrected it")]
    public void Plain_sentences_get_no_name(string words) => Assert.Empty(Reader.Read(words));

    [Theory]
    [InlineData("I'm such an idiot", "im such an idiot")]
    [InlineData("I'm such an idiot", "I’m such an idiot")]
    [InlineData("I'm such an idiot", "I'M SUCH AN IDIOT!!!")]
    [InlineData("I can't do anything right", "i cant do anything right")]
    [InlineData("I always ruin everything", "i allways ruin everthing")]
    public void Haste_and_keyboards_change_nothing(string careful, string hasty) => Assert.Equal(Reader.Read(careful), Reader.Read(hasty));

    [Fact]
    public void Whatever_is_typed_it_answers_with_at_most_two_different_patterns()
    {
        foreach (var words in Naughty.All.Concat(LabelledSentences.OnceForMeasuring.Select(one => one.Text)))
        {
            var named = Reader.Read(words);
            Assert.True(named.Count <= 2 && named.Distinct().Count() == named.Count);
        }
    }

    [Fact]
    public void A_sentence_is_found_among_many_plain_ones()
    {
        var plain = string.Concat(Enumerable.Repeat("The part arrived on Tuesday and I put it on the shelf. ", 15));
        Assert.Contains(Pattern.Labelling, Reader.Read(plain + "I'm such an idiot. " + plain));
    }

    [Fact]
    public void The_same_words_are_always_read_the_same_way() =>
        Assert.All(LabelledSentences.OnceForMeasuring, one => Assert.Equal(Reader.Read(one.Text), Reader.Read(one.Text)));
}
