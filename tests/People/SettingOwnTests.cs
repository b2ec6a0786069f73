using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.People;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;
using ServiceCulture.Tests.Teams;
using Said = ServiceCulture.Bot.Data.Said;

namespace ServiceCulture.Tests.People;

/// <summary>What somebody says of themselves, as far as neither HR nor their platform has said it.</summary>
public sealed class SettingOwnTests : OverTheDatabase
{
    Someone _mira = null!;

    private protected override async Task Arrange() => _mira = await Bot.Member("Mira Solano");

    [Fact]
    public async Task Zone_language_and_hours_are_set_and_plans_follow()
    {
        var form = await Bot.Types(_mira, "settings");
        var saved = await Bot.Submits(_mira, form, (OwnSettings.ZoneField, "lisbon"), (OwnSettings.LanguageField, "pt"), (OwnSettings.DaysField, new[] { "monday", "saturday" }), (OwnSettings.FromField, "22:00"), (OwnSettings.ToField, "06:00"));
        Assert.Contains("Time zone: Europe/Lisbon, as you set it", saved.Words);
        Assert.Contains("Language: Portuguese, as you set it", saved.Words);
        Assert.Contains("Working hours: Monday and Saturday, 22:00 to 06:00, as you set it", saved.Words);
        var row = await Row();
        Assert.Equal(("Europe/Lisbon", "pt", Weekdays.Monday | Weekdays.Saturday, 1320, 360), (row.Zone, row.Culture, row.WorkDays, row.WorkFrom, row.WorkTo));
        Assert.Equal(_mira.Id, (await Bot.Read(db => db.Set<Bot.Features.Programmes.Replanning>().SingleAsync())).MemberId);
        var again = await Bot.Types(_mira, "settings");
        Assert.Equal(("Europe/Lisbon", "pt", "monday,saturday", "22:00"), (again.Holds(OwnSettings.ZoneField), again.Holds(OwnSettings.LanguageField), again.Holds(OwnSettings.DaysField), again.Holds(OwnSettings.FromField)));
    }

    [Theory]
    [InlineData(OwnSettings.ZoneField, "Europe/Berlinn", "Did you mean Europe/Berlin?")]
    [InlineData(OwnSettings.ZoneField, "where I live, far from here and from anywhere", "A region and a city, please")]
    [InlineData(OwnSettings.LanguageField, "xx", "Please pick one")]
    [InlineData(OwnSettings.FromField, "8", "A time as hours and minutes")]
    [InlineData(OwnSettings.DaysField, "someday", "Please pick days")]
    public async Task What_cannot_be_taken_is_refused_at_its_field_with_everything_kept(string field, string typed, string why)
    {
        var wrong = await Bot.Submits(_mira, await Bot.Types(_mira, "settings"), (OwnSettings.ToField, "17:00"), (field, typed));
        Assert.Contains(why, wrong.Fault(field));
        Assert.Equal((typed, "17:00"), (wrong.Holds(field), wrong.Holds(OwnSettings.ToField)));
        Assert.Null((await Row()).WorkTo);
    }

    [Fact]
    public async Task One_time_alone_or_twice_the_same_is_no_working_day()
    {
        var form = await Bot.Types(_mira, "settings");
        Assert.Contains("Both times", (await Bot.Submits(_mira, form, (OwnSettings.FromField, "08:00"))).Fault(OwnSettings.ToField));
        Assert.Contains("the same time", (await Bot.Submits(_mira, form, (OwnSettings.FromField, "08:00"), (OwnSettings.ToField, "08:00"))).Fault(OwnSettings.ToField));
    }

    [Fact]
    public async Task What_HR_or_the_platform_said_is_shown_with_whose_word_it_is_and_has_no_field()
    {
        await Says(who => (who.Zone, who.SaidByHr, who.Culture, who.SaidByPlatform, who.WorkDays, who.WorkFrom, who.WorkTo) = ("Europe/Rome", Said.Zone | Said.Hours, "it", Said.Language, Weekdays.All, 480, 960));
        var words = (await Bot.Types(_mira, "settings")).Words;
        Assert.Contains("Time zone: Europe/Rome. HR's file says so", words);
        Assert.Contains("Language: Italian. The profile on your platform says so", words);
        Assert.Contains("Working hours: every day, 08:00 to 16:00. HR's file says so", words);
    }

