using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>Nothing is asked before the person's own yes on the first private card.</summary>
public sealed class InvitingTests : AskingPeople
{
    Someone _mira = null!, _ben = null!;

    private protected override async Task Arrange()
    {
        await base.Arrange();
        (_mira, _ben) = (await Bot.Member("Mira Solano", zone: "UTC"), await Bot.Member("Ben Okafor", zone: "UTC"));
    }

    [Fact]
    public async Task The_card_comes_once_in_the_shift_and_nothing_is_asked_before_the_yes()
    {
        await Pass(Monday.AddDays(4), 15);
        var card = Assert.Single(Heard(_mira));
        Assert.InRange(card.At, Monday.AddHours(9), Monday.AddHours(10.5));
        Assert.Contains("Only you can see your answers", card.Words);
        Assert.Contains(card.Card.Buttons, button => button.Label.Plain(Reader.Plain) == "Get help now");
        Assert.Empty(await Asks(_mira));
    }

    [Theory]
    [InlineData("Yes, at the start of my shift", Taking.AtStart, true)]
    [InlineData("Yes, at the end of my shift", Taking.AtEnd, true)]
    [InlineData("I come myself", Taking.OnMyOwn, false)]
    [InlineData("No", Taking.No, false)]
    public async Task A_choice_is_kept_and_the_card_says_so(string label, Taking taking, bool asks)
    {
        await Pass(Monday.AddHours(12));
        var chosen = await Bot.Presses(_mira, Assert.Single(Heard(_mira)), label);
        Assert.StartsWith("Noted", chosen.Words);
        Assert.Equal(taking, (await Participation(_mira)).Taking);
        await Pass(Monday.AddHours(34), 15);
        Assert.Equal(asks ? 1 : 0, (await Asks(_mira)).Count);
        Assert.True(Heard(_mira)[1].IsChange);
    }

    [Fact]
    public async Task A_choice_pressed_twice_or_by_somebody_else_has_no_second_effect()
    {
        await Pass(Monday.AddHours(12));
        var card = Assert.Single(Heard(_mira));
        await Bot.Presses(_mira, card, "No");
        var version = (await Participation(_mira)).Version;
        await Bot.Presses(_mira, card, "No");
        Assert.Contains("someone else's card", (await Bot.Presses(_ben, card, "I come myself")).Words);
        Assert.Equal((Taking.No, version), ((await Participation(_mira)).Taking, (await Participation(_mira)).Version));
    }

    [Fact]
    public async Task A_card_from_before_an_erasure_changes_nothing()
    {
        await Pass(Monday.AddHours(12));
        var card = Assert.Single(Heard(_mira));
        await Bot.Do(async db =>
        {
            db.Remove(await db.Participations.SingleAsync(one => one.MemberId == _mira.Id));
            (await db.Members.SingleAsync(one => one.Id == _mira.Id)).ErasedAt = Bot.Clock.Now.AddMinutes(1);
        });
        Assert.Contains("before your data were erased", (await Bot.Presses(_mira, card, "Yes, at the start of my shift")).Words);
        Assert.Empty(await Bot.Read(db => db.Participations.Where(one => one.MemberId == _mira.Id).ToListAsync()));
    }

    [Fact]
    public async Task Checkin_shows_the_card_to_whoever_never_chose_and_the_question_to_everybody_else()
    {
        var card = await Bot.Types(_mira, "checkin");
        Assert.Contains("Until you say yes I ask nothing", card.Words);
        await Bot.Presses(_mira, card, "No");
        Assert.Contains("How steady", (await Bot.Types(_mira, "checkin")).Words);
        await Pass(Monday.AddDays(1));
        Assert.Empty(Heard(_mira));
    }

    [Fact]
    public async Task A_card_that_waits_unsent_is_withheld_once_they_paused_or_chose()
    {
        await Pass(Monday.AddHours(12), delivers: false);
        Assert.Equal((1, 1), ((await Messages(_mira)).Count, (await Messages(_ben)).Count));
        await Bot.Do(async db => (await db.Participations.SingleAsync(one => one.MemberId == _mira.Id)).PausedUntil = DateOnly.MaxValue);
        await Bot.Presses(_ben, await Bot.Types(_ben, "checkin"), "I come myself");
        await Bot.Delivers();
        Assert.Empty(Heard(_mira));
        Assert.Empty(Heard(_ben));
    }

    [Fact]
    public async Task The_card_says_all_that_may_come_of_a_yes()
    {
        var words = (await Bot.Types(_mira, "checkin")).Words;
        Assert.Contains("how steady you feel", words);
        Assert.Contains("five short statements", words);
        Assert.Contains("at least 5 people", words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("start")]
    [InlineData("x/start")]
    [InlineData("0197c9a2-0000-7000-8000-00000000002a/everything")]
    public async Task A_choice_that_is_none_is_refused(string row)
    {
        Assert.Contains("no longer valid", (await Bot.Presses(_mira, new Ref(Invitation.ChooseId, row))).Words);
        Assert.Empty(await Bot.Read(db => db.Participations.ToListAsync()));
    }
}
