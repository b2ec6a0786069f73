using System.Security.Cryptography;
using System.Text;
using ServiceCulture.BotFramework;
using static ServiceCulture.Tests.BotFramework.ConnectorMint;

namespace ServiceCulture.Tests.BotFramework;

public sealed class TokenVerificationTests
{
    readonly ConnectorMint mint = new();

    static byte[] Body(string json) => Encoding.UTF8.GetBytes(json);

    async Task<VerificationResult> Verify(string token, string? body = null, TokenVerification? verification = null) =>
        await (verification ?? mint.Verification()).Verify(["Bearer " + token], Body(body ?? Activity()), default);

    [Fact]
    public async Task a_good_token_gives_the_activity_with_what_was_verified()
    {
        var result = await Verify(mint.Good());

        Assert.True(result.IsVerified);
        Assert.Null(result.Refusal);
        Assert.Equal((Tenant, ServiceUrl, "msteams"), (result.Activity.TenantId, result.Activity.ServiceUrl, result.Activity.ChannelId));
        Assert.Equal(Activity(), Encoding.UTF8.GetString(result.Activity.Body.Span));
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task longer_hashes_are_good_too(string algorithm)
    {
        var header = Header();
        header["alg"] = algorithm;
        var hash = algorithm == "RS384" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA512;
        Assert.True((await Verify(SignRaw(header.ToJsonString(), mint.Claims().ToJsonString(), hash: hash))).IsVerified);
    }

    [Fact]
    public async Task clocks_may_differ_by_five_minutes()
    {
        Assert.True((await Verify(mint.With(claims => claims["exp"] = mint.Seconds(-299)))
            is var late && late.Refusal == TokenRefusal.TokenMalformed), "it ends before it begins");
        Assert.True((await Verify(mint.With(claims => (claims["nbf"], claims["exp"]) = (mint.Seconds(-4000), mint.Seconds(-299))))).IsVerified);
        Assert.True((await Verify(mint.With(claims => claims["nbf"] = mint.Seconds(300)))).IsVerified);
    }

    [Fact]
    public async Task serviceurl_is_compared_without_case() =>
        Assert.True((await Verify(mint.With(claims => claims["serviceurl"] = "HTTPS://SMBA.trafficmanager.net/EMEA/"))).IsVerified);

    [Fact]
    public async Task fields_of_the_header_that_say_nothing_about_keys_do_not_matter() =>
        Assert.True((await Verify(mint.With(header: head => (head["x5t"], head["nonce"]) = ("abc", "def")))).IsVerified);

    public static TheoryData<string, TokenRefusal> Bodies => new()
    {
        { "", TokenRefusal.BodyMalformed },
        { "null", TokenRefusal.BodyMalformed },
        { "[]", TokenRefusal.BodyMalformed },
        { "{", TokenRefusal.BodyMalformed },
        { Activity() + "x", TokenRefusal.BodyMalformed },
        { Activity().Insert(1, "\"channelId\":\"msteams\","), TokenRefusal.BodyMalformed },
        { Activity().Insert(1, "\"channel\\u0049d\":\"webchat\","), TokenRefusal.BodyMalformed },
        { Activity().Insert(1, "\"serviceUrl\":\"https://evil.example\","), TokenRefusal.BodyMalformed },
        { Activity().Insert(1, "\"channelData\":{},"), TokenRefusal.BodyMalformed },
        { Activity().Insert(1, "\"conversation\":null,"), TokenRefusal.BodyMalformed },
        { Activity().Replace("\"tenant\":", "\"tenant\":{\"id\":\"x\"},\"tenant\":", StringComparison.Ordinal), TokenRefusal.BodyMalformed },
        { Activity().Replace("\"tenantId\":", "\"tenantId\":\"x\",\"tenantId\":", StringComparison.Ordinal), TokenRefusal.BodyMalformed },
        { Activity().Replace("\"channelId\":\"msteams\"", "\"channelId\":[\"msteams\"]", StringComparison.Ordinal), TokenRefusal.BodyMalformed },
        { Activity().Replace($"\"{ServiceUrl}\"", "{}", StringComparison.Ordinal), TokenRefusal.BodyMalformed },
        { Activity().Replace("\"channelId\":\"msteams\"", "\"channelId\":\"\\ud800\"", StringComparison.Ordinal), TokenRefusal.BodyMalformed },
        { Activity().Insert(1, "\"x\":" + new string('[', 10_000) + new string(']', 10_000) + ","), TokenRefusal.BodyMalformed },
        { "{}", TokenRefusal.ChannelRefused },
        { Activity(channel: "webchat"), TokenRefusal.ChannelRefused },
        { Activity(channel: "MSTEAMS"), TokenRefusal.ChannelRefused },
        { Activity(channel: ""), TokenRefusal.ChannelRefused },
        { Activity(serviceUrl: ""), TokenRefusal.ServiceUrlMismatch },
        { Activity(serviceUrl: "https://smba.trafficmanager.net/amer/"), TokenRefusal.ServiceUrlMismatch },
        { Activity(serviceUrl: "https://evil.example/"), TokenRefusal.ServiceUrlMismatch },
        { Activity(dataTenant: null, conversationTenant: null), TokenRefusal.TenantMissing },
        { Activity(dataTenant: "", conversationTenant: ""), TokenRefusal.TenantMissing },
        { Activity(dataTenant: "foreign", conversationTenant: "foreign"), TokenRefusal.TenantRefused },
        { Activity(dataTenant: "foreign", conversationTenant: null), TokenRefusal.TenantRefused },
        { Activity(dataTenant: null, conversationTenant: "foreign"), TokenRefusal.TenantRefused },
        { Activity(dataTenant: "foreign"), TokenRefusal.TenantAmbiguous },
        { Activity(conversationTenant: "foreign"), TokenRefusal.TenantAmbiguous },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task a_good_token_does_not_carry_a_body_it_was_not_made_for(string body, TokenRefusal why)
    {
        var verification = mint.Verification();
        Assert.True((await Verify(mint.Good(), verification: verification)).IsVerified);

        Assert.Equal(why, (await Verify(mint.Good(), body, verification)).Refusal);
    }

    [Theory]
    [InlineData(null, Tenant)]
    [InlineData(Tenant, null)]
    public async Task one_tenant_is_enough(string? data, string? conversation) =>
        Assert.True((await Verify(mint.Good(), Activity(dataTenant: data, conversationTenant: conversation))).IsVerified);

    [Fact]
    public async Task a_service_url_that_the_token_vouches_for_must_still_be_a_known_host()
    {
        var token = mint.With(claims => claims["serviceurl"] = "https://evil.example/");
        Assert.Equal(TokenRefusal.ServiceUrlRefused, (await Verify(token, Activity(serviceUrl: "https://evil.example/"))).Refusal);
    }

    public static TheoryData<string?[], TokenRefusal> Headers
    {
        get
        {
            var good = new ConnectorMint().Good();
            return new()
            {
                { [], TokenRefusal.HeaderMissing },
                { [null], TokenRefusal.HeaderMissing },
                { [""], TokenRefusal.HeaderMissing },
                { [$"Bearer {good}", $"Bearer {good}"], TokenRefusal.HeaderRepeated },
                { ["Basic Og==", $"Bearer {good}"], TokenRefusal.HeaderRepeated },
                { [$"Bearer {good}", null], TokenRefusal.HeaderRepeated },
                { [good], TokenRefusal.HeaderMalformed },
                { ["Bearer"], TokenRefusal.HeaderMalformed },
                { ["Bearer "], TokenRefusal.HeaderMalformed },
                { [$"bearer {good}"], TokenRefusal.HeaderMalformed },
                { [$"BEARER {good}"], TokenRefusal.HeaderMalformed },
                { [$"Basic {good}"], TokenRefusal.HeaderMalformed },
                { [$"Bearer  {good}"], TokenRefusal.HeaderMalformed },
                { [$" Bearer {good}"], TokenRefusal.HeaderMalformed },
                { [$"Bearer\t{good}"], TokenRefusal.HeaderMalformed },
                { [$"Bearer {good} "], TokenRefusal.HeaderMalformed },
                { [$"Bearer {good} extra"], TokenRefusal.HeaderMalformed },
                { [$"Bearer {good},Bearer {good}"], TokenRefusal.HeaderMalformed },
                { [$"Bearer {good}\n"], TokenRefusal.HeaderMalformed },
                { [$"Bearer \"{good}\""], TokenRefusal.TokenMalformed },
                { [$"Bearer {good}\0"], TokenRefusal.TokenMalformed },
                { ["Bearer " + new string('a', 1_000_000)], TokenRefusal.TokenMalformed },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task the_header_is_one_bearer_and_one_token(string?[] header, TokenRefusal why) =>
        Assert.Equal(why, (await mint.Verification().Verify(header, Body(Activity()), default)).Refusal);

    [Fact]
    public async Task without_an_app_id_everything_is_refused()
    {
        var unconfigured = new ConnectorMint { Options = new() { TenantId = Tenant } };
        var token = unconfigured.With(claims => claims["aud"] = "");
        Assert.Equal(TokenRefusal.NotConfigured, (await unconfigured.Verification().Verify(["Bearer " + token], Body(Activity()), default)).Refusal);
        Assert.Empty(unconfigured.Http.Requests);
    }

    [Fact]
    public async Task the_government_cloud_takes_its_own_tokens_only()
    {
        const string gov = "https://smba.infra.gov.teams.microsoft.us/teams/";
        var other = new ConnectorMint { Options = mint.Options with { Cloud = BotCloud.UsGov } };
        var token = other.With(claims => (claims["iss"], claims["serviceurl"]) = ("https://api.botframework.us", gov));
        var verification = other.Verification();

        Assert.True((await Verify(token, Activity(serviceUrl: gov), verification)).IsVerified);
        Assert.Equal(TokenRefusal.IssuerWrong, (await Verify(other.Good(), verification: verification)).Refusal);
        Assert.StartsWith("https://login.botframework.azure.us/", other.Http.Requests[0].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task further_channels_are_accepted_when_named_and_endorsed()
    {
        var both = new ConnectorMint { Options = mint.Options with { Channels = new HashSet<string> { "msteams", "webchat" } } };
        Assert.True((await Verify(both.Good(), Activity(channel: "webchat"), both.Verification())).IsVerified);
        Assert.Equal(TokenRefusal.EndorsementMissing,
            (await Verify(both.With(keyId: "key-2", key: OtherKey), Activity(channel: "webchat"), both.Verification())).Refusal);
    }

    [Fact]
    public async Task the_bots_own_tenant_counts_when_no_tenants_are_named()
    {
        var single = new ConnectorMint { Options = new() { AppId = AppId, TenantId = Tenant.ToUpperInvariant() } };
        Assert.True((await Verify(single.Good(), verification: single.Verification())).IsVerified);
        var nobody = new ConnectorMint { Options = new() { AppId = AppId } };
        Assert.Equal(TokenRefusal.TenantRefused, (await Verify(nobody.Good(), verification: nobody.Verification())).Refusal);
    }

    [Fact]
    public async Task a_token_remembered_is_refused_once_it_is_over()
    {
        var verification = mint.Verification();
        var token = mint.Good();
        Assert.True((await Verify(token, verification: verification)).IsVerified);
        mint.Clock.Now += TimeSpan.FromSeconds(3600 + 299);
        Assert.True((await Verify(token, verification: verification)).IsVerified);
        mint.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(TokenRefusal.Expired, (await Verify(token, verification: verification)).Refusal);
    }

    [Fact]
    public void a_default_result_is_a_refusal()
    {
        Assert.False(default(VerificationResult).IsVerified);
        Assert.Equal(TokenRefusal.NotConfigured, default(VerificationResult).Refusal);
    }
}
