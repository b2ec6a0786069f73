using ServiceCulture.Slack;

namespace ServiceCulture.Tests.Slack;

/// <summary>What no recording shows: written by hand after Slack's reference.</summary>
public sealed class SlackRequestTests
{
    const string Who = """ "team":{"id":"T1","domain":"demo"},"user":{"id":"U1","username":"alma","team_id":"T1"},"api_app_id":"A1" """;
    static readonly Origin Alma = new("T1", null, false, "A1", "U1", "alma", "T1", "demo");

    [Fact]
    public void url_verification_carries_its_challenge() => Assert.Equal(
        new SlackRequest.UrlVerification("3eZbrw1aB10FEMAGAZd4FyFQ"),
        SlackSigned.Json("""{"token":"x","challenge":"3eZbrw1aB10FEMAGAZd4FyFQ","type":"url_verification"}"""));

    [Fact]
    public void ssl_check_is_known() => Assert.Equal(new SlackRequest.SslCheck(), SlackSigned.Form("token=x&ssl_check=1"));

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=UTF-8")]
    public void json_is_json_with_or_without_a_charset(string type) =>
        Assert.IsType<SlackRequest.UrlVerification>(SlackSigned.Parse("""{"challenge":"c","type":"url_verification"}"""u8.ToArray(), type));

    [Fact]
    public void a_form_is_a_form_with_a_charset_too() =>
        Assert.IsType<SlackRequest.SslCheck>(SlackSigned.Parse("ssl_check=1"u8.ToArray(), "application/x-www-form-urlencoded; charset=utf-8"));

    [Fact]
    public void a_command_on_enterprise_grid()
    {
        var command = Assert.IsType<SlackRequest.SlashCommand>(SlackSigned.Form(
            "team_id=T1&enterprise_id=E1&is_enterprise_install=true&channel_id=D1&channel_name=directmessage&user_id=U1&user_name=alma&command=%2Fkudos"
            + "&text=%3C%40U2%7Cbela%3E+%23patience+%26amp%3B+100%25+gr%C3%BC%C3%9Fe&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1&trigger_id=1.2.3"));
        Assert.Equal(("E1", true), (command.EnterpriseId, command.IsEnterpriseInstall));
        Assert.Equal("<@U2|bela> #patience &amp; 100% grüße", command.Text);
        Assert.Null(command.ApiAppId);
    }

    [Fact]
    public void a_message_shortcut()
    {
        var shortcut = SlackSigned.Payload($$$"""
            {"type":"message_action","callback_id":"kudos.message","trigger_id":"1.2.3","response_url":"https://hooks.slack.com/app/1","message_ts":"5.6",
            "channel":{"id":"C1","name":"general"},"message":{"type":"message","user":"U2","ts":"5.6","thread_ts":"5.0","text":"done &amp; dusted"},{{{Who}}}}
            """);
        Assert.Equal(
            new SlackRequest.MessageShortcut(
                Alma, "kudos.message", "1.2.3", new Uri("https://hooks.slack.com/app/1"), new SlackChannel("C1", "general"),
                new SlackMessage("5.6", "U2", null, "done &amp; dusted", "5.0")),
            shortcut);
    }

    [Fact]
    public void a_global_shortcut() => Assert.Equal(
        new SlackRequest.GlobalShortcut(Alma, "kudos.give", "1.2.3"),
        SlackSigned.Payload($$"""{"type":"shortcut","callback_id":"kudos.give","trigger_id":"1.2.3",{{Who}}}"""));

    [Fact]
    public void a_select_asks_for_options()
    {
        var asked = Assert.IsType<SlackRequest.BlockSuggestion>(SlackSigned.Payload($$$$"""
            {"type":"block_suggestion","action_id":"people","block_id":"to","value":"bé","container":{"type":"view","view_id":"V1"},
            "view":{"id":"V1","type":"modal","callback_id":"kudos.give","private_metadata":"m","hash":"h","state":{"values":{}}},{{{{Who}}}}}
            """));
        Assert.Equal(("people", "to", "bé"), (asked.ActionId, asked.BlockId, asked.Value));
        Assert.Equal(("V1", "V1", "kudos.give"), (asked.Container.ViewId, asked.View!.Id, asked.View.CallbackId));
        Assert.Equal(Alma, asked.Origin);
    }

