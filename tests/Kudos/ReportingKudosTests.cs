using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Kudos;

/// <summary>Kudos that somebody reports, and what HR does with them.</summary>
public sealed class ReportingKudosTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";

    Someone _mia = null!, _ben = null!, _zoe = null!;
    Someone _hr = null!;
    MemberInfo _ines = null!;
    Address _floor = null!;

    KeepingReports Reports => Bot.Make<KeepingReports>();

    private protected override void With(IServiceCollection services) => services.WrapStore(store => new MeetingStore(store));

    private protected override async Task Arrange()
    {
        (_mia, _ben, _zoe, _floor) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers"), await Bot.Member("Zoe Bell"), await Bot.Place("floor"));
        _hr = await Bot.Member("Ines Moor", roles: Roles.Hr);
        _ines = (await Bot.Get<Register>().Member(_hr.Id, default))!;
        await Bot.Types(_mia, $"kudos @Ben #patience {Deed}", at: _floor);
        await Bot.Delivers();
    }

    Task<Guid> Kudos() => Bot.Read(db => db.Kudos.Select(one => one.Id).SingleAsync());

    async Task<Heard> Reported(Someone who, string reason = "hurts", string words = "It mocks the caller.")
    {
        var form = await Bot.Presses(who, new Ref(ReportKudos.OpenId, (await Kudos()).ToString()));
        return await Bot.Submits(who, form, (ReportKudos.ReasonField, reason), (ReportKudos.WordsField, words));
    }

    [Fact]
    public async Task Whoever_sees_them_can_report_them_once_and_nobody_but_HR_is_told()
    {
        var sent = Bot.Slack.Sent.Count;
        Assert.Contains("HR looks at these kudos", (await Reported(_zoe)).Words);
        Assert.Contains("reported these kudos already", (await Bot.Presses(_zoe, new Ref(ReportKudos.OpenId, (await Kudos()).ToString()))).Words);
        await Bot.Delivers();
        Assert.All(Bot.Slack.Sent.Skip(sent), told => Assert.Equal(_hr.Account, told.Place));
        var waiting = Assert.Single((await Reports.Read(_ines, true, default)).Waiting);
        Assert.Equal(("Mia Storm", Deed, "Zoe Bell", "It mocks the caller."), (waiting.Words.From.Name, waiting.Words.Words, waiting.Reports[0].By, waiting.Reports[0].Report.Words));
    }

    [Fact]
    public async Task HR_is_told_at_home_without_the_words_and_the_button_leads_to_where_they_are_read()
    {
        await Reported(_zoe);
        await Bot.Delivers();
        var told = Assert.Single(Bot.Slack.In(_hr.Account));
        var words = PlainText.Render(told.Card, Reader.Plain);
        Assert.Contains("Kudos were reported and wait", words);
        Assert.DoesNotContain(Deed, words);
        Assert.DoesNotContain("mocks", words);
        Assert.DoesNotContain("Zoe", words);
        var link = Assert.IsType<Field.Shown>((await Bot.Presses(_hr, told, "Look at them")).Form.Fields[0]);
        Assert.Contains("?to=kudos", Html.Card(new Card($"", link.Block), Reader.Plain), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Within_an_hour_there_is_one_message_that_counts_and_later_another()
    {
        await Reported(_zoe);
        await Bot.Delivers();
        await Bot.Types(_ben, "kudos @Mia #patience waited with me for the last bus in the rain", at: _floor);
        var other = await Bot.Read(db => db.Kudos.Where(one => one.FromId == _ben.Id).Select(one => one.Id).SingleAsync());
        Bot.Clock.Advance(TimeSpan.FromMinutes(50));
        await ReportsOther(_zoe);
        await Bot.Delivers();
        var first = Bot.Slack.In(_hr.Account);
        Assert.Single(first.Select(told => told.Key).Distinct());
        Assert.Contains("2 kudos were reported", PlainText.Render(first[^1].Card, Reader.Plain));
        Bot.Clock.Advance(TimeSpan.FromMinutes(11));
        await ReportsOther(_mia);
        await Bot.Delivers();
        Assert.Equal(2, Bot.Slack.In(_hr.Account).Select(told => told.Key).Distinct().Count());

        async Task ReportsOther(Someone who) => await Bot.Submits(who, await Bot.Presses(who, new Ref(ReportKudos.OpenId, other.ToString())), (ReportKudos.ReasonField, "other"), (ReportKudos.WordsField, ""));
    }

    [Fact]
    public async Task Of_two_reports_in_one_instant_HR_gets_one_message()
    {
        var press = new Ref(ReportKudos.OpenId, (await Kudos()).ToString());
        var (zoes, bens) = (await Bot.Presses(_zoe, press), await Bot.Presses(_ben, press));
        ((MeetingStore)Bot.Get<IStore>()).Meet(2);
        await Task.WhenAll(Task.Run(() => Bot.Submits(_zoe, zoes, (ReportKudos.ReasonField, "hurts"))), Task.Run(() => Bot.Submits(_ben, bens, (ReportKudos.ReasonField, "untrue"))));
        await Bot.Delivers();
        Assert.Equal(2, await Bot.Read(db => db.KudosReports.CountAsync()));
        Assert.Single(Bot.Slack.In(_hr.Account).Select(told => told.Key).Distinct());
    }

    [Fact]
    public async Task Whoever_reports_is_not_told_of_it_also_in_HR()
    {
        await Reported(_hr);
        await Bot.Delivers();
        Assert.Empty(Bot.Slack.In(_hr.Account));
    }

    [Fact]
    public async Task Every_card_of_them_has_the_button()
    {
        Assert.Contains("Report", Bot.Slack.In(_floor.Id)[^1].Card.Buttons.Select(button => button.Label.Plain(Reader.Plain)));
        Assert.Contains("Report", Bot.Slack.In(_ben.Account)[^1].Card.Buttons.Select(button => button.Label.Plain(Reader.Plain)));
    }

    [Fact]
    public async Task Hidden_they_are_gone_from_every_card_and_list_and_come_back_as_they_were()
    {
        await Reported(_zoe);
        await Reports.Hide(await Kudos(), _ines, default);
        await Reports.Hide(await Kudos(), _ines, default);
        await Bot.Delivers();
        foreach (var card in new[] { Bot.Slack.In(_floor.Id)[^1], Bot.Slack.In(_ben.Account)[^1] })
        {
            Assert.DoesNotContain(Deed, card.Body);
            Assert.Contains("not shown any more", card.Words);
        }
        Assert.DoesNotContain(Deed, (await Bot.Types(_ben, "mykudos")).Words);
        Assert.DoesNotContain("1 thank-you given", (await Bot.Types(_mia, "mykudos")).Words);
        Assert.Contains("not shown any more", (await Bot.Presses(_mia, new Ref(EditKudos.OpenId, (await Kudos()).ToString(), 2))).Words);
        var read = await Reports.Read(_ines, true, default);
        Assert.Equal((0, 1), (read.Waiting.Count, read.Hidden.Count));

        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await Reports.Restore(await Kudos(), _ines, default);
        await Bot.Delivers();
        Assert.Contains(Deed, Bot.Slack.In(_floor.Id)[^1].Words);
        Assert.Contains(Deed, (await Bot.Types(_ben, "mykudos")).Words);
        Assert.Equal(["kudos.hide", "kudos.restore"], await Bot.Read(db => db.Audit.Where(one => one.Act == "kudos.hide" || one.Act == "kudos.restore").OrderBy(one => one.Id).Select(one => one.Act).ToListAsync()));
        Assert.All(await Bot.Read(db => db.Audit.Where(one => one.Act == "kudos.hide").ToListAsync()), entry => Assert.Equal((_ines.Id, (Guid?)_mia.Id), (entry.Actor!.Value, entry.About)));
    }

    [Fact]
    public async Task Left_as_they_are_they_wait_no_more_until_somebody_else_reports_them()
    {
        await Reported(_zoe);
        await Reports.Leave(await Kudos(), _ines, default);
        Assert.Empty((await Reports.Read(_ines, true, default)).Waiting);
        await Reported(_ben, "untrue", "");
        Assert.Equal(2, Assert.Single((await Reports.Read(_ines, true, default)).Waiting).Reports.Count);
    }

    [Fact]
    public async Task What_is_wrong_with_the_form_is_said_at_its_field()
    {
        Assert.Contains("Pick what comes closest", (await Reported(_zoe, reason: "")).Fault(ReportKudos.ReasonField));
        Assert.Contains("at most 500", (await Reported(_zoe, words: new string('x', 501))).Fault(ReportKudos.WordsField));
        Assert.Equal(0, await Bot.Read(db => db.KudosReports.CountAsync()));
    }

    [Fact]
    public async Task Private_kudos_are_reported_by_whom_they_reached_and_by_nobody_else()
    {
        await Bot.Do(async db =>
        {
            db.RemoveRange(await db.KudosReceipts.ToListAsync());
            db.RemoveRange(await db.Kudos.ToListAsync());
        });
        await Bot.Submits(_mia, await Bot.Types(_mia, "kudos"), ("people", new[] { _ben }), ("words", Deed), ("audience", "private"));
        var press = new Ref(ReportKudos.OpenId, (await Kudos()).ToString());
        Assert.Contains("no such kudos for you", (await Bot.Presses(_zoe, press)).Words);
        Assert.Contains("your own kudos", (await Bot.Presses(_mia, press)).Words);
        Assert.Equal(ReportKudos.Id, (await Bot.Presses(_ben, press)).Form.About.Id);
        Assert.Contains("no such kudos for you", (await Bot.Presses(_zoe, new Ref(ReportKudos.OpenId, Guid.NewGuid().ToString()))).Words);
    }

    [Fact]
    public async Task Reading_them_is_written_down_once_a_day_and_drawing_ahead_is_not()
    {
        await Reported(_zoe);
        await Reports.Read(_ines, false, default);
        await Reports.Read(_ines, true, default);
        await Reports.Read(_ines, true, default);
        Assert.Equal(1, await Bot.Read(db => db.Audit.CountAsync(one => one.Act == "kudos.look")));
    }
}
