using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using ServiceCulture.Slack;

namespace ServiceCulture.Tests.Slack;

/// <summary>What may be sent again, what perhaps was sent, and what never will be.</summary>
public sealed class SlackFailureTests
{
    static async Task<SlackApiException> Failure(FakeSlackApi slack)
    {
        var failure = await Assert.ThrowsAsync<SlackApiException>(() =>
            slack.Client().ChatPostMessage(FakeSlackApi.Token, new PostedMessage("C1", "secret words", default), default));
        Assert.Equal("chat.postMessage", failure.Method);
        Assert.DoesNotContain("secret words", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(FakeSlackApi.Token, failure.ToString(), StringComparison.Ordinal);
        return failure;
    }

    [Theory]
    [InlineData("ratelimited", FailureClass.Safe)]
    [InlineData("rate_limited", FailureClass.Safe)]
    [InlineData("message_limit_exceeded", FailureClass.Safe)]
    [InlineData("request_timeout", FailureClass.Safe)]
    [InlineData("team_added_to_org", FailureClass.Safe)]
    [InlineData("org_login_required", FailureClass.Safe)]
    [InlineData("external_channel_migrating", FailureClass.Safe)]
    [InlineData("internal_error", FailureClass.Ambiguous)]
    [InlineData("fatal_error", FailureClass.Ambiguous)]
    [InlineData("service_unavailable", FailureClass.Ambiguous)]
    [InlineData("update_failed", FailureClass.Ambiguous)]
    [InlineData("channel_not_found", FailureClass.Final)]
    [InlineData("not_in_channel", FailureClass.Final)]
    [InlineData("is_archived", FailureClass.Final)]
    [InlineData("not_authed", FailureClass.Final)]
    [InlineData("invalid_auth", FailureClass.Final)]
    [InlineData("account_inactive", FailureClass.Final)]
    [InlineData("token_revoked", FailureClass.Final)]
    [InlineData("token_expired", FailureClass.Final)]
    [InlineData("missing_scope", FailureClass.Final)]
    [InlineData("no_permission", FailureClass.Final)]
    [InlineData("msg_too_long", FailureClass.Final)]
    [InlineData("msg_blocks_too_long", FailureClass.Final)]
    [InlineData("no_text", FailureClass.Final)]
    [InlineData("invalid_blocks", FailureClass.Final)]
    [InlineData("invalid_arguments", FailureClass.Final)]
    [InlineData("cant_update_message", FailureClass.Final)]
    [InlineData("edit_window_closed", FailureClass.Final)]
    [InlineData("cant_delete_message", FailureClass.Final)]
    [InlineData("message_not_found", FailureClass.Final)]
    [InlineData("user_not_found", FailureClass.Final)]
    [InlineData("user_not_in_channel", FailureClass.Final)]
    [InlineData("cannot_dm_bot", FailureClass.Final)]
    [InlineData("restricted_action", FailureClass.Final)]
    [InlineData("messages_tab_disabled", FailureClass.Final)]
    [InlineData("expired_trigger_id", FailureClass.Final)]
    [InlineData("hash_conflict", FailureClass.Final)]
    [InlineData("a_code_of_next_year", FailureClass.Final)]
    public async Task codes_that_slack_gives(string code, FailureClass expected)
    {
        var failure = await Failure(new FakeSlackApi($$"""{"ok":false,"error":"{{code}}"}"""));
        Assert.Equal((code, expected, null, 200), (failure.Code, failure.Class, failure.RetryAfter, failure.Status));
    }

    [Theory]
    [InlineData(302, FailureClass.Final)]
    [InlineData(400, FailureClass.Final)]
    [InlineData(401, FailureClass.Final)]
    [InlineData(403, FailureClass.Final)]
    [InlineData(404, FailureClass.Final)]
    [InlineData(413, FailureClass.Final)]
    [InlineData(408, FailureClass.Ambiguous)]
    [InlineData(429, FailureClass.Safe)]
    [InlineData(500, FailureClass.Ambiguous)]
    [InlineData(502, FailureClass.Ambiguous)]
    [InlineData(503, FailureClass.Ambiguous)]
    [InlineData(504, FailureClass.Ambiguous)]
    public async Task statuses_without_a_code(int status, FailureClass expected)
    {
        var failure = await Failure(new FakeSlackApi("<html>proxy</html>", (HttpStatusCode)status));
        Assert.Equal(($"http_{status}", expected, status), (failure.Code, failure.Class, failure.Status));
    }

    [Fact]
    public async Task over_the_limit_says_how_long_to_wait()
    {
        var failure = await Failure(new FakeSlackApi(_ => new HttpResponseMessage(HttpStatusCode.TooManyRequests)
        {
            Content = new StringContent("""{"ok":false,"error":"ratelimited"}"""),
            Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(30)) },
        }));
        Assert.Equal(("ratelimited", FailureClass.Safe, TimeSpan.FromSeconds(30), 429), (failure.Code, failure.Class, failure.RetryAfter!.Value, failure.Status!.Value));
    }

    [Fact]
    public async Task a_server_error_stays_ambiguous_whatever_its_body_says() =>
        Assert.Equal(FailureClass.Ambiguous, (await Failure(new FakeSlackApi("""{"ok":false,"error":"channel_not_found"}""", HttpStatusCode.BadGateway))).Class);

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"ok":"true"}""")]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":true,"channel":{"id":"C1"},"ts":"1.1"}""")]
    [InlineData("""{"ok":true,"channel":"C1","ts":"\ud800"}""")]
    [InlineData("""{"ok":true,"channel":"C1","ts":""")]
    public async Task a_success_that_cannot_be_read_is_ambiguous(string body)
    {
        var failure = await Failure(new FakeSlackApi(body));
        Assert.Equal(("invalid_response", FailureClass.Ambiguous, 200), (failure.Code, failure.Class, failure.Status));
    }

    [Theory]
    [InlineData("""{"ok":false}""", "http_200")]
    [InlineData("""{"ok":false,"error":{"code":1}}""", "http_200")]
    [InlineData("""{"ok":false,"error":"is_archived","response_metadata":7}""", "is_archived")]
    [InlineData("""{"ok":false,"error":"is_archived","error":"is_archived"}""", "is_archived")]
    public async Task an_odd_refusal_is_a_refusal(string body, string code)
    {
        var failure = await Failure(new FakeSlackApi(body));
        Assert.Equal((code, FailureClass.Final), (failure.Code, failure.Class));
    }

    [Fact]
    public async Task details_tell_where_the_blocks_are_wrong_and_which_scope_is_missing()
    {
        var failure = await Failure(new FakeSlackApi(
            """{"ok":false,"error":"invalid_blocks","needed":"chat:write","response_metadata":{"messages":["[ERROR] too long [json-pointer:/blocks/0/text]"]}}"""));
        Assert.Equal(["needs the scope chat:write", "[ERROR] too long [json-pointer:/blocks/0/text]"], failure.Details);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "no_connection", FailureClass.Safe)]
    [InlineData(HttpRequestError.ConnectionError, "no_connection", FailureClass.Safe)]
    [InlineData(HttpRequestError.SecureConnectionError, "no_connection", FailureClass.Safe)]
    [InlineData(HttpRequestError.ProxyTunnelError, "no_connection", FailureClass.Safe)]
    [InlineData(HttpRequestError.ResponseEnded, "connection_lost", FailureClass.Ambiguous)]
    [InlineData(HttpRequestError.HttpProtocolError, "connection_lost", FailureClass.Ambiguous)]
    [InlineData(HttpRequestError.Unknown, "connection_lost", FailureClass.Ambiguous)]
    public async Task connections_that_fail(HttpRequestError error, string code, FailureClass expected)
    {
        var failure = await Failure(new FakeSlackApi(_ => throw new HttpRequestException(error)));
        Assert.Equal((code, expected, null), (failure.Code, failure.Class, failure.Status));
    }

    [Fact]
    public async Task a_timeout_is_ambiguous()
    {
        var failure = await Failure(new FakeSlackApi(_ => throw new TaskCanceledException("slow", new TimeoutException())));
        Assert.Equal(("timeout", FailureClass.Ambiguous), (failure.Code, failure.Class));
    }

    [Fact]
    public async Task cancelling_is_the_callers_own_doing()
    {
        using var cancel = new CancellationTokenSource();
        var slack = new FakeSlackApi(_ =>
        {
            cancel.Cancel();
            throw new OperationCanceledException(cancel.Token);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slack.Client().AuthTest(FakeSlackApi.Token, cancel.Token));
    }

    [Fact]
    public async Task a_real_refused_connection_is_safe()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var failure = await Assert.ThrowsAsync<SlackApiException>(() => Over(port).AuthTest(FakeSlackApi.Token, default));
        Assert.Equal(("no_connection", FailureClass.Safe), (failure.Code, failure.Class));
    }

    [Fact]
    public async Task a_real_connection_that_breaks_after_the_request_is_ambiguous()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var call = Assert.ThrowsAsync<SlackApiException>(() => Over(((IPEndPoint)listener.LocalEndpoint).Port).AuthTest(FakeSlackApi.Token, default));
        using (var connection = await listener.AcceptTcpClientAsync())
        {
            Assert.True(await connection.GetStream().ReadAsync(new byte[1024]) > 0);
            connection.LingerState = new LingerOption(true, 0);
        }
        var failure = await call;
        Assert.Equal(("connection_lost", FailureClass.Ambiguous), (failure.Code, failure.Class));
    }

    [Fact]
    public async Task a_real_redirect_is_final_and_takes_no_token_along()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var call = Assert.ThrowsAsync<SlackApiException>(() => Over(port).AuthTest(FakeSlackApi.Token, default));
        using (var connection = await listener.AcceptTcpClientAsync())
        {
            Assert.True(await connection.GetStream().ReadAsync(new byte[1024]) > 0);
            await connection.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(
                $"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{port}/elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }
        var failure = await call;
        Assert.Equal(("http_307", FailureClass.Final), (failure.Code, failure.Class));
        Assert.False(listener.Pending());
    }

    static SlackClient Over(int port) => new(new HttpClient(SlackClient.Handler()), new Uri($"http://127.0.0.1:{port}/api/"));
}
