using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ServiceCulture.Slack;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Slack;

/// <summary>Requests signed as Slack signs them, by code that shares nothing with the code under test.</summary>
static class SlackSigned
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string JsonType = "application/json";
    public const string FormType = "application/x-www-form-urlencoded";
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 1, 4, 45, TimeSpan.Zero);
    public static readonly string Timestamp = Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static RequestSignature Verifier(string secret = Secret) => new(secret, new FixedClock(Now));

    public static string Sign(string timestamp, ReadOnlySpan<byte> body, string secret = Secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{timestamp}:"), .. body];
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    public static SlackRequest Parse(byte[] body, string? contentType)
    {
        var verified = Verifier().Verify([Timestamp], [Sign(Timestamp, body)], contentType, body, out var why);
        Assert.Equal(SignatureRefusal.None, why);
        return SlackRequest.Parse(verified!);
    }

    public static SlackRequest Json(string body) => Parse(Encoding.UTF8.GetBytes(body), JsonType);

    public static SlackRequest Form(string body) => Parse(Encoding.UTF8.GetBytes(body), FormType);

    public static SlackRequest Payload(string json) => Form("payload=" + Uri.EscapeDataString(json));

    public static SlackEvent Event(string json) => Assert.IsType<SlackRequest.EventCallback>(Json(
        $$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":1795309485,"event":{{json}}}""")).Event;

    /// <summary>A recorded request's body and content type.</summary>
    public static SlackRequest Recorded(string file)
    {
        using var recording = JsonDocument.Parse(Fixtures.Text("Slack", "Wire", file));
        var request = recording.RootElement.TryGetProperty("request", out var inner) ? inner : recording.RootElement;
        return Parse(
            Encoding.UTF8.GetBytes(request.GetProperty("body").GetString()!),
            request.GetProperty("headers").GetProperty("Content-Type").GetString());
    }

    sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
