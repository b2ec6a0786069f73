using System.Net;
using ServiceCulture.Slack;

namespace ServiceCulture.Tests.Slack;

public sealed class ResponseUrlTests
{
    static readonly byte[] Body = """{"text":"done","replace_original":true}"""u8.ToArray();

    static Task Post(FakeSlackApi slack, string url, string apiUrl = "https://slack.com/api/") =>
        slack.Client(apiUrl).PostToResponseUrl(new Uri(url, UriKind.RelativeOrAbsolute), Body, default);

    [Fact]
    public async Task an_answer_is_posted_as_json_without_a_token()
    {
        var slack = new FakeSlackApi("ok");
        await Post(slack, "https://hooks.slack.com/commands/T1/1/abc");
        Assert.Equal(
            new FakeSlackApi.Sent("POST", "https://hooks.slack.com/commands/T1/1/abc", null, "application/json; charset=utf-8", """{"text":"done","replace_original":true}"""),
            slack.Request);
    }

    [Theory]
    [InlineData("https://slack.com/api/", "https://hooks.slack.com/actions/1")]
    [InlineData("https://slack.com/api/", "https://HOOKS.SLACK.COM/actions/1")]
    [InlineData("https://slack.com/api/", "https://hooks.slack.com:443/actions/1")]
    [InlineData("https://slack.example:8443/api/", "https://slack.example:8443/hooks/1")]
    [InlineData("https://slack.example/api/", "https://hooks.slack.com/actions/1")]
    [InlineData("http://127.0.0.1:9500/api/", "http://127.0.0.1:14000/_hooks/1")]
    [InlineData("http://localhost:9500/api/", "http://127.0.0.1:14000/_hooks/1")]
    public async Task slacks_own_addresses_are_posted_to(string apiUrl, string url)
    {
        var slack = new FakeSlackApi("""{"ok":true}""");
        await Post(slack, url, apiUrl);
        Assert.Single(slack.Requests);
    }

    [Theory]
    [InlineData("http://hooks.slack.com/actions/1")]
    [InlineData("https://hooks.slack.com:8443/actions/1")]
    [InlineData("https://hooks.slack.com.evil.example/1")]
    [InlineData("https://evil.example/hooks.slack.com/1")]
    [InlineData("https://evil.example/?https://hooks.slack.com/")]
    [InlineData("https://hooks.slack.com@evil.example/1")]
    [InlineData("https://user:pass@hooks.slack.com/1")]
    [InlineData("https://evilhooks.slack.com/1")]
    [InlineData("https://xhooks.slack.com/1")]
    [InlineData("https://hooks.slack.com./1")]
    [InlineData("https://hooks。slack。com.evil.example/1")]
    [InlineData("https://files.slack.com/1")]
    [InlineData("https://slack.com:8443/1")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("http://127.0.0.1:9500/1")]
    [InlineData("https://127.0.0.1/1")]
    [InlineData("http://localhost/1")]
    [InlineData("http://[::1]/1")]
    [InlineData("ftp://hooks.slack.com/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/actions/1")]
    public async Task anything_else_is_refused_and_nothing_sent(string url)
    {
        var slack = new FakeSlackApi("ok");
        var refusal = await Assert.ThrowsAsync<SlackApiException>(() => Post(slack, url));
        Assert.Equal(("response_url_refused", FailureClass.Final), (refusal.Code, refusal.Class));
        Assert.Empty(slack.Requests);
    }

    [Fact]
    public async Task a_test_server_on_this_machine_opens_no_other_machine()
    {
        var slack = new FakeSlackApi("ok");
        await Assert.ThrowsAsync<SlackApiException>(() => Post(slack, "http://10.0.0.1:9500/1", "http://127.0.0.1:9500/api/"));
        Assert.Empty(slack.Requests);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"used_url"}""", 404, "used_url", FailureClass.Final)]
    [InlineData("""{"ok":false,"error":"expired_url"}""", 404, "expired_url", FailureClass.Final)]
    [InlineData("""{"ok":false,"error":"invalid_blocks"}""", 200, "invalid_blocks", FailureClass.Final)]
    [InlineData("no_text", 500, "http_500", FailureClass.Ambiguous)]
    [InlineData("", 429, "http_429", FailureClass.Safe)]
    [InlineData("", 302, "http_302", FailureClass.Final)]
    public async Task refusals_are_classified_like_any_other(string body, int status, string code, FailureClass expected)
    {
        var failure = await Assert.ThrowsAsync<SlackApiException>(() =>
            Post(new FakeSlackApi(body, (HttpStatusCode)status), "https://hooks.slack.com/actions/1"));
        Assert.Equal(("response_url", code, expected), (failure.Method, failure.Code, failure.Class));
    }
}
