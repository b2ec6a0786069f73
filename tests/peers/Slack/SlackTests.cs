using System.Text.Json.Nodes;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Slack;

/// <summary>The emulator and one bot connected to it. Each test has words of its own.</summary>
public sealed class SlackWorkspace : IAsyncLifetime
{
    SlackEmulator? slack;
    BotUnderTest? bot;

    internal SlackEmulator Slack => slack!;
    internal BotUnderTest Bot => bot!;
    internal string Ada { get; private set; } = "";
    internal string Bela { get; private set; } = "";
    internal string Floor { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        slack = await SlackEmulator.StartAsync();
        bot = new BotUnderTest().WithSlack(slack);
        await bot.StartAsync();
        (Ada, Bela, Floor) = (await slack.UserAsync("ada"), await slack.UserAsync("bela"), await slack.ChannelAsync("floor"));
        await slack.SeeCallAsync("auth.test");
        // Until the bot knows whose token it has, no command is known to be for it.
        await Eventually.SeeAsync(async () => (await bot.SlashAsync(slack, Ada, Floor, "/culture", "help")).Body is { Length: > 0 } answer ? answer : null, "an answer to /culture help");
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        if (slack is not null) await slack.DisposeAsync();
    }
}

/// <summary>The bot as Slack meets it: signed requests in, Web API calls received by somebody else's server.</summary>
public sealed class SlackTests(SlackWorkspace workspace) : IClassFixture<SlackWorkspace>
{
    SlackEmulator Slack => workspace.Slack;
    BotUnderTest Bot => workspace.Bot;

