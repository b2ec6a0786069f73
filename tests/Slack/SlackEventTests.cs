using ServiceCulture.Slack;

namespace ServiceCulture.Tests.Slack;

public sealed class SlackEventTests
{
    [Fact]
    public void the_installation_is_the_one_the_event_is_delivered_to()
    {
        var callback = Assert.IsType<SlackRequest.EventCallback>(SlackSigned.Json("""
            {"type":"event_callback","team_id":"T_GUEST","enterprise_id":"E_GUEST","context_team_id":"T1","api_app_id":"A1","event_id":"Ev1","event_time":1,
            "authorizations":[{"enterprise_id":"E1","team_id":"T1","user_id":"UBOT","is_bot":true,"is_enterprise_install":true}],"is_ext_shared_channel":true,
            "event":{"type":"message","channel":"C1","channel_type":"channel","user":"U9","user_team":"T_GUEST","text":"hi","ts":"1.1"}}
            """));
        Assert.Equal(("T1", "E1", true, true, "UBOT"), (callback.TeamId, callback.EnterpriseId, callback.IsEnterpriseInstall, callback.IsExtSharedChannel, callback.BotUserId));
        Assert.Equal("T_GUEST", Assert.IsType<SlackEvent.MessageEvent>(callback.Event).Team);
    }

    [Fact]
    public void a_message_of_a_bot() => Assert.Equal(
        new SlackEvent.MessageEvent("C1", null, null, "B1", "A1", "", "1.1", null, "bot_message", false, null),
        SlackSigned.Event("""{"type":"message","subtype":"bot_message","channel":"C1","bot_id":"B1","bot_profile":{"app_id":"A1"},"ts":"1.1"}"""));

    [Fact]
    public void a_hidden_message() => Assert.True(Assert.IsType<SlackEvent.MessageEvent>(
        SlackSigned.Event("""{"type":"message","subtype":"message_replied","hidden":true,"channel":"C1","ts":"1.1"}""")).Hidden);

    [Fact]
    public void joining_and_leaving()
    {
        Assert.Equal(
            new SlackEvent.MemberJoinedChannel("U1", "C1", "C", "T1", "U2"),
            SlackSigned.Event("""{"type":"member_joined_channel","user":"U1","channel":"C1","channel_type":"C","team":"T1","inviter":"U2"}"""));
        Assert.Equal(
            new SlackEvent.MemberLeftChannel("U1", "C1", "G", "T1"),
            SlackSigned.Event("""{"type":"member_left_channel","user":"U1","channel":"C1","channel_type":"G","team":"T1"}"""));
    }

    [Theory]
    [InlineData("team_join")]
    [InlineData("user_change")]
    public void a_profile(string type)
    {
        var told = SlackSigned.Event($$$"""
            {"type":"{{{type}}}","user":{"id":"U1","team_id":"T1","name":"alma","real_name":"Alma Example","tz":"Europe/Budapest","locale":"hu-HU","deleted":true,
            "is_bot":false,"is_app_user":false,"is_restricted":true,"is_ultra_restricted":true,"is_stranger":true,"is_email_confirmed":true,
            "enterprise_user":{"id":"W1"},"profile":{"real_name":"Alma E.","display_name":"Almi","email":"alma@example.com"} } }
            """);
        var expected = new SlackUser(
            "U1", "T1", "alma", "Alma E.", "Almi", "alma@example.com", true, "Europe/Budapest", "hu-HU", false, false, true, true, true, true, "W1");
        Assert.Equal(type == "team_join" ? new SlackEvent.TeamJoin(expected) : new SlackEvent.UserChange(expected), told);
    }

    [Fact]
    public void slackbot_counts_as_a_bot() => Assert.True(Assert.IsType<SlackEvent.UserChange>(
        SlackSigned.Event("""{"type":"user_change","user":{"id":"USLACKBOT","name":"slackbot","is_bot":false}}""")).User.IsBot);

    [Theory]
    [InlineData("channel_rename")]
    [InlineData("group_rename")]
    public void a_renamed_channel(string type) => Assert.Equal(
        new SlackEvent.ChannelRename("C1", "new-name"),
        SlackSigned.Event($$$"""{"type":"{{{type}}}","channel":{"id":"C1","name":"new-name","created":1}}"""));

    [Fact]
    public void the_app_is_removed()
    {
        Assert.Equal(new SlackEvent.AppUninstalled(), SlackSigned.Event("""{"type":"app_uninstalled"}"""));
        var revoked = Assert.IsType<SlackEvent.TokensRevoked>(SlackSigned.Event("""{"type":"tokens_revoked","tokens":{"oauth":["U1","U2"],"bot":["UB"]}}"""));
        Assert.Equal(["U1", "U2"], revoked.Users);
        Assert.Equal(["UB"], revoked.Bots);
    }

    [Theory]
    [InlineData("""{"type":"pin_added"}""", "pin_added")]
    [InlineData("""{"type":"reaction_added","user":"U1","reaction":"eyes","item":{"type":"file","file":"F1"}}""", "reaction_added")]
    public void what_we_do_not_know_is_unknown(string json, string type) => Assert.Equal(new SlackEvent.Unknown(type), SlackSigned.Event(json));
}
