using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>
/// A Slack workspace behind the client: looks at token, content type and blocks of each call, refuses what Slack would
/// refuse, and remembers messages, views and answers.
/// </summary>
sealed class FakeSlack : HttpMessageHandler
{
    public const string Token = "xoxb-endpoint-test", Bot = "U0BOT", Team = "T01TEST";

    readonly Lock _lock = new();
    readonly ConcurrentDictionary<string, string> _broken = [];
    readonly HashSet<string> _usedTriggers = [];
    readonly Dictionary<string, int> _responses = [];
    readonly Dictionary<(string Channel, string Ts), JsonObject> _messages = [];
    int _count;

    /// <summary>What came, in its order: the method's name (or response_url) and the body.</summary>
    public List<Call> Calls { get; } = [];

    /// <summary>Calls that Slack would have refused for their form; always a mistake of ours.</summary>
    public List<string> Faults { get; } = [];

    public List<JsonObject> Users { get; } = [];

    /// <summary>Where the bot may post.</summary>
    public HashSet<string> Channels { get; } = ["C01GEN"];

    /// <summary>Where it may post, but not whisper.</summary>
    public HashSet<string> NotIn { get; } = [];

    public HashSet<string> ExpiredTriggers { get; } = [];

    /// <summary>Awaited before each answer.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyDictionary<(string Channel, string Ts), JsonObject> Messages => _messages;

    /// <summary>Answers this method with an error from now on; null: as always.</summary>
    public void Break(string method, string? code)
    {
        if (code is null)
            _broken.TryRemove(method, out _);
        else
            _broken[method] = code;
    }

    public List<Call> Of(string method)
    {
        lock (_lock)
            return [.. Calls.Where(call => call.Method == method)];
    }

    /// <summary>What stands in a channel, from top to bottom.</summary>
    public List<JsonObject> In(string channel) => [.. _messages.Where(pair => pair.Key.Channel == channel).OrderBy(pair => pair.Key.Ts, StringComparer.Ordinal).Select(pair => pair.Value)];

    public static string Direct(string user) => "D" + user[1..];

    public JsonObject AddUser(string id, string name, string? email = null)
    {
        var user = new JsonObject
        {
            ["id"] = id,
            ["team_id"] = Team,
            ["name"] = name.ToLowerInvariant().Split(' ')[0],
            ["deleted"] = false,
            ["tz"] = "Europe/Berlin",
            ["is_bot"] = id == Bot,
            ["is_email_confirmed"] = true,
            ["profile"] = new JsonObject { ["real_name"] = name, ["display_name"] = "", ["email"] = email ?? $"{id.ToLowerInvariant()}@people.example" },
        };
        Users.Add(user);
        return user;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var isHook = request.RequestUri!.Host == "hooks.slack.com";
        var method = isHook ? "response_url" : request.RequestUri.AbsolutePath["/api/".Length..];
        await Before(method);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return Answer(request, method, body, isHook);
    }

    HttpResponseMessage Answer(HttpRequestMessage request, string method, string body, bool isHook)
    {
        var type = request.Content?.Headers.ContentType?.MediaType;
        var fields = type == "application/json" ? JsonNode.Parse(body)!.AsObject() : Form(body);
        Calls.Add(new Call(method, fields));
        if (isHook)
            return Hook(request.RequestUri!.AbsoluteUri, request.Headers.Authorization is null, fields);
        if (request.Headers.Authorization?.ToString() != $"Bearer {Token}")
            return Refused("invalid_auth");
        return _broken.TryGetValue(method, out var code) ? Refused(code) : Method(method, fields, type == "application/json");
    }

    HttpResponseMessage Method(string method, JsonObject fields, bool isJson) => method switch
    {
        "auth.test" => Ok(new JsonObject { ["team_id"] = Team, ["team"] = "Test workspace", ["user_id"] = Bot, ["bot_id"] = "B0BOT", ["url"] = "https://test-workspace.slack.com/" }),
        "users.list" when !isJson => Ok(Page(fields)),
        "conversations.open" when isJson => Ok(new JsonObject { ["channel"] = new JsonObject { ["id"] = Direct((string)fields["users"]!) } }),
        "chat.postMessage" when isJson => Post(fields),
        "chat.update" when isJson => Update(fields),
        "chat.postEphemeral" when isJson => Ephemeral(fields),
        "views.open" when isJson => View(fields),
        _ => Fault($"{method} as {(isJson ? "JSON" : "a form")}", "invalid_form_data"),
    };

