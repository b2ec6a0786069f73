using System.Collections.Concurrent;
using System.Text.Json;

namespace ServiceCulture.Bench.Sink;

/// <summary>How many calls arrived, by method.</summary>
sealed class Received
{
    readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);
    long _messages;

    public void Add(string method) => _counts.AddOrUpdate(method, 1, static (_, count) => count + 1);

    /// <summary>Slack's message time stamps are its message ids: unique within a channel, never used twice here.</summary>
    public string NextMessageId()
    {
        var id = Interlocked.Increment(ref _messages);
        return $"{1_700_000_000 + id / 1_000_000}.{id % 1_000_000:D6}";
    }

    public Task Reset()
    {
        _counts.Clear();
        return Task.CompletedTask;
    }

    public async Task Write(HttpResponse response)
    {
        response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        foreach (var (method, count) in _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteNumber(method, count);
        json.WriteEndObject();
    }
}
