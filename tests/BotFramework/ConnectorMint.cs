using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Tests.BotFramework;

/// <summary>Plays the Connector: its keys, its metadata and its tokens, and every way to forge them.</summary>
sealed class ConnectorMint
{
    public const string AppId = "22222222-2222-2222-2222-222222222222";
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string Issuer = "https://api.botframework.com";

    // Making keys is slow; their secrecy does not matter here.
    public static readonly RSA Key = RSA.Create(2048), OtherKey = RSA.Create(2048), WebChatKey = RSA.Create(2048), Stranger = RSA.Create(2048);
    static readonly RSA SmallKey = RSA.Create(1024);

    public ConnectorMint() => Http = new FakeHttp(Answer);

    public StillClock Clock { get; } = new();

    public FakeHttp Http { get; }

    public bool IsDown { get; set; }

    public Func<Seen, HttpResponseMessage>? Otherwise { get; set; }

    /// <summary>Key ids in the order of the key document, with who may use them.</summary>
    public List<JsonObject> Keys { get; } =
    [
        Jwk("key-1", Key, "msteams", "webchat"),
        Jwk("key-2", OtherKey, "msteams"),
        Jwk("key-webchat", WebChatKey, "webchat"),
        Jwk("key-small", SmallKey, "msteams"),
        Jwk("key-bare", Stranger),
        new JsonObject { ["kty"] = "oct", ["kid"] = "key-oct", ["k"] = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0MTI", ["endorsements"] = new JsonArray("msteams") },
    ];

    public int MetadataFetches => Http.Requests.Count(request => request.Url.EndsWith("openidconfiguration", StringComparison.Ordinal));

    public int KeyFetches => Http.Requests.Count(request => request.Url.EndsWith("/keys", StringComparison.Ordinal));

    public BotFrameworkOptions Options { get; init; } = new()
    {
        AppId = AppId,
        AllowedTenants = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Tenant },
    };

    public TokenVerification Verification() => new(Options, Http.Client(), Clock);

    public static JsonObject Jwk(string id, RSA key, params string[] endorsements)
    {
        var parameters = key.ExportParameters(false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus!),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent!),
        };
        if (endorsements.Length > 0)
            jwk["endorsements"] = new JsonArray([.. endorsements.Select(name => JsonValue.Create(name))]);
        return jwk;
    }

    public static JsonObject Header(string keyId = "key-1") => new() { ["alg"] = "RS256", ["kid"] = keyId, ["typ"] = "JWT" };

    public JsonObject Claims() => new()
    {
        ["serviceurl"] = ServiceUrl,
        ["nbf"] = Seconds(-60),
        ["exp"] = Seconds(3600),
        ["iss"] = Issuer,
        ["aud"] = AppId,
    };

    public long Seconds(int fromNow) => Clock.Now.ToUnixTimeSeconds() + fromNow;

    public string Good() => Sign(Header(), Claims());

    public string With(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, RSA? key = null, string keyId = "key-1")
    {
        var (head, body) = (Header(keyId), Claims());
        header?.Invoke(head);
        claims?.Invoke(body);
        return Sign(head, body, key);
    }

    public static string Sign(JsonObject header, JsonObject claims, RSA? key = null) => SignRaw(header.ToJsonString(), claims.ToJsonString(), key);

    public static string SignRaw(string header, string claims, RSA? key = null, HashAlgorithmName? hash = null, RSASignaturePadding? padding = null)
    {
        var signed = Unsigned(header, claims);
        var signature = (key ?? Key).SignData(Encoding.ASCII.GetBytes(signed), hash ?? HashAlgorithmName.SHA256, padding ?? RSASignaturePadding.Pkcs1);
        return signed + "." + Base64Url.EncodeToString(signature);
    }

    public static string Unsigned(string header, string claims) => Encode(header) + "." + Encode(claims);

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public static string Hmac(string header, string claims, byte[] secret)
    {
        var signed = Unsigned(header, claims);
        return signed + "." + Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)));
    }

    public static string Activity(
        string serviceUrl = ServiceUrl, string channel = "msteams", string? dataTenant = Tenant, string? conversationTenant = Tenant)
    {
        var conversation = new JsonObject { ["id"] = "a:personal", ["conversationType"] = "personal" };
        if (conversationTenant is not null)
            conversation["tenantId"] = conversationTenant;
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1",
            ["text"] = "hello",
            ["channelId"] = channel,
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject { ["id"] = "29:ann" },
            ["conversation"] = conversation,
        };
        if (dataTenant is not null)
            activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = dataTenant } };
        return activity.ToJsonString();
    }

    HttpResponseMessage Answer(Seen request)
    {
        if (Otherwise is not null)
            return Otherwise(request);
        if (IsDown)
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        return request.Url.EndsWith("/keys", StringComparison.Ordinal)
            ? FakeHttp.Json(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.DeepClone())]) }.ToJsonString())
            : FakeHttp.Json(Metadata);
    }

    public const string Metadata = """
        {"issuer":"https://api.botframework.com","authorization_endpoint":"https://invalid.botframework.com",
         "jwks_uri":"https://login.botframework.com/v1/.well-known/keys","id_token_signing_alg_values_supported":["RS256"]}
        """;
}
