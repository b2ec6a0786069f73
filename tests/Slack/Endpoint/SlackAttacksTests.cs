using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>What must not get through, over a real socket. After each: nothing stored, no call to Slack.</summary>
[Trait("Database", "Both")]
public sealed class SlackAttacksTests
{
    const int Megabyte = 1024 * 1024;

    static readonly byte[] Kudos = Encoding.UTF8.GetBytes($"team_id=T01TEST&channel_id=C01GEN&channel_name=general&user_id={SlackDesk.Alice}&user_name=alice&command=%2Fkudos&text=%3C%40{SlackDesk.Ben}%3E+stayed+with+the+caller+until+it+was+solved&response_url=https%3A%2F%2Fhooks.slack.com%2Fx&trigger_id=1.2.x");

    static async Task Nothing(SlackDesk desk, Func<Task> attack)
    {
        var before = await desk.Stored();
        await attack();
        await desk.Host.Deliver();
        Assert.Empty(desk.Slack.Calls);
        Assert.Equal(before, await desk.Stored());
    }

    static async Task Refused(SlackDesk desk, byte[] body, params (string, string)[] headers)
    {
        var said = await desk.Send(body, SlackSigned.FormType, headers);
        Assert.Equal((HttpStatusCode.Unauthorized, ""), (said.Status, said.Body));
    }

    static (string, string)[] Headers(string timestamp, string signature) => [("X-Slack-Request-Timestamp", timestamp), ("X-Slack-Signature", signature)];

    [Fact]
    public async Task any_altered_byte_is_refused()
    {
        await using var desk = await SlackDesk.Open();
        var (timestamp, signature) = (desk.Timestamp, SlackSigned.Sign(desk.Timestamp, Kudos));
        await Nothing(desk, async () =>
        {
            for (var at = 0; at < signature.Length; at++)
                await Refused(desk, Kudos, Headers(timestamp, signature[..at] + (signature[at] == '1' ? '2' : '1') + signature[(at + 1)..]));
            for (var at = 0; at < timestamp.Length; at++)
                await Refused(desk, Kudos, Headers(timestamp[..at] + (timestamp[at] == '1' ? '2' : '1') + timestamp[(at + 1)..], signature));
            for (var at = 0; at < 50; at++)
            {
                var altered = Kudos.ToArray();
                altered[at * Kudos.Length / 50] ^= 1;
                await Refused(desk, altered, Headers(timestamp, signature));
            }
            await Refused(desk, Kudos, Headers(timestamp, signature.ToUpperInvariant()));
            await Refused(desk, Kudos, Headers(timestamp, SlackSigned.Sign(timestamp, Kudos, "")));
            await Refused(desk, [.. Kudos, (byte)'\n'], Headers(timestamp, signature));
            await Refused(desk, Kudos[..^1], Headers(timestamp, signature));
        });
        Assert.Equal(HttpStatusCode.OK, (await desk.Send(Kudos, SlackSigned.FormType, Headers(timestamp, signature))).Status);
    }

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task a_timestamp_holds_for_five_minutes_both_ways(int seconds, bool holds)
    {
        await using var desk = await SlackDesk.Open();
        var timestamp = (desk.Host.Clock.Now.ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);
        var said = await desk.Send(Kudos, SlackSigned.FormType, Headers(timestamp, SlackSigned.Sign(timestamp, Kudos)));
        Assert.Equal(holds ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, said.Status);
    }

