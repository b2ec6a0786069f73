using System.Text;
using System.Text.Json.Nodes;
using ServiceCulture.Slack;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Slack;

/// <summary>Signed, and still not to be trusted: parsing answers in words and never throws.</summary>
public sealed class HostileBodyTests
{
    const string Event = """{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":1795309485,"event":{"type":"message","channel":"C1","user":"U1","text":"@@","ts":"1.1"}}""";

    static string Why(SlackRequest request) => Assert.IsType<SlackRequest.Malformed>(request).Why;

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("17")]
    [InlineData("{} {}")]
    [InlineData("{'type':'event_callback'}")]
    [InlineData("""{"type":"event_callback",}""")]
    [InlineData("\uFEFF{}")]
    [InlineData("""{"type":{"type":"event_callback"}}""")]
    [InlineData("""{"type":["event_callback"]}""")]
    [InlineData("""{"type":"url_verification"}""")]
    [InlineData("""{"type":"url_verification","challenge":{}}""")]
    [InlineData("""{"type":"event_callback"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"E","event_time":1,"event":"message"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"E","event_time":1,"event":{}}""")]
    [InlineData("""{"type":"event_callback","team_id":"","event_id":"E","event_time":1,"event":{"type":"x"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"E","event_time":-1,"event":{"type":"x"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"E","event_time":1e400,"event":{"type":"x"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"E","event_time":9223372036854775807,"event":{"type":"x"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"E","event_time":1,"authorizations":["x"],"event":{"type":"x"}}""")]
    public void broken_json_or_a_wrong_shape_is_malformed(string body) => Assert.NotEmpty(Why(SlackSigned.Json(body)));

    [Fact]
    public void a_reason_never_quotes_the_body()
    {
        Assert.Equal("text is not a string", Why(SlackSigned.Json(Event.Replace("\"@@\"", "{\"secret\":\"words\"}", StringComparison.Ordinal))));
        Assert.DoesNotContain("secret", Why(SlackSigned.Json("""{"secret":"secret" secret}""")), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Why(SlackSigned.Json("""{"secret":1,"secret":2}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void a_key_that_comes_twice_is_malformed() =>
        Why(SlackSigned.Json("""{"type":"url_verification","challenge":"a","challenge":"b"}"""));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void ten_thousand_levels_are_malformed(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        Why(SlackSigned.Json(deep));
        Why(SlackSigned.Json(Event.Replace("\"@@\"", deep, StringComparison.Ordinal)));
        Why(SlackSigned.Payload(deep));
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00")]
    [InlineData("x\\udc00\\ud800x")]
    [InlineData("\\u0000")]
    [InlineData("a\\u0000b")]
    public void lone_surrogates_and_nul_are_malformed(string escape)
    {
        Why(SlackSigned.Json(Event.Replace("@@", escape, StringComparison.Ordinal)));
        Why(SlackSigned.Payload(
            """{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"id":"V1","state":{"values":{"b":{"a":{"type":"plain_text_input","value":"@@"}}}}}}"""
                .Replace("@@", escape, StringComparison.Ordinal)));
    }

    [Fact]
    public void lone_surrogates_in_names_are_malformed()
    {
        Why(SlackSigned.Json(Event.Replace("\"ts\"", "\"\\ud800\":1,\"ts\"", StringComparison.Ordinal)));
        Why(SlackSigned.Payload("""{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"id":"V1","state":{"values":{"\ud800":{"a":{"type":"button"}}}}}}"""));
    }

    [Fact]
    public void a_pair_of_surrogates_is_a_character() =>
        Assert.IsType<SlackRequest.EventCallback>(SlackSigned.Json(Event.Replace("@@", "\\ud83d\\ude00", StringComparison.Ordinal)));

    [Fact]
    public void bytes_that_are_no_utf8_are_malformed()
    {
        byte[][] broken = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3]];
        var (before, after) = (Event[..Event.IndexOf("@@", StringComparison.Ordinal)], Event[(Event.IndexOf("@@", StringComparison.Ordinal) + 2)..]);
        foreach (var bytes in broken)
        {
            Why(SlackSigned.Parse([.. Encoding.UTF8.GetBytes(before), .. bytes, .. Encoding.UTF8.GetBytes(after)], SlackSigned.JsonType));
            Why(SlackSigned.Parse([.. "command=/kudos&text="u8, .. bytes], SlackSigned.FormType));
            Why(SlackSigned.Form("command=%2Fkudos&text=" + string.Concat(bytes.Select(b => $"%{b:X2}"))));
        }
    }

    [Theory]
    [InlineData("command=%2Fkudos")]
    [InlineData("command=%2Fkudos&team_id=T1&channel_id=C1&user_id=U1&trigger_id=t&response_url=not+a+url")]
    [InlineData("command=%2Fkudos&team_id=T1&channel_id=C1&user_id=U1&trigger_id=t&response_url=https%3A%2F%2Fhooks.slack.com%2F1&text=%00")]
    [InlineData("command=%2Fkudos&text=%")]
    [InlineData("command=%2Fkudos&text=%4")]
    [InlineData("command=%2Fkudos&text=%zz")]
    [InlineData("command=%2Fkudos&command=%2Fkudos")]
    [InlineData("payload={}&payload={}")]
    [InlineData("payload")]
    [InlineData("payload=")]
    [InlineData("payload=[]")]
    [InlineData("payload={\"type\":7}")]
    [InlineData("payload={\"type\":\"block_actions\"}")]
    [InlineData("payload={\"type\":\"block_actions\",\"trigger_id\":\"t\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},\"actions\":[]}")]
    [InlineData("payload={\"type\":\"view_submission\",\"team\":{\"id\":\"T1\"},\"user\":\"U1\",\"view\":{\"id\":\"V\"}}")]
    [InlineData("payload={\"type\":\"view_submission\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},\"view\":{\"id\":\"V\",\"state\":{\"values\":[]}}}")]
    [InlineData("payload={\"type\":\"view_submission\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},\"view\":{\"id\":\"V\",\"state\":{\"values\":{\"b\":1}}}}")]
    public void a_broken_form_is_malformed(string body) => Assert.NotEmpty(Why(SlackSigned.Form(body)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/jsonp")]
    public void another_content_type_is_malformed(string? type) => Why(SlackSigned.Parse(Encoding.UTF8.GetBytes(Event), type));

    [Fact]
    public void five_thousand_random_bodies_never_throw()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            Assert.NotNull(SlackSigned.Parse(bytes, i % 2 == 0 ? SlackSigned.JsonType : SlackSigned.FormType));
        }
    }

    [Fact]
    public void five_thousand_recordings_with_random_bytes_in_them_never_throw()
    {
        var random = new Random(515);
        var recordings = Fixtures.Files("Slack/Wire", "localslack-http-*.json")
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!["request"]!)
            .Select(request => (Body: Encoding.UTF8.GetBytes((string)request["body"]!), Type: (string)request["headers"]!["Content-Type"]!))
            .ToList();
        for (var i = 0; i < 5_000; i++)
        {
            var (recorded, type) = recordings[i % recordings.Count];
            var body = recorded.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--) body[random.Next(body.Length)] = (byte)random.Next(256);
            Assert.NotNull(SlackSigned.Parse(i % 7 == 0 ? body[..random.Next(body.Length)] : body, type));
        }
    }

    /// <summary>Each value of each recorded payload, in turn, becomes something of another kind.</summary>
    [Fact]
    public void any_value_of_another_kind_never_throws()
    {
        JsonNode?[] others = [null, JsonValue.Create(true), JsonValue.Create(7), JsonValue.Create("x"), new JsonObject(), new JsonArray(1, "a", null)];
        var tried = 0;
        foreach (var payload in Payloads())
        {
            foreach (var path in Paths(payload.Json, []).ToList())
            {
                foreach (var other in others)
                {
                    var altered = payload.Json.DeepClone();
                    Replace(altered, path, other?.DeepClone());
                    var request = payload.IsForm ? SlackSigned.Payload(altered.ToJsonString()) : SlackSigned.Json(altered.ToJsonString());
                    Assert.NotNull(request);
                    tried++;
                }
            }
        }
        Assert.True(tried > 3_000, $"only {tried}");
    }

    static IEnumerable<(JsonNode Json, bool IsForm)> Payloads()
    {
        foreach (var file in Fixtures.Files("Slack/Wire", "localslack-http-*.json"))
        {
            var body = (string)JsonNode.Parse(File.ReadAllText(file))!["request"]!["body"]!;
            if (body.StartsWith('{')) yield return (JsonNode.Parse(body)!, false);
            if (body.StartsWith("payload=", StringComparison.Ordinal)) yield return (JsonNode.Parse(Uri.UnescapeDataString(body["payload=".Length..]))!, true);
        }
    }

    static IEnumerable<object[]> Paths(JsonNode? node, object[] here)
    {
        var children = node switch
        {
            JsonObject properties => properties.Select(pair => ((object)pair.Key, pair.Value)),
            JsonArray items => items.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            object[] path = [.. here, step];
            yield return path;
            foreach (var below in Paths(child, path)) yield return below;
        }
    }

    static void Replace(JsonNode root, object[] path, JsonNode? value)
    {
        var node = path[..^1].Aggregate(root, (at, step) => step is int index ? at[index]! : at[(string)step]!);
        if (path[^1] is int last) node[last] = value;
        else node[(string)path[^1]] = value;
    }
}