    JsonObject Page(JsonObject fields)
    {
        var (from, size) = (int.Parse((string?)fields["cursor"] ?? "0", null), int.Parse((string)fields["limit"]!, null));
        var next = from + size < Users.Count ? (from + size).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
        return new JsonObject { ["members"] = new JsonArray([.. Users.Skip(from).Take(size).Select(user => user.DeepClone())]), ["response_metadata"] = new JsonObject { ["next_cursor"] = next } };
    }

    HttpResponseMessage Post(JsonObject fields)
    {
        var channel = (string)fields["channel"]!;
        if (!channel.StartsWith('D') && !Channels.Contains(channel))
            return Refused("not_in_channel");
        if (Wrong(fields) is { } fault)
            return Fault(fault, "invalid_blocks");
        var ts = $"{1795309500 + ++_count}.000100";
        _messages[(channel, ts)] = fields;
        return Ok(new JsonObject { ["channel"] = channel, ["ts"] = ts });
    }

    HttpResponseMessage Update(JsonObject fields)
    {
        var at = ((string)fields["channel"]!, (string)fields["ts"]!);
        if (!_messages.ContainsKey(at))
            return Refused("message_not_found");
        if (Wrong(fields) is { } fault)
            return Fault(fault, "invalid_blocks");
        _messages[at] = fields;
        return Ok(new JsonObject { ["channel"] = at.Item1, ["ts"] = at.Item2 });
    }

    HttpResponseMessage Ephemeral(JsonObject fields)
    {
        var channel = (string)fields["channel"]!;
        if (!Channels.Contains(channel) || NotIn.Contains(channel))
            return Refused("not_in_channel");
        return Wrong(fields) is { } fault ? Fault(fault, "invalid_blocks") : Ok(new JsonObject { ["message_ts"] = "1795309500.000200" });
    }

    HttpResponseMessage View(JsonObject fields)
    {
        var trigger = (string)fields["trigger_id"]!;
        if (ExpiredTriggers.Contains(trigger))
            return Refused("expired_trigger_id");
        if (!_usedTriggers.Add(trigger))
            return Refused("exchanged_trigger_id");
        var faults = SlackBlocks.FaultsOfView(Element(fields["view"]!));
        return faults.Count > 0 ? Fault(string.Join("; ", faults), "invalid_arguments") : Ok(new JsonObject { ["view"] = new JsonObject { ["id"] = $"V{++_count}", ["hash"] = $"{_count}.abc" } });
    }

    HttpResponseMessage Hook(string url, bool isBare, JsonObject fields)
    {
        if (!isBare)
            return Fault("the token went to a response_url", "invalid_auth");
        if (Wrong(fields) is { } fault)
            return Fault(fault, "invalid_blocks");
        return (_responses[url] = _responses.GetValueOrDefault(url) + 1) > 5
            ? new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("""{"ok":false,"error":"used_url"}""") }
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("ok") };
    }

    static string? Wrong(JsonObject message)
    {
        if (string.IsNullOrWhiteSpace((string?)message["text"]))
            return "a message without text";
        var faults = SlackBlocks.FaultsOfMessage(Element(message["blocks"]!));
        return faults.Count > 0 ? string.Join("; ", faults) : message.ToJsonString().Length > 40_000 ? "a message that is too long" : null;
    }

    static JsonElement Element(JsonNode node) => JsonDocument.Parse(node.ToJsonString()).RootElement;

    static JsonObject Form(string body)
    {
        var fields = HttpUtility.ParseQueryString(body);
        return new JsonObject(fields.AllKeys.Select(key => KeyValuePair.Create(key!, (JsonNode?)fields[key])));
    }

    HttpResponseMessage Fault(string fault, string code)
    {
        Faults.Add(fault);
        return Refused(code);
    }

    static HttpResponseMessage Ok(JsonObject answer)
    {
        answer["ok"] = true;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json") };
    }

    static HttpResponseMessage Refused(string code) => new(HttpStatusCode.OK) { Content = new StringContent($$"""{"ok":false,"error":"{{code}}"}""", Encoding.UTF8, "application/json") };

    public sealed record Call(string Method, JsonObject Body);
}
