using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ServiceCulture.BotFramework;

/// <summary>
/// A token as it stands in the header, read strictly: what is not exactly what the Connector sends has no meaning here.
/// Nothing in it may be believed before its signature was checked.
/// </summary>
sealed record BearerToken(string Token, string KeyId, string ServiceUrl, long Expiry)
{
    const int LongestToken = 16 * 1024;
    const string Scheme = "Bearer ";

    /// <summary>Long enough for clocks that differ, short enough to matter (seconds).</summary>
    public const long Skew = 300;

    static readonly SearchValues<char> TokenLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    // A key, or the address of a key, that came with the token proves nothing; crit, b64, zip and enc change what is signed.
    static readonly string[] RefusedParameters = ["crit", "b64", "jwk", "jku", "x5c", "x5u", "zip", "enc", "cty"];

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>The one token of the header, or the reason why there is none.</summary>
    public static string? FromHeader(IReadOnlyList<string?> authorization, out TokenRefusal refusal)
    {
        refusal = TokenRefusal.HeaderMissing;
        if (authorization.Count == 0 || string.IsNullOrEmpty(authorization[0]))
            return null;
        refusal = TokenRefusal.HeaderRepeated;
        if (authorization.Count > 1)
            return null;
        refusal = TokenRefusal.HeaderMalformed;
        var header = authorization[0]!;
        if (!header.StartsWith(Scheme, StringComparison.Ordinal) || header.Length == Scheme.Length)
            return null;
        if (header.Length > Scheme.Length + LongestToken)
        {
            refusal = TokenRefusal.TokenMalformed;
            return null;
        }
        var token = header[Scheme.Length..];
        return token.AsSpan().ContainsAny(" \t\r\n,") ? null : token;
    }

    /// <summary>Reads the token and checks everything but its signature.</summary>
    public static BearerToken? Read(string token, BotFrameworkOptions options, DateTimeOffset now, out TokenRefusal refusal)
    {
        refusal = TokenRefusal.TokenMalformed;
        if (token.AsSpan().ContainsAnyExcept(TokenLetters))
            return null;
        var parts = token.Split('.');
        if (parts.Length == 5)
            refusal = TokenRefusal.TokenEncrypted;
        if (parts.Length != 3 || (Decode(parts[2]) is null && parts[2].Length > 0))
            return null;
        using var header = Document(parts[0]);
        using var claims = Document(parts[1]);
        if (header is null || claims is null)
            return null;
        if ((Check(header.RootElement) ?? Check(claims.RootElement, options, now.ToUnixTimeSeconds())) is { } wrong)
        {
            refusal = wrong;
            return null;
        }
        return new(
            token,
            Text(header.RootElement, "kid")!,
            Text(claims.RootElement, "serviceurl")!,
            claims.RootElement.GetProperty("exp").GetInt64());
    }

    static TokenRefusal? Check(JsonElement header)
    {
        if (Text(header, "alg") is not ("RS256" or "RS384" or "RS512"))
            return TokenRefusal.AlgorithmRefused;
        if (RefusedParameters.Any(name => header.TryGetProperty(name, out _)))
            return TokenRefusal.HeaderParameterRefused;
        if (header.TryGetProperty("typ", out _) && !"JWT".Equals(Text(header, "typ"), StringComparison.OrdinalIgnoreCase))
            return TokenRefusal.HeaderParameterRefused;
        return Text(header, "kid") is null ? TokenRefusal.KeyUnknown : null;
    }

    static TokenRefusal? Check(JsonElement claims, BotFrameworkOptions options, long now)
    {
        if (Text(claims, "iss") != options.Defaults.Issuer)
            return TokenRefusal.IssuerWrong;
        if (Text(claims, "aud") != options.AppId)
            return TokenRefusal.AudienceWrong;
        if (Seconds(claims, "exp", out var expiry) is not true)
            return claims.TryGetProperty("exp", out _) ? TokenRefusal.TokenMalformed : TokenRefusal.ExpiryMissing;
        if (Seconds(claims, "nbf", out var notBefore) is not true)
            return claims.TryGetProperty("nbf", out _) ? TokenRefusal.TokenMalformed : TokenRefusal.NotBeforeMissing;
        if (IsOver(expiry, now))
            return TokenRefusal.Expired;
        if (notBefore > now + Skew)
            return TokenRefusal.NotYetValid;
        if (notBefore > expiry)
            return TokenRefusal.TokenMalformed;
        return Text(claims, "serviceurl") is null ? TokenRefusal.ServiceUrlClaimMissing : null;
    }

    /// <summary>Whether a token that ends at <paramref name="expiry"/> is over (both in Unix seconds).</summary>
    public static bool IsOver(long expiry, long now) => now - Skew >= expiry;

    static bool Seconds(JsonElement claims, string name, out long seconds)
    {
        seconds = 0;
        return claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out seconds);
    }

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text : null;

    static JsonDocument? Document(string part)
    {
        if (Decode(part) is not { } bytes || !Utf8.IsValid(bytes))
            return null;
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(bytes, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object && ActivityJson.IsSound(bytes, Strict.MaxDepth))
                return document;
        }
        catch (JsonException)
        {
            return null;
        }
        document.Dispose();
        return null;
    }

    /// <summary>One way to write each byte only: padding and loose bits at the end are refused.</summary>
    static byte[]? Decode(string part)
    {
        if (part.Length == 0)
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        return Base64Url.DecodeFromChars(part, bytes, out _, out var written) == OperationStatus.Done
            && Base64Url.EncodeToString(bytes.AsSpan(0, written)) == part ? bytes[..written] : null;
    }
}
