using System.Text;
using System.Text.Json;
using ServiceCulture.Slack;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Slack;

/// <summary>What each call sends, and what it makes of the answer.</summary>
public sealed class SlackClientTests
{
    const string JsonType = "application/json; charset=utf-8";
    const string FormType = "application/x-www-form-urlencoded";
    const string Alice = """{"id":"U1","team_id":"T1","name":"alice","real_name":"Alice A","tz":"Europe/Berlin","locale":"de-DE","profile":{"email":"alice@example.com"}}""";

    static readonly byte[] Blocks = """[{"type":"section","text":{"type":"mrkdwn","text":"*grüße*"}}]"""u8.ToArray();
    static readonly byte[] View = """{"type":"modal","blocks":[]}"""u8.ToArray();

    static void AssertSent(FakeSlackApi slack, string method, string type, string body) => Assert.Equal(
        new FakeSlackApi.Sent("POST", "https://slack.com/api/" + method, "Bearer " + FakeSlackApi.Token, type, body),
        slack.Request);

    [Fact]
    public async Task auth_test()
    {
        var slack = FakeSlackApi.Recorded("webapi-emulate-001-auth.test.json");
        var owner = await slack.Client().AuthTest(FakeSlackApi.Token, default);
        Assert.Equal(new TokenOwner("T000000001", "My Workspace", "U7F2BCD0AE", null, null, false, new Uri("https://my-workspace.slack.com/")), owner);
        AssertSent(slack, "auth.test", JsonType, "{}");
    }

    [Fact]
    public async Task chat_postMessage()
    {
        var slack = FakeSlackApi.Recorded("webapi-emulate-012-chat.postMessage.json");
        var posted = await slack.Client().ChatPostMessage(FakeSlackApi.Token, new PostedMessage("C1", "grüße & <@U1>", Blocks, "1.1"), default);
        Assert.Equal(new PostedTs("C000000001", "1795310591.000001"), posted);
        AssertSent(slack, "chat.postMessage", JsonType,
            """{"channel":"C1","text":"grüße & <@U1>","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*grüße*"}}],"thread_ts":"1.1","unfurl_links":false,"unfurl_media":false}""");
    }

    [Fact]
    public async Task chat_postMessage_without_blocks_or_thread_leaves_both_out()
    {
        var slack = new FakeSlackApi("""{"ok":true,"channel":"D1","ts":"2.2"}""");
        await slack.Client().ChatPostMessage(FakeSlackApi.Token, new PostedMessage("U1", "hello", default), default);
        AssertSent(slack, "chat.postMessage", JsonType, """{"channel":"U1","text":"hello","unfurl_links":false,"unfurl_media":false}""");
    }

    [Fact]
    public async Task chat_update()
    {
        var slack = FakeSlackApi.Recorded("webapi-emulate-017-chat.update.json");
        var posted = await slack.Client().ChatUpdate(FakeSlackApi.Token, new PostedTs("C1", "1.1"), "hello2", Blocks, default);
        Assert.Equal(new PostedTs("C000000001", "1795310591.000001"), posted);
        AssertSent(slack, "chat.update", JsonType,
            """{"channel":"C1","ts":"1.1","text":"hello2","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*grüße*"}}]}""");
    }

    [Fact]
    public async Task chat_update_to_a_bare_text_takes_the_blocks_away()
    {
        var slack = new FakeSlackApi("""{"ok":true,"channel":"C1","ts":"1.1"}""");
        await slack.Client().ChatUpdate(FakeSlackApi.Token, new PostedTs("C1", "1.1"), "gone", default, default);
        AssertSent(slack, "chat.update", JsonType, """{"channel":"C1","ts":"1.1","text":"gone","blocks":[]}""");
    }

    [Fact]
    public async Task chat_postEphemeral()
    {
        var slack = new FakeSlackApi("""{"ok":true,"message_ts":"3.3"}""");
        Assert.Equal("3.3", await slack.Client().ChatPostEphemeral(FakeSlackApi.Token, "U1", new PostedMessage("C1", "psst", default), default));
        AssertSent(slack, "chat.postEphemeral", JsonType, """{"user":"U1","channel":"C1","text":"psst"}""");
    }

    [Fact]
    public async Task chat_delete()
    {
        var slack = new FakeSlackApi("""{"ok":true,"channel":"C1","ts":"1.1"}""");
        await slack.Client().ChatDelete(FakeSlackApi.Token, new PostedTs("C1", "1.1"), default);
        AssertSent(slack, "chat.delete", JsonType, """{"channel":"C1","ts":"1.1"}""");
    }

