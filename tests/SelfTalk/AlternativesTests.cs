using ServiceCulture.Bot.Features.SelfTalk;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.SelfTalk;

public sealed class AlternativesTests
{
    static readonly IReadOnlyList<Labelled> Distorted = [.. LabelledSentences.ForRules.Concat(LabelledSentences.OnceForMeasuring).Where(one => one.Pattern is not null)];

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
    public void The_reader_sees_no_pattern_in_what_is_written_in_the_list() =>
        Assert.All(Alternatives.Written, one => Assert.Empty(SelfTalkReader.English.Read(one)));

    [Fact]
    public void Nearly_always_one_of_them_is_built_from_the_persons_own_words()
    {
        var own = Distorted.Count(one => Alternatives.For(one.Text, one.Pattern, []).Any(given => Likeness.Of(one.Text, given) > 0.25));
        Assert.True(own >= Distorted.Count * 9 / 10, $"{own} of {Distorted.Count}");
    }

    [Fact]
    public void They_are_not_the_same_stock_lines_again_and_again()
    {
        var all = Distorted.SelectMany(one => Alternatives.For(one.Text, one.Pattern, [])).ToList();
        Assert.True(all.Distinct().Count() >= all.Count / 3, $"{all.Distinct().Count()} of {all.Count}");
        var (line, times) = all.CountBy(one => one).MaxBy(pair => pair.Value);
        Assert.True(times <= Distorted.Count / 10, $"{times} of {Distorted.Count} are offered: {line}");
    }

    [Theory]
    [InlineData("That trainee's a waste of space!", Pattern.Labelling, "“That trainee's a waste of space” has a name in it. I can say what happened without that.")]
    [InlineData("hopeless lot, i  am sure", Pattern.Labelling, "“Hopeless lot, I am sure” has a name in it. I can say what happened without that.")]
    [InlineData("That call again", null, "“That call again” is what I'm telling myself. I'd say it more gently to a colleague.")]
    public void Where_no_rule_knows_how_to_go_on_they_are_said_back_as_they_are(string words, Pattern? pattern, string offered) =>
        Assert.Equal(offered, Alternatives.For(words, pattern, [])[0]);

    [Fact]
    public void What_is_too_long_or_quotes_somebody_is_not_said_back() =>
        Assert.All(new[] { string.Concat(Enumerable.Repeat("and so on and on ", 20)), "He said \"wait\" and \"go\"", "Idiot" }, words => Assert.DoesNotContain(Alternatives.For(words, null, []), given => given.Contains('“')));

    [Theory]
    [InlineData("The caller screamed at me for ten minutes", null)]
    [InlineData("He called me a stupid cow", null)]
    [InlineData("She threatened to find me after work", Pattern.FortuneTelling)]
    public void What_somebody_did_to_them_is_not_said_back_as_if_they_told_it_themselves(string words, Pattern? pattern)
    {
        var given = Alternatives.For(words, pattern, []);
        Assert.InRange(given.Count, 2, 3);
        Assert.All(given, one => Assert.DoesNotMatch("telling myself|more gently|“|in my hands", one));
    }

    [Fact]
    public void The_same_words_get_the_same_sentences() =>
        Assert.All(Distorted.Take(50), one => Assert.Equal(Alternatives.For(one.Text, one.Pattern, []), Alternatives.For(one.Text, one.Pattern, [])));