    [Fact]
    public async Task missing_empty_and_repeated_headers_are_refused()
    {
        await using var desk = await SlackDesk.Open();
        var (timestamp, signature) = (desk.Timestamp, SlackSigned.Sign(desk.Timestamp, Kudos));
        await Nothing(desk, async () =>
        {
            await Refused(desk, Kudos);
            await Refused(desk, Kudos, Headers(timestamp, signature)[..1]);
            await Refused(desk, Kudos, Headers(timestamp, signature)[1..]);
            await Refused(desk, Kudos, Headers("", signature));
            await Refused(desk, Kudos, Headers(timestamp, ""));
            await Refused(desk, Kudos, Headers(timestamp + ".0", signature));
            await Refused(desk, Kudos, Headers("-" + timestamp, signature));
            foreach (var again in Headers(timestamp, signature).Concat(Headers("1", "v0=00")))
                Assert.Contains(" 401 ", await Raw(desk, Kudos, [.. Headers(timestamp, signature), again], chunked: false), StringComparison.Ordinal);
        });
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task a_megabyte_is_read_and_one_byte_more_is_not(bool chunked)
    {
        await using var desk = await SlackDesk.Open();
        await Nothing(desk, async () =>
        {
            foreach (var (length, status) in new[] { (Megabyte, " 200 "), (Megabyte + 1, " 413 "), (3 * Megabyte, " 413 ") })
            {
                var body = new byte[length];
                body.AsSpan().Fill((byte)' ');
                "{}"u8.CopyTo(body);
                var answer = await Raw(desk, body, Headers(desk.Timestamp, SlackSigned.Sign(desk.Timestamp, body)), chunked);
                Assert.Contains(status, answer.Split('\r')[0], StringComparison.Ordinal);
            }
        });
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "broken", """{"type":"event_callback",""" },
        { "empty", "" },
        { "array", "[]" },
        { "deep array", new string('[', 10_000) + new string(']', 10_000) },
        { "deep object", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000) },
        { "lone surrogate", Event("\"\\ud800\"") },
        { "low surrogate first", Event("\"\\udc00\\ud800 kudos\"") },
        { "NUL", Event("\"kudos \\u0000\"") },
        { "object for string", Event("{\"a\":1}") },
        { "array for string", Event("[1]") },
        { "number for string", Event("1e999") },
        { "duplicate keys", """{"type":"event_callback","type":"url_verification","challenge":"a","challenge":"b"}""" },
        { "user is a number", Event("\"help\"").Replace("\"U01ALICE\"", "7", StringComparison.Ordinal) },
        { "no event", """{"type":"event_callback","team_id":"T01TEST","event_id":"Ev1","event_time":1795309485}""" },
        { "time beyond all", Event("\"help\"").Replace("1795309485", "99999999999999", StringComparison.Ordinal) },
        { "unknown kind", """{"type":"what_is_this"}""" },
    };

    static string Event(string text) => """{"type":"event_callback","team_id":"T01TEST","event_id":"Ev1","event_time":1795309485,"event":{"type":"message","channel_type":"im","channel":"D1","user":"U01ALICE","text":@@,"ts":"1.1"}}""".Replace("@@", text, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Hostile))]
    public async Task signed_nonsense_is_dropped(string what, string body)
    {
        await using var desk = await SlackDesk.Open();
        await Nothing(desk, async () =>
        {
            Assert.True((await desk.Json(body)).Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, what);
            Assert.True((await desk.Form(("payload", body))).Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, what);
            Assert.True((await desk.Form(("command", "/kudos"), ("text", body))).Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, what);
        });
    }

    [Fact]
    public async Task bytes_that_are_no_text_are_dropped()
    {
        await using var desk = await SlackDesk.Open();
        await Nothing(desk, async () =>
        {
            foreach (var body in new byte[][] { [0xFF, 0xFE], [0], [0xC3, 0x28], [.. "payload=%FF%FE"u8], [.. "payload=%"u8], [.. "command=%2Fkudos&command=%2Fkudos"u8] })
                foreach (var type in new[] { SlackSigned.FormType, SlackSigned.JsonType, "text/plain", "multipart/form-data; boundary=x" })
                    Assert.True((await desk.Post(body, type)).Status is HttpStatusCode.OK or HttpStatusCode.BadRequest);
        });
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task other_methods_are_not_there(string method)
    {
        await using var desk = await SlackDesk.Open();
        using var response = await desk.Host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/slack/events"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    // A client of one's own, because the usual one puts repeated headers together and stops sending at the first refusal.
    static async Task<string> Raw(SlackDesk desk, byte[] body, (string Name, string Value)[] headers, bool chunked)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, desk.Host.Address.Port);
        await using var stream = socket.GetStream();
        var head = new StringBuilder($"POST /slack/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {SlackSigned.JsonType}\r\n");
        foreach (var (name, value) in headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(chunked ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {body.Length}\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()));
        var sending = chunked ? Chunks(stream, body) : Whole(stream, body);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = await reader.ReadLineAsync() ?? "";
        await sending;
        await desk.Host.Quiet();
        return answer;
    }

    static async Task Whole(NetworkStream stream, byte[] body) => await Unless(async () => await stream.WriteAsync(body));

    static Task Chunks(NetworkStream stream, byte[] body) => Unless(async () =>
    {
        foreach (var chunk in body.Chunk(50_000))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"));
            await stream.WriteAsync(chunk);
            await stream.WriteAsync("\r\n"u8.ToArray());
        }
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
    });

    // The server may hang up on what it does not want to read; its answer is what counts.
    static async Task Unless(Func<Task> sending)
    {
        try
        {
            await sending();
        }
        catch (IOException hungUp)
        {
            Assert.IsType<SocketException>(hungUp.InnerException);
        }
    }
}
