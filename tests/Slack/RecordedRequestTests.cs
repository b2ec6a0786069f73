using ServiceCulture.Slack;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Slack;

/// <summary>Every request recorded from a Slack server, read to exactly what it says.</summary>
public sealed class RecordedRequestTests
{
    static SlackEvent Event(string file, string eventId, string team = "T01TEST")
    {
        var callback = Assert.IsType<SlackRequest.EventCallback>(SlackSigned.Recorded(file));
        Assert.Equal((team, eventId), (callback.TeamId, callback.EventId));
        Assert.False(callback.IsExtSharedChannel);
        Assert.False(callback.IsEnterpriseInstall);
        Assert.Null(callback.EnterpriseId);
        return callback.Event;
    }

    static SlackEvent.MessageEvent Said(string text, string ts, string channel = "C01GEN", string type = "channel", string? thread = null) =>
        new(channel, type, "U01ALICE", null, null, text, ts, thread, null, false, null);

    [Fact]
    public void the_envelope_of_an_event()
    {
        var callback = Assert.IsType<SlackRequest.EventCallback>(SlackSigned.Recorded("localslack-http-001-event_callback-message.json"));
        Assert.Equal(
            new SlackRequest.EventCallback(
                "T01TEST", null, "A01APP", "EvMWR4WWTG2", DateTimeOffset.FromUnixTimeSeconds(1795309485), false, false, "U0BOT",
                Said("plain hello", "1795309485.000001")),
            callback);
    }

    [Theory]
    [InlineData("002-event_callback-message", "EvMWR4WWZL5", "hey <@U0BOT> help", "1795309485.000002")]
    [InlineData("021-event_callback-message", "EvMWR4X0F963", "kitchen", "1795309490.000017")]
    [InlineData("022-event_callback-message", "EvMWR4X0FN67", "blocks please", "1795309490.000019")]
    [InlineData("023-event_callback-message", "EvMWR4X0FV71", "to delete", "1795309490.000021")]
    [InlineData("025-event_callback-message", "EvMWR4X0GB77", "slow one", "1795309490.000024")]
    public void messages_in_a_channel(string file, string eventId, string text, string ts) =>
        Assert.Equal(Said(text, ts), Event($"localslack-http-{file}.json", eventId));

    [Fact]
    public void a_message_in_a_thread() => Assert.Equal(
        Said("in thread <https://example.com|link> & \"quotes\" ünïcode", "1795309485.000003", thread: "1795309485.000001"),
        Event("localslack-http-004-event_callback-message.json", "EvMWR4WX0H11"));

    [Fact]
    public void a_direct_message() => Assert.Equal(
        Said("dm to bot by user id", "1795309485.000005", "DMWR4WX2O15", "im"),
        Event("localslack-http-005-event_callback-message.json", "EvMWR4WX2O16"));

    [Fact]
    public void a_message_of_the_emulator_that_leaves_much_out() => Assert.Equal(
        new SlackEvent.MessageEvent("C000000001", null, "U76C07B604", null, null, "hello", "1795309291.000001", null, null, false, null),
        Event("emulate-004-event_callback-message.json", "Evae15abbc833e4f558551d6fd75d2e1f8", "T000000001"));

    [Fact]
    public void a_mention_of_the_bot() => Assert.Equal(
        new SlackEvent.AppMention("C01GEN", "U01ALICE", null, "hey <@U0BOT> help", "1795309485.000002", null, null),
        Event("localslack-http-003-event_callback-app_mention.json", "EvMWR4WWZQ8"));

    [Fact]
    public void the_home_tab_opened() => Assert.Equal(
        new SlackEvent.AppHomeOpened("U01ALICE", "DMWR4WZUL46", "home"),
        Event("localslack-http-016-event_callback-app_home_opened.json", "EvMWR4WZUL47"));

    [Fact]
    public void reactions()
    {
        Assert.Equal(
            new SlackEvent.ReactionAdded("U02BOB", "eyes", "C01GEN", "1795309485.000001", "U01ALICE"),
            Event("localslack-http-018-event_callback-reaction_added.json", "EvMWR4X0EH54"));
        Assert.Equal(
            new SlackEvent.ReactionRemoved("U02BOB", "eyes", "C01GEN", "1795309485.000001", "U01ALICE"),
            Event("localslack-http-019-event_callback-reaction_removed.json", "EvMWR4X0ES57"));
        Assert.Equal(
            new SlackEvent.ReactionAdded("U76C07B604", "thumbsup", "C000000001", "1795309291.000001", null),
            Event("emulate-009-event_callback-reaction_added.json", "Ev6892bc71d56b4ba0890e219c5a3f8f49", "T000000001"));
    }

    [Fact]
    public void an_edited_message() => Assert.Equal(
        new SlackEvent.MessageChanged("C01GEN", null, "1795309485.000001", "edited", "U01ALICE", null, "plain hello", null),
        Event("localslack-http-020-event_callback-message-message_changed.json", "EvMWR4X0F060"));

    [Fact]
    public void a_deleted_message() => Assert.Equal(
        new SlackEvent.MessageDeleted("C01GEN", null, "1795309490.000021", "U01ALICE"),
        Event("localslack-http-024-event_callback-message-message_deleted.json", "EvMWR4X0G674"));

