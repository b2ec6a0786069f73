using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>A call that passed through, and what the server answered.</summary>
sealed record RecordedCall(string Method, string Path, string? Token, string ContentType, string Body, int Status, string Answer)
{
    /// <summary>The arguments, whether they came as JSON or as a form (whose fields may hold JSON).</summary>
    public JsonObject Arguments => ContentType.StartsWith("application/json", StringComparison.Ordinal)
        ? JsonNode.Parse(Body)!.AsObject()
        : new(Body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Field));

    public JsonNode? Json => JsonNode.Parse(Answer);

    static KeyValuePair<string, JsonNode?> Field(string pair)
    {
        var parts = pair.Split('=', 2);
        var value = WebUtility.UrlDecode(parts.ElementAtOrDefault(1) ?? "");
        var node = value is ['{' or '[', ..] ? JsonNode.Parse(value) : JsonValue.Create(value);
        return new(WebUtility.UrlDecode(parts[0]), node);
    }
}

/// <summary>Stands before another local server and remembers every call, because that server shows only some of its state.</summary>
sealed class RecordingProxy : IAsyncDisposable
{
    readonly WebApplication app;
    readonly HttpClient http;
    readonly ConcurrentQueue<RecordedCall> calls = new();
    readonly string? answeredHere;

    public Uri Address { get; }
    public IReadOnlyList<RecordedCall> Calls => [.. calls];

    RecordingProxy(WebApplication app, Uri address, Uri target, string? answeredHere)
    {
        (this.app, Address, this.answeredHere) = (app, address, answeredHere);
        http = new HttpClient { BaseAddress = target };
    }

    /// <param name="target">The server behind.</param>
    /// <param name="answeredHere">Paths that begin so are not known there: they are recorded, and answered here with a plain yes.</param>
    public static async Task<RecordingProxy> StartAsync(Uri target, string? answeredHere = null)
    {
        var address = Loopback.At(Loopback.FreePort());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var proxy = new RecordingProxy(builder.Build(), address, target, answeredHere);
        proxy.app.Run(proxy.PassAsync);
        await proxy.app.StartAsync();
        return proxy;
    }

    async Task PassAsync(HttpContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var token = request.Headers.Authorization.ToString();
        var (status, type, text) = answeredHere is not null && request.Path.StartsWithSegments(answeredHere)
            ? (200, "application/json", """{"ok":true}""")
            : await AskAsync(request, body, token);
        calls.Enqueue(new(request.Method, request.Path, token.Length > 0 ? token : null, request.ContentType ?? "", body, status, text));
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(text);
    }

    async Task<(int Status, string? Type, string Text)> AskAsync(HttpRequest request, string body, string token)
    {
        using var onward = new HttpRequestMessage(new(request.Method), $"{request.Path}{request.QueryString}".TrimStart('/'));
        if (body.Length > 0)
        {
            onward.Content = new StringContent(body);
            onward.Content.Headers.Remove("Content-Type");
            onward.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }
        if (token.Length > 0) onward.Headers.TryAddWithoutValidation("Authorization", token);
        using var answer = await http.SendAsync(onward);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }
}
