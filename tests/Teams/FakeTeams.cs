using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServiceCulture.Tests.BotFramework;

namespace ServiceCulture.Tests.Teams;

/// <summary>A request that the bot made of the Connector.</summary>
sealed record Call(string Method, string Path, JsonObject? Body)
{
    /// <summary>The card in it.</summary>
    public JsonObject Card => Body!["attachments"]![0]!["content"]!.AsObject();
}

/// <summary>Plays the Connector, its keys and its token endpoint on a loopback port. Every call must carry the bot's token.</summary>
sealed class FakeTeams : IAsyncDisposable
{
    const string BotToken = "the-bots-own-token";

    readonly WebApplication _app;
    readonly ConcurrentQueue<Call> _calls = [];
    int _sent;

    FakeTeams(ConnectorMint mint)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/openidconfiguration", () => Results.Text(ConnectorMint.Metadata.Replace("https://login.botframework.com/v1/.well-known/keys", $"{Root}/keys", StringComparison.Ordinal), "application/json"));
        _app.MapGet("/keys", () => Results.Text(new JsonObject { ["keys"] = new JsonArray([.. mint.Keys.Select(key => key.DeepClone())]) }.ToJsonString(), "application/json"));
        _app.MapPost("/token", () => Results.Text($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"{{BotToken}}"}""", "application/json"));
        _app.Map("/connector/{**path}", Connector);
    }

    public string Root => _app.Urls.First();

    public string Host => new Uri(Root).Authority;

    public string ServiceUrl => $"{Root}/connector";

    /// <summary>Without the service url, in the order of arrival.</summary>
    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>Who is in which conversation.</summary>
    public ConcurrentDictionary<string, JsonArray> Members { get; } = [];

    /// <summary>Answers in the place of the Connector; null leaves it to answer.</summary>
    public Func<Call, IResult?> Otherwise { get; set; } = _ => null;

    /// <summary>The address that wants the token only in development.</summary>
    public bool Anonymous { get; set; }

    public static async Task<FakeTeams> Start(ConnectorMint mint)
    {
        var fake = new FakeTeams(mint);
        await fake._app.StartAsync();
        return fake;
    }

    public void Forget() => _calls.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task<IResult> Connector(HttpRequest request, string path)
    {
        if (!Anonymous && request.Headers.Authorization != $"Bearer {BotToken}")
            return Results.Unauthorized();
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var call = new Call(request.Method, Uri.UnescapeDataString(path), body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject());
        _calls.Enqueue(call);
        return Otherwise(call) ?? Answer(call);
    }

    IResult Answer(Call call) => (call.Method, call.Path.Split('/')) switch
    {
        ("POST", ["v3", "conversations"]) => Json(new JsonObject { ["id"] = $"a:{call.Body!["members"]![0]!["id"]}" }),
        ("POST", ["v3", "conversations", _, "activities"]) => Json(new JsonObject { ["id"] = $"sent-{Interlocked.Increment(ref _sent)}" }, StatusCodes.Status201Created),
        ("PUT", ["v3", "conversations", _, "activities", var id]) => Json(new JsonObject { ["id"] = id }),
        ("GET", ["v3", "conversations", var id, "pagedmembers"]) => Json(new JsonObject { ["members"] = Members.TryGetValue(id, out var members) ? members.DeepClone() : new JsonArray() }),
        _ => Results.NotFound(),
    };

    static IResult Json(JsonObject json, int status = StatusCodes.Status200OK) => Results.Text(json.ToJsonString(), "application/json", statusCode: status);
}
