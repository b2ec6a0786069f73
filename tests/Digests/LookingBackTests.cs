using Microsoft.EntityFrameworkCore;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Digests;

/// <summary>Earlier weeks, another time, a pause, a preview: what one can do with a digest.</summary>
[Trait("Database", "Both")]
public sealed class LookingBackTests : OverTheDatabase
{
    static readonly DateTime LastWeek = new(2026, 2, 25, 12, 0, 0, DateTimeKind.Utc);

    Someone _petra = null!, _mira = null!, _ben = null!, _zoe = null!;

    private protected override async Task Arrange()
    {
        _petra = await Bot.Member("Petra Lind", team: "Front desk", leads: true);
        _mira = await Bot.Member("Mira Solano", team: "Front desk");
        _ben = await Bot.Member("Ben Okafor", team: "Front desk");
        _zoe = await Bot.Member("Zoe Field", team: "Back office");
        await Bot.Settled();
        await Bot.RunsAt(Bot.Clock.Now);
    }

    [Fact]
    public async Task Earlier_weeks_are_shown_as_they_were_to_their_owner_alone()
    {
        await Bot.Gave(_zoe, LastWeek, ["patience"], _mira);
        await Bot.RunsAt(Weeks.Tuesday);
        await Bot.RunsAt(Weeks.Tuesday.AddDays(7));
        var shown = await Bot.Types(_petra, "digest");
        Assert.Contains("2 to 8 March 2026", shown.Words);
        var earlier = await Bot.Presses(_petra, shown, "Previous weeks");
        Assert.Contains("23 February to 1 March 2026", earlier.Words);
        Assert.Contains("no digest before", (await Bot.Presses(_petra, earlier, "Previous weeks")).Words);
        Assert.Contains("no digest before", (await Bot.Presses(_mira, new Ref(DigestButtons.EarlierId, earlier.Card.Buttons[0].Does.Row))).Words);
        Assert.Contains("There is none yet", (await Bot.Types(_mira, "digest")).Words);
    }

    [Fact]
    public async Task Less_often_covers_more_weeks_and_a_pause_ends_with_a_press()
    {
        await Bot.RunsAt(Weeks.Tuesday);
        var shown = await Bot.Types(_petra, "digest");
        var form = await Bot.Presses(_petra, shown, "Less often, other time");
        Assert.Equal(("weekly", "tuesday", "10:00"), (form.Holds(DigestTimes.OftenField), form.Holds(DigestTimes.DayField), form.Holds(DigestTimes.TimeField)));
        Assert.Equal("A time like 10:00, please.", (await Bot.Submits(_petra, form, (DigestTimes.TimeField, "25:00"))).Fault(DigestTimes.TimeField));
        Assert.Contains("6 Mar 2026, 08:30", (await Bot.Submits(_petra, form, (DigestTimes.OftenField, "monthly"), (DigestTimes.DayField, "friday"), (DigestTimes.TimeField, "08:30"))).Words);
        await Bot.Gave(_zoe, LastWeek.AddDays(14), ["patience"], _mira);
        Assert.Equal(0, await Bot.RunsAt(Weeks.Tuesday.AddDays(3)));
        Assert.Equal(1, await Bot.RunsAt(new DateTime(2026, 4, 3, 8, 30, 0, DateTimeKind.Utc)));
        var digest = Bot.Slack.In(_petra.Account)[^1];
        Assert.Contains("2 to 29 March 2026", digest.Words);
        Assert.Contains("1 thank-you for people in Front desk in these four weeks", digest.Words);

        var paused = await Bot.Presses(_petra, digest, "Pause");
        Assert.Null((await Bot.Read(db => db.DigestPlans.SingleAsync())).NextAt);
        Assert.Contains("1 May 2026, 08:30", (await Bot.Presses(_petra, paused, "Send them again")).Words);
        Assert.Contains("somebody else's", (await Bot.Presses(_mira, new Ref(DigestButtons.PauseId, digest.Card.Buttons[0].Does.Row))).Words);
    }

    [Fact]
    public async Task A_preview_is_of_now_for_the_asker_and_is_kept_nowhere()
    {
        await Bot.Gave(_zoe, Bot.Clock.Now.AddHours(-1), ["patience"], _mira);
        var preview = await Bot.Types(_petra, "digest preview");
        Assert.Contains("The week from 2 March 2026 on, so far", preview.Words);
        Assert.Contains("1 thank-you for people in Front desk this week so far", preview.Words);
        Assert.Empty(await Bot.Kept());
        Assert.Contains("Your first one comes on 3 Mar 2026, 10:00", (await Bot.Types(_petra, "digest")).Words);
    }

    [Fact]
    public async Task It_says_what_it_is_based_on()
    {
        var basis = await Bot.Presses(_petra, await Bot.Types(_petra, "digest preview"), "What is this based on?");
        Assert.Contains("Thanks are public ones only", basis.Words);
        Assert.Contains("UTC", basis.Words);
    }
}
