using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>The first private card, the question at its time, and the pause, as Slack speaks and hears.</summary>
[Trait("Database", "Both")]
public sealed class AskingOnSlackTests
{
    [Fact]
    public async Task the_card_is_answered_the_question_comes_in_the_direct_message_and_a_pause_is_a_modal()
    {
        await using var desk = await SlackDesk.Open();
        await desk.Host.StartProgramme();
        await desk.Host.Minute(TimeSpan.FromHours(2));
        var direct = FakeSlack.Direct(SlackDesk.Alice);
        var card = Assert.Single(desk.Slack.In(direct));
        Assert.Contains("Until you say yes I ask nothing", Drawn.Words(card["blocks"]), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await desk.Press(SlackDesk.Alice, Drawn.Button(card, "Yes, at the start of my shift"), direct)).Status);
        await desk.Host.Minute(TimeSpan.FromDays(1));
        Assert.Contains("Noted", Drawn.Words(desk.Slack.In(direct)[0]["blocks"]), StringComparison.Ordinal);
        var question = desk.Slack.In(direct)[1];
        Assert.Contains("How steady", Drawn.Words(question["blocks"]), StringComparison.Ordinal);

        await desk.Press(SlackDesk.Alice, Drawn.Button(question, "Pause…"), direct);
        var view = desk.Slack.Of("views.open")[^1].Body["view"]!;
        Assert.Equal("programmes.take-pause", (string)view["callback_id"]!);
        var wrong = (await desk.Submit(SlackDesk.Alice, view, new JsonObject { ["for"] = new JsonArray("until") })).Json();
        Assert.Equal(["from"], wrong["errors"]!.AsObject().Select(error => error.Key));
        var taken = (await desk.Submit(SlackDesk.Alice, view, new JsonObject { ["for"] = new JsonArray("until"), ["from"] = "2026-12-24" })).Json();
        Assert.Equal("update", (string)taken["response_action"]!);
        Assert.Contains("24 December 2026", Drawn.Words(taken["view"]), StringComparison.Ordinal);
        await desk.Host.Minute();
        Assert.Contains("closed", Drawn.Words(desk.Slack.In(direct)[1]["blocks"]), StringComparison.Ordinal);
        await desk.Host.Minute(TimeSpan.FromDays(1));
        Assert.Equal(2, desk.Slack.In(direct).Count);
        Assert.Equal(AskState.NotToday, (await desk.Host.Read(db => db.Asks.SingleAsync())).State);
    }

    [Fact]
    public async Task checkin_and_pause_are_commands_that_whisper_and_open()
    {
        await using var desk = await SlackDesk.Open();
        Assert.Contains("Until you say yes", Drawn.Words((await desk.Command(SlackDesk.Ben, "", "/checkin")).Json()["blocks"]), StringComparison.Ordinal);
        (await desk.Command(SlackDesk.Ben, "pause", "/culture")).IsEmpty();
        Assert.Equal("programmes.take-pause", (string)Assert.Single(desk.Slack.Of("views.open")).Body["view"]!["callback_id"]!);
    }
}
