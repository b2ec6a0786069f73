using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;
using ServiceCulture.Tests.Teams;

namespace ServiceCulture.Tests.Escalations.Experts;

/// <summary>HR makes a topic and an expert sets their duty, as Slack and Teams speak and hear.</summary>
[Trait("Database", "Both")]
public sealed class ExpertsOverHttpTests
{
    [Fact]
    public async Task On_slack_hr_makes_a_topic_and_the_expert_changes_what_they_take()
    {
        await using var desk = await SlackDesk.Open();
        var alice = await desk.Member(SlackDesk.Alice);
        await IsHr(desk.Host, alice);
        Assert.Contains("You are no expert of a topic yourself", (await desk.Command(SlackDesk.Alice, "experts", "/culture")).Body, StringComparison.Ordinal);
        var card = (await desk.Command(SlackDesk.Alice, "experts", "/culture")).Json();
        (await desk.Press(SlackDesk.Alice, Drawn.Button(card, "Topics"), SlackDesk.General)).IsEmpty();
        var list = desk.Slack.Of("views.open")[^1].Body["view"]!;
        var edit = (await desk.Submit(SlackDesk.Alice, list, new JsonObject { ["topic"] = new JsonArray("new"), ["what"] = new JsonArray("words") })).Json()["view"]!;
        Assert.Equal("What is the topic called?", (string)(await desk.Submit(SlackDesk.Alice, edit, new JsonObject { ["name"] = "?" })).Json()["errors"]!["name"]!);
        (await desk.Submit(SlackDesk.Alice, edit, new JsonObject { ["name"] = "Refunds", ["samples"] = "where is my refund\nrefund is late" })).IsEmpty();
        Assert.Equal(2, await desk.Host.Read(db => db.TopicSamples.CountAsync()));

        await IsExpert(desk.Host, alice);
        card = (await desk.Command(SlackDesk.Alice, "experts", "/culture")).Json();
        (await desk.Press(SlackDesk.Alice, Drawn.Button(card, "Change this"), SlackDesk.General)).IsEmpty();
        var settings = desk.Slack.Of("views.open")[^1].Body["view"]!;
        Assert.Equal("A whole number from 0 to 50, please.", (string)(await desk.Submit(SlackDesk.Alice, settings, new JsonObject { ["capacity"] = "x", ["pause"] = new JsonArray("none") })).Json()["errors"]!["capacity"]!);
        (await desk.Submit(SlackDesk.Alice, settings, new JsonObject { ["capacity"] = "5", ["languages"] = "de", ["pause"] = new JsonArray("none"), ["days"] = new JsonArray("monday") })).IsEmpty();
        var row = await desk.Host.Read(db => db.ExpertSettings.SingleAsync());
        Assert.Equal((alice, 5, "de", Weekdays.Monday), (row.MemberId, row.Capacity, row.Languages, row.DutyDays));
    }

    [Fact]
    public async Task In_teams_hr_makes_a_topic_and_the_expert_changes_what_they_take()
    {
        await using var talk = await TeamsTalk.Start();
        await talk.Meet();
        var ann = await talk.Host.Read(db => db.Accounts.Where(account => account.ExternalId == TeamsTalk.Ann.Id).Select(account => account.MemberId).SingleAsync());
        await IsHr(talk.Host, ann);
        var edit = await talk.Press(TeamsTalk.Ann, await Opened(talk, "Topics"), "Continue", new JsonObject { ["topic"] = "new", ["what"] = "words" });
        var wrong = await talk.Press(TeamsTalk.Ann, edit.Card, "Save", new JsonObject { ["name"] = "?", ["samples"] = "where is my refund" });
        Assert.Contains("What is the topic called?", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("where is my refund", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("is saved", (await talk.Press(TeamsTalk.Ann, wrong.Card, "Save", new JsonObject { ["name"] = "Refunds", ["samples"] = "where is my refund" })).Card.ToJsonString(), StringComparison.Ordinal);

        await IsExpert(talk.Host, ann);
        await talk.Received();
        var saved = await talk.Press(TeamsTalk.Ann, await Opened(talk, "Change this"), "Save", new JsonObject { ["capacity"] = "5", ["pause"] = "hour", ["days"] = "monday,friday", ["languages"] = "de" });
        Assert.Contains("Monday and Friday", saved.Card.ToJsonString(), StringComparison.Ordinal);
        var row = await talk.Host.Read(db => db.ExpertSettings.SingleAsync());
        Assert.Equal((ann, 5, talk.Host.Clock.Now.UtcDateTime.AddHours(1)), (row.MemberId, row.Capacity, row.PausedUntil));
    }

    // The form comes in the answer to the press, or as a message of its own.
    static async Task<JsonObject> Opened(TeamsTalk talk, string button)
    {
        talk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await talk.Says(TeamsTalk.Ann, "experts");
        var card = (await talk.Received()).Last(call => call.Path.EndsWith("/activities", StringComparison.Ordinal)).Card;
        var answer = await talk.Press(TeamsTalk.Ann, card, button);
        return answer.Body?["value"] is JsonObject form && form["body"] is not null ? form : (await talk.Received())[^1].Card;
    }

    static Task IsHr(BotHost host, Guid member) => Changes(host, async db => (await db.Members.SingleAsync(one => one.Id == member)).Roles = Roles.Hr);

    static Task IsExpert(BotHost host, Guid member) => Changes(host, async db => db.Expertises.Add(new Expertise { MemberId = member, TopicId = await db.Topics.Select(topic => topic.Id).SingleAsync(), Level = ExpertLevel.CanDecide }));

    static async Task Changes<T>(BotHost host, Func<Db, Task<T>> work)
    {
        await host.Store.Do(async db =>
        {
            await work(db);
            return await db.SaveChangesAsync();
        }, default);
        host.Services.GetRequiredService<Register>().Forget();
    }
}
