using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>What Slack tells, and what becomes of it.</summary>
[Trait("Database", "Both")]
public sealed class EventsOnSlackTests
{
    static Task<SlackDesk> Desk() => SlackDesk.Open();

    [Theory]
    [InlineData("""{"type":"message","channel":"D01ALICE","user":"U0BOT","bot_id":"B0BOT","app_id":"A01APP","text":"kudos <@U02BEN> stayed until it was solved","ts":"1.1","channel_type":"im"}""")]
    [InlineData("""{"type":"message","channel":"D01ALICE","user":"U0BOT","text":"help","ts":"1.1","channel_type":"im"}""")]
    [InlineData("""{"type":"message","channel":"D01ALICE","user":"USLACKBOT","text":"help","ts":"1.1","channel_type":"im"}""")]
    [InlineData("""{"type":"message","channel":"D01ALICE","user":"U09OTHER","bot_id":"B9","text":"help","ts":"1.1","channel_type":"im","subtype":"bot_message"}""")]
    [InlineData("""{"type":"app_mention","channel":"C01GEN","user":"U09OTHER","bot_id":"B9","text":"<@U0BOT> help","ts":"1.1"}""")]
    [InlineData("""{"type":"app_mention","channel":"C01GEN","user":"U0BOT","text":"<@U0BOT> help","ts":"1.1"}""")]
    [InlineData("""{"type":"message","channel":"C01GEN","user":"U01ALICE","text":"help","ts":"1.1","channel_type":"channel"}""")]
    [InlineData("""{"type":"message","channel":"G01","user":"U01ALICE","text":"help","ts":"1.1","channel_type":"mpim"}""")]
    [InlineData("""{"type":"message","channel":"D01ALICE","user":"U01ALICE","text":"help","ts":"1.1","channel_type":"im","hidden":true}""")]
    [InlineData("""{"type":"message","subtype":"message_changed","channel":"D01ALICE","channel_type":"im","ts":"1.2","message":{"user":"U01ALICE","text":"kudos <@U02BEN> stayed until it was solved","ts":"1.1"},"previous_message":{"user":"U01ALICE","text":"help","ts":"1.1"}}""")]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel":"D01ALICE","channel_type":"im","ts":"1.2","deleted_ts":"1.1"}""")]
    [InlineData("""{"type":"message","subtype":"channel_join","channel":"D01ALICE","user":"U01ALICE","text":"help","ts":"1.1","channel_type":"im"}""")]
    [InlineData("""{"type":"reaction_added","user":"U01ALICE","reaction":"tada","item":{"type":"message","channel":"C01GEN","ts":"1.1"}}""")]
    [InlineData("""{"type":"reaction_removed","user":"U01ALICE","reaction":"tada","item":{"type":"message","channel":"C01GEN","ts":"1.1"}}""")]
    [InlineData("""{"type":"app_home_opened","user":"U01ALICE","channel":"D01ALICE","tab":"home"}""")]
    [InlineData("""{"type":"member_joined_channel","user":"U02BEN","channel":"C01GEN"}""")]
    [InlineData("""{"type":"member_left_channel","user":"U02BEN","channel":"C01GEN"}""")]
    [InlineData("""{"type":"channel_rename","channel":{"id":"C0ELSEWHERE","name":"not-ours"}}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U01ALICE"]}}""")]
    [InlineData("""{"type":"a_kind_that_comes_next_month","user":"U01ALICE"}""")]
    public async Task nothing_of_ours_is_200_and_leaves_nothing(string happened)
    {
        await using var desk = await Desk();
        var before = await desk.Stored();
        (await desk.Event(happened)).IsEmpty();
        await desk.Host.Deliver();
        Assert.Empty(desk.Slack.Calls);
        Assert.Equal(before, await desk.Stored());
    }

    [Fact]
    public async Task the_challenge_comes_back_and_the_certificate_check_is_fine()
    {
        await using var desk = await Desk();
        var said = await desk.Json("""{"token":"x","challenge":"a\"b<c","type":"url_verification"}""");
        Assert.Equal("a\"b<c", (string)said.Json()["challenge"]!);
        (await desk.Form(("ssl_check", "1"), ("token", "x"))).IsEmpty();
    }

    [Fact]
    public async Task a_closed_view_is_nothing()
    {
        await using var desk = await Desk();
        (await desk.Interaction(System.Text.Json.Nodes.JsonNode.Parse("""{"type":"view_closed","user":{"id":"U01ALICE","team_id":"T01TEST"},"view":{"id":"V1","callback_id":"kudos.give","private_metadata":"x","state":{"values":{}}},"is_cleared":false}""")!.AsObject())).IsEmpty();
        Assert.Empty(desk.Slack.Calls);
    }

    [Fact]
    public async Task another_workspace_is_200_and_nothing()
    {
        await using var desk = await Desk();
        var before = await desk.Stored();
        (await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}", team: "T99OTHER")).IsEmpty();
        (await desk.Event("""{"type":"message","channel":"D01ALICE","user":"U01ALICE","text":"help","ts":"1.1","channel_type":"im"}""", team: "T99OTHER")).IsEmpty();
        (await desk.Event("""{"type":"app_uninstalled"}""", team: "T99OTHER")).IsEmpty();
        (await desk.Suggest(SlackDesk.Alice, "Ben", team: "T99OTHER")).IsEmpty();
        await desk.Host.Deliver();
        Assert.Empty(desk.Slack.Calls);
        Assert.Equal(before, await desk.Stored());
    }

    [Theory]
    [InlineData("T77PARTNER")]
    [InlineData("")]
    public async Task a_stranger_in_a_shared_channel_is_refused_in_words_and_not_kept(string team)
    {
        await using var desk = await Desk();
        var people = await desk.Host.Read(db => db.Members.CountAsync());
        (await desk.Mention("U77STRANGER", $"<@U0BOT> kudos <@U02BEN> {SlackDesk.Deed}", team, shared: true)).IsEmpty();
        await desk.Host.Deliver();
        Assert.Contains("only for the people of this organisation", Drawn.Words(Assert.Single(desk.Slack.Messages).Value["blocks"]), StringComparison.Ordinal);
        Assert.Equal((0, people), (await desk.Host.Read(db => db.Kudos.CountAsync()), await desk.Host.Read(db => db.Members.CountAsync())));
    }

    [Fact]
    public async Task a_strangers_press_is_refused_in_words()
    {
        await using var desk = await Desk();
        await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        await desk.Host.Deliver();
        var people = await desk.Host.Read(db => db.Members.CountAsync());
        (await desk.Press("U77STRANGER", Drawn.Button(desk.Slack.In(SlackDesk.General)[0], "Give kudos"), userTeam: "T77PARTNER")).IsEmpty();
        Assert.Contains("only for the people of this organisation", Drawn.Words(Assert.Single(desk.Slack.Of("response_url")).Body["blocks"]), StringComparison.Ordinal);
        Assert.Empty(desk.Slack.Of("views.open"));
        Assert.Equal(people, await desk.Host.Read(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task our_own_people_are_served_in_a_shared_channel()
    {
        await using var desk = await Desk();
        (await desk.Mention(SlackDesk.Alice, $"<@U0BOT> kudos <@U02BEN> {SlackDesk.Deed}", shared: true)).IsEmpty();
        Assert.Equal(1, await desk.Host.Read(db => db.Kudos.CountAsync()));
    }

    [Fact]
    public async Task someone_new_becomes_a_member_who_can_be_thanked()
    {
        await using var desk = await Desk();
        (await desk.Event("""{"type":"team_join","user":{"id":"U08DORA","team_id":"T01TEST","name":"dora","deleted":false,"tz":"Europe/Berlin","is_bot":false,"profile":{"real_name":"Dóra Esterházy","email":"dora@people.example"}}}""")).IsEmpty();
        await desk.Command(SlackDesk.Alice, $"@Dora {SlackDesk.Deed}");
        await desk.Host.Deliver();
        Assert.Single(desk.Slack.In(FakeSlack.Direct("U08DORA")));
    }

    [Fact]
    public async Task who_leaves_can_no_longer_be_picked_and_is_back_when_they_return()
    {
        await using var desk = await Desk();
        static string Ben(bool deleted) => """{"type":"user_change","user":{"id":"U02BEN","team_id":"T01TEST","name":"ben","deleted":@@,"profile":{"real_name":"Ben Brook"}}}""".Replace("@@", deleted ? "true" : "false", StringComparison.Ordinal);
        (await desk.Event(Ben(deleted: true))).IsEmpty();
        Assert.DoesNotContain("Ben Brook", (await desk.Suggest(SlackDesk.Alice, "")).Body, StringComparison.Ordinal);
        (await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}")).IsEmpty();
        Assert.Contains("Ben Brook has left", Drawn.Words(Assert.Single(desk.Slack.Of("views.open")).Body["view"]), StringComparison.Ordinal);
        (await desk.Event(Ben(deleted: false))).IsEmpty();
        Assert.Contains("Ben Brook", (await desk.Suggest(SlackDesk.Alice, "")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task guests_and_bots_that_join_are_not_offered()
    {
        await using var desk = await Desk();
        await desk.Event("""{"type":"team_join","user":{"id":"U08G","team_id":"T01TEST","name":"guest","is_restricted":true,"profile":{"real_name":"Guest Person"}}}""");
        await desk.Event("""{"type":"team_join","user":{"id":"U08B","team_id":"T01TEST","name":"robot","is_bot":true,"profile":{"real_name":"Robot Thing"}}}""");
        await desk.Event("""{"type":"user_change","user":{"id":"U08S","team_id":"T77","name":"str","is_stranger":true,"profile":{"real_name":"Stranger Person"}}}""");
        var offered = (await desk.Suggest(SlackDesk.Alice, "")).Body;
        foreach (var name in new[] { "Guest Person", "Robot Thing", "Stranger Person", "Service Culture", "Someone new" })
            Assert.DoesNotContain(name, offered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_acts_before_any_list_told_of_them_is_looked_up_next()
    {
        await using var desk = await SlackDesk.Open();
        desk.Slack.AddUser("U08GUS", "Gus Guest")["is_restricted"] = true;
        desk.Slack.AddUser("U09NEW", "Nora New");
        await desk.Mention("U08GUS", "<@U0BOT> help");
        await desk.Mention("U09NEW", "<@U0BOT> help");
        await desk.ReadDue();
        Assert.Equal("Nora New", await desk.Host.Read(async db => (await db.Members.SingleAsync(member => db.Accounts.Any(account => account.MemberId == member.Id && account.ExternalId == "U09NEW"))).Name));
        Assert.Contains("only for the people of this organisation", (await desk.Command("U08GUS", "help", "/culture")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_guest_who_has_already_acted_is_let_go_when_slack_tells()
    {
        await using var desk = await Desk();
        await desk.Command("U08GUS", $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        Assert.Contains("gus", (await desk.Suggest(SlackDesk.Alice, "")).Body, StringComparison.Ordinal);
        await desk.Event("""{"type":"user_change","user":{"id":"U08GUS","team_id":"T01TEST","name":"gus","is_restricted":true,"profile":{"real_name":"Gus Guest"}}}""");
        Assert.DoesNotContain("gus", (await desk.Suggest(SlackDesk.Alice, "")).Body, StringComparison.Ordinal);
        Assert.Contains("only for the people of this organisation", (await desk.Command("U08GUS", $"<@{SlackDesk.Ben}> {SlackDesk.Deed} again")).Body, StringComparison.Ordinal);
        Assert.Equal(1, await desk.Host.Read(db => db.Kudos.CountAsync()));
    }

    [Fact]
    public async Task the_channels_the_bot_is_in_are_known_by_their_newest_name()
    {
        await using var desk = await Desk();
        await desk.Event("""{"type":"member_joined_channel","user":"U0BOT","channel":"C01GEN","channel_type":"C","team":"T01TEST"}""");
        await desk.Event("""{"type":"channel_rename","channel":{"id":"C01GEN","name":"kudos-here"}}""");
        Assert.Contains("posted in kudos-here", Drawn.Words((await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}")).Json()["blocks"]), StringComparison.Ordinal);
        await desk.Event("""{"type":"member_left_channel","user":"U0BOT","channel":"C01GEN","channel_type":"C"}""");
        await desk.Event("""{"type":"channel_rename","channel":{"id":"C01GEN","name":"later"}}""");
        Assert.NotNull(await desk.Host.Read(db => db.Places.Where(place => place.Name == "later").Select(place => place.RemovedAt).SingleAsync()));
        Assert.Equal(0, await desk.Host.Read(db => db.Members.CountAsync(member => member.Name == "Someone new")));
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0BOT"]}}""")]
    public async Task after_the_app_was_taken_off_nothing_is_answered(string happened)
    {
        await using var desk = await Desk();
        (await desk.Event(happened)).IsEmpty();
        (await desk.Command(SlackDesk.Alice, "help", "/culture")).IsEmpty();
        Assert.NotNull(await desk.Host.Read(db => db.Installations.Where(i => i.ExternalId == FakeSlack.Team).Select(i => i.RemovedAt).SingleAsync()));
    }

    [Fact]
    public async Task somebody_whom_no_list_has_named_yet_is_called_by_their_handle()
    {
        await using var desk = await Desk();
        await desk.Command("U08NEWCOMER", $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        Assert.Equal("newcomer", await desk.Host.Read(db => db.Accounts.Where(account => account.ExternalId == "U08NEWCOMER").Join(db.Members, account => account.MemberId, member => member.Id, (_, member) => member.Name).SingleAsync()));
    }
}
