using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>
/// The built bot as its own process, in Development, on SQLite in a folder of its own. A channel is on only when it is asked
/// for with <see cref="WithTeams"/> or <see cref="WithSlack"/>.
/// </summary>
sealed class BotUnderTest : IAsyncDisposable
{
#if DEBUG
    const string Configuration = "Debug";
#else
    const string Configuration = "Release";
#endif

    readonly TemporaryFolder data = new();
    readonly Dictionary<string, string> settings = [];
    ChildProcess? process;

    public Uri Address { get; } = Loopback.At(Loopback.FreePort());
    public Uri Messages => new(Address, "api/messages");
    public HttpClient Http { get; }
    public string Output => process?.Output ?? "";
    public string DataFolder => data.Path;

    public BotUnderTest()
    {
        Http = new HttpClient { BaseAddress = Address };
        With("ASPNETCORE_ENVIRONMENT", "Development");
        With("Urls", Address.ToString().TrimEnd('/'));
        With("Database__Provider", "Sqlite");
        With("ConnectionStrings__ServiceCulture", $"Data Source={Path.Combine(data.Path, "service-culture.db")}");
        With("ConnectionStrings__Keys", $"Data Source={Path.Combine(data.Path, "keys.db")}");
        With("Privacy__MasterKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    public BotUnderTest With(string setting, string value)
    {
        settings[setting] = value;
        return this;
    }

    /// <summary>Teams, without tokens, from the Playground that will listen on this port.</summary>
    public BotUnderTest WithTeams(int playgroundPort) => this
        .With("BotFramework__DangerouslyAllowUnauthenticated", "true")
        .With("BotFramework__TenantId", PlaygroundPeople.Tenant)
        .With("BotFramework__ServiceHosts__0", $"127.0.0.1:{playgroundPort}");

    public BotUnderTest WithSlack(SlackEmulator slack) => this
        .With("Slack__SigningSecret", SlackEmulator.SigningSecret)
        .With("Slack__BotToken", SlackEmulator.BotToken)
        .With("Slack__ApiUrl", slack.ApiUrl.ToString());

    public async Task<BotUnderTest> StartAsync()
    {
        var program = Path.Combine(Places.Repository, "bot", "App", "bin", Configuration, "net10.0", "ServiceCulture.Bot.dll");
        if (!File.Exists(program)) throw new FileNotFoundException("The bot is not built.", program);
        process = ChildProcess.Start("dotnet", [program], data.Path, settings);
        await process.UntilReadyAsync(async client =>
        {
            using var answer = await client.GetAsync(new Uri(Address, "healthz/ready"));
            return answer.IsSuccessStatusCode;
        });
        return this;
    }

    /// <summary>Ends the process without a word, as a crash would, and starts it again on the same data.</summary>
    public async Task CrashAndStartAgainAsync()
    {
        await process!.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Posts as Slack does: form or JSON, signed now over the raw body.</summary>
    public async Task<(int Status, string Body)> PostSlackAsync(string body, string contentType = "application/x-www-form-urlencoded")
    {
        // The bot is a process of its own with the machine's clock, and refuses what is signed five minutes off it.
        var stamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(SlackEmulator.SigningSecret), Encoding.UTF8.GetBytes($"v0:{stamp}:{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "slack/events");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.Add("X-Slack-Request-Timestamp", stamp);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(mac));
        using var answer = await Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A typed slash command, with a trigger the emulator will take.</summary>
    public async Task<(int Status, string Body)> SlashAsync(
        SlackEmulator slack, string user, string channel, string command, string words) =>
        await PostSlackAsync(Form(
            ("command", command), ("text", words), ("user_id", user), ("channel_id", channel),
            ("team_id", SlackEmulator.Team), ("api_app_id", SlackEmulator.AppId),
            ("trigger_id", await slack.TriggerAsync(user)),
            ("response_url", slack.ResponseUrl("command").ToString())));

    /// <summary>An interaction (block_actions, view_submission, shortcuts, block_suggestion): a form with one field.</summary>
    public Task<(int Status, string Body)> InteractAsync(string payload) => PostSlackAsync(Form(("payload", payload)));

    static string Form(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (process is not null) await process.DisposeAsync();
        data.Dispose();
    }
}