    [Fact]
    public async Task views_open_and_push()
    {
        var slack = FakeSlackApi.Recorded("webapi-emulate-033-views.open.json");
        Assert.Equal(new ShownView("V0143802E6", "1795310591.000008"), await slack.Client().ViewsOpen(FakeSlackApi.Token, "1.2.3", View, default));
        AssertSent(slack, "views.open", JsonType, """{"trigger_id":"1.2.3","view":{"type":"modal","blocks":[]}}""");

        slack = FakeSlackApi.Recorded("webapi-emulate-033-views.open.json");
        await slack.Client().ViewsPush(FakeSlackApi.Token, "1.2.3", View, default);
        AssertSent(slack, "views.push", JsonType, """{"trigger_id":"1.2.3","view":{"type":"modal","blocks":[]}}""");
    }

    [Fact]
    public async Task views_update_and_publish()
    {
        var slack = FakeSlackApi.Recorded("webapi-emulate-030-views.publish.json");
        Assert.Equal(new ShownView("V1EDDD0EA4", "1795310591.000007"), await slack.Client().ViewsPublish(FakeSlackApi.Token, "U1", null, View, default));
        AssertSent(slack, "views.publish", JsonType, """{"user_id":"U1","view":{"type":"modal","blocks":[]}}""");

        slack = FakeSlackApi.Recorded("webapi-emulate-030-views.publish.json");
        await slack.Client().ViewsUpdate(FakeSlackApi.Token, "V1", "h1", View, default);
        AssertSent(slack, "views.update", JsonType, """{"view_id":"V1","hash":"h1","view":{"type":"modal","blocks":[]}}""");
    }

    [Fact]
    public async Task conversations_open()
    {
        var slack = FakeSlackApi.Recorded("webapi-emulate-008-conversations.open.json");
        Assert.Equal("DB760B51F4", await slack.Client().ConversationsOpen(FakeSlackApi.Token, ["U1", "U2"], default));
        AssertSent(slack, "conversations.open", JsonType, """{"users":"U1,U2"}""");
    }

    [Fact]
    public async Task conversations_info()
    {
        var slack = new FakeSlackApi("""{"ok":true,"channel":{"id":"C1","name":"general","is_private":true,"is_member":true,"is_ext_shared":true,"topic":{"value":"x"}}}""");
        var channel = await slack.Client().ConversationsInfo(FakeSlackApi.Token, "C1", default);
        Assert.Equal(new SlackConversation("C1", "general", null, false, false, true, false, true, true), channel);
        AssertSent(slack, "conversations.info", FormType, "channel=C1");
    }

    [Fact]
    public async Task conversations_members_page_by_page()
    {
        var slack = new FakeSlackApi("""{"ok":true,"members":["U1","U2"],"response_metadata":{"next_cursor":"dXNlcjpVMg=="}}""");
        var page = await slack.Client().ConversationsMembers(FakeSlackApi.Token, "C1", null, 2, default);
        Assert.Equal(["U1", "U2"], page.Items);
        Assert.Equal("dXNlcjpVMg==", page.NextCursor);
        AssertSent(slack, "conversations.members", FormType, "channel=C1&limit=2");

        slack = new FakeSlackApi("""{"ok":true,"members":[],"response_metadata":{"next_cursor":""}}""");
        page = await slack.Client().ConversationsMembers(FakeSlackApi.Token, "C1", page.NextCursor, 2, default);
        Assert.Empty(page.Items);
        Assert.Null(page.NextCursor);
        AssertSent(slack, "conversations.members", FormType, "channel=C1&limit=2&cursor=dXNlcjpVMg%3D%3D");
    }

    [Fact]
    public async Task users_info()
    {
        var slack = FakeSlackApi.Recorded("webapi-emulate-004-users.info.json");
        var user = await slack.Client().UsersInfo(FakeSlackApi.Token, "U1464F6E61", default);
        Assert.Equal(
            new SlackUser("U1464F6E61", "T000000001", "alice", "Alice A", "alice", "alice@example.com", null, null, null, false, false, false, false, false, false, null),
            user);
        AssertSent(slack, "users.info", FormType, "user=U1464F6E61&include_locale=true");
    }

    [Fact]
    public async Task users_lookupByEmail()
    {
        var slack = FakeSlackApi.Recorded("webapi-emulate-005-users.lookupByEmail.json");
        Assert.Equal("U1464F6E61", (await slack.Client().UsersLookupByEmail(FakeSlackApi.Token, "alice+1@example.com", default))!.Id);
        AssertSent(slack, "users.lookupByEmail", FormType, "email=alice%2B1%40example.com");
    }

