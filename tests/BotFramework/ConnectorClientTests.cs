using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Tests.BotFramework;

public sealed class ConnectorClientTests
{
    const string Service = "https://smba.trafficmanager.net/emea/";
    const string Root = "https://smba.trafficmanager.net/emea/v3/conversations";
    const string Thread = "19:ops@thread.tacv2;messageid=17";
    const string EscapedThread = "19%3Aops%40thread.tacv2%3Bmessageid%3D17";

    static readonly byte[] Hello = ActivityBody.Text("hello");
    readonly StillClock clock = new();
    readonly Queue<Func<HttpResponseMessage>> answers = new();
    readonly FakeHttp http, login;
    int tokens;

    public ConnectorClientTests()
    {
        http = new FakeHttp(_ => answers.Count > 0 ? answers.Dequeue()() : FakeHttp.Json("""{"id":"new-1"}"""));
        login = new FakeHttp(_ => FakeHttp.Json($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{Interlocked.Increment(ref tokens)}}"}"""));
    }

    ConnectorClient Client(bool anonymous = false) => new(
        http.Client(),
        anonymous ? AppToken.None : new AppToken(new() { AppId = "app", AppPassword = "secret", TenantId = "tenant" }, login.Client()),
        new ServiceUrls([], BotCloud.Public), clock);

    void Next(HttpStatusCode status, string body = "", Action<HttpResponseHeaders>? headers = null) => answers.Enqueue(() =>
    {
        var answer = FakeHttp.Json(body, status);
        headers?.Invoke(answer.Headers);
        return answer;
    });

    [Fact]
    public async Task each_operation_has_its_method_path_token_and_body()
    {
        var client = Client();
        var body = Encoding.UTF8.GetString(Hello);

        Assert.Equal("new-1", await client.Send(Service, Thread, Hello));
        Assert.Equal("new-1", await client.Reply(Service, Thread, "1:a/b", Hello));
        await client.Update(Service, "a:1", "17", Hello);
        await client.Delete(Service.TrimEnd('/'), "a:1", "17");

        Assert.Equal(
        [
            new Seen(HttpMethod.Post, $"{Root}/{EscapedThread}/activities", "Bearer token-1", body, "application/json; charset=utf-8"),
            new Seen(HttpMethod.Post, $"{Root}/{EscapedThread}/activities/1%3Aa%2Fb", "Bearer token-1", body, "application/json; charset=utf-8"),
            new Seen(HttpMethod.Put, $"{Root}/a%3A1/activities/17", "Bearer token-1", body, "application/json; charset=utf-8"),
            new Seen(HttpMethod.Delete, $"{Root}/a%3A1/activities/17", "Bearer token-1", "", null),
        ], http.Requests);
    }

    [Fact]
    public async Task a_personal_conversation_is_created()
    {
        Next(HttpStatusCode.Created, """{"id":"a:new"}""");
        var created = await Client().CreateConversation(Service, new() { Bot = new("28:bot", "Bot"), Members = [new("29:ann")], TenantId = "t" });
        Assert.Equal(new ConversationResource("a:new", null), created);
        Assert.Equal((Root, """{"isGroup":false,"bot":{"id":"28:bot","name":"Bot"},"members":[{"id":"29:ann"}],"tenantId":"t","channelData":{"tenant":{"id":"t"}}}"""),
            (http.Requests[0].Url, http.Requests[0].Body));
    }

    [Fact]
    public async Task a_thread_is_begun_in_a_channel()
    {
        Next(HttpStatusCode.Created, """{"id":"19:c;messageid=5","activityId":"5"}""");
        var created = await Client().CreateConversation(Service,
            new() { Bot = new("28:bot"), TenantId = "t", IsGroup = true, TopicName = "topic", TeamsChannelId = "19:c", Activity = "{\"type\":\"message\"}"u8.ToArray() });
        Assert.Equal(new ConversationResource("19:c;messageid=5", "5"), created);
        Assert.Equal("""{"isGroup":true,"bot":{"id":"28:bot"},"members":[],"topicName":"topic","tenantId":"t","channelData":{"tenant":{"id":"t"},"channel":{"id":"19:c"}},"activity":{"type":"message"}}""",
            http.Requests[0].Body);
    }

    [Fact]
    public async Task members_come_in_pages()
    {
        Next(HttpStatusCode.OK, """{"members":[{"id":"29:ann","name":"Ann","email":"ann@example.org","userPrincipalName":"ann@x","objectId":"o-1","givenName":"A","surname":"N","tenantId":"t","userRole":"user","new":1}],"continuationToken":"a&b="}""");
        Next(HttpStatusCode.OK, """{"members":[{"id":"29:tim","aadObjectId":"o-2"}]}""");
        var client = Client();

        var first = await client.Members(Service, "a:1", 100);
        var second = await client.Members(Service, "a:1", 100, first.ContinuationToken);

        Assert.Equal([new TeamsChannelAccount("29:ann", "Ann", "ann@example.org", "ann@x", "o-1", "A", "N", "t", "user")], first.Members);
        Assert.Equal(("o-2", null), (second.Members[0].AadObjectId, second.ContinuationToken));
        Assert.Equal([$"{Root}/a%3A1/pagedmembers?pageSize=100", $"{Root}/a%3A1/pagedmembers?pageSize=100&continuationToken=a%26b%3D"],
            http.Requests.Select(request => request.Url));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.Members(Service, "a:1", 501));
    }

    [Fact]
    public async Task one_member_is_read()
    {
        Next(HttpStatusCode.OK, """{"id":"29:ann","name":"Ann"}""");
        Assert.Equal("Ann", (await Client().Member(Service, "a:1", "29:ann")).Name);
        Assert.Equal($"{Root}/a%3A1/members/29%3Aann", http.Requests[0].Url);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("")]
    public async Task no_byte_goes_to_a_url_that_is_not_allowed(string url)
    {
        var failure = await Assert.ThrowsAsync<BotFrameworkException>(() => Client().Send(url, "a:1", Hello));
        Assert.Equal(("ServiceUrlRefused", FailureClass.Final), (failure.Code, failure.Class));
        Assert.Empty(http.Requests);
        Assert.Empty(login.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task an_id_cannot_climb_out_of_the_path(string id)
    {
        Assert.Equal("IdRefused", (await Assert.ThrowsAsync<BotFrameworkException>(() => Client().Delete(Service, id, "1"))).Code);
        Assert.Equal("IdRefused", (await Assert.ThrowsAsync<BotFrameworkException>(() => Client().Delete(Service, "a:1", id))).Code);
        Assert.Empty(http.Requests);
    }

    [Fact]
    public async Task without_a_token_there_is_no_header_and_no_second_try()
    {
        Next(HttpStatusCode.Unauthorized);
        var failure = await Assert.ThrowsAsync<BotFrameworkException>(() => Client(anonymous: true).Send(Service, "a:1", Hello));
        Assert.Equal((401, FailureClass.Final), (failure.Status, failure.Class));
        Assert.Null(Assert.Single(http.Requests).Authorization);
    }

    [Fact]
    public async Task a_token_refused_is_dropped_and_the_request_made_once_more()
    {
        Next(HttpStatusCode.Unauthorized);
        Assert.Equal("new-1", await Client().Send(Service, "a:1", Hello));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], http.Requests.Select(request => request.Authorization));
        Assert.Equal(http.Requests[0].Body, http.Requests[1].Body);
    }

    [Fact]
    public async Task a_second_refusal_is_final()
    {
        Next(HttpStatusCode.Unauthorized);
        Next(HttpStatusCode.Unauthorized);
        Assert.Equal(FailureClass.Final, (await Assert.ThrowsAsync<BotFrameworkException>(() => Client().Send(Service, "a:1", Hello))).Class);
        Assert.Equal(2, http.Requests.Count);
    }

    [Theory]
    [InlineData(400, FailureClass.Final)]
    [InlineData(403, FailureClass.Final)]
    [InlineData(404, FailureClass.Final)]
    [InlineData(405, FailureClass.Final)]
    [InlineData(408, FailureClass.Ambiguous)]
    [InlineData(409, FailureClass.Final)]
    [InlineData(412, FailureClass.Safe)]
    [InlineData(413, FailureClass.Final)]
    [InlineData(429, FailureClass.Safe)]
    [InlineData(500, FailureClass.Ambiguous)]
    [InlineData(502, FailureClass.Ambiguous)]
    [InlineData(503, FailureClass.Ambiguous)]
    [InlineData(504, FailureClass.Ambiguous)]
    [InlineData(302, FailureClass.Final)]
    public async Task a_status_has_its_class(int status, FailureClass expected)
    {
        Next((HttpStatusCode)status, """{"error":{"code":"SomeCode","message":"words nobody should log"}}""", headers => headers.RetryAfter = new(TimeSpan.FromSeconds(7)));
        var failure = await Assert.ThrowsAsync<BotFrameworkException>(() => Client().Send(Service, "a:1", Hello));
        Assert.Equal((expected, status, "SomeCode", TimeSpan.FromSeconds(7), false), (failure.Class, failure.Status, failure.Code, failure.RetryAfter, failure.Blocked));
        Assert.DoesNotContain("words", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("token-", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(http.Requests);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, FailureClass.Safe)]
    [InlineData(HttpRequestError.NameResolutionError, FailureClass.Safe)]
    [InlineData(HttpRequestError.SecureConnectionError, FailureClass.Safe)]
    [InlineData(HttpRequestError.ResponseEnded, FailureClass.Ambiguous)]
    [InlineData(HttpRequestError.Unknown, FailureClass.Ambiguous)]
    public async Task a_broken_connection_has_its_class(HttpRequestError error, FailureClass expected)
    {
        answers.Enqueue(() => throw new HttpRequestException(error, "broken"));
        var failure = await Assert.ThrowsAsync<BotFrameworkException>(() => Client().Send(Service, "a:1", Hello));
        Assert.Equal((expected, null), (failure.Class, failure.Status));
    }

    [Fact]
    public async Task a_time_out_is_ambiguous_and_a_cancellation_is_no_failure()
    {
        answers.Enqueue(() => throw new TaskCanceledException("slow", new TimeoutException()));
        Assert.Equal(FailureClass.Ambiguous, (await Assert.ThrowsAsync<BotFrameworkException>(() => Client().Send(Service, "a:1", Hello))).Class);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client().Send(Service, "a:1", Hello, cancelled.Token));
    }

    [Fact]
    public async Task an_answer_that_never_ends_is_a_time_out()
    {
        answers.Enqueue(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessWait()) });
        using var hasty = http.Client();
        hasty.Timeout = TimeSpan.FromMilliseconds(20);
        var client = new ConnectorClient(hasty, AppToken.None, new ServiceUrls([], BotCloud.Public), clock);
        var failure = await Assert.ThrowsAsync<BotFrameworkException>(() => client.Send(Service, "a:1", Hello));
        Assert.Equal(("Timeout", FailureClass.Ambiguous), (failure.Code, failure.Class));
    }

    sealed class EndlessWait : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(System.Threading.Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    [Theory]
    [InlineData("""{"error":{"code":"MessageWritesBlocked","message":"x"}}""")]
    [InlineData("""{"error":{"code":"Forbidden","message":"{\"subCode\":\"MessageWritesBlocked\"}"}}""")]
    [InlineData("""{"errorCode":209,"subCode":"MessageWritesBlocked"}""")]
    public async Task somebody_who_blocked_the_bot_is_recognised(string body)
    {
        Next(HttpStatusCode.Forbidden, body);
        var failure = await Assert.ThrowsAsync<BotFrameworkException>(() => Client().Send(Service, "a:1", Hello));
        Assert.Equal((true, FailureClass.Final), (failure.Blocked, failure.Class));
    }

    [Fact]
    public async Task a_retry_date_is_counted_from_our_clock()
    {
        Next(HttpStatusCode.TooManyRequests, "", headers => headers.RetryAfter = new(clock.Now.AddSeconds(30)));
        Next(HttpStatusCode.TooManyRequests, "", headers => headers.RetryAfter = new(clock.Now.AddSeconds(-30)));
        Next(HttpStatusCode.TooManyRequests);
        var client = Client();
        foreach (var expected in new TimeSpan?[] { TimeSpan.FromSeconds(30), TimeSpan.Zero, null })
            Assert.Equal(expected, (await Assert.ThrowsAsync<BotFrameworkException>(() => client.Send(Service, "a:1", Hello))).RetryAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("accepted")]
    [InlineData("[]")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":"\ud800"}""")]
    public async Task an_answer_without_an_id_is_a_message_sent(string body)
    {
        Next(HttpStatusCode.Accepted, body);
        Assert.Null(await Client().Send(Service, "a:1", Hello));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"id":7}""")]
    public async Task a_conversation_without_an_id_is_an_ambiguous_failure(string body)
    {
        Next(HttpStatusCode.Created, body);
        Assert.Equal(FailureClass.Ambiguous, (await Assert.ThrowsAsync<BotFrameworkException>(
            () => Client().CreateConversation(Service, new() { Bot = new("28:bot"), TenantId = "t" }))).Class);
    }
}
