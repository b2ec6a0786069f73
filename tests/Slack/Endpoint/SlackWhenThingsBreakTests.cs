using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>The database away, Slack slow, Slack off.</summary>
[Trait("Database", "Both")]
public sealed class SlackWhenThingsBreakTests
{
    static void Break(SlackDesk desk, bool full) => (desk.Host.Store.IsAway, desk.Host.Store.IsFull) = (!full, full);

    [Theory, InlineData(true), InlineData(false)]
    public async Task an_event_gets_503_and_its_next_delivery_does_it(bool full)
    {
        await using var desk = await SlackDesk.Open();
        Break(desk, full);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await desk.Direct(SlackDesk.Alice, $"kudos <@{SlackDesk.Ben}> {SlackDesk.Deed}", id: "Ev0LATER")).Status);
        Assert.Empty(desk.Slack.Calls);
        (desk.Host.Store.IsAway, desk.Host.Store.IsFull) = (false, false);
        (await desk.Direct(SlackDesk.Alice, $"kudos <@{SlackDesk.Ben}> {SlackDesk.Deed}", id: "Ev0LATER")).IsEmpty();
        Assert.Equal(1, await desk.Host.Read(db => db.Kudos.CountAsync()));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task a_command_says_that_nothing_was_saved(bool full)
    {
        await using var desk = await SlackDesk.Open();
        Break(desk, full);
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        Assert.Equal((HttpStatusCode.OK, "ephemeral"), (said.Status, (string)said.Json()["response_type"]!));
        Assert.Contains("nothing was saved", Drawn.Words(said.Json()["blocks"]), StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task a_form_stays_open_and_says_that_nothing_was_saved(bool full)
    {
        await using var desk = await SlackDesk.Open();
        await desk.Command(SlackDesk.Alice, "");
        var filled = new JsonObject { ["words"] = SlackDesk.Deed, ["people"] = new JsonArray((await desk.Member(SlackDesk.Ben)).ToString()) };
        Break(desk, full);
        var said = await desk.Submit(SlackDesk.Alice, desk.Slack.Of("views.open")[0].Body["view"]!, filled);
        Assert.Equal("errors", (string)said.Json()["response_action"]!);
        Assert.Contains("nothing was saved", (string)said.Json()["errors"]!["people"]!, StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task a_press_says_that_nothing_was_saved(bool full)
    {
        await using var desk = await SlackDesk.Open();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        Break(desk, full);
        (await desk.Press(SlackDesk.Alice, Drawn.Button(said.Json(), "Undo"))).IsEmpty();
        Assert.Contains("nothing was saved", Drawn.Words(Assert.Single(desk.Slack.Of("response_url")).Body["blocks"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_message_menu_says_that_nothing_was_saved_and_people_cannot_be_found()
    {
        await using var desk = await SlackDesk.Open();
        Break(desk, full: false);
        (await desk.MessageMenu(SlackDesk.Alice, SlackDesk.Ben, "Solved")).IsEmpty();
        Assert.Contains("nothing was saved", Drawn.Words(Assert.Single(desk.Slack.Of("response_url")).Body["blocks"]), StringComparison.Ordinal);
        Assert.Equal("""{"options":[]}""", (await desk.Suggest(SlackDesk.Alice, "ben")).Body);
    }

    [Fact]
    public async Task the_answer_is_whole_before_slack_is_called()
    {
        await using var desk = await SlackDesk.Open();
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Slack.Before = _ => answered.Task;
        var body = System.Text.Encoding.UTF8.GetBytes($"team_id=T01TEST&channel_id=C01GEN&channel_name=general&user_id={SlackDesk.Alice}&user_name=alice&command=%2Fkudos&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fx&trigger_id=1.2.slow");
        var said = await desk.Send(body, SlackSigned.FormType, ("X-Slack-Request-Timestamp", desk.Timestamp), ("X-Slack-Signature", SlackSigned.Sign(desk.Timestamp, body)), ("Connection", "close"));
        said.IsEmpty();
        Assert.Empty(desk.Slack.Calls);
        answered.SetResult();
        await desk.Host.Quiet();
        Assert.Single(desk.Slack.Of("views.open"));
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("ratelimited")]
    [InlineData("invalid_auth")]
    public async Task when_slack_refuses_a_view_or_a_whisper_the_turn_stands(string code)
    {
        await using var desk = await SlackDesk.Open();
        await desk.Command(SlackDesk.Alice, "");
        foreach (var method in new[] { "views.open", "chat.postEphemeral", "conversations.open" })
            desk.Slack.Break(method, code);
        var filled = new JsonObject { ["words"] = SlackDesk.Deed, ["people"] = new JsonArray((await desk.Member(SlackDesk.Ben)).ToString()) };
        (await desk.Submit(SlackDesk.Alice, desk.Slack.Of("views.open")[0].Body["view"]!, filled)).IsEmpty();
        Assert.Equal(1, await desk.Host.Read(db => db.Kudos.CountAsync()));
        (await desk.Shortcut(SlackDesk.Alice, "kudos.open")).IsEmpty();
    }

    [Fact]
    public async Task without_its_secret_the_endpoint_is_not_there()
    {
        await using var host = await BotHost.Open();
        using var response = await host.Client.PostAsync("/slack/events", new StringContent("{}"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task before_slack_said_whose_token_it_is_nothing_is_ours()
    {
        await using var desk = await SlackDesk.Open();
        await desk.Host.Store.Do(db => db.Installations.ExecuteDeleteAsync(), default);
        ((Bot.Data.Register)desk.Host.Services.GetService(typeof(Bot.Data.Register))!).Forget();
        (await desk.Command(SlackDesk.Alice, "help", "/culture")).IsEmpty();
    }
}
