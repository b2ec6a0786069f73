using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceCulture.Bot.Channels.Slack;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Slack;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>The bot in a Slack workspace of four people, and what they do there: each act is a signed request in the shape that real ones were recorded in.</summary>
sealed class SlackDesk : IAsyncDisposable
{
    public const string Alice = "U01ALICE", Ben = "U02BEN", Chloe = "U03CHLOE", General = "C01GEN";
    public const string Deed = "stayed with a furious caller until the double charge was solved";

    int _count;

    SlackDesk(BotHost host, FakeSlack slack) => (Host, Slack) = (host, slack);

    public BotHost Host { get; }

    public FakeSlack Slack { get; }

    public static async Task<SlackDesk> Open(string environment = "Testing")
    {
        var slack = new FakeSlack();
        var host = await BotHost.Open(
            new Dictionary<string, string> { ["Slack:SigningSecret"] = SlackSigned.Secret, ["Slack:BotToken"] = FakeSlack.Token },
            services => services.Replace(ServiceDescriptor.Singleton(new SlackClient(new HttpClient(slack), new Uri("https://slack.com/api/")))),
            environment);
        var desk = new SlackDesk(host, slack);
        await ActivatorUtilities.CreateInstance<ConnectingSlack>(host.Services).Connect(default);
        slack.AddUser(Alice, "Alice Arden");
        slack.AddUser(Ben, "Ben Brook");
        slack.AddUser(Chloe, "Chloé Durand");
        slack.AddUser(FakeSlack.Bot, "Service Culture");
        await desk.ReadRoster();
        slack.Calls.Clear();
        return desk;
    }

    public async Task ReadRoster()
    {
        var installation = await Host.Read(db => db.Installations.SingleAsync(i => i.Channel == Channel.Slack));
        await Host.Store.Do(async db =>
        {
            await Roster.ReadSoon(db, installation.Id, "", Host.Clock.Now.UtcDateTime, default);
            return await db.SaveChangesAsync();
        }, default);
        await ReadDue();
    }

    /// <summary>Reads the lists of people that are due.</summary>
    public async Task ReadDue()
    {
        var roster = ActivatorUtilities.CreateInstance<Roster>(Host.Services);
        while (await roster.ReadDue(default))
        {
        }
        Host.Services.GetRequiredService<Register>().Forget();
    }

    public Task<Guid> Member(string user) => Host.Read(db => db.Accounts.Where(a => a.ExternalId == user).Select(a => a.MemberId).SingleAsync());

    /// <summary>A slash command. Its trigger and response_url bear the number of the act.</summary>
    public Task<Said> Command(string user, string text, string command = "/kudos", string channel = General, string channelName = "general", string team = FakeSlack.Team) => Form(
        ("token", "verification-token"), ("team_id", team), ("team_domain", "test-workspace"), ("channel_id", channel), ("channel_name", channelName),
        ("user_id", user), ("user_name", user[3..].ToLowerInvariant()), ("command", command), ("text", text), ("api_app_id", "A01APP"), ("is_enterprise_install", "false"),
        ("response_url", Hook(++_count)), ("trigger_id", Trigger(_count)));

    /// <summary>The trigger that the next command or interaction will bear.</summary>
    public string NextTrigger => Trigger(_count + 1);

    public Task<Said> Event(string inner, string? id = null, string team = FakeSlack.Team, bool shared = false) => Json($$"""
        {"token":"verification-token","team_id":"{{team}}","api_app_id":"A01APP","event":{{inner}},"type":"event_callback","event_id":"{{id ?? $"Ev{++_count:D8}"}}","event_time":1795309485,
        "authorizations":[{"enterprise_id":null,"team_id":"{{team}}","user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":{{(shared ? "true" : "false")}}}
        """);

    public Task<Said> Direct(string user, string text, string? id = null) => Event(
        $$"""{"type":"message","channel":"{{FakeSlack.Direct(user)}}","user":"{{user}}","text":{{Quote(text)}},"ts":"1795309485.{{++_count:D6}}","channel_type":"im","team":"T01TEST"}""", id);

    public Task<Said> Mention(string user, string text, string team = FakeSlack.Team, bool shared = false) => Event(
        $$"""{"type":"app_mention","user":"{{user}}","text":{{Quote(text)}},"ts":"1795309485.{{++_count:D6}}","channel":"C01GEN","event_ts":"1795309485.000002","team":"{{team}}"}""", shared: shared);

