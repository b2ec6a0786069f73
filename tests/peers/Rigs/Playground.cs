using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>
/// The real Microsoft 365 Agents Playground, driven over JSON; <see cref="PlaygroundPage"/> drives its page.
/// It keeps no history for a page that opens later, and takes application/search and task/fetch from nobody.
/// </summary>
sealed class Playground : IAsyncDisposable
{
    readonly ChildProcess process;
    readonly TemporaryFolder folder;
    readonly HttpClient http;

    public PlaygroundLog Log { get; }
    public Uri Address { get; }
    public string ServiceUrl => new Uri(Address, "_connector").ToString();
    public string Output => process.Output;

    Playground(ChildProcess process, TemporaryFolder folder, Uri address, PlaygroundLog log)
    {
        (this.process, this.folder, Address, Log) = (process, folder, address, log);
        http = new HttpClient { BaseAddress = address };
    }

    /// <param name="messages">The bot's endpoint.</param>
    /// <param name="port">Chosen by the caller, because the bot has to be told this host before it starts.</param>
    public static async Task<Playground> StartAsync(Uri messages, int port)
    {
        var package = Needs.Package("@microsoft/m365agentsplayground");
        var folder = new TemporaryFolder();
        folder.Write(".m365agentsplayground.yml", PlaygroundPeople.Yaml());
        var address = Loopback.At(port);
        var process = ChildProcess.Start(Needs.Node(),
            [Path.Combine(package, "cli.js"), "start", "-e", messages.ToString(), "-c", "msteams",
             "-p", $"{port}", "--service-url", new Uri(address, "_connector").ToString(), "--disable-telemetry"],
            folder.Path);
        try
        {
            await process.UntilReadyAsync(async client =>
                await client.GetStringAsync(new Uri(address, "_debug/ping")) == "pong");
            return new Playground(process, folder, address, await PlaygroundLog.FollowAsync(address));
        }
        catch (Exception failure)
        {
            var said = folder.Read("devTools/m365agentsplayground.log");
            await process.DisposeAsync();
            folder.Dispose();
            throw new InvalidOperationException($"The Playground did not start: {failure.Message}\n{said}", failure);
        }
    }

    /// <summary>Installs the bot, and returns when it has answered both installationUpdate and conversationUpdate.</summary>
    public async Task InstallAsync(string conversation = PlaygroundPeople.PersonalChat)
    {
        var before = Welcomes(conversation);
        await PostAsync($"_debug/conversation/{conversation}/installation", []);
        await Eventually.SeeAsync(
            () => Welcomes(conversation) >= before + 2 ? conversation : null, $"the answers to the installation in {conversation}");
    }

    int Welcomes(string conversation) =>
        Log.Exchanges.Count(e => e.Kind is "installationUpdate" or "conversationUpdate" && e.Conversation == conversation);

    /// <summary>
    /// What somebody types. Only a personal chat, or a message that mentions the bot, reaches it. Whoever is named,
    /// the activity says that the current user wrote it.
    /// </summary>
    /// <returns>The message's id.</returns>
    public async Task<string> SayAsync(
        string words, string conversation = PlaygroundPeople.PersonalChat, bool mentioningTheBot = false)
    {
        const string At = $"<at>{PlaygroundPeople.BotName}</at>";
        var body = new JsonObject
        {
            ["type"] = "text",
            ["text"] = mentioningTheBot ? $"{At} {words}" : words,
            ["textFormat"] = "plain",
            ["from"] = new JsonObject { ["id"] = PlaygroundPeople.Ada.Id },
        };
        if (mentioningTheBot)
            body["mentions"] = new JsonArray(new JsonObject { ["mentioned"] = Bot(), ["text"] = At });
        var answer = await PostAsync($"_conversation/v1/conversations/{conversation}/messages", body);
        return (string)answer!["messageId"]!;
    }

    /// <summary>Action.Submit on a card the bot sent.</summary>
    public Task SubmitAsync(string card, JsonObject value, string conversation = PlaygroundPeople.PersonalChat) =>
        PostAsync("_conversation/v1/submit", Act(conversation, card, PlaygroundPeople.Ada, value));

    /// <summary>An invoke; <paramref name="by"/> must be a member of the conversation.</summary>
    /// <returns>The bot's answer, as the Playground passes it on.</returns>
    public Task<JsonNode?> InvokeAsync(
        string name, JsonObject value, string card, PlaygroundPerson? by = null,
        string conversation = PlaygroundPeople.PersonalChat)
    {
        var body = Act(conversation, card, by ?? PlaygroundPeople.Ada, value);
        body["name"] = name;
        return PostAsync("_conversation/v1/invoke", body);
    }

    /// <summary>Action.Execute on a card the bot sent.</summary>
    public Task<JsonNode?> ExecuteAsync(
        string card, string verb, JsonObject data, PlaygroundPerson? by = null,
        string conversation = PlaygroundPeople.PersonalChat) =>
        InvokeAsync("adaptiveCard/action", new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        }, card, by, conversation);

    /// <summary>Forwards an activity to the bot exactly as it stands.</summary>
    public Task ForwardAsync(JsonObject activity) => PostAsync("_internal/v1/customActivities", activity);

    public static JsonObject Bot() => new() { ["id"] = PlaygroundPeople.BotId, ["name"] = PlaygroundPeople.BotName };

    static JsonObject Act(string conversation, string card, PlaygroundPerson by, JsonObject value) => new()
    {
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["replyToId"] = card,
        ["value"] = value,
        ["from"] = new JsonObject { ["id"] = by.Id },
    };

    async Task<JsonNode?> PostAsync(string path, JsonObject body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"The Playground answered {path} with {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Log.DisposeAsync();
        await process.DisposeAsync();
        folder.Dispose();
    }
}
