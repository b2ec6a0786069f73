using System.Text;
using System.Text.Json;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Tests.BotFramework;

public sealed class InvokesTests
{
    static Invoke FromFile(string file) => Invokes.Read(Assert.IsType<InvokeActivity>(Parsing.File(file)));

    static Invoke From(string name, string value) => Invokes.Read(Parsing.Invoke(name, value));

    [Theory]
    [InlineData("invoke-adaptiveCard_action-channel")]
    [InlineData("invoke-adaptiveCard_action-groupChat")]
    [InlineData("invoke-adaptiveCard_action-personal")]
    public void a_pressed_button_gives_its_verb_and_the_inputs(string file)
    {
        var action = Assert.IsType<Invoke.AdaptiveCardAction>(FromFile(file));
        Assert.Equal(("doIt", false), (action.Verb, action.Automatic));
        Assert.Equal("a", action.Data.GetProperty("pick").GetString());
    }

    [Fact]
    public void a_refresh_is_told_apart_from_a_press()
    {
        Assert.True(From("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"v","data":{}},"trigger":"automatic"}""") is Invoke.AdaptiveCardAction { Automatic: true });
        Assert.True(From("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"v","data":{}},"trigger":"manual"}""") is Invoke.AdaptiveCardAction { Automatic: false });
        Assert.True(From("adaptiveCard/action", """{"action":{"type":"Action.Execute"}}""") is Invoke.AdaptiveCardAction { Verb: null, Data.ValueKind: JsonValueKind.Undefined });
    }

    [Fact]
    public void dialogs_give_their_data_and_theme()
    {
        Assert.True(FromFile("invoke-task_fetch-personal") is Invoke.TaskFetch { Data.ValueKind: JsonValueKind.Object, Theme: null });
        var submit = Assert.IsType<Invoke.TaskSubmit>(From("task/submit", """{"data":{"words":"well done"},"context":{"theme":"dark"}}"""));
        Assert.Equal(("well done", "dark"), (submit.Data.GetProperty("words").GetString(), submit.Theme));
    }

    [Fact]
    public void a_message_action_gives_the_message_and_its_author()
    {
        var fetch = Assert.IsType<Invoke.ComposeExtensionFetchTask>(From("composeExtension/fetchTask", """
            {"commandId":"kudos","commandContext":"message","context":{"theme":"default"},"messagePayload":{"id":"1700000000000",
             "linkToMessage":"https://teams.microsoft.com/l/message/x","body":{"contentType":"html","content":"<p>Done &amp; dusted</p>"},
             "from":{"device":null,"user":{"userIdentityType":"aadUser","id":"33333333-0000-0000-0000-000000000001","displayName":"Alice Dev"}}}}
            """));
        Assert.Equal(("kudos", "message"), (fetch.CommandId, fetch.CommandContext));
        Assert.Equal(("1700000000000", "html", "<p>Done &amp; dusted</p>", "https://teams.microsoft.com/l/message/x"),
            (fetch.Message!.Id, fetch.Message.ContentType, fetch.Message.Content, fetch.Message.LinkToMessage));
        Assert.Equal(("33333333-0000-0000-0000-000000000001", "Alice Dev"), (fetch.Message.From!.AadObjectId, fetch.Message.From.DisplayName));
    }

    [Theory]
    [InlineData("""{"messagePayload":{"from":null,"body":null}}""")]
    [InlineData("""{"messagePayload":{"from":{"user":null,"application":{"id":"x"}}}}""")]
    public void a_message_of_an_app_has_no_author(string value) =>
        Assert.True(From("composeExtension/fetchTask", value) is Invoke.ComposeExtensionFetchTask { Message: { From: null, Content: "" } });

    [Fact]
    public void a_guest_without_a_directory_id_has_none() =>
        Assert.Null(new MessagePayloadUser("8:live:someone", "Someone", "anonymousGuest").AadObjectId);

    [Fact]
    public void message_extensions_are_read_as_recorded()
    {
        Assert.True(FromFile("invoke-composeExtension_fetchTask-personal") is Invoke.ComposeExtensionFetchTask { CommandId: "", CommandContext: "compose", Message: null });
        Assert.True(FromFile("invoke-composeExtension_query-personal") is Invoke.ComposeExtensionQuery { QueryText: "find me", Skip: 0, Count: 25 });
        var submit = Assert.IsType<Invoke.ComposeExtensionSubmitAction>(FromFile("invoke-composeExtension_submitAction-personal"));
        Assert.Equal(1, submit.Data.GetProperty("q").GetInt32());
        Assert.True(FromFile("invoke-composeExtension_queryLink-personal") is Invoke.Unknown { Name: "composeExtension/queryLink" });
    }

    [Fact]
    public void the_first_query_of_all_is_empty() => Assert.True(
        From("composeExtension/query", """{"commandId":"s","parameters":[{"name":"initialRun","value":"true"}]}""") is Invoke.ComposeExtensionQuery { CommandId: "s", QueryText: "" });

