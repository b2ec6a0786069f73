using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>
/// A stateful Slack Web API that somebody else wrote, with an invented workspace. The bot calls <see cref="ApiUrl"/>, where
/// each call is recorded on its way. It sends no events, commands or interactions: the test signs and posts those itself.
/// </summary>
sealed class SlackEmulator : IAsyncDisposable
{
    public const string BotToken = "xoxb-peer-0001";
    public const string SigningSecret = "peer-signing-secret-0001";
    public const string BotUser = "U0CULTURE";
    public const string AppId = "A0CULTURE";
    /// <summary>The emulator's only workspace.</summary>
    public const string Team = "T000000001";

    /// <summary>Where answers to a response_url go: Slack has a host of its own for them, the emulator has none.</summary>
    const string Responses = "/responses";

    /// <summary>The test's own eyes: the same bot user, with every scope.</summary>
    const string ReadingToken = "xoxb-peer-reader";

    static string Seed() => $$"""
        slack:
          team: { name: Example Floor, domain: example-floor }
          users:
            - { name: ada, real_name: Ada Probe, email: ada.probe@example.test, profile: { tz: Europe/Berlin } }
            - { name: bela, real_name: Bela Sample, email: bela.sample@example.test }
            - { name: cleo, real_name: Cleo Fixture, email: cleo.fixture@example.test }
            - { name: hana, real_name: Hana Onlyslack, email: hana.onlyslack@example.test }
          channels:
            - { name: floor, topic: Everybody }
            - { name: kudos, topic: Thanks }
          oauth_apps:
            - { app_id: {{AppId}}, client_id: "1.2", client_secret: peer-client-secret, name: Service Culture,
                redirect_uris: ["http://127.0.0.1/slack/oauth_redirect"],
                bot_id: B0CULTURE, bot_user_id: {{BotUser}}, bot_name: service-culture, scopes: [chat:write] }
          tokens:
            - { token: {{BotToken}}, user_id: {{BotUser}}, type: bot, app_id: {{AppId}}, bot_id: B0CULTURE, bot_user_id: {{BotUser}},
                scopes: [{{string.Join(", ", ManifestScopes().Select(scope => $"\"{scope}\""))}}] }
            - { token: {{ReadingToken}}, user_id: {{BotUser}}, type: bot, app_id: {{AppId}}, bot_id: B0CULTURE, bot_user_id: {{BotUser}} }
          signing_secret: {{SigningSecret}}
          strict_scopes: true

        """;

    /// <summary>The bot gets what the manifest asks for and no more: a missing scope is refused as on Slack.</summary>
    static IEnumerable<string> ManifestScopes() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Places.Repository, "manifests", "slack", "manifest.json")))!
            ["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(scope => (string)scope!);

    readonly ChildProcess process;
    readonly TemporaryFolder folder;
    readonly RecordingProxy proxy;
    readonly HttpClient http;

    /// <summary>What the bot is told as Slack:ApiUrl.</summary>
    public Uri ApiUrl => new(proxy.Address, "api/");

    /// <summary>A response_url for one request, on the same server: what is posted there is recorded and reaches nobody.</summary>
    public Uri ResponseUrl(string of) => new(proxy.Address, $"{Responses}/{of}");

    /// <summary>What came through <see cref="ApiUrl"/>, oldest first; ephemeral messages and views are seen only here.</summary>
    public IReadOnlyList<RecordedCall> Calls => proxy.Calls;

    public string Output => process.Output;

    SlackEmulator(ChildProcess process, TemporaryFolder folder, RecordingProxy proxy, Uri behind)
    {
        (this.process, this.folder, this.proxy) = (process, folder, proxy);
        http = new HttpClient { BaseAddress = new Uri(behind, "api/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ReadingToken);
    }

    public static async Task<SlackEmulator> StartAsync()
    {
        var package = Needs.Package("emulate");
        var folder = new TemporaryFolder();
        var seed = folder.Write("seed.yaml", Seed());
        var behind = Loopback.At(Loopback.FreePort());
        var process = ChildProcess.Start(Needs.Node(),
            [Path.Combine(package, "dist", "index.js"), "start", "--service", "slack", "--seed", seed, "--port", $"{behind.Port}"],
            folder.Path);
        try
        {
            await process.UntilReadyAsync(async client =>
            {
                using var answer = await client.GetAsync(behind);
                return answer.IsSuccessStatusCode;
            });
            return new SlackEmulator(process, folder, await RecordingProxy.StartAsync(behind, Responses), behind);
        }
        catch
        {
            await process.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Asks the emulator directly, past the record.</summary>
    public async Task<JsonNode> AskAsync(string method, params (string Name, string Value)[] arguments)
    {
        using var form = new FormUrlEncodedContent(arguments.Select(a => KeyValuePair.Create(a.Name, a.Value)));
        using var answer = await http.PostAsync(method, form);
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return (bool)json["ok"]! ? json
            : throw new InvalidOperationException($"{method} was refused: {json.ToJsonString()}");
    }

    /// <summary>The id of a person by the name in the seed (ada, bela, cleo, hana). Ids are new at each start.</summary>
    public async Task<string> UserAsync(string name) =>
        (await AskAsync("users.list"))["members"]!.AsArray()
        .Where(u => (string?)u!["name"] == name).Select(u => (string)u!["id"]!).Single();

    /// <summary>The id of a channel (floor, kudos, general, random).</summary>
    public async Task<string> ChannelAsync(string name) =>
        (await AskAsync("conversations.list"))["channels"]!.AsArray()
        .Where(c => (string?)c!["name"] == name).Select(c => (string)c!["id"]!).Single();

    /// <summary>The bot's direct messages with one person.</summary>
    public async Task<string> DirectAsync(string user) =>
        (string)(await AskAsync("conversations.open", ("users", user)))["channel"]!["id"]!;

    /// <summary>The messages that stand in a channel now, newest first, with their blocks.</summary>
    public async Task<IReadOnlyList<JsonNode>> MessagesAsync(string channel) =>
        [.. (await AskAsync("conversations.history", ("channel", channel)))["messages"]!.AsArray().Select(m => m!)];

    public Task<JsonNode> SeeMessageAsync(string channel, Func<JsonNode, bool> which, string what) =>
        Eventually.SeeAsync(async () => (await MessagesAsync(channel)).FirstOrDefault(which), what);

    /// <summary>A trigger for views.open: good once, for three seconds, as on Slack.</summary>
    public async Task<string> TriggerAsync(string user) =>
        (string)(await AskAsync("views.generateTriggerId", ("user_id", user)))["trigger_id"]!;

    /// <summary>A call the bot makes, now or already.</summary>
    public Task<RecordedCall> SeeCallAsync(string method, Func<RecordedCall, bool>? which = null) =>
        Eventually.SeeAsync(
            () => Calls.FirstOrDefault(c => c.Path == "/api/" + method && (which?.Invoke(c) ?? true)),
            $"a call of {method}; calls so far: {string.Join(", ", Calls.Select(c => c.Path))}");

    /// <summary>What the bot posts to a response_url, now or already.</summary>
    public Task<RecordedCall> SeeResponseAsync(Uri responseUrl) =>
        Eventually.SeeAsync(() => Calls.FirstOrDefault(c => c.Path == responseUrl.AbsolutePath), $"an answer at {responseUrl.AbsolutePath}");

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await proxy.DisposeAsync();
        await process.DisposeAsync();
        folder.Dispose();
    }
}