    [Fact]
    public async Task A_typed_kudos_is_posted_where_it_was_given_and_in_the_receivers_own_conversation()
    {
        const string Words = "stayed with the caller until the double charge was sorted";

        var answer = await KudosAsync(Words);

        Assert.Contains("Your thanks are on their way", answer, StringComparison.Ordinal);
        Assert.Contains("\"response_type\":\"ephemeral\"", answer, StringComparison.Ordinal);
        var posted = await Slack.SeeMessageAsync(workspace.Floor, Says(Words), "the kudos in the channel");
        Assert.Equal(SlackEmulator.BotUser, (string?)posted["user"]);
        Assert.Contains(workspace.Bela, posted["blocks"]!.ToJsonString(), StringComparison.Ordinal);
        var received = await Slack.SeeMessageAsync(await Slack.DirectAsync(workspace.Bela), Says(Words), "the kudos at Bela's");
        Assert.Contains("thanks you", received["blocks"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Slack.Calls, call => call.Json?["ok"]?.GetValue<bool>() == false);
    }

    [Fact]
    public async Task The_command_alone_opens_the_form_and_what_is_filled_in_is_given()
    {
        const string Words = "Sat with me after the shouting until my hands were still again.";
        var before = Slack.Calls.Count(call => call.Path == "/api/views.open");
        var (status, body) = await Bot.SlashAsync(Slack, workspace.Ada, workspace.Floor, "/kudos", "");
        Assert.Equal((200, ""), (status, body));
        var view = await Eventually.SeeAsync(() => Slack.Calls.Where(call => call.Path == "/api/views.open").Skip(before).FirstOrDefault(), "the form");
        Assert.True((bool)view.Json!["ok"]!, view.Answer);
        var modal = view.Arguments["view"]!;
        Assert.Equal("kudos.give", (string?)modal["callback_id"]);

        var person = await PickAsync("Bela");
        var refused = await SubmitAsync(modal, person, "Too short");
        Assert.Equal("errors", (string?)refused["response_action"]);
        Assert.Contains("at least 20 characters", (string?)refused["errors"]!["words"], StringComparison.Ordinal);
        await SubmitAsync(modal, person, Words);

        await Slack.SeeMessageAsync(await Slack.DirectAsync(workspace.Bela), Says(Words), "the kudos at Bela's");
    }

    [Fact]
    public async Task Undo_changes_both_messages_in_place()
    {
        const string Words = "translated the whole letter so that the customer could sign";
        var confirmation = JsonNode.Parse(await KudosAsync(Words))!;
        var direct = await Slack.DirectAsync(workspace.Bela);
        var posted = await Slack.SeeMessageAsync(workspace.Floor, Says(Words), "the kudos in the channel");
        var received = await Slack.SeeMessageAsync(direct, Says(Words), "the kudos at Bela's");
        var whereToAnswer = Slack.ResponseUrl("undo");
        var undo = Elements(confirmation["blocks"]!).First(element => (string?)element["action_id"] == "kudos.undo");

        await Bot.InteractAsync(new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = SlackEmulator.Team, ["domain"] = "example-floor" },
            ["user"] = new JsonObject { ["id"] = workspace.Ada, ["username"] = "ada", ["name"] = "ada", ["team_id"] = SlackEmulator.Team },
            ["api_app_id"] = SlackEmulator.AppId,
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "1.2", ["channel_id"] = workspace.Floor, ["is_ephemeral"] = true },
            ["trigger_id"] = await Slack.TriggerAsync(workspace.Ada),
            ["channel"] = new JsonObject { ["id"] = workspace.Floor, ["name"] = "floor" },
            ["response_url"] = whereToAnswer.ToString(),
            ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "button",
                ["action_id"] = "kudos.undo",
                ["block_id"] = "b",
                ["value"] = (string?)undo["value"],
                ["action_ts"] = "1.3",
            }),
        }.ToJsonString());

        foreach (var (channel, message) in new[] { (workspace.Floor, posted), (direct, received) })
            await Slack.SeeMessageAsync(channel, m => (string?)m["ts"] == (string?)message["ts"] && Says("took these kudos back")(m), "the message changed in place");
        Assert.DoesNotContain(await Slack.MessagesAsync(workspace.Floor), message => Says(Words)(message));
        Assert.Equal(2, Slack.Calls.Count(call => call.Path == "/api/chat.update"));
        var answer = await Slack.SeeResponseAsync(whereToAnswer);
        Assert.Equal(("POST", null), (answer.Method, answer.Token));
        Assert.True((bool)answer.Arguments["replace_original"]!, answer.Body);
        Assert.Contains("These kudos are taken back.", answer.Arguments["blocks"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_the_workspace_who_never_wrote_can_be_picked()
    {
        await Slack.SeeCallAsync("users.list", call => (bool?)call.Json?["ok"] == true);

        var found = await Eventually.SeeAsync(async () => (await SuggestAsync("Hana"))["options"]!.AsArray() is { Count: > 0 } options ? options : null, "Hana among the people");

        Assert.Equal("Hana Onlyslack", (string?)Assert.Single(found)!["text"]!["text"]);
    }

    async Task<string> KudosAsync(string words)
    {
        await PickAsync("Bela");
        var (status, body) = await Bot.SlashAsync(Slack, workspace.Ada, workspace.Floor, "/kudos", $"<@{workspace.Bela}|bela> #patience {words}");
        Assert.Equal(200, status);
        return body;
    }

    static Func<JsonNode, bool> Says(string words) => message => message["blocks"]?.ToJsonString().Contains(words, StringComparison.Ordinal) == true;

    static IEnumerable<JsonNode> Elements(JsonNode blocks) =>
        blocks.AsArray().Where(block => (string?)block!["type"] == "actions").SelectMany(block => block!["elements"]!.AsArray()).Select(element => element!);

    /// <summary>The option that Slack would hand back when somebody picks that person.</summary>
    async Task<JsonNode> PickAsync(string name) =>
        (await Eventually.SeeAsync(async () => (await SuggestAsync(name))["options"]!.AsArray() is { Count: > 0 } options ? options : null, name))[0]!.DeepClone();

    async Task<JsonNode> SuggestAsync(string typed)
    {
        var (status, body) = await Bot.InteractAsync(new JsonObject
        {
            ["type"] = "block_suggestion",
            ["team"] = new JsonObject { ["id"] = SlackEmulator.Team, ["domain"] = "example-floor" },
            ["user"] = new JsonObject { ["id"] = workspace.Ada, ["team_id"] = SlackEmulator.Team },
            ["api_app_id"] = SlackEmulator.AppId,
            ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V1" },
            ["action_id"] = "people",
            ["block_id"] = "people",
            ["value"] = typed,
            ["view"] = new JsonObject { ["id"] = "V1", ["callback_id"] = "kudos.give", ["private_metadata"] = "", ["type"] = "modal" },
        }.ToJsonString());
        Assert.Equal(200, status);
        return JsonNode.Parse(body)!;
    }

    async Task<JsonNode> SubmitAsync(JsonNode modal, JsonNode person, string words)
    {
        var submission = new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = SlackEmulator.Team, ["domain"] = "example-floor" },
            ["user"] = new JsonObject { ["id"] = workspace.Ada, ["name"] = "ada", ["team_id"] = SlackEmulator.Team },
            ["api_app_id"] = SlackEmulator.AppId,
            ["trigger_id"] = await Slack.TriggerAsync(workspace.Ada),
            ["view"] = new JsonObject
            {
                ["id"] = "V1",
                ["type"] = "modal",
                ["callback_id"] = (string?)modal["callback_id"],
                ["private_metadata"] = (string?)modal["private_metadata"],
                ["hash"] = Guid.NewGuid().ToString(),
                ["state"] = new JsonObject
                {
                    ["values"] = new JsonObject
                    {
                        ["people"] = new JsonObject { ["people"] = new JsonObject { ["type"] = "multi_external_select", ["selected_options"] = new JsonArray(person.DeepClone()) } },
                        ["words"] = new JsonObject { ["words"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = words } },
                        ["audience"] = new JsonObject { ["audience"] = new JsonObject { ["type"] = "radio_buttons", ["selected_option"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Public" }, ["value"] = "public" } } },
                    },
                },
            },
            ["response_urls"] = new JsonArray(),
        };
        var (status, body) = await Bot.InteractAsync(submission.ToJsonString());
        Assert.Equal(200, status);
        return body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!;
    }
}
