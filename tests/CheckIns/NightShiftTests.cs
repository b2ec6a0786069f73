using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.CheckIns;

/// <summary>A night shift is one day, also for whoever comes by themselves after midnight.</summary>
[Trait("Database", "Both")]
public sealed class NightShiftTests : AskingPeople
{
    Someone _mira = null!;

    // Nights from Monday to Thursday, each from 22:00 to 6:00.
    private protected override async Task Arrange()
    {
        await base.Arrange();
        await Changes(programme => (programme.WindowFrom, programme.WindowTo) = (0, 0));
        _mira = await Willing("Mira Solano");
        await Bot.Do(db =>
        {
            db.AddRange(Enumerable.Range(0, 4).Select(night => new Shift { MemberId = _mira.Id, Start = Monday.AddDays(night).AddHours(22), End = Monday.AddDays(night).AddHours(30) }));
            db.Add(Replanning.OfMember(_mira.Id));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Answered_in_the_evening_and_again_at_two_it_is_one_day_and_the_next_evening_asks()
    {
        await Pass(Monday.AddHours(23), every: 30);
        await Presses(Assert.Single(Heard(_mira)).Card, 4);
        await Pass(Monday.AddHours(26), every: 30);
        await Steps(2);
        var row = await Bot.Read(db => db.CheckIns.SingleAsync());
        Assert.Equal((new DateOnly(2026, 3, 2), "2"), (row.Day, (await Bot.Get<Vault>().Find(_mira.Id, default))!.Read(row.Step)));
        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single(await Asks(_mira)).Day);
        await Pass(Monday.AddHours(47), every: 30);
        Assert.Equal([new(2026, 3, 2), new DateOnly(2026, 3, 3)], (await Asks(_mira)).Select(ask => ask.Day));
    }

    [Fact]
    public async Task Not_today_at_two_is_of_the_evening_before_and_the_next_one_asks()
    {
        await Pass(Monday.AddHours(23), every: 30);
        await Presses(Assert.Single(Heard(_mira)).Card, 4);
        await Pass(Monday.AddHours(26), every: 30);
        await Bot.Presses(_mira, await Bot.Types(_mira, "checkin"), "Not today");
        Assert.Equal((new DateOnly(2026, 3, 2), AskState.Answered), Assert.Single(await Asks(_mira)) is var ask ? (ask.Day, ask.State) : default);
        await Pass(Monday.AddHours(47), every: 30);
        Assert.Equal(2, (await Asks(_mira)).Count);
    }

    [Fact]
    public async Task By_themselves_at_two_the_shift_they_are_in_is_not_asked_about_again_and_my_day_draws_it_where_it_began()
    {
        Bot.Clock.Set(Monday.AddHours(26));
        await Steps(3);
        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single(await Asks(_mira)).Day);
        var bars = (await Bot.Types(_mira, "myday")).Form.Fields.OfType<Field.Shown>().Select(shown => shown.Block).OfType<Block.Bars>().Single();
        Assert.Equal("2 March 2026", Assert.Single(bars.Categories).Plain(Reader.Plain));
        // After the shift it is the day on the wall.
        Bot.Clock.Set(Monday.AddHours(31));
        await Steps(4);
        Assert.Equal([new(2026, 3, 2), new DateOnly(2026, 3, 3)], (await Asks(_mira)).Select(ask => ask.Day));
    }

    [Fact]
    public async Task By_themselves_at_two_takes_nothing_from_the_next_evening()
    {
        Bot.Clock.Set(Monday.AddHours(26));
        await Steps(3);
        await Pass(Monday.AddHours(47), every: 30);
        Assert.Equal([new(2026, 3, 2), new DateOnly(2026, 3, 3)], (await Asks(_mira)).Select(ask => ask.Day));
    }

    [Fact]
    public async Task Paused_for_today_at_two_it_is_this_night_and_the_next_one_asks()
    {
        await Pass(Monday.AddHours(26), every: 30);
        Assert.Single(await Asks(_mira));
        await Bot.Submits(_mira, await Bot.Types(_mira, "pause"), (PauseAsking.ForField, PauseAsking.Today));
        Assert.Equal(AskState.NotToday, Assert.Single(await Asks(_mira)).State);
        Assert.Equal(PauseAsking.Until, (await Bot.Types(_mira, "pause")).Holds(PauseAsking.ForField));
        await Pass(Monday.AddHours(47), every: 30);
        Assert.Equal([new(2026, 3, 2), new DateOnly(2026, 3, 3)], (await Asks(_mira)).Select(ask => ask.Day));
        Assert.Equal(PauseAsking.NotNow, (await Bot.Types(_mira, "pause")).Holds(PauseAsking.ForField));
    }

    [Fact]
    public async Task The_prompt_stays_through_the_night_and_what_was_written_in_it_is_not_yesterdays()
    {
        await Changes(programme => (programme.PackId, programme.Language) = ("six-needs", "en"));
        Bot.Get<Register>().Forget();
        var prompts = new List<string>();
        // Whether it helped is asked every third day: one of these three.
        for (var night = 0; night < 3; night++)
        {
            Bot.Clock.Set(Monday.AddDays(night).AddHours(23));
            var form = await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
            prompts.Add(Prompt(form));
            var pattern = await Bot.Submits(_mira, form, (SortThought.WordsField, "I always ruin everything"));
            await Bot.Submits(_mira, await Bot.Submits(_mira, pattern, (NamePattern.Field, NamePattern.NoneOfThese)), (SwapThought.OwnField, "This one call went badly"));
            Bot.Clock.Advance(TimeSpan.FromHours(3));
            form = await Bot.Presses(_mira, new Ref(CheckInCard.ThoughtId));
            Assert.Equal(prompts[^1], Prompt(form));
            Assert.DoesNotContain(form.Form.Fields, field => field.Id == SortThought.HelpedField);
            await Bot.Do(db => db.Thoughts.ExecuteDeleteAsync());
        }
        Assert.Equal(3, prompts.Distinct().Count());
    }

    static string Prompt(Heard form) => form.Form.Fields.OfType<Field.Line>().Single().Label.Plain(Reader.Plain);

    async Task Steps(int step) => await Presses((await Bot.Types(_mira, "checkin")).Card, step);

    Task<Heard> Presses(Card question, int step) =>
        Bot.Presses(_mira, question.Body.OfType<Block.Row>().Single().Of.Single(one => one.Does.Row.EndsWith($"/{step}", StringComparison.Ordinal)).Does);
}
