using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Crisis;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Rough;

/// <summary>A thought is put aside, comes back when work ends, and is nobody else's meanwhile.</summary>
public sealed class ParkingTests : OverTheDatabase
{
    const string Said = "Zanzibar: he will ring again and I will freeze";

    Someone _mira = null!, _ben = null!;

    private protected override async Task Arrange() =>
        (_mira, _ben) = (await Bot.Member("Mira Solano", team: "Front desk", zone: "Europe/Berlin"), await Bot.Member("Ben Okafor", team: "Front desk"));

    [Fact]
    public async Task It_comes_back_when_work_ends_with_no_word_of_it_in_the_message()
    {
        var form = await OpensPark(_mira);
        var berlin = Reader.Plain with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        Assert.Contains("when your shift ends, at 17:00", form.Form.Fields.OfType<Field.Note>().Single().Label.Plain(berlin));
        var done = await Bot.Submits(_mira, form, (ParkThought.WordsField, Said));
        Assert.True(done.Form.Private);
        Assert.DoesNotContain("Zanzibar", Words(done));
        Assert.Equal(Utc(16), (await Bot.Read(db => db.Thoughts.SingleAsync())).BackAt);

        Bot.Clock.Set(Utc(15, 59));
        Assert.Equal(0, await Runs());
        Bot.Clock.Set(Utc(16));
        Assert.Equal(1, await Runs());
        var back = Assert.Single(Bot.Slack.In(_mira.Account));
        Assert.StartsWith("You parked something until now", back.Words);
        Assert.DoesNotContain("Zanzibar", back.Body);
        Assert.Contains(back.Card.Buttons, button => button.Label.Plain(Reader.Plain) == "Get help now");

        var opened = await Bot.Presses(_mira, back, "Open it");
        Assert.True(opened.Form.Private);
        Assert.Contains(Said, Words(opened));
    }

    [Fact]
    public async Task It_can_be_opened_and_let_go_also_where_rough_was_switched_off_since()
    {
        await Parks();
        Bot.Clock.Set(Utc(16));
        await Runs();
        await Bot.Do(async db =>
        {
            (await db.Members.SingleAsync(one => one.Id == _mira.Id)).Site = "Kiel";
            db.Add(new SwitchedOff { Site = "Kiel", Feature = "rough", At = Bot.Clock.Now });
        });
        Assert.Contains("switched", (await Bot.Types(_mira, "rough")).Words);
        var opened = await Bot.Presses(_mira, Assert.Single(Bot.Slack.In(_mira.Account)), "Open it");
        Assert.Contains(Said, Words(opened));
        await Bot.Submits(_mira, opened, (ParkedThought.ChoiceField, ParkedThought.LetGo));
        Assert.Equal(0, await Bot.Read(db => db.Thoughts.CountAsync()));
    }

    [Fact]
    public async Task Where_check_ins_are_switched_off_there_is_no_looking_at_it_now()
    {
        var before = await ComesBack();
        await Bot.Do(async db =>
        {
            (await db.Members.SingleAsync(one => one.Id == _mira.Id)).Site = "Kiel";
            db.Add(new SwitchedOff { Site = "Kiel", Feature = "check-ins", At = Bot.Clock.Now });
        });
        var opened = await Bot.Presses(_mira, Assert.Single(Bot.Slack.In(_mira.Account)), "Open it");
        Assert.Equal([ParkedThought.LetGo, ParkedThought.Keep], opened.Form.Fields.OfType<Field.Pick>().Single().Choices.Select(choice => choice.Value));
        Assert.Contains("switched check-ins off at Kiel", (await Bot.Submits(_mira, before, (ParkedThought.ChoiceField, ParkedThought.Look))).Words);
    }

    [Fact]
    public async Task Parked_after_work_it_comes_back_as_the_next_shift_begins_and_says_so()
    {
        Bot.Clock.Set(Utc(20));
        var form = await OpensPark(_mira);
        var berlin = Reader.Plain with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        Assert.Contains("when your next shift begins (3 Mar 2026, 09:00)", form.Form.Fields.OfType<Field.Note>().Single().Label.Plain(berlin));
        await Bot.Submits(_mira, form, (ParkThought.WordsField, Said));
        Assert.Equal(Utc(8).AddDays(1), (await Bot.Read(db => db.Thoughts.SingleAsync())).BackAt);
    }

    [Fact]
    public async Task Running_twice_brings_it_back_once()
    {
        await Parks();
        Bot.Clock.Set(Utc(16));
        Assert.Equal(1, await Runs());
        Assert.Equal(0, await Runs());
        Assert.Single(Bot.Slack.In(_mira.Account));
    }

