using System.Net.Http.Headers;

namespace ServiceCulture.Tests.Peers.Rigs;

public sealed class SlackRigTests
{
    [Fact]
    public async Task A_posted_message_can_be_read_back_and_changes_in_place()
    {
        await using var slack = await SlackEmulator.StartAsync();
        var kudos = await slack.ChannelAsync("kudos");
        using var bot = Bot(slack);

        using var posted = await bot.PostAsync("chat.postMessage", Json($$"""
            {"channel":"{{kudos}}","text":"Thanks","blocks":[{"type":"data_visualization","title":"t"}]}
            """));
        var message = await slack.SeeMessageAsync(kudos, m => (string?)m["text"] == "Thanks", "the message");
        using var updated = await bot.PostAsync("chat.update", Json($$"""
            {"channel":"{{kudos}}","ts":"{{message["ts"]}}","text":"Thanks, again"}
            """));

        Assert.Equal("data_visualization", (string?)message["blocks"]![0]!["type"]);
        var messages = await slack.MessagesAsync(kudos);
        Assert.Equal("Thanks, again", (string?)Assert.Single(messages)["text"]);
        Assert.Equal(SlackEmulator.BotUser, (string?)messages[0]["user"]);
        Assert.Equal("Bearer " + SlackEmulator.BotToken, slack.Calls[0].Token);
    }

    [Fact]
    public async Task A_form_opens_once_for_a_trigger_and_its_view_is_in_the_record()
    {
        await using var slack = await SlackEmulator.StartAsync();
        var trigger = await slack.TriggerAsync(await slack.UserAsync("ada"));
        using var bot = Bot(slack);
        var open = $$$"""
            {"trigger_id":"{{{trigger}}}","view":{"type":"modal","callback_id":"try.form","title":{"type":"plain_text","text":"Thanks"},"blocks":[]}}
            """;

        using var first = await bot.PostAsync("views.open", Json(open));
        using var second = await bot.PostAsync("views.open", Json(open));

        var call = await slack.SeeCallAsync("views.open");
        Assert.Equal("try.form", (string?)call.Arguments["view"]!["callback_id"]);
        Assert.True((bool)call.Json!["ok"]!);
        Assert.Equal("exchanged_trigger_id", (string?)slack.Calls[^1].Json!["error"]);
    }

    [Fact]
    public async Task A_call_that_the_manifest_has_no_scope_for_is_refused()
    {
        await using var slack = await SlackEmulator.StartAsync();
        using var bot = Bot(slack);

        using var renamed = await bot.PostAsync("conversations.rename", Json($$"""
            {"channel":"{{await slack.ChannelAsync("kudos")}}","name":"thanks"}
            """));

        Assert.Equal("missing_scope", (string?)Assert.Single(slack.Calls).Json!["error"]);
    }

    [Fact]
    public async Task The_types_take_what_is_right_and_name_what_is_wrong()
    {
        var right = await new TypeScriptCheck()
            .Blocks("rich text", """[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"hi"}]}]}]""")
            .Modal("modal", """{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[{"type":"input","label":{"type":"plain_text","text":"L"},"element":{"type":"external_select","action_id":"a","min_query_length":0}}]}""")
            .ErrorsAsync();
        var wrong = await new TypeScriptCheck()
            .Blocks("fine", "[]")
            .Blocks("misspelt", """[{"type":"section","txet":{"type":"mrkdwn","text":"hi"}}]""")
            .Blocks("chart", """[{"type":"data_visualization","title":"t"}]""")
            .ErrorsAsync();

        Assert.Empty(right);
        Assert.Contains(wrong, e => e.StartsWith("misspelt: ", StringComparison.Ordinal));
        Assert.Contains(wrong, e => e.StartsWith("chart: ", StringComparison.Ordinal));
        Assert.DoesNotContain(wrong, e => e.StartsWith("fine: ", StringComparison.Ordinal));
    }

    static HttpClient Bot(SlackEmulator slack)
    {
        var bot = new HttpClient { BaseAddress = slack.ApiUrl };
        bot.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SlackEmulator.BotToken);
        return bot;
    }

    static StringContent Json(string body) => new(body, new MediaTypeHeaderValue("application/json", "utf-8"));
}