    [Fact]
    public async Task What_HR_said_while_the_form_was_open_stays_and_the_rest_is_taken()
    {
        var form = await Bot.Types(_mira, "settings");
        await Says(who => (who.Zone, who.SaidByHr) = ("Europe/Rome", Said.Zone));
        var saved = await Bot.Submits(_mira, form, (OwnSettings.ZoneField, "Asia/Tokyo"), (OwnSettings.LanguageField, "ja"));
        Assert.Contains("so it stayed: the time zone", saved.Words);
        Assert.Equal(("Europe/Rome", "ja"), ((await Row()).Zone, (await Row()).Culture));
    }

    [Fact]
    public async Task A_file_of_HRs_goes_before_what_they_said_and_stays()
    {
        await Bot.Submits(_mira, await Bot.Types(_mira, "settings"), (OwnSettings.FromField, "07:00"), (OwnSettings.ToField, "11:00"));
        await Says(who => who.Email = "mira@acme.example");
        await using (var file = new MemoryStream("e-mail,name,work_from,work_to\nmira@acme.example,Mira Solano,09:00,15:00\n"u8.ToArray()))
            Assert.True((await Bot.Get<Bot.Features.People.ImportPeople>().Run(file, dryRun: false, by: null, default)).IsDone);
        Bot.Get<Register>().Forget();
        var form = (await Bot.Types(_mira, "settings")).Form;
        Assert.DoesNotContain(form.Fields, field => field.Id == OwnSettings.FromField);
        Assert.Contains(form.Fields, field => field is Field.Note && field.Label.Plain(Reader.Plain).Contains("09:00 to 15:00. HR's file says so", StringComparison.Ordinal));
        Assert.Equal((540, 900), ((await Row()).WorkFrom, (await Row()).WorkTo));
    }

    Task<Member> Row() => Bot.Read(db => db.Members.AsNoTracking().SingleAsync(one => one.Id == _mira.Id));

    Task Says(Action<Member> change) => Bot.Do(async db => change(await db.Members.SingleAsync(one => one.Id == _mira.Id)));
}

/// <summary>The same as Slack and Teams speak and hear it.</summary>
[Trait("Database", "Both")]
public sealed class SettingOwnOverHttpTests
{
    [Fact]
    public async Task On_slack_the_form_is_refused_at_its_field_and_taken()
    {
        await using var desk = await SlackDesk.Open();
        var alice = await desk.Member(SlackDesk.Alice);
        (await desk.Command(SlackDesk.Alice, "settings", "/culture")).IsEmpty();
        var view = desk.Slack.Of("views.open")[^1].Body["view"]!;
        Assert.Equal("Both times, please, or neither.", (string)(await desk.Submit(SlackDesk.Alice, view, new JsonObject { ["from"] = "08:00" })).Json()["errors"]!["to"]!);
        var saved = await desk.Submit(SlackDesk.Alice, view, new JsonObject { ["language"] = new JsonArray("de"), ["from"] = "08:00", ["to"] = "14:00", ["days"] = new JsonArray("monday") });
        Assert.Contains("Monday, 08:00 to 14:00", saved.Body, StringComparison.Ordinal);
        var row = await desk.Host.Read(db => db.Members.SingleAsync(one => one.Id == alice));
        Assert.Equal((480, 840, Weekdays.Monday), (row.WorkFrom, row.WorkTo, row.WorkDays));
    }

    [Fact]
    public async Task In_teams_the_form_is_a_card_that_keeps_what_was_typed_and_gives_way_to_what_was_saved()
    {
        await using var talk = await TeamsTalk.Start();
        await talk.Meet();
        talk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await talk.Says(TeamsTalk.Ann, "settings");
        var form = (await talk.Received()).Last(call => call.Path.EndsWith("/activities", StringComparison.Ordinal)).Card;
        var wrong = await talk.Press(TeamsTalk.Ann, form, "Save", new JsonObject { ["from"] = "08:00", ["to"] = "" });
        Assert.Contains("Both times, please, or neither.", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("08:00", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        var saved = await talk.Press(TeamsTalk.Ann, wrong.Card, "Save", new JsonObject { ["from"] = "08:00", ["to"] = "14:00", ["days"] = "monday,friday" });
        Assert.Contains("Monday and Friday, 08:00 to 14:00", saved.Card.ToJsonString(), StringComparison.Ordinal);
        var row = await talk.Host.Read(db => db.Accounts.Where(account => account.ExternalId == TeamsTalk.Ann.Id).Join(db.Members, account => account.MemberId, member => member.Id, (_, member) => member).SingleAsync());
        Assert.Equal((480, 840), (row.WorkFrom, row.WorkTo));
    }
}