    [Fact]
    public async Task nobody_with_that_address_is_null_and_any_other_refusal_is_not()
    {
        Assert.Null(await new FakeSlackApi("""{"ok":false,"error":"users_not_found"}""").Client().UsersLookupByEmail(FakeSlackApi.Token, "x@example.com", default));
        await Assert.ThrowsAsync<SlackApiException>(() =>
            new FakeSlackApi("""{"ok":false,"error":"invalid_auth"}""").Client().UsersLookupByEmail(FakeSlackApi.Token, "x@example.com", default));
    }

    [Fact]
    public async Task users_list_page_by_page()
    {
        var slack = new FakeSlackApi($$"""{"ok":true,"members":[{{Alice}}],"cache_ts":1,"response_metadata":{"next_cursor":"c2"} }""");
        var page = await slack.Client().UsersList(FakeSlackApi.Token, "c1", 200, default);
        var user = Assert.Single(page.Items);
        Assert.Equal(("U1", "Alice A", "", "Europe/Berlin", "de-DE"), (user.Id, user.RealName, user.DisplayName, user.Tz, user.Locale));
        Assert.Equal("c2", page.NextCursor);
        AssertSent(slack, "users.list", FormType, "include_locale=true&limit=200&cursor=c1");
    }

    [Fact]
    public async Task users_conversations()
    {
        var slack = new FakeSlackApi("""{"ok":true,"channels":[{"id":"D1","is_im":true,"user":"U1"}]}""");
        var page = await slack.Client().UsersConversations(FakeSlackApi.Token, null, "public_channel,im", null, 100, default);
        Assert.Equal(new SlackConversation("D1", null, "U1", true, false, false, false, false, false), Assert.Single(page.Items));
        Assert.Null(page.NextCursor);
        AssertSent(slack, "users.conversations", FormType, "types=public_channel%2Cim&exclude_archived=true&limit=100");
    }

    [Fact]
    public async Task naughty_words_arrive_as_they_were_written()
    {
        foreach (var words in Fixtures.NaughtyStrings())
        {
            var slack = new FakeSlackApi("""{"ok":true,"channel":"C1","ts":"1.1"}""");
            await slack.Client().ChatPostMessage(FakeSlackApi.Token, new PostedMessage("C1", words, default), default);
            using var sent = JsonDocument.Parse(slack.Request.Body);
            Assert.Equal(words, sent.RootElement.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task half_a_surrogate_pair_becomes_a_replacement_character()
    {
        var slack = new FakeSlackApi("""{"ok":true,"channel":"C1","ts":"1.1"}""");
        await slack.Client().ChatPostMessage(FakeSlackApi.Token, new PostedMessage("C1", "a\ud800b", default), default);
        using var sent = JsonDocument.Parse(slack.Request.Body);
        Assert.Equal("a\uFFFDb", sent.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task blocks_that_are_no_json_are_not_sent()
    {
        var slack = new FakeSlackApi("{}");
        await Assert.ThrowsAnyAsync<JsonException>(() => slack.Client().ChatPostMessage(
            FakeSlackApi.Token, new PostedMessage("C1", "x", Encoding.UTF8.GetBytes("""[]},"channel":"C2",{""")), default));
        Assert.Empty(slack.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task without_a_token_nothing_is_sent(string token)
    {
        var slack = new FakeSlackApi("{}");
        await Assert.ThrowsAsync<ArgumentException>(() => slack.Client().AuthTest(token, default));
        Assert.Empty(slack.Requests);
    }

    [Theory]
    [InlineData("http://slack.com/api/")]
    [InlineData("http://10.0.0.1/api/")]
    [InlineData("ftp://slack.com/api/")]
    [InlineData("/api/")]
    public void tokens_do_not_travel_in_the_clear(string apiUrl) =>
        Assert.Throws<ArgumentException>(() => new SlackClient(new HttpClient(new FakeSlackApi("{}")), new Uri(apiUrl, UriKind.RelativeOrAbsolute)));

    [Fact]
    public async Task an_api_address_without_its_last_slash_works_too()
    {
        var slack = FakeSlackApi.Recorded("webapi-emulate-001-auth.test.json");
        await slack.Client("http://127.0.0.1:9000/api").AuthTest(FakeSlackApi.Token, default);
        Assert.Equal("http://127.0.0.1:9000/api/auth.test", slack.Request.Url);
    }

    [Fact]
    public void the_handler_follows_no_redirects()
    {
        using var handler = SlackClient.Handler();
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
    }
}