    [Theory]
    [InlineData("I always fail at calls", Pattern.Overgeneralising, "Sometimes I fail at calls, and sometimes it goes another way.")]
    [InlineData("He didn't read my email. Nobody reads what I write.", Pattern.Overgeneralising, "He didn't read my email. That was this time; the next time is open.")]
    [InlineData("If it's not perfect, it's a failure", Pattern.AllOrNothing, "Even if it's not perfect, part of the work can still be good.")]
    [InlineData("They clapped, but people clap at anything", Pattern.DiscountingThePositive, "They clapped. I had a hand in that.")]
    [InlineData("They think I'm showing off", Pattern.MindReading, "I can't see whether they think I'm showing off. I could ask.")]
    [InlineData("I'll never find another job", Pattern.FortuneTelling, "I might not find another job. It isn't decided yet.")]
    [InlineData("They're going to laugh at me", Pattern.FortuneTelling, "They might laugh at me. It isn't decided yet.")]
    [InlineData("I forgot the callback, it's a disaster", Pattern.Magnifying, "I forgot the callback. That is unpleasant, and there is a next step.")]
    [InlineData("I feel like a fraud, so I am one", Pattern.EmotionalReasoning, "I feel like a fraud. The feeling is real, and the facts may still say something else.")]
    [InlineData("I should have checked the date", Pattern.ShouldStatements, "I wish I had checked the date. I know it for the next time.")]
    [InlineData("The team missed its target because of me", Pattern.Personalising, "The team missed its target. Several things led to that, and I was one of them at most.")]
    [InlineData("I gave her the wrong form, I'm such an idiot", Pattern.Labelling, "I gave her the wrong form. That was one moment, and nobody needs a name for it.")]
    public void They_are_whole_sentences_of_the_persons_own_words(string words, Pattern pattern, string offered) =>
        Assert.Contains(offered, Alternatives.For(words, pattern, []));

    [Fact]
    public void No_two_that_are_offered_together_say_the_same()
    {
        foreach (var given in Distorted.Select(one => Alternatives.For(one.Text, one.Pattern, [])))
            for (var at = 1; at < given.Count; at++)
                Assert.All(given.Take(at), other => Assert.True(Likeness.Of(other, given[at]) < 0.5, $"{other} / {given[at]}"));
    }

    [Fact]
    public void Different_thoughts_of_one_pattern_get_different_choices()
    {
        foreach (var group in Distorted.GroupBy(one => one.Pattern))
        {
            var choices = group.Select(one => string.Join('|', Alternatives.For(one.Text, one.Pattern, []))).ToList();
            Assert.True(choices.Distinct().Count() >= choices.Count * 2 / 5, $"{group.Key}: {choices.Distinct().Count()} of {choices.Count}");
        }
    }

    [Fact]
    public void What_helped_with_the_same_thought_comes_first()
    {
        var given = Alternatives.For("I always fail at refund calls", Pattern.Overgeneralising, [
            new("The queue was long and I lost my patience", Pattern.ShouldStatements, "It was a long queue."),
            new("I'm failing at every refund call", Pattern.Overgeneralising, "Two of this week's refunds went fine.")]);
        Assert.Equal("Two of this week's refunds went fine.", given[0]);
        Assert.DoesNotContain("It was a long queue.", given);
        Assert.Equal(3, given.Count);
    }

    [Fact]
    public void What_helped_with_its_pattern_and_its_topic_is_offered_too() =>
        Assert.Equal("One email is one email.", Alternatives.For("I never get my emails right", Pattern.Overgeneralising, [new("Every email I send has a typo in it", Pattern.Overgeneralising, "One email is one email.")])[0]);

    [Fact]
    public void What_helped_elsewhere_is_not_offered_and_nothing_is_offered_twice()
    {
        var helped = new EarlierSwap("My lead thinks I'm lazy", Pattern.MindReading, "I could ask her on Monday.");
        Assert.DoesNotContain(helped.Swap, Alternatives.For("I dropped a plate, what a disaster", Pattern.Magnifying, [helped]));
        var again = Alternatives.For(helped.Words, Pattern.MindReading, [helped, helped, helped]);
        Assert.Equal(helped.Swap, again[0]);
        Assert.Equal(again.Distinct(), again);
        Assert.Contains(again, one => one != helped.Swap);
    }

    [Fact]
    public void None_cheers_or_promises() =>
        Assert.All(Distorted.SelectMany(one => Alternatives.For(one.Text, one.Pattern, [])), one => Assert.DoesNotMatch("!|(?i)amazing|awesome|you've got this|will be fine|proud of|believe in|everything will", one));

    [Fact]
    public void Without_a_pattern_there_are_some_too() => Assert.InRange(Alternatives.For("That call again", null, []).Count, 2, 3);
}
