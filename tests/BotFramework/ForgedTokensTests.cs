using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ServiceCulture.BotFramework;
using static ServiceCulture.Tests.BotFramework.ConnectorMint;

namespace ServiceCulture.Tests.BotFramework;

/// <summary>Each token differs from a good one in one thing, and is refused for that.</summary>
public sealed class ForgedTokensTests
{
    const string ClaimsWithDuplicate = """{"serviceurl":"https://smba.trafficmanager.net/emea/","iss":"https://api.botframework.com","iss":"https://api.botframework.com","aud":"x","exp":1,"nbf":1}""";

    internal static readonly Dictionary<string, (TokenRefusal Why, Func<ConnectorMint, string> Forge)> Tokens = new()
    {
        ["algorithm none without a signature"] = (TokenRefusal.AlgorithmRefused, mint => Unsigned("""{"alg":"none","kid":"key-1"}""", mint.Claims().ToJsonString()) + "."),
        ["algorithm none with the good signature"] = (TokenRefusal.AlgorithmRefused, mint => mint.With(header: head => head["alg"] = "none")),
        ["algorithm None in capitals"] = (TokenRefusal.AlgorithmRefused, mint => mint.With(header: head => head["alg"] = "None")),
        ["no algorithm"] = (TokenRefusal.AlgorithmRefused, mint => mint.With(header: head => head.Remove("alg"))),
        ["algorithm as a number"] = (TokenRefusal.AlgorithmRefused, mint => mint.With(header: head => head["alg"] = 256)),
        ["algorithm in lower case"] = (TokenRefusal.AlgorithmRefused, mint => mint.With(header: head => head["alg"] = "rs256")),
        ["HS256 with the public key as the secret"] = (TokenRefusal.AlgorithmRefused, mint => Hmac("""{"alg":"HS256","kid":"key-1"}""", mint.Claims().ToJsonString(), Key.ExportSubjectPublicKeyInfo())),
        ["HS256 with the public key in PEM"] = (TokenRefusal.AlgorithmRefused, mint => Hmac("""{"alg":"HS256","kid":"key-1"}""", mint.Claims().ToJsonString(), Encoding.ASCII.GetBytes(Key.ExportSubjectPublicKeyInfoPem()))),
        ["HS256 with the modulus"] = (TokenRefusal.AlgorithmRefused, mint => Hmac("""{"alg":"HS256","kid":"key-1"}""", mint.Claims().ToJsonString(), Key.ExportParameters(false).Modulus!)),
        ["RS256 header over an HMAC"] = (TokenRefusal.SignatureWrong, mint => Hmac("""{"alg":"RS256","kid":"key-1"}""", mint.Claims().ToJsonString(), Key.ExportSubjectPublicKeyInfo())),
        ["PS256"] = (TokenRefusal.AlgorithmRefused, mint => SignRaw("""{"alg":"PS256","kid":"key-1"}""", mint.Claims().ToJsonString(), padding: RSASignaturePadding.Pss)),
        ["PSS padding under the name RS256"] = (TokenRefusal.SignatureWrong, mint => SignRaw(Header().ToJsonString(), mint.Claims().ToJsonString(), padding: RSASignaturePadding.Pss)),
        ["ES256"] = (TokenRefusal.AlgorithmRefused, mint => mint.With(header: head => head["alg"] = "ES256")),
        ["SHA-384 under the name RS256"] = (TokenRefusal.SignatureWrong, mint => SignRaw(Header().ToJsonString(), mint.Claims().ToJsonString(), hash: HashAlgorithmName.SHA384)),
        ["SHA-1 under the name RS256"] = (TokenRefusal.SignatureWrong, mint => SignRaw(Header().ToJsonString(), mint.Claims().ToJsonString(), hash: HashAlgorithmName.SHA1)),

        ["issuer of the other cloud"] = (TokenRefusal.IssuerWrong, mint => mint.With(claims => claims["iss"] = "https://api.botframework.us")),
        ["issuer Entra"] = (TokenRefusal.IssuerWrong, mint => mint.With(claims => claims["iss"] = $"https://sts.windows.net/{Tenant}/")),
        ["issuer Entra v2, as skills and the emulator use"] = (TokenRefusal.IssuerWrong, mint => mint.With(claims => claims["iss"] = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")),
        ["issuer with a slash"] = (TokenRefusal.IssuerWrong, mint => mint.With(claims => claims["iss"] = Issuer + "/")),
        ["issuer in capitals"] = (TokenRefusal.IssuerWrong, mint => mint.With(claims => claims["iss"] = Issuer.ToUpperInvariant())),
        ["issuer over http"] = (TokenRefusal.IssuerWrong, mint => mint.With(claims => claims["iss"] = "http://api.botframework.com")),
        ["no issuer"] = (TokenRefusal.IssuerWrong, mint => mint.With(claims => claims.Remove("iss"))),
        ["issuer as an array"] = (TokenRefusal.IssuerWrong, mint => mint.With(claims => claims["iss"] = new JsonArray(Issuer))),
        ["audience another bot"] = (TokenRefusal.AudienceWrong, mint => mint.With(claims => claims["aud"] = "33333333-3333-3333-3333-333333333333")),
        ["audience the Connector"] = (TokenRefusal.AudienceWrong, mint => mint.With(claims => claims["aud"] = Issuer)),
        ["audience an array with us in it"] = (TokenRefusal.AudienceWrong, mint => mint.With(claims => claims["aud"] = new JsonArray("someone", AppId))),
        ["audience an array of us alone"] = (TokenRefusal.AudienceWrong, mint => mint.With(claims => claims["aud"] = new JsonArray(AppId))),
        ["audience with a prefix"] = (TokenRefusal.AudienceWrong, mint => mint.With(claims => claims["aud"] = "api://" + AppId)),
        ["audience empty"] = (TokenRefusal.AudienceWrong, mint => mint.With(claims => claims["aud"] = "")),
        ["no audience"] = (TokenRefusal.AudienceWrong, mint => mint.With(claims => claims.Remove("aud"))),

        ["no exp"] = (TokenRefusal.ExpiryMissing, mint => mint.With(claims => claims.Remove("exp"))),
        ["exp as text"] = (TokenRefusal.TokenMalformed, mint => mint.With(claims => claims["exp"] = "4000000000")),
        ["exp null"] = (TokenRefusal.TokenMalformed, mint => mint.With(claims => claims["exp"] = null)),
        ["exp beyond all numbers"] = (TokenRefusal.TokenMalformed, mint => SignRaw(Header().ToJsonString(), mint.Claims().ToJsonString().Replace(mint.Seconds(3600).ToString(), "1e400", StringComparison.Ordinal))),
        ["no nbf"] = (TokenRefusal.NotBeforeMissing, mint => mint.With(claims => claims.Remove("nbf"))),
        ["nbf as text"] = (TokenRefusal.TokenMalformed, mint => mint.With(claims => claims["nbf"] = "1")),
        ["expired five minutes ago"] = (TokenRefusal.Expired, mint => mint.With(claims => (claims["nbf"], claims["exp"]) = (mint.Seconds(-4000), mint.Seconds(-300)))),
        ["expired years ago"] = (TokenRefusal.Expired, mint => mint.With(claims => (claims["nbf"], claims["exp"]) = (1, 2))),
        ["exp negative"] = (TokenRefusal.Expired, mint => mint.With(claims => claims["exp"] = long.MinValue)),
        ["begins in five minutes and a second"] = (TokenRefusal.NotYetValid, mint => mint.With(claims => claims["nbf"] = mint.Seconds(301))),
        ["begins at the end of time"] = (TokenRefusal.NotYetValid, mint => mint.With(claims => (claims["nbf"], claims["exp"]) = (long.MaxValue, long.MaxValue))),
        ["ends before it begins"] = (TokenRefusal.TokenMalformed, mint => mint.With(claims => (claims["nbf"], claims["exp"]) = (mint.Seconds(100), mint.Seconds(50)))),

        ["no serviceurl"] = (TokenRefusal.ServiceUrlClaimMissing, mint => mint.With(claims => claims.Remove("serviceurl"))),
        ["serviceurl empty"] = (TokenRefusal.ServiceUrlClaimMissing, mint => mint.With(claims => claims["serviceurl"] = "")),
        ["serviceurl under another spelling"] = (TokenRefusal.ServiceUrlClaimMissing, mint => mint.With(claims => { claims.Remove("serviceurl"); claims["serviceUrl"] = ServiceUrl; })),
        ["serviceurl an array"] = (TokenRefusal.ServiceUrlClaimMissing, mint => mint.With(claims => claims["serviceurl"] = new JsonArray(ServiceUrl))),
        ["serviceurl of another region"] = (TokenRefusal.ServiceUrlMismatch, mint => mint.With(claims => claims["serviceurl"] = "https://smba.trafficmanager.net/amer/")),
        ["serviceurl without the slash at the end"] = (TokenRefusal.ServiceUrlMismatch, mint => mint.With(claims => claims["serviceurl"] = ServiceUrl.TrimEnd('/'))),
        ["serviceurl of another host"] = (TokenRefusal.ServiceUrlMismatch, mint => mint.With(claims => claims["serviceurl"] = "https://evil.example/")),

        ["unknown key"] = (TokenRefusal.KeyUnknown, mint => mint.With(keyId: "nobody", key: Stranger)),
        ["no key id"] = (TokenRefusal.KeyUnknown, mint => mint.With(header: head => head.Remove("kid"))),
        ["key id empty"] = (TokenRefusal.KeyUnknown, mint => mint.With(header: head => head["kid"] = "")),
        ["key id as a number"] = (TokenRefusal.KeyUnknown, mint => mint.With(header: head => head["kid"] = 1)),
        ["key id in capitals"] = (TokenRefusal.KeyUnknown, mint => mint.With(keyId: "KEY-1")),
        ["key id a path"] = (TokenRefusal.KeyUnknown, mint => mint.With(keyId: "../../dev/null")),
        ["key id of another key"] = (TokenRefusal.SignatureWrong, mint => mint.With(keyId: "key-2")),
        ["a stranger's signature under a known key id"] = (TokenRefusal.SignatureWrong, mint => mint.With(key: Stranger)),
        ["a key that is too small"] = (TokenRefusal.KeyUnknown, mint => mint.With(keyId: "key-small")),
        ["a symmetric key in the key document"] = (TokenRefusal.KeyUnknown, mint => mint.With(keyId: "key-oct")),
        ["a key without endorsements"] = (TokenRefusal.EndorsementMissing, mint => mint.With(keyId: "key-bare", key: Stranger)),
        ["a key endorsed for another channel"] = (TokenRefusal.EndorsementMissing, mint => mint.With(keyId: "key-webchat", key: WebChatKey)),
        ["x5t alone names no key"] = (TokenRefusal.KeyUnknown, mint => mint.With(header: head => { head.Remove("kid"); head["x5t"] = "key-1"; })),

        ["its own key in jwk"] = (TokenRefusal.HeaderParameterRefused, mint => mint.With(header: head => head["jwk"] = Jwk("key-1", Stranger, "msteams"), key: Stranger)),
        ["its own key's address in jku"] = (TokenRefusal.HeaderParameterRefused, mint => mint.With(header: head => head["jku"] = "https://evil.example/keys", key: Stranger)),
        ["its own certificate in x5c"] = (TokenRefusal.HeaderParameterRefused, mint => mint.With(header: head => head["x5c"] = new JsonArray("MIIB"), key: Stranger)),
        ["its own certificate's address in x5u"] = (TokenRefusal.HeaderParameterRefused, mint => mint.With(header: head => head["x5u"] = "https://evil.example/cert", key: Stranger)),
        ["crit"] = (TokenRefusal.HeaderParameterRefused, mint => mint.With(header: head => head["crit"] = new JsonArray("exp"))),
        ["b64 false"] = (TokenRefusal.HeaderParameterRefused, mint => mint.With(header: head => { head["b64"] = false; head["crit"] = new JsonArray("b64"); })),
        ["compressed"] = (TokenRefusal.HeaderParameterRefused, mint => mint.With(header: head => head["zip"] = "DEF")),
        ["nested"] = (TokenRefusal.HeaderParameterRefused, mint => mint.With(header: head => head["cty"] = "JWT")),
        ["an access token by its type"] = (TokenRefusal.HeaderParameterRefused, mint => mint.With(header: head => head["typ"] = "at+jwt")),

        ["signature cut by one letter"] = (TokenRefusal.TokenMalformed, mint => mint.Good()[..^1]),
        ["signature cut by a group"] = (TokenRefusal.SignatureWrong, mint => mint.Good()[..^6]),
        ["signature empty"] = (TokenRefusal.SignatureWrong, mint => mint.Good()[..(mint.Good().LastIndexOf('.') + 1)]),
        ["signature taken from another token"] = (TokenRefusal.SignatureWrong, mint => mint.Good()[..mint.Good().LastIndexOf('.')] + Tail(mint.With(claims => claims["x"] = 1))),
        ["signature with loose bits at its end"] = (TokenRefusal.TokenMalformed, mint => Loosen(mint.Good())),
        ["signature padded"] = (TokenRefusal.TokenMalformed, mint => mint.Good() + "=="),
        ["signature in ordinary base64"] = (TokenRefusal.TokenMalformed, mint => mint.Good() + "+/"),
        ["claims changed after signing"] = (TokenRefusal.SignatureWrong, Swapped),
        ["two parts"] = (TokenRefusal.TokenMalformed, mint => mint.Good()[..mint.Good().LastIndexOf('.')]),
        ["four parts"] = (TokenRefusal.TokenMalformed, mint => mint.Good() + ".e30"),
        ["one part"] = (TokenRefusal.TokenMalformed, _ => "abc"),
        ["dots only"] = (TokenRefusal.TokenMalformed, _ => ".."),
        ["five parts: encrypted"] = (TokenRefusal.TokenEncrypted, _ => Encode("""{"alg":"RSA-OAEP","enc":"A256GCM"}""") + ".AAAA.AAAA.AAAA.AAAA"),
        ["a dot in front"] = (TokenRefusal.TokenMalformed, mint => "." + mint.Good()),
        ["header not JSON"] = (TokenRefusal.TokenMalformed, mint => SignRaw("{alg:RS256}", mint.Claims().ToJsonString())),
        ["header an array"] = (TokenRefusal.TokenMalformed, mint => SignRaw("[]", mint.Claims().ToJsonString())),
        ["claims a string"] = (TokenRefusal.TokenMalformed, mint => SignRaw(Header().ToJsonString(), "\"x\"")),
        ["claims followed by more"] = (TokenRefusal.TokenMalformed, mint => SignRaw(Header().ToJsonString(), mint.Claims().ToJsonString() + "{}")),
        ["a claim twice"] = (TokenRefusal.TokenMalformed, mint => SignRaw(Header().ToJsonString(), ClaimsWithDuplicate)),
        ["a claim twice, once escaped"] = (TokenRefusal.TokenMalformed, mint => SignRaw(Header().ToJsonString(), mint.Claims().ToJsonString().Insert(1, "\"\\u0061ud\":\"x\","))),
        ["the algorithm twice"] = (TokenRefusal.TokenMalformed, mint => SignRaw("""{"alg":"none","alg":"RS256","kid":"key-1"}""", mint.Claims().ToJsonString())),
        ["claims nested too deep"] = (TokenRefusal.TokenMalformed, mint => SignRaw(Header().ToJsonString(), mint.Claims().ToJsonString().Insert(1, "\"x\":" + new string('[', 500) + new string(']', 500) + ","))),
        ["claims not UTF-8"] = (TokenRefusal.TokenMalformed, mint => Encode(Header().ToJsonString()) + "." + Base64Url.EncodeToString([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}']) + ".AAAA"),
        ["a lone surrogate"] = (TokenRefusal.TokenMalformed, mint => SignRaw(Header().ToJsonString(), mint.Claims().ToJsonString().Insert(1, "\"x\":\"\\ud800\","))),
        ["huge"] = (TokenRefusal.TokenMalformed, mint => mint.With(claims => claims["x"] = new string('x', 20_000))),
        ["of letters no token has"] = (TokenRefusal.TokenMalformed, _ => "ä.ö.ü"),
    };

    public static TheoryData<string> Names => [.. Tokens.Keys];

    [Fact]
    public void there_are_at_least_sixty() => Assert.True(Tokens.Count >= 60, $"{Tokens.Count}");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task a_forged_token_is_refused_for_its_reason(string name)
    {
        var mint = new ConnectorMint();
        var (why, forge) = Tokens[name];
        var verification = mint.Verification();
        var header = "Bearer " + forge(mint);
        var body = Encoding.UTF8.GetBytes(Activity());

        var first = await verification.Verify([header], body, default);
        var again = await verification.Verify([header], body, default);

        Assert.Equal(why, first.Refusal);
        Assert.Null(first.Activity);
        Assert.Equal(why, again.Refusal);
    }

    static string Tail(string token) => token[token.LastIndexOf('.')..];

    static string Loosen(string token)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return token[..^1] + letters[letters.IndexOf(token[^1], StringComparison.Ordinal) | 1];
    }

    static string Swapped(ConnectorMint mint)
    {
        var parts = mint.Good().Split('.');
        var claims = mint.Claims();
        claims["exp"] = mint.Seconds(90_000);
        return string.Join('.', parts[0], Encode(claims.ToJsonString()), parts[2]);
    }
}