    [Fact]
    public void an_installation_for_a_whole_organisation()
    {
        var shortcut = Assert.IsType<SlackRequest.GlobalShortcut>(SlackSigned.Payload(
            """{"type":"shortcut","callback_id":"c","trigger_id":"t","team":null,"enterprise":{"id":"E1","name":"Org"},"is_enterprise_install":true,"user":{"id":"U1","team_id":"T7"}}"""));
        Assert.Equal(new Origin("T7", "E1", true, null, "U1", null, "T7"), shortcut.Origin);
    }

    [Fact]
    public void a_view_belongs_to_the_workspace_where_the_app_is_installed()
    {
        var submission = Assert.IsType<SlackRequest.ViewSubmission>(SlackSigned.Payload(
            """{"type":"view_submission","team":{"id":"T2"},"user":{"id":"U1","team_id":"T2"},"view":{"id":"V1","app_installed_team_id":"T1"}}"""));
        Assert.Equal(("T1", "T2"), (submission.TeamId, submission.Origin.UserTeamId));
        Assert.Null(submission.TriggerId);
        Assert.Empty(submission.View.State.Values);
    }

    [Fact]
    public void every_kind_of_input()
    {
        var press = Assert.IsType<SlackRequest.BlockActions>(SlackSigned.Payload($$$$"""
            {"type":"block_actions","trigger_id":"1.2.3","container":{"type":"view","view_id":"V1"},{{{{Who}}}},
            "view":{"id":"V1","type":"home","state":{"values":{
              "b1":{"multi":{"type":"multi_external_select","selected_options":[{"text":{"type":"plain_text","text":"B"},"value":"m:2"},{"value":"m:3"}]}},
              "b2":{"radio":{"type":"radio_buttons","selected_option":{"value":"public"}}},
              "b3":{"user":{"type":"users_select","selected_user":"U5"},"users":{"type":"multi_users_select","selected_users":["U5","U6"]}},
              "b4":{"channel":{"type":"conversations_select","selected_conversation":"C5"},"time":{"type":"timepicker","selected_time":"09:30"}},
              "b5":{"empty":{"type":"plain_text_input","value":null},"rich":{"type":"rich_text_input","rich_text_value":{"type":"rich_text"},"value":{"odd":1}}}
            }}},
            "actions":[{"type":"checkboxes","action_id":"a1","block_id":"b9","selected_options":[{"value":"x"},{"value":"y"}],"action_ts":"1.1"},
                       {"type":"plain_text_input","action_id":"a2","block_id":"b9","value":"typed","action_ts":"1.2"}]}
            """));
        var state = press.View!.State;
        Assert.Equal(["m:2", "m:3"], state.Options("b1", "multi"));
        Assert.Equal(["public"], state.Options("b2", "radio"));
        Assert.Equal(["U5"], state.Users("b3", "user"));
        Assert.Equal(["U5", "U6"], state.Users("b3", "users"));
        Assert.Equal(["C5"], state["b4", "channel"]!.SelectedConversations);
        Assert.Equal("09:30", state["b4", "time"]!.SelectedTime);
        Assert.Null(state.Text("b5", "empty"));
        Assert.Null(state.Text("b5", "rich"));
        Assert.Null(press.ResponseUrl);
        Assert.Equal(["x", "y"], press.Actions[0].SelectedOptions);
        Assert.Equal("typed", press.Actions[1].Value);
    }

    [Theory]
    [InlineData("dialog_submission")]
    [InlineData("interactive_message")]
    [InlineData("function_executed")]
    public void an_unknown_interaction_is_unknown(string type) =>
        Assert.Equal(new SlackRequest.Unknown(type), SlackSigned.Payload($$"""{"type":"{{type}}"}"""));

    [Fact]
    public void an_unknown_kind_of_json_is_unknown() =>
        Assert.Equal(new SlackRequest.Unknown("app_rate_limited"), SlackSigned.Json("""{"type":"app_rate_limited","team_id":"T1"}"""));

    [Fact]
    public void an_unknown_kinds_name_cannot_forge_log_lines()
    {
        Assert.Equal(new SlackRequest.Unknown("(unprintable)"), SlackSigned.Json("""{"type":"a\nb"}"""));
        Assert.Equal(64, Assert.IsType<SlackRequest.Unknown>(SlackSigned.Json($$"""{"type":"{{new string('a', 5000)}}"}""")).Type.Length);
    }

    [Fact]
    public void a_form_with_nothing_known_in_it_is_unknown() => Assert.IsType<SlackRequest.Unknown>(SlackSigned.Form("a=1&b=2"));
}
