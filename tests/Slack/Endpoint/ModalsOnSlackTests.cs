using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>What a modal is answered with: words stay in it, and a form that somebody else changed meanwhile comes anew, with a ticket that can be saved.</summary>
[Trait("Database", "Both")]
public sealed class ModalsOnSlackTests : IAsyncLifetime
{
    // The shipped lines were looked at after the day that the tests' clock begins on.
    const string Checked = "2026-11-20";
    static readonly string s_direct = FakeSlack.Direct(SlackDesk.Alice);

    SlackDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await SlackDesk.Open();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task words_after_a_private_form_of_a_direct_message_are_said_in_the_modal_and_nowhere_else()
    {
        await desk.Command(SlackDesk.Alice, "pause", "/culture", s_direct, "directmessage");
        var pause = Opened;
        var alice = await desk.Member(SlackDesk.Alice);
        await Changes(async db => (await db.Members.SingleAsync(one => one.Id == alice)).ErasedAt = desk.Host.Clock.Now.UtcDateTime.AddMinutes(1));
        var said = (await desk.Submit(SlackDesk.Alice, pause, new JsonObject { [PauseAsking.ForField] = new JsonArray(PauseAsking.ForGood) })).Json();
        Assert.Equal("update", (string)said["response_action"]!);
        Assert.Contains("your data erased after this form was opened", Drawn.Words(said["view"]), StringComparison.Ordinal);
        Assert.Empty(SlackBlocks.FaultsOfView(System.Text.Json.JsonDocument.Parse(said["view"]!.ToJsonString()).RootElement));
        Assert.Null(said["view"]!["submit"]);
        await desk.Host.Deliver();
        Assert.Empty(desk.Slack.In(s_direct));
    }

    [Fact]
    public async Task a_form_that_was_changed_elsewhere_is_told_once_and_then_saved()
    {
        var alice = await desk.Member(SlackDesk.Alice);
        await Changes(async db =>
        {
            var member = await db.Members.SingleAsync(one => one.Id == alice);
            (member.Roles, member.Country) = (Roles.Hr, "DE");
        });
        var (mine, theirs) = (await Line(), await Line());
        await desk.Submit(SlackDesk.Alice, theirs, new JsonObject { [EditHelpLine.HoursField] = "from eight to ten", [EditHelpLine.AsOfField] = Checked });
        var stale = (await desk.Submit(SlackDesk.Alice, mine, new JsonObject { [EditHelpLine.HoursField] = "round the clock", [EditHelpLine.AsOfField] = Checked })).Json();
        Assert.Equal("update", (string)stale["response_action"]!);
        Assert.Contains("Somebody changed this line in the meantime", Drawn.Words(stale["view"]), StringComparison.Ordinal);
        Assert.Equal("round the clock", (string)Drawn.Element(stale["view"]!, EditHelpLine.HoursField)["initial_value"]!);
        (await desk.Submit(SlackDesk.Alice, stale["view"]!, [])).IsEmpty();
        Assert.Equal(1, await desk.Host.Read(db => db.HelpLines.CountAsync(line => line.Hours == "round the clock")));
    }

    [Fact]
    public async Task of_several_like_buttons_no_id_tells_which_of_them_it_is()
    {
        var invitation = (await desk.Command(SlackDesk.Alice, "", "/checkin")).Json();
        await desk.Press(SlackDesk.Alice, Drawn.Button(invitation, "I come myself"));
        var (once, again) = (await Ids(), await Ids());
        Assert.Equal(5, once.Distinct().Count());
        Assert.All(once, id => Assert.Matches("^checkin\\.step#[0-9a-f]{12}$", id));
        Assert.Empty(once.Intersect(again));
    }

    // In the order in which they stand.
    async Task<List<string>> Ids()
    {
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var card = (await desk.Command(SlackDesk.Alice, "", "/checkin")).Json();
        return [.. card["blocks"]!.AsArray().Where(block => (string)block!["type"]! == "actions").SelectMany(block => block!["elements"]!.AsArray())
            .Select(button => (string)button!["action_id"]!).Where(id => id.StartsWith("checkin.step", StringComparison.Ordinal))];
    }

    JsonNode Opened => desk.Slack.Of("views.open")[^1].Body["view"]!;

    async Task<JsonNode> Line()
    {
        var help = (await desk.Command(SlackDesk.Alice, "help", "/culture")).Json();
        await desk.Press(SlackDesk.Alice, Drawn.Button(help, "Help lines"));
        var country = (await desk.Submit(SlackDesk.Alice, Opened, new JsonObject { [HelpLines.CountryField] = "DE" })).Json()["view"]!;
        var first = (string)Drawn.Element(country, CountryLines.LineField)["options"]![0]!["value"]!;
        return (await desk.Submit(SlackDesk.Alice, country, new JsonObject { [CountryLines.LineField] = new JsonArray(first) })).Json()["view"]!;
    }

    async Task Changes(Func<Db, Task> how)
    {
        await desk.Host.Store.Do(async db =>
        {
            await how(db);
            return await db.SaveChangesAsync();
        }, default);
        desk.Host.Services.GetRequiredService<Register>().Forget();
    }
}
