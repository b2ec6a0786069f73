using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>What HR sets, in signed Slack requests.</summary>
[Trait("Database", "Both")]
public sealed class HrOnSlackTests
{
    [Fact]
    public async Task a_programme_is_added_refused_at_its_field_and_started()
    {
        await using var desk = await Desk();
        var edit = (await desk.Submit(SlackDesk.Alice, await Opened(desk, "Programmes"), new JsonObject { ["programme"] = new JsonArray("new-check-in") })).Json();
        Assert.Equal("update", (string)edit["response_action"]!);
        var wrong = (await desk.Submit(SlackDesk.Alice, edit["view"]!, new JsonObject { ["name"] = "Mornings", ["pack"] = new JsonArray("six-needs/en"), ["window-from"] = "09:00" })).Json();
        Assert.Equal("Both times, please, or neither.", (string)wrong["errors"]!["window-to"]!);

        var filled = new JsonObject { ["name"] = "Mornings", ["pack"] = new JsonArray("six-needs/en"), ["window-from"] = "09:00", ["window-to"] = "10:30", ["to"] = "2027-01-31", ["act"] = new JsonArray("start") };
        (await desk.Submit(SlackDesk.Alice, edit["view"]!, filled)).IsEmpty();
        var row = await desk.Host.Read(db => db.Programmes.SingleAsync());
        Assert.Equal(("Mornings", ProgrammeState.On, 540, 630, new DateOnly(2027, 1, 31)), (row.Name, row.State, row.WindowFrom, row.WindowTo, row.To));
        Assert.Contains("is running", Drawn.Words(desk.Slack.Of("chat.postEphemeral")[^1].Body["blocks"]), StringComparison.Ordinal);

        Assert.Contains("What “Mornings” will send", (await desk.Command(SlackDesk.Alice, "dryrun", "/culture")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_pack_is_drafted_previewed_and_published()
    {
        await using var desk = await Desk();
        var pack = await Next(desk, await Opened(desk, "Prompt packs"), "pack", "six-needs/en");
        var draft = await Next(desk, pack, "next", "edit");
        pack = (await desk.Submit(SlackDesk.Alice, draft, new JsonObject { ["prompts"] = "Who needed you today?\nWhat did you put right?" })).Json()["view"]!;
        var preview = await Next(desk, pack, "next", "preview:2");
        Assert.Equal("Who needed you today?", (string)preview["blocks"]!.AsArray().Single(block => (string?)block!["block_id"] == "thought")!["label"]!["text"]!);
        pack = (await desk.Submit(SlackDesk.Alice, preview, [])).Json()["view"]!;
        (await desk.Submit(SlackDesk.Alice, pack, new JsonObject { ["next"] = new JsonArray("publish") })).IsEmpty();
        Assert.Equal(PackState.Published, await desk.Host.Read(db => db.PromptPacks.Where(one => one.Id == "six-needs" && one.Version == 2).Select(one => one.State).SingleAsync()));
    }

    [Fact]
    public async Task a_feature_is_switched_off_at_a_site_and_its_command_says_so()
    {
        await using var desk = await Desk();
        var site = await Next(desk, await Opened(desk, "Features by site"), "site", "Kiel");
        (await desk.Submit(SlackDesk.Alice, site, new JsonObject { ["on"] = new JsonArray("check-ins") })).IsEmpty();
        Assert.Contains("HR has switched kudos off at", (await desk.Command(SlackDesk.Ben, "")).Body, StringComparison.Ordinal);
    }

    static async Task<SlackDesk> Desk()
    {
        var desk = await SlackDesk.Open();
        var (alice, ben) = (await desk.Member(SlackDesk.Alice), await desk.Member(SlackDesk.Ben));
        await desk.Host.Store.Do(async db =>
        {
            (await db.Members.SingleAsync(one => one.Id == alice)).Roles = Roles.Hr;
            (await db.Members.SingleAsync(one => one.Id == ben)).Site = "Kiel";
            return await db.SaveChangesAsync();
        }, default);
        desk.Host.Services.GetRequiredService<Register>().Forget();
        return desk;
    }

    static async Task<JsonNode> Opened(SlackDesk desk, string button)
    {
        var help = (await desk.Command(SlackDesk.Alice, "help", "/culture")).Json();
        await desk.Press(SlackDesk.Alice, Drawn.Button(help, button));
        return desk.Slack.Of("views.open")[^1].Body["view"]!;
    }

    static async Task<JsonNode> Next(SlackDesk desk, JsonNode view, string field, string value) =>
        (await desk.Submit(SlackDesk.Alice, view, new JsonObject { [field] = new JsonArray(value) })).Json()["view"]!;
}
