using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.SelfTalk;

public sealed class AlternativesTests
{
    static readonly IReadOnlyList<Labelled> Distorted = [.. LabelledSentences.ForRules.Concat(LabelledSentences.ForMeasuring).Where(one => one.Pattern is not null)];

    [Fact]
    public void There_are_two_or_three_all_different_and_short_enough()
    {
        foreach (var words in Distorted.Select(one => (one.Text, one.Pattern)).Concat(Naughty.All.Select((text, at) => (Text: text, Pattern: (Pattern?)(at % 11)))))
        {
            var given = Alternatives.For(words.Text, words.Pattern, []);
            Assert.InRange(given.Count, 2, 3);
            Assert.Equal(given.Count, given.Distinct().Count());
            Assert.All(given, one => Assert.InRange(one.Length, 1, Alternatives.Longest));
        }
    }

    [Fact]
    public void No_hole_stays_open() =>
        Assert.All(Distorted.SelectMany(one => Alternatives.For(one.Text, one.Pattern, [])), one => Assert.DoesNotMatch("[{}]|  |\\bi\\b", one));

    [Fact]
    public void The_reader_sees_no_pattern_in_any() =>
        Assert.All(Distorted.SelectMany(one => Alternatives.For(one.Text, one.Pattern, [])), one => Assert.Empty(SelfTalkReader.English.Read(one)));

    [Fact]
    public void In_most_cases_they_take_up_the_persons_own_words()
    {
        var taken = Distorted.Count(one => Alternatives.For(one.Text, one.Pattern, []).Any(given => Likeness.Of(one.Text, given) > 0));
        Assert.True(taken > Distorted.Count / 2, $"{taken} of {Distorted.Count}");
    }

    [Fact]
    public void The_same_words_get_the_same_sentences() =>
        Assert.All(Distorted.Take(50), one => Assert.Equal(Alternatives.For(one.Text, one.Pattern, []), Alternatives.For(one.Text, one.Pattern, [])));

    [Fact]
    public void Without_a_pattern_there_are_some_too() => Assert.InRange(Alternatives.For("That call again", null, []).Count, 2, 3);
}
