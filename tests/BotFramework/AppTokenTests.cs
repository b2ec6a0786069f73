using System.Net;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Tests.BotFramework;

public sealed class AppTokenTests
{
    // The library that asks counts a token's hour by the machine's own clock; this one need only be before its end.
    readonly StillClock clock = new() { Now = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) };
    readonly FakeHttp login;
    int count;
    Func<HttpResponseMessage>? otherwise;

    static readonly BotFrameworkOptions Options = new() { AppId = "app-1", AppPassword = "se&cret", TenantId = "tenant-1" };

    public AppTokenTests() => login = new FakeHttp(_ => otherwise?.Invoke()
        ?? FakeHttp.Json($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"token-{{Interlocked.Increment(ref count)}}"}"""));

    AppToken Token(BotFrameworkOptions? options = null) => new(options ?? Options, login.Client(), clock);

    [Fact]
    public async Task the_token_is_asked_for_by_client_credentials()
    {
        Assert.Equal("token-1", await Token().Get(default));
        var request = Assert.Single(login.Requests);
        Assert.Equal((HttpMethod.Post, "https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token"), (request.Method, request.Url));
        Assert.Contains("grant_type=client_credentials", request.Body, StringComparison.Ordinal);
        Assert.Contains("client_id=app-1", request.Body, StringComparison.Ordinal);
        Assert.Contains("client_secret=se%26cret", request.Body, StringComparison.Ordinal);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_bot_without_a_tenant_asks_the_shared_one()
    {
        await Token(Options with { TenantId = null }).Get(default);
        Assert.Equal("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", login.Requests[0].Url);
    }

    [Fact]
    public async Task the_government_cloud_has_its_own_login_and_scope()
    {
        await Token(Options with { Cloud = BotCloud.UsGov }).Get(default);
        Assert.Equal("https://login.microsoftonline.us/tenant-1/oauth2/v2.0/token", login.Requests[0].Url);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.us%2F.default", login.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_token_endpoint_can_be_another_one()
    {
        Assert.Equal("token-1", await Token(Options with { TokenUrl = "http://127.0.0.1:14100/token?x=1" }).Get(default));
        var request = Assert.Single(login.Requests);
        Assert.StartsWith("http://127.0.0.1:14100/token", request.Url, StringComparison.Ordinal);
        Assert.Contains("client_secret=se%26cret", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task fifty_sends_at_once_ask_once()
    {
        var hold = new TaskCompletionSource();
        otherwise = () =>
        {
            hold.Task.GetAwaiter().GetResult();
            return FakeHttp.Json("""{"token_type":"Bearer","expires_in":3600,"access_token":"shared"}""");
        };
        var token = Token();
        var waiting = Enumerable.Range(0, 50).Select(_ => token.Get(default).AsTask()).ToArray();
        Assert.All(waiting, one => Assert.False(one.IsCompleted));
        hold.SetResult();
        Assert.All(await Task.WhenAll(waiting), text => Assert.Equal("shared", text));
        Assert.Single(login.Requests);
    }

    [Fact]
    public async Task a_token_that_is_not_over_serves_again()
    {
        var token = Token();
        await token.Get(default);
        clock.Now += TimeSpan.FromMinutes(54);
        Assert.Equal("token-1", await token.Get(default));
        Assert.Single(login.Requests);
    }

    [Fact]
    public async Task a_dropped_token_is_replaced_once_however_many_drop_it()
    {
        var token = Token();
        var old = await token.Get(default);
        token.Drop(old!);
        token.Drop(old!);
        Assert.Equal("token-2", await token.Get(default));
        token.Drop(old!);
        Assert.Equal("token-2", await token.Get(default));
        Assert.Equal(2, login.Requests.Count);
    }

    [Fact]
    public async Task one_impatient_send_does_not_stop_the_others()
    {
        var hold = new TaskCompletionSource();
        otherwise = () =>
        {
            hold.Task.GetAwaiter().GetResult();
            return FakeHttp.Json("""{"token_type":"Bearer","expires_in":3600,"access_token":"late"}""");
        };
        var token = Token();
        using var impatient = new CancellationTokenSource();
        var first = token.Get(impatient.Token).AsTask();
        var second = token.Get(default).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        hold.SetResult();
        Assert.Equal("late", await second);
    }

    [Fact]
    public async Task a_refused_secret_is_told_without_a_secret_and_tried_again_next_time()
    {
        otherwise = () => FakeHttp.Json("""{"error":"invalid_client","error_description":"AADSTS7000215 for tenant-1"}""", HttpStatusCode.Unauthorized);
        var token = Token();
        var failure = await Assert.ThrowsAsync<BotFrameworkException>(() => token.Get(default).AsTask());
        Assert.Equal(("token invalid_client", FailureClass.Safe), (failure.Code, failure.Class));
        Assert.DoesNotContain("cret", failure.ToString(), StringComparison.Ordinal);
        otherwise = null;
        Assert.Equal("token-1", await token.Get(default));
    }

    [Fact]
    public async Task a_login_that_is_away_is_a_safe_failure()
    {
        otherwise = () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        Assert.Equal(FailureClass.Safe, (await Assert.ThrowsAsync<BotFrameworkException>(() => Token().Get(default).AsTask())).Class);
        otherwise = () => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(FailureClass.Safe, (await Assert.ThrowsAsync<BotFrameworkException>(() => Token().Get(default).AsTask())).Class);
    }

    [Fact]
    public async Task a_managed_identity_needs_no_password()
    {
        otherwise = () => FakeHttp.Json("""{"access_token":"managed","expires_in":"3600","resource":"https://api.botframework.com","token_type":"Bearer"}""");
        var token = Token(new() { AppId = "app-1", ManagedIdentity = true });
        Assert.Equal("managed", await token.Get(default));
        Assert.Contains(login.Requests, request => request.Url.Contains("client_id=app-1", StringComparison.Ordinal)
            && request.Url.Contains("resource=https://api.botframework.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task no_token_is_no_token()
    {
        Assert.Null(await AppToken.None.Get(default));
        AppToken.None.Drop("anything");
    }
}
