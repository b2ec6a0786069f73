using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>One request that passed between the Playground and the bot, and its answer.</summary>
sealed record PlaygroundExchange(JsonNode Entry)
{
    public bool FromBot => (string?)Entry["from"] == "User Application";
    public string Kind => (string?)Entry["activityName"] ?? "";
    public string Conversation => (string?)Entry["conversationId"] ?? "";
    /// <summary>The id of the message, as the Connector gave it.</summary>
    public string MessageId => (string?)Entry["messageId"] ?? "";
    public JsonNode? Request => Entry["request"]?["body"];
    public JsonNode? Answer => Entry["response"]?["body"];
    public JsonNode? Card => Request?["attachments"]?[0]?["content"];
    public override string ToString() => Entry.ToJsonString();
}

/// <summary>The Playground's log stream, read from its WebSocket while the test runs.</summary>
sealed class PlaygroundLog : IAsyncDisposable
{
    readonly ClientWebSocket socket = new();
    readonly CancellationTokenSource stopping = new();
    readonly ConcurrentQueue<PlaygroundExchange> exchanges = new();
    Task reading = Task.CompletedTask;

    public IReadOnlyList<PlaygroundExchange> Exchanges => [.. exchanges];

    /// <summary>What the bot sent by itself, oldest first. The answer to an invoke is in the invoke's own exchange.</summary>
    public IReadOnlyList<PlaygroundExchange> FromBot => [.. exchanges.Where(e => e.FromBot)];

    public static async Task<PlaygroundLog> FollowAsync(Uri playground)
    {
        var log = new PlaygroundLog();
        await log.socket.ConnectAsync(
            new UriBuilder(playground) { Scheme = "ws", Path = "/_ws/log/stream" }.Uri, CancellationToken.None);
        log.reading = log.ReadAsync();
        return log;
    }

    /// <summary>Waits for something the bot sends, now or already.</summary>
    public Task<PlaygroundExchange> BotSendsAsync(Func<PlaygroundExchange, bool> which, string what) =>
        SeesAsync(e => e.FromBot && which(e), what);

    public async Task<PlaygroundExchange> SeesAsync(Func<PlaygroundExchange, bool> which, string what)
    {
        try
        {
            return await Eventually.SeeAsync(() => exchanges.FirstOrDefault(which), what);
        }
        catch (TimeoutException never)
        {
            throw new TimeoutException($"{never.Message} Seen instead:\n{string.Join('\n', exchanges)}");
        }
    }

    async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        while (!stopping.IsCancellationRequested)
        {
            using var message = new MemoryStream();
            WebSocketReceiveResult part;
            do
            {
                try
                {
                    part = await socket.ReceiveAsync(buffer, stopping.Token);
                }
                catch (Exception over) when (over is OperationCanceledException or WebSocketException)
                {
                    return;
                }
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close) return;
            message.Position = 0;
            Keep(JsonNode.Parse(message)!);
        }
    }

    void Keep(JsonNode frame)
    {
        if (frame["log"] is { } entry && entry["activityName"] is not null) exchanges.Enqueue(new(entry));
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await reading;
        socket.Dispose();
        stopping.Dispose();
    }
}