    [Fact]
    public async Task While_it_waits_it_is_in_no_list_and_afterwards_in_ones_own_days()
    {
        await Parks();
        Assert.DoesNotContain("Zanzibar", await MyDay());
        Bot.Clock.Set(Utc(16));
        await Runs();
        Assert.Contains("Zanzibar", await MyDay());
    }

    [Fact]
    public async Task It_is_sealed_with_their_own_key_and_stands_nowhere_in_clear()
    {
        await Parks();
        var row = await Bot.Read(db => db.Thoughts.SingleAsync());
        Assert.DoesNotContain("Zanzibar", Encoding.UTF8.GetString(row.Sealed));
        Assert.Contains("Zanzibar", (await Bot.Get<Vault>().Find(_mira.Id, default))!.Read(row.Sealed));
        Assert.Empty(await Bot.Read(db => db.Messages.ToListAsync()));
        Assert.Empty(await Bot.Read(db => db.Drafts.ToListAsync()));
    }

    [Fact]
    public async Task It_can_be_let_go_kept_or_looked_at()
    {
        var opened = await ComesBack();
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, opened, (ParkedThought.ChoiceField, ParkedThought.Keep))).Reply);
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, opened)).Reply);
        var look = await Bot.Submits(_mira, opened, (ParkedThought.ChoiceField, ParkedThought.Look));
        Assert.Equal(NamePattern.Id, look.Form.About.Id);
        Assert.Contains(Said, Words(look));
        Assert.IsType<Reply.None>((await Bot.Submits(_mira, opened, (ParkedThought.ChoiceField, ParkedThought.LetGo))).Reply);
        Assert.Empty(await Bot.Read(db => db.Thoughts.ToListAsync()));
        Assert.Contains("no longer there", Words(await Bot.Submits(_mira, opened, (ParkedThought.ChoiceField, ParkedThought.Look))));
        Assert.Contains("no longer there", Words(await Bot.Submits(_mira, opened, (ParkedThought.ChoiceField, ParkedThought.LetGo))));
        Assert.Contains("no longer there", Words(await Bot.Presses(_mira, Assert.Single(Bot.Slack.In(_mira.Account)), "Open it")));
    }

    [Fact]
    public async Task Somebody_elses_stays_theirs()
    {
        var opened = await ComesBack();
        Assert.Contains("no longer there", Words(await Bot.Presses(_ben, new Ref(ParkedThought.OpenId, opened.Form.About.Row))));
        await Bot.Submits(_ben, opened with { Who = _ben.Id }, (ParkedThought.ChoiceField, ParkedThought.LetGo));
        Assert.Contains("opened by someone else", (await Bot.Submits(_ben, opened, (ParkedThought.ChoiceField, ParkedThought.LetGo))).Words);
        Assert.Single(await Bot.Read(db => db.Thoughts.ToListAsync()));
    }

    [Fact]
    public async Task Nothing_is_parked_of_empty_or_too_long_words_and_they_are_kept()
    {
        var form = await OpensPark(_mira);
        Assert.Contains("a few words", (await Bot.Submits(_mira, form, (ParkThought.WordsField, "  "))).Fault(ParkThought.WordsField));
        var wrong = await Bot.Submits(_mira, form, (ParkThought.WordsField, new string('x', ParkThought.Most + 1)));
        Assert.Contains("1,001", wrong.Fault(ParkThought.WordsField));
        Assert.Equal(ParkThought.Most + 1, wrong.Holds(ParkThought.WordsField).Length);
        Assert.True(wrong.Form.Private);
        Assert.Empty(await Bot.Read(db => db.Thoughts.ToListAsync()));
    }

    [Fact]
    public async Task The_same_form_delivered_or_sent_twice_parks_one()
    {
        var form = await OpensPark(_mira);
        foreach (var delivery in new[] { "E-1", "E-1", "E-2" })
            await Bot.Submits(_mira, form, delivery, (ParkThought.WordsField, Said));
        Assert.Single(await Bot.Read(db => db.Thoughts.ToListAsync()));
    }

    [Fact]
    public async Task Let_go_it_is_not_parked_again_by_the_form_that_brought_it()
    {
        var form = await OpensPark(_mira);
        await Bot.Submits(_mira, form, (ParkThought.WordsField, Said));
        Bot.Clock.Set(Utc(16));
        await Runs();
        await Bot.Submits(_mira, await Bot.Presses(_mira, Assert.Single(Bot.Slack.In(_mira.Account)), "Open it"), (ParkedThought.ChoiceField, ParkedThought.LetGo));
        var late = await Bot.Submits(_mira, form, (ParkThought.WordsField, Said));
        Assert.Contains("has been deleted since, so nothing was kept", late.Fault(ParkThought.WordsField));
        Assert.Equal(Said, late.Holds(ParkThought.WordsField));
        Assert.Empty(await Bot.Read(db => db.Thoughts.ToListAsync()));
    }

    [Fact]
    public async Task Words_of_crisis_bring_help_to_the_top_here_and_when_it_comes_back()
    {
        var done = await Bot.Submits(_mira, await OpensPark(_mira), (ParkThought.WordsField, "I want to die, I can't go on living."));
        Assert.Contains("nobody is watching", Words(done));
        Bot.Clock.Set(Utc(16));
        await Runs();
        Assert.Contains("nobody is watching", Words(await Bot.Presses(_mira, Assert.Single(Bot.Slack.In(_mira.Account)), "Open it")));
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2026-03-10")]
    public async Task To_whoever_has_paused_meanwhile_nothing_is_sent_and_it_stands_in_their_days(string until)
    {
        await Parks();
        await Pauses(DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
        Bot.Clock.Set(Utc(16));
        Assert.Equal(1, await Runs());
        Assert.Empty(Bot.Slack.Sent);
        Assert.Null((await Bot.Read(db => db.Thoughts.SingleAsync())).BackAt);
    }

    [Fact]
    public async Task A_pause_holds_back_what_is_on_its_way_too()
    {
        await Parks();
        Bot.Clock.Set(Utc(16));
        Assert.Equal(1, await Bot.Get<BringingBack>().Run(default));
        await Pauses(DateOnly.MaxValue);
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.Sent);
        Assert.Equal(Message.NotWanted, (await Bot.Read(db => db.Messages.SingleAsync())).LastError);
    }

    [Fact]
    public async Task A_pause_that_is_over_by_then_holds_nothing_back()
    {
        await Parks();
        await Pauses(new DateOnly(2026, 3, 2));
        Bot.Clock.Set(Utc(16));
        await Runs();
        Assert.Single(Bot.Slack.In(_mira.Account));
    }

    [Fact]
    public async Task Who_has_paused_is_told_before_they_park()
    {
        await Pauses(DateOnly.MaxValue);
        Assert.Contains("You have paused me, so I won't write to you about it", Words(await OpensPark(_mira)));
    }

    [Fact]
    public async Task To_whoever_left_or_was_erased_nothing_is_sent()
    {
        await Parks();
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _mira.Id)).LeftAt = Bot.Clock.Now);
        Bot.Clock.Set(Utc(16));
        await Runs();
        await Bot.Do(db => db.Thoughts.ExecuteDeleteAsync());
        Assert.Equal(0, await Runs());
        Assert.Empty(Bot.Slack.Sent);
    }

    [Fact]
    public async Task More_than_a_page_comes_back_in_one_run()
    {
        await Parks();
        var seal = (await Bot.Read(db => db.Thoughts.SingleAsync())).Sealed;
        await Bot.Do(db =>
        {
            for (var n = 0; n < BringingBack.Page; n++)
                db.Add(new Thought { MemberId = _mira.Id, At = Bot.Clock.Now, Sealed = seal, BackAt = Utc(15) });
            return Task.CompletedTask;
        });
        Bot.Clock.Set(Utc(16));
        Assert.Equal(BringingBack.Page + 1, await Bot.Get<BringingBack>().Run(default));
    }

    static DateTime Utc(int hour, int minute = 0) => new(2026, 3, 2, hour, minute, 0, DateTimeKind.Utc);

    async Task<Heard> OpensPark(Someone who) => await Bot.Submits(who, await Bot.Types(who, "rough"), (RoughMoment.NextField, RoughMoment.Park));

    async Task Parks() => await Bot.Submits(_mira, await OpensPark(_mira), (ParkThought.WordsField, Said));

    async Task<Heard> ComesBack()
    {
        await Parks();
        Bot.Clock.Set(Utc(16));
        await Runs();
        return await Bot.Presses(_mira, Assert.Single(Bot.Slack.In(_mira.Account)), "Open it");
    }

    async Task<string> MyDay() => Html.Form((await Bot.Types(_mira, "myday")).Form, Reader.Plain, "f");

    Task Pauses(DateOnly until) => Bot.Do(db =>
    {
        db.Add(new Participation { MemberId = _mira.Id, PausedUntil = until });
        return Task.CompletedTask;
    });

    async Task<int> Runs()
    {
        var back = await Bot.Get<BringingBack>().Run(default);
        await Bot.Delivers();
        return back;
    }

    static string Words(Heard heard) => CrisisForms.Plain(heard.Form.Fields);
}