    [Theory]
    [InlineData("006", "/digest", "new daily \"sales\"", "88c1653e-3671-4d22-8fa8-b831a7b18ff8", "3094860051.3094860052.e216b532e1eb4734bcf92a8b")]
    [InlineData("014", "/inline", "", "65c09d88-5e7a-47f5-a1cb-32744322d33b", "30948910218.30948910219.23cf0a8217974488a24d9455")]
    [InlineData("015", "/later", "", "4cc10464-a74c-4f41-8a6c-664f9af416c7", "30948911220.30948911221.8194fc18380548dd920898bb")]
    public void slash_commands(string number, string command, string text, string response, string trigger) => Assert.Equal(
        new SlackRequest.SlashCommand(
            "T01TEST", null, false, "C01GEN", "general", "U01ALICE", "alice", command, text,
            new Uri("http://localhost:14000/_hooks/response/" + response), trigger, "A01APP"),
        SlackSigned.Recorded($"localslack-http-{number}-slash_command.json"));

    static readonly Origin Alice = new("T01TEST", null, false, "A01APP", "U01ALICE", "alice", "T01TEST", "test-workspace");

    [Theory]
    [InlineData("007", "ab")]
    [InlineData("008", "update-me")]
    public void a_modal_submitted_half_filled(string number, string name)
    {
        var submission = Assert.IsType<SlackRequest.ViewSubmission>(SlackSigned.Recorded($"localslack-http-{number}-view_submission.json"));
        Assert.Equal(Alice, submission.Origin);
        Assert.Equal(("VMWR4WX5621", "modal", "1795309486026.3094860263"), (submission.View.Id, submission.View.Type, submission.View.Hash));
        Assert.Equal(("digest_cfg", """{"channel":"C01GEN"}"""), (submission.View.CallbackId, submission.View.PrivateMetadata));
        var state = submission.View.State;
        Assert.Equal(name, state.Text("name", "v"));
        Assert.Empty(state.Options("freq", "v"));
        Assert.Null(state.Date("day", "v"));
        Assert.Empty(state.Options("flags", "v"));
        Assert.Equal(4, state.Values.Count);
        Assert.Null(state["name", "other"]);
    }

    [Fact]
    public void a_modal_submitted_with_everything_filled()
    {
        var submission = Assert.IsType<SlackRequest.ViewSubmission>(SlackSigned.Recorded("localslack-http-009-view_submission.json"));
        Assert.Equal("3094873379.30948733710.6d411bceef3c4d4b85a5d786", submission.TriggerId);
        Assert.Equal(("VMWR4WXUK27", "VMWR4WXUK27", null), (submission.View.Id, submission.View.RootViewId, submission.View.PreviousViewId));
        var state = submission.View.State;
        Assert.Equal("Sales daily", state.Text("name", "v"));
        Assert.Equal(["d"], state.Options("freq", "v"));
        Assert.Equal("static_select", state["freq", "v"]!.Type);
        Assert.Equal("2026-11-23", state.Date("day", "v"));
        Assert.Equal(["a"], state.Options("flags", "v"));
    }

    [Fact]
    public void a_modal_closed()
    {
        var closed = Assert.IsType<SlackRequest.ViewClosed>(SlackSigned.Recorded("localslack-http-012-view_closed.json"));
        Assert.Equal(Alice, closed.Origin);
        Assert.Equal(("VMWR4WYKN36", "digest_cfg"), (closed.View.Id, closed.View.CallbackId));
        Assert.False(closed.IsCleared);
        Assert.Empty(closed.View.State.Values);
    }

    [Theory]
    [InlineData("010-block_actions-static_select", "static_select", "pick", null, "2", "1795309487.847")]
    [InlineData("011-block_actions-button", "button", "openmodal", "m", null, "1795309487.864")]
    [InlineData("013-block_actions-button", "button", "approve", "42", null, "1795309488.586")]
    public void presses_in_a_message(string file, string type, string id, string? value, string? picked, string ts)
    {
        var press = Assert.IsType<SlackRequest.BlockActions>(SlackSigned.Recorded($"localslack-http-{file}.json"));
        Assert.Equal(Alice, press.Origin);
        Assert.Equal(new Container("message", "1795309487.000006", "C01GEN", null, null, false), press.Container);
        Assert.Equal(new SlackChannel("C01GEN", "general"), press.Channel);
        Assert.Equal(new SlackMessage("1795309487.000006", "U0BOT", "B0BOT", "Saved Sales daily", null), press.Message);
        Assert.Null(press.View);
        Assert.StartsWith("http://localhost:14000/_hooks/response/", press.ResponseUrl!.AbsoluteUri, StringComparison.Ordinal);
        var action = Assert.Single(press.Actions);
        Assert.Equal((id, "act", type, value, ts), (action.ActionId, action.BlockId, action.Type, action.Value, action.ActionTs));
        Assert.Equal(picked is null ? [] : [picked], action.SelectedOptions);
    }

    [Fact]
    public void a_press_on_the_home_tab_has_no_channel()
    {
        var press = Assert.IsType<SlackRequest.BlockActions>(SlackSigned.Recorded("localslack-http-017-block_actions-button.json"));
        Assert.Equal(("T01TEST", "U01ALICE"), (press.TeamId, press.UserId));
        Assert.Null(press.Channel);
        Assert.Null(press.Message);
        Assert.Null(press.Container.ChannelId);
        var action = Assert.Single(press.Actions);
        Assert.Equal(("homebtn", "x", "h"), (action.ActionId, action.BlockId, action.Value));
    }

    [Fact]
    public void no_recording_is_malformed_or_unknown()
    {
        var files = Fixtures.Files("Slack/Wire", "localslack-http-*.json").Concat(Fixtures.Files("Slack/Wire", "emulate-*.json")).ToList();
        Assert.Equal(27, files.Count);
        Assert.All(files, file =>
        {
            var request = SlackSigned.Recorded(Path.GetFileName(file));
            Assert.False(request is SlackRequest.Malformed or SlackRequest.Unknown or SlackRequest.EventCallback { Event: SlackEvent.Unknown }, file);
        });
    }
}
