using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Teams;

namespace ServiceCulture.Tests.Pulse;

/// <summary>Asked, answered, changed and closed, as Slack and Teams speak and hear.</summary>
[Trait("Database", "Both")]
public sealed class PulseOverHttpTests
{
    [Fact]
    public async Task On_slack_five_presses_change_one_message_and_a_late_one_is_told_so()
    {
        await using var desk = await SlackDesk.Open();
        var ask = await AskedPulse.Ask(desk.Host.Services, await desk.Member(SlackDesk.Alice));
        await desk.Host.Deliver();
        var direct = FakeSlack.Direct(SlackDesk.Alice);
        for (var statement = 0; statement < 5; statement++)
        {
            (await desk.Press(SlackDesk.Alice, OnSlack(desk.Slack.In(direct)[0], statement % 2 == 0 ? "Yes" : "No", statement), direct)).IsEmpty();
            Assert.True((bool)desk.Slack.Of("response_url")[^1].Body["replace_original"]!);
            desk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
            await desk.Host.Deliver();
        }
        Assert.Contains("all five are kept", Drawn.Words(Assert.Single(desk.Slack.In(direct))["blocks"]), StringComparison.Ordinal);
        Assert.Equal(5, await desk.Host.Read(db => db.PulseAnswers.CountAsync()));

        (await desk.Press(SlackDesk.Ben, Drawn.Button(desk.Slack.In(direct)[0], "Change an answer"), direct)).IsEmpty();
        Assert.Contains("someone else's card", Drawn.Words(desk.Slack.Of("response_url")[^1].Body["blocks"]), StringComparison.Ordinal);

        desk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await AskedPulse.Close(desk.Host.Services, ask);
        var change = Drawn.Button(desk.Slack.In(direct)[0], "Change an answer");
        await desk.Host.Deliver();
        Assert.Contains("are closed", Drawn.Words(Assert.Single(desk.Slack.In(direct))["blocks"]), StringComparison.Ordinal);
        desk.Host.Clock.Advance(TimeSpan.FromHours(9));
        (await desk.Press(SlackDesk.Alice, change, direct)).IsEmpty();
        Assert.Contains("are closed", Drawn.Words(desk.Slack.Of("response_url")[^1].Body["blocks"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_teams_the_card_changes_in_the_answer_to_each_press()
    {
        await using var talk = await TeamsTalk.Start();
        await talk.Meet();
        await talk.Says(TeamsTalk.Ann, "help");
        await talk.Received();
        talk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await AskedPulse.Ask(talk.Host.Services, await talk.Host.Read(async db => (await db.Accounts.SingleAsync(account => account.ExternalId == TeamsTalk.Ann.Id)).MemberId));
        var card = Assert.Single(await talk.Received()).Card;
        for (var statement = 0; statement < 5; statement++)
        {
            var answer = await talk.Invoke(TeamsTalk.Ann, "adaptiveCard/action", new JsonObject { ["action"] = InTeams(card, statement % 2 == 0 ? "Yes" : "No", statement).DeepClone() });
            Assert.Equal((HttpStatusCode.OK, "application/vnd.microsoft.card.adaptive"), (answer.Status, answer.Body!["type"]!.GetValue<string>()));
            card = answer.Card;
            talk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal("PUT", Assert.Single(await talk.Received()).Method);
        }
        Assert.Contains("all five are kept", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(5, await talk.Host.Read(db => db.PulseAnswers.CountAsync()));

        var again = await talk.Press(TeamsTalk.Ann, card, "Change an answer");
        Assert.Equal(5, again.Card.ToJsonString().Split("Kept.").Length - 1);
        talk.Host.Clock.Advance(TimeSpan.FromHours(9));
        talk.Mint.Clock.Now += TimeSpan.FromHours(9);
        Assert.Contains("are closed", (await talk.Press(TeamsTalk.Ann, card, "Change an answer")).Card.ToJsonString(), StringComparison.Ordinal);
    }

    // The statement's own "Yes" or "No": the first row belongs to the first statement.
    static JsonNode OnSlack(JsonNode message, string label, int statement) => message["blocks"]!.AsArray().Where(block => (string)block!["type"]! == "actions").ElementAt(statement)!["elements"]!.AsArray()
        .Single(button => (string)button!["text"]!["text"]! == label)!;

    static JsonNode InTeams(JsonObject card, string title, int statement) => card["body"]!.AsArray().Where(block => (string)block!["type"]! == "ActionSet").ElementAt(statement)!["actions"]!.AsArray()
        .Single(action => (string)action!["title"]! == title)!;
}
