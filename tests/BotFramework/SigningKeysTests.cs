using System.Net;
using System.Text;
using ServiceCulture.BotFramework;
using static ServiceCulture.Tests.BotFramework.ConnectorMint;

namespace ServiceCulture.Tests.BotFramework;

public sealed class SigningKeysTests
{
    readonly ConnectorMint mint = new();
    readonly TokenVerification verification;

    public SigningKeysTests() => verification = mint.Verification();

    async Task<TokenRefusal?> Verify(string token) =>
        (await verification.Verify(["Bearer " + token], Encoding.UTF8.GetBytes(Activity()), default)).Refusal;

    string LongLived(string keyId = "key-1") => mint.With(claims => claims["exp"] = mint.Seconds(3600), keyId: keyId, key: keyId == "key-2" ? OtherKey : Key);

    [Fact]
    public async Task what_is_wrong_in_itself_makes_us_fetch_nothing()
    {
        await Verify(mint.With(claims => claims["aud"] = "x"));
        await Verify("nonsense");
        Assert.Empty(mint.Http.Requests);
    }

    [Fact]
    public async Task keys_are_fetched_once_for_five_days()
    {
        Assert.Null(await Verify(LongLived()));
        mint.Clock.Now += TimeSpan.FromDays(5) - TimeSpan.FromSeconds(1);
        Assert.Null(await Verify(LongLived()));
        Assert.Equal((1, 1), (mint.MetadataFetches, mint.KeyFetches));
        mint.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await Verify(LongLived()));
        Assert.Equal((2, 2), (mint.MetadataFetches, mint.KeyFetches));
    }

    [Fact]
    public async Task fifty_first_requests_make_one_fetch()
    {
        var tokens = Enumerable.Range(0, 50).Select(n => mint.With(claims => claims["n"] = n)).ToArray();
        var results = await Task.WhenAll(tokens.Select(token => Task.Run(() => Verify(token))));
        Assert.All(results, refusal => Assert.Null(refusal));
        Assert.Equal(1, mint.KeyFetches);
    }

    [Fact]
    public async Task a_flood_of_unknown_keys_makes_one_fetch_in_five_minutes()
    {
        Assert.Null(await Verify(LongLived()));
        mint.Clock.Now += TimeSpan.FromMinutes(6);
        for (var n = 0; n < 100; n++)
            Assert.Equal(TokenRefusal.KeyUnknown, await Verify(mint.With(keyId: $"flood-{n}", key: Stranger)));
        Assert.Equal(2, mint.KeyFetches);

        mint.Clock.Now += TimeSpan.FromMinutes(5);
        for (var n = 100; n < 200; n++)
            Assert.Equal(TokenRefusal.KeyUnknown, await Verify(mint.With(keyId: $"flood-{n}", key: Stranger)));
        Assert.Equal(3, mint.KeyFetches);
    }

    [Fact]
    public async Task a_flood_from_the_first_request_on_makes_one_fetch()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Verify(mint.With(keyId: $"flood-{n}", key: Stranger))));
        Assert.Equal(1, mint.KeyFetches);
    }

    [Fact]
    public async Task a_flood_while_the_metadata_is_down_asks_once_in_five_minutes_and_known_keys_go_on()
    {
        Assert.Null(await Verify(LongLived()));
        mint.IsDown = true;
        mint.Clock.Now += TimeSpan.FromMinutes(6);
        for (var n = 0; n < 100; n++)
            await Verify(mint.With(keyId: $"flood-{n}", key: Stranger));
        Assert.Equal(2, mint.MetadataFetches);
        Assert.Null(await Verify(LongLived()));
    }

    [Fact]
    public async Task a_new_key_is_found_when_a_token_names_it()
    {
        Assert.Null(await Verify(LongLived()));
        mint.Keys.Add(Jwk("key-new", OtherKey, "msteams"));
        mint.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Null(await Verify(mint.With(keyId: "key-new", key: OtherKey)));
        Assert.Equal(2, mint.KeyFetches);
    }

    [Fact]
    public async Task a_token_remembered_is_forgotten_when_its_key_is_withdrawn()
    {
        var token = mint.With(claims => claims["exp"] = mint.Seconds(864_000));
        Assert.Null(await Verify(token));
        mint.Keys.RemoveAt(0);
        mint.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.Null(await Verify(token));
        await Verify(mint.With(keyId: "unknown"));
        Assert.Equal(TokenRefusal.KeyUnknown, await Verify(token));
    }

    [Fact]
    public async Task endorsements_withdrawn_count_at_the_next_fetch()
    {
        var token = mint.With(claims => claims["exp"] = mint.Seconds(864_000));
        Assert.Null(await Verify(token));
        mint.Keys[0] = Jwk("key-1", Key, "webchat");
        mint.Clock.Now += TimeSpan.FromDays(5);
        Assert.Equal(TokenRefusal.EndorsementMissing, await Verify(token));
    }

    [Fact]
    public async Task a_failed_first_fetch_is_not_remembered()
    {
        mint.IsDown = true;
        Assert.Equal(TokenRefusal.KeysUnavailable, await Verify(LongLived()));
        Assert.NotNull(verification.KeyFailure);
        mint.IsDown = false;
        Assert.Null(await Verify(LongLived()));
        Assert.Null(verification.KeyFailure);
    }

    [Fact]
    public async Task old_keys_serve_for_a_day_when_new_ones_cannot_be_had()
    {
        Assert.Null(await Verify(LongLived()));
        mint.IsDown = true;
        mint.Clock.Now += TimeSpan.FromDays(6) - TimeSpan.FromSeconds(1);
        Assert.Null(await Verify(LongLived()));
        mint.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(TokenRefusal.KeysUnavailable, await Verify(LongLived()));
        mint.IsDown = false;
        Assert.Null(await Verify(LongLived()));
    }

    public static TheoryData<string> BadMetadata => new()
    {
        "redirect", "not json", "no keys", "keys over http", "keys elsewhere in a file", "too long", "empty key set",
    };

    [Theory]
    [MemberData(nameof(BadMetadata))]
    public async Task metadata_that_is_not_right_gives_no_keys(string kind)
    {
        mint.Otherwise = request => kind switch
        {
            "redirect" => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("https://evil.example/") } },
            "not json" => FakeHttp.Json("<html>"),
            "no keys" => FakeHttp.Json("""{"issuer":"https://api.botframework.com"}"""),
            "keys over http" => FakeHttp.Json("""{"jwks_uri":"http://login.botframework.com/v1/.well-known/keys"}"""),
            "keys elsewhere in a file" => FakeHttp.Json("""{"jwks_uri":"file:///etc/passwd"}"""),
            "too long" => FakeHttp.Json("\"" + new string('x', 1_100_000) + "\""),
            _ => request.Url.EndsWith("/keys", StringComparison.Ordinal) ? FakeHttp.Json("""{"keys":[]}""") : FakeHttp.Json(Metadata),
        };

        Assert.Equal(TokenRefusal.KeysUnavailable, await Verify(mint.Good()));
        Assert.DoesNotContain(mint.Http.Requests, request => !request.Url.StartsWith("https://login.botframework.com/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task one_impatient_caller_does_not_take_the_keys_from_the_others()
    {
        var hold = new TaskCompletionSource();
        using var asked = new SemaphoreSlim(0);
        mint.Otherwise = request =>
        {
            asked.Release();
            hold.Task.GetAwaiter().GetResult();
            return FakeHttp.Json(request.Url.EndsWith("/keys", StringComparison.Ordinal)
                ? $$"""{"keys":[{{mint.Keys[0].ToJsonString()}}]}""" : Metadata);
        };
        using var impatient = new CancellationTokenSource();
        var first = verification.Verify(["Bearer " + mint.Good()], Encoding.UTF8.GetBytes(Activity()), impatient.Token).AsTask();
        await asked.WaitAsync();
        var second = Verify(mint.Good());
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        hold.SetResult();
        Assert.Null(await second);
    }
}