    [Fact]
    public void a_search_in_an_input_gives_text_page_and_dataset()
    {
        Assert.Equal(new Invoke.ApplicationSearch("search", "an", 10, 5, "people"),
            From("application/search", """{"kind":"search","queryText":"an","queryOptions":{"skip":10,"top":5},"dataset":"people"}"""));
        Assert.Equal(new Invoke.ApplicationSearch(null, "", 0, 15, null), From("application/search", "{}"));
    }

    [Fact]
    public void feedback_is_read_as_recorded() =>
        Assert.Equal(new Invoke.MessageSubmitAction("feedback", "like", ""), FromFile("invoke-message_submitAction-personal"));

    [Theory]
    [InlineData("adaptiveCard/action", "{}")]
    [InlineData("adaptiveCard/action", "null")]
    [InlineData("adaptiveCard/action", "[]")]
    [InlineData("adaptiveCard/action", """{"action":"x"}""")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Submit"}}""")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":1}}""")]
    [InlineData("task/fetch", "7")]
    [InlineData("task/submit", """{"context":"dark"}""")]
    [InlineData("composeExtension/fetchTask", """{"messagePayload":[]}""")]
    [InlineData("composeExtension/query", """{"parameters":{}}""")]
    [InlineData("composeExtension/query", """{"parameters":[{"value":{}}]}""")]
    [InlineData("composeExtension/query", """{"queryOptions":{"skip":-1}}""")]
    [InlineData("application/search", """{"queryText":1}""")]
    [InlineData("application/search", """{"queryOptions":{"top":1.5}}""")]
    [InlineData("message/submitAction", "{}")]
    public void what_cannot_be_read_is_malformed(string name, string value) =>
        Assert.Equal(name, Assert.IsType<Invoke.Malformed>(From(name, value)).Name);

    [Fact]
    public void what_nobody_knows_is_unknown() => Assert.Equal(new Invoke.Unknown("tab/fetch"), From("tab/fetch", "[1]"));

    static void Same(string expected, byte[] answer) => Assert.Equal(expected, Encoding.UTF8.GetString(answer));

    [Fact]
    public void answers_to_a_button_are_written_as_the_platform_wants_them()
    {
        Same("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""",
            InvokeAnswers.AdaptiveCard("""{"type":"AdaptiveCard"}"""u8));
        Same("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Thanked"}""", InvokeAnswers.Message("Thanked"));
        Same("""{"statusCode":501,"type":"application/vnd.microsoft.error","value":{"code":"NotSupported","message":"Not known"}}""",
            InvokeAnswers.Error(501, "NotSupported", "Not known"));
    }

    [Fact]
    public void answers_to_a_dialog_are_written_as_the_platform_wants_them()
    {
        Same("""{"task":{"type":"continue","value":{"title":"Kudos","height":"medium","width":640,"card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"a":1}}}}}""",
            InvokeAnswers.TaskContinue("Kudos", """{"a":1}"""u8, width: TaskSize.Pixels(640)));
        Same("""{"task":{"type":"message","value":"Saved"}}""", InvokeAnswers.TaskMessage("Saved"));
        Same("{}", InvokeAnswers.Nothing());
    }

    [Fact]
    public void answers_to_a_search_are_written_as_the_platform_wants_them()
    {
        Same("""{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[{"title":"Ann","value":"7"}]}}""",
            InvokeAnswers.Search([new("Ann", "7")]));
        Same("""{"statusCode":200,"type":"application/vnd.microsoft.search.searchResponse","value":{"results":[]}}""", InvokeAnswers.Search([]));
        Same("""{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{},"preview":{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":"T","text":""}}}]}}""",
            InvokeAnswers.ComposeExtensionResult([new("T", null, "{}"u8.ToArray())]));
        Same("""{"composeExtension":{"type":"message","text":"Nothing found"}}""", InvokeAnswers.ComposeExtensionMessage("Nothing found"));
    }

    [Fact]
    public void a_card_that_is_not_json_is_never_written() =>
        Assert.ThrowsAny<Exception>(() => InvokeAnswers.AdaptiveCard("""{"a":"""u8));

    [Theory]
    [InlineData("</script>\"\\\n\u2028")]
    [InlineData("🙂 ﷽ \0")]
    public void words_come_back_as_they_went(string words)
    {
        using var answer = JsonDocument.Parse(InvokeAnswers.Message(words));
        Assert.Equal(words, answer.RootElement.GetProperty("value").GetString());
    }

    [Fact]
    public void messages_are_written_with_card_summary_and_mentions()
    {
        Same("""{"type":"message","summary":"Kudos","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"a":1}}]}""",
            ActivityBody.Card("Kudos", """{"a":1}"""u8));
        Same("""{"type":"message","text":"hi","textFormat":"plain","entities":[{"type":"mention"}]}""",
            ActivityBody.Text("hi", """[{"type":"mention"}]"""u8));
    }
}