    /// <summary>A button in a message or whisper.</summary>
    public Task<Said> Press(string user, JsonNode button, string channel = General, string? trigger = null, string userTeam = FakeSlack.Team) => Interaction(new JsonObject
    {
        ["type"] = "block_actions",
        ["user"] = User(user, userTeam),
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "1795309487.000006", ["channel_id"] = channel, ["is_ephemeral"] = true },
        ["trigger_id"] = trigger ?? Trigger(++_count),
        ["channel"] = new JsonObject { ["id"] = channel, ["name"] = channel[0] == 'D' ? "directmessage" : "general" },
        ["state"] = new JsonObject { ["values"] = new JsonObject() },
        ["response_url"] = Hook(++_count),
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = button["action_id"]!.DeepClone(), ["block_id"] = "act", ["value"] = button["value"]!.DeepClone(), ["action_ts"] = "1795309488.586" }),
    });

    /// <summary>The form that was opened, filled in. An array of values is what was picked, a string what was typed.</summary>
    public Task<Said> Submit(string user, JsonNode view, JsonObject filled, string id = "V900", string? ticket = null) => Interaction(new JsonObject
    {
        ["type"] = "view_submission",
        ["user"] = User(user, FakeSlack.Team),
        ["trigger_id"] = Trigger(++_count),
        ["view"] = new JsonObject
        {
            ["type"] = "modal",
            ["id"] = id,
            ["hash"] = $"1795309486.{_count}",
            ["callback_id"] = view["callback_id"]!.DeepClone(),
            ["private_metadata"] = ticket ?? view["private_metadata"]!.DeepClone(),
            ["team_id"] = FakeSlack.Team,
            ["state"] = new JsonObject { ["values"] = State(view, filled) },
        },
        ["response_urls"] = new JsonArray(),
    });

    public Task<Said> Shortcut(string user, string callback) => Interaction(new JsonObject { ["type"] = "shortcut", ["user"] = User(user, FakeSlack.Team), ["callback_id"] = callback, ["trigger_id"] = Trigger(++_count) });

    public Task<Said> MessageMenu(string user, string author, string text, string callback = "kudos.from-message") => Interaction(new JsonObject
    {
        ["type"] = "message_action",
        ["user"] = User(user, FakeSlack.Team),
        ["callback_id"] = callback,
        ["trigger_id"] = Trigger(++_count),
        ["response_url"] = Hook(_count),
        ["channel"] = new JsonObject { ["id"] = General, ["name"] = "general" },
        ["message"] = new JsonObject { ["type"] = "message", ["user"] = author, ["ts"] = "1795309400.000100", ["text"] = text },
    });

    public Task<Said> Suggest(string user, string typed, string team = FakeSlack.Team) => Interaction(new JsonObject
    {
        ["type"] = "block_suggestion",
        ["user"] = User(user, team),
        ["action_id"] = "people",
        ["block_id"] = "people",
        ["value"] = typed,
        ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V900" },
    }, team);

    public Task<Said> Interaction(JsonObject payload, string team = FakeSlack.Team)
    {
        payload["api_app_id"] = "A01APP";
        payload["token"] = "verification-token";
        payload["team"] = new JsonObject { ["id"] = team, ["domain"] = "test-workspace" };
        payload["is_enterprise_install"] = false;
        return Form(("payload", payload.ToJsonString()));
    }

    public Task<Said> Json(string body) => Post(Encoding.UTF8.GetBytes(body), SlackSigned.JsonType);

    public Task<Said> Form(params IEnumerable<(string Name, string Value)> fields) =>
        Post(Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))), SlackSigned.FormType);

    /// <summary>Signed by the clock, and waited for until also what comes after the answer is done.</summary>
    public async Task<Said> Post(byte[] body, string type)
    {
        var timestamp = Timestamp;
        var said = await Send(body, type, ("X-Slack-Request-Timestamp", timestamp), ("X-Slack-Signature", SlackSigned.Sign(timestamp, body)));
        await Host.Quiet();
        Assert.Empty(Slack.Faults);
        return said;
    }

    public string Timestamp => Host.Clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public async Task<Said> Send(byte[] body, string type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Host.Client.SendAsync(request);
        return new Said(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Rows of everything that a person's act could leave behind.</summary>
    public Task<int> Stored() => Host.Read(async db =>
        await db.Seen.CountAsync() + await db.Kudos.CountAsync() + await db.Messages.CountAsync() + await db.Members.CountAsync() + await db.Accounts.CountAsync() + await db.Drafts.CountAsync() + await db.Places.CountAsync());

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Slack.Dispose();
    }

    static JsonObject User(string user, string team) => new() { ["id"] = user, ["username"] = user[3..].ToLowerInvariant(), ["name"] = user[3..].ToLowerInvariant(), ["team_id"] = team };

    static JsonObject State(JsonNode view, JsonObject filled) => new(view["blocks"]!.AsArray().Where(block => (string)block!["type"]! == "input").Select(block =>
    {
        var (id, type) = ((string)block!["block_id"]!, (string)block["element"]!["type"]!);
        return KeyValuePair.Create(id, (JsonNode?)new JsonObject { [(string)block["element"]!["action_id"]!] = Value(type, filled[id] ?? Standing(block["element"]!)) });
    }));

    // What stood in the form when it opened is sent along when nobody touched it.
    static JsonNode? Standing(JsonNode element) => (element["initial_value"] ?? element["initial_date"] ?? element["initial_time"])?.DeepClone()
        ?? (element["initial_option"] is { } one ? new JsonArray(one["value"]!.DeepClone()) : null)
        ?? (element["initial_options"] is JsonArray many ? new JsonArray([.. many.Select(each => each!["value"]!.DeepClone())]) : (JsonNode?)null);

    static JsonObject Value(string type, JsonNode? value) => type switch
    {
        "plain_text_input" => new() { ["type"] = type, ["value"] = value?.DeepClone() },
        "timepicker" => new() { ["type"] = type, ["selected_time"] = value?.DeepClone() },
        "datepicker" => new() { ["type"] = type, ["selected_date"] = value?.DeepClone() },
        "radio_buttons" or "static_select" or "external_select" => new() { ["type"] = type, ["selected_option"] = value is JsonArray { Count: > 0 } one ? Option(one[0]!) : null },
        _ => new() { ["type"] = type, ["selected_options"] = new JsonArray([.. (value as JsonArray ?? []).Select(each => Option(each!))]) },
    };

    static JsonObject Option(JsonNode value) => new() { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "As shown" }, ["value"] = value.DeepClone() };

    static string Hook(int number) => $"https://hooks.slack.com/actions/T01TEST/{number}/x";

    static string Trigger(int number) => $"3094860051.{number}.e216b532e1eb4734bcf92a8b";

    static string Quote(string words) => JsonValue.Create(words).ToJsonString();
}

/// <summary>What the bot answered at once.</summary>
sealed record Said(HttpStatusCode Status, string Body)
{
    public JsonNode Json() => JsonNode.Parse(Body)!;

    public void IsEmpty() => Assert.Equal((HttpStatusCode.OK, ""), (Status, Body));
}
