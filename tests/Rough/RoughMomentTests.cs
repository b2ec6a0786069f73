using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Crisis;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Rough;

/// <summary>Fifteen seconds before or after a call, and the ways on from there.</summary>
public sealed class RoughMomentTests : OverTheDatabase
{
    const int WordsInFifteenSeconds = 50;

    Someone _mira = null!;

    private protected override async Task Arrange() => _mira = await Bot.Member("Mira Solano", team: "Front desk", zone: "Europe/Berlin");

    [Fact]
    public async Task The_first_form_is_private_and_closing_it_leaves_no_trace()
    {
        var form = await Bot.Types(_mira, "rough");
        Assert.True(form.Form.Private);
        Assert.Contains("Before a call:", Words(form));
        Assert.Contains("After one:", Words(form));
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, form)).Reply);
        Assert.Equal(0, await Bot.Read(async db => await db.Seen.CountAsync() + await db.Messages.CountAsync() + await db.Thoughts.CountAsync() + await db.Asks.CountAsync() + await db.Drafts.CountAsync() + await db.Audit.CountAsync()));
    }

    [Fact]
    public void Every_pair_of_lines_is_read_in_fifteen_seconds()
    {
        for (var turn = 0; turn < SteadyLines.Count; turn++)
            Assert.InRange($"{Plain(SteadyLines.Settle(turn))} {Plain(SteadyLines.Before(turn))} {Plain(SteadyLines.After(turn))}".Split(' ').Length, 20, WordsInFifteenSeconds);
    }

    [Fact]
    public void The_lines_shout_at_nobody_and_none_comes_twice()
    {
        var all = Enumerable.Range(0, SteadyLines.Count).SelectMany(turn => new[] { Plain(SteadyLines.Settle(turn)), Plain(SteadyLines.Before(turn)), Plain(SteadyLines.After(turn)) }).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.All(all, line => Assert.DoesNotContain('!', line));
    }

    [Theory]
    [InlineData("rough before", true)]
    [InlineData("rough After", false)]
    public async Task Said_on_which_side_of_the_call_one_is_there_is_one_line_for_it(string typed, bool isBefore)
    {
        var words = Words(await Bot.Types(_mira, typed));
        Assert.DoesNotContain("Before a call:", words);
        var lines = Enumerable.Range(0, SteadyLines.Count).Select(turn => Plain(isBefore ? SteadyLines.Before(turn) : SteadyLines.After(turn)));
        Assert.Single(lines, line => words.Contains(line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lines_change_with_the_minute_and_not_with_the_person()
    {
        var first = Words(await Bot.Types(_mira, "rough"));
        Assert.Equal(first, Words(await Bot.Types(await Bot.Member("Ben Okafor"), "rough")));
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first, Words(await Bot.Types(_mira, "rough")));
    }

    [Fact]
    public async Task A_thought_goes_on_into_the_swap()
    {
        var sort = await Next(RoughMoment.Swap);
        Assert.Equal(SortThought.Id, sort.Form.About.Id);
        var pattern = await Bot.Submits(_mira, sort, (SortThought.WordsField, "I always ruin every call."));
        Assert.Equal(NamePattern.Id, pattern.Form.About.Id);
        Assert.True(pattern.Form.Private);
    }

    [Fact]
    public async Task Words_for_the_customer_are_two_presses_away_and_stay_in_the_private_form()
    {
        var choose = await Next(RoughMoment.Phrase);
        Assert.Contains("Pick what comes closest", (await Bot.Submits(_mira, choose)).Fault(RoughPhrases.SituationField));
        var shown = await Bot.Submits(_mira, choose, (RoughPhrases.SituationField, "fury"));
        Assert.True(shown.Form.Private);
        Assert.Contains("Let me say back what I've heard", Words(shown));
        Assert.Contains("Being sent round", Words(await Bot.Submits(_mira, shown, (RoughPhrases.SituationField, "passed-on"))));
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, shown)).Reply);
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent);
    }

    [Fact]
    public async Task Help_is_one_of_the_ways_on() => Assert.Equal(GetHelp.Id, (await Next(RoughMoment.Help)).Form.About.Id);

    [Fact]
    public async Task What_is_no_way_on_simply_closes() => Assert.IsType<Reply.None>((await Next("somewhere-else")).Reply);

    [Fact]
    public async Task The_button_stands_on_the_check_in_and_opens_the_private_form()
    {
        await Bot.Chose(Taking.OnMyOwn, _mira);
        var question = await Bot.Types(_mira, "checkin");
        Assert.Contains("Rough moment", question.Buttons);
        var button = question.Card.Buttons.Single(one => one.Does.Id == RoughMoment.OpenId);
        Assert.Equal(Opens.PrivateForm, button.Opens);
        Assert.Equal(RoughMoment.Id, (await Bot.Presses(_mira, question, "Rough moment")).Form.About.Id);
        var done = await Bot.Presses(_mira, question.Card.Body.OfType<Block.Row>().Single().Of[0].Does, question.Where, question.Who);
        Assert.Contains("Rough moment", done.Buttons);
    }

    async Task<Heard> Next(string way) => await Bot.Submits(_mira, await Bot.Types(_mira, "rough"), (RoughMoment.NextField, way));

    static string Words(Heard heard) => CrisisForms.Plain(heard.Form.Fields);

    static string Plain(Text text) => text.Plain(Reader.Plain);
}
