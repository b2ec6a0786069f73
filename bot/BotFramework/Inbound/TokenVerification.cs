using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceCulture.BotFramework;

/// <summary>
/// Decides whether a request to the messaging endpoint came from the Bot Framework Connector. The token is verified
/// first and alone; then the few fields of the body that can be compared with it are. One instance per process.
/// Rules: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot
/// </summary>
public sealed class TokenVerification
{
    static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    readonly BotFrameworkOptions options;
    readonly TimeProvider clock;
    readonly SigningKeys keys;
    readonly ServiceUrls serviceUrls;
    readonly VerifiedTokens tokens = new();
    readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <param name="options">What is accepted.</param>
    /// <param name="metadataHttp">Fetches the Connector's keys; should come from <see cref="BotHttp.CreateHandler"/>.</param>
    /// <param name="clock">Says what has expired.</param>
    /// <exception cref="ArgumentException">The options are wrong (<see cref="BotFrameworkOptions.Problems"/>).</exception>
    public TokenVerification(BotFrameworkOptions options, HttpClient metadataHttp, TimeProvider clock)
    {
        options.ThrowIfWrong();
        (this.options, this.clock) = (options, clock);
        keys = new SigningKeys(options.MetadataUrl ?? options.Defaults.MetadataUrl, metadataHttp, clock);
        serviceUrls = new ServiceUrls(options.ServiceHosts, options.Cloud);
    }

    /// <summary>Why the Connector's keys could not be fetched the last time; null when they could. For the log.</summary>
    public Exception? KeyFailure => keys.Failure;

    /// <summary>Verifies one request. Never throws because of what came in.</summary>
    /// <param name="authorization">All values of the Authorization header: exactly one is accepted.</param>
    /// <param name="body">The body's bytes. The caller caps their number.</param>
    /// <param name="cancellation">Ends the wait for keys; a fetch that has begun goes on for the others.</param>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for keys.</exception>
    public async ValueTask<VerificationResult> Verify(
        IReadOnlyList<string?> authorization, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(options.AppId))
            return VerificationResult.Refused(TokenRefusal.NotConfigured);
        if (BearerToken.FromHeader(authorization, out var refusal) is not { } text)
            return VerificationResult.Refused(refusal);
        var (token, refused) = await Verify(text, cancellation).ConfigureAwait(false);
        return token is null ? VerificationResult.Refused(refused) : Compare(token, body);
    }

    async ValueTask<(VerifiedToken?, TokenRefusal)> Verify(string text, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var hash = VerifiedTokens.Hash.Of(text);
        if (tokens.Knows(hash) && await keys.Current(cancellation).ConfigureAwait(false) is { } held
            && tokens.Find(hash, held, now.ToUnixTimeSeconds()) is { } known)
            return (known, default);
        // What is wrong in itself is refused before it can make us fetch anything.
        if (BearerToken.Read(text, options, now, out var refusal) is not { } token)
            return (null, refusal);
        if (await keys.Current(cancellation).ConfigureAwait(false) is not { } set)
            return (null, TokenRefusal.KeysUnavailable);
        if (set.Find(token.KeyId) is null)
            set = await keys.Newer(set, cancellation).ConfigureAwait(false);
        if (set.Find(token.KeyId) is not { } key)
            return (null, TokenRefusal.KeyUnknown);
        if (!await IsSignedBy(key.Key, token).ConfigureAwait(false))
            return (null, TokenRefusal.SignatureWrong);
        var verified = new VerifiedToken(set, key, token.ServiceUrl, token.Expiry);
        tokens.Keep(hash, verified, now.ToUnixTimeSeconds());
        return (verified, default);
    }

    /// <summary>The library checks the signature, and once more all that was already read: two readers must agree.</summary>
    async Task<bool> IsSignedBy(JsonWebKey key, BearerToken token)
    {
        var result = await handler.ValidateTokenAsync(token.Token, new TokenValidationParameters
        {
            ValidIssuer = options.Defaults.Issuer,
            ValidAudience = options.AppId,
            ValidAlgorithms = Algorithms,
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            // The time was checked by our clock; the library only knows the machine's.
            ValidateLifetime = false,
        }).ConfigureAwait(false);
        return result.IsValid;
    }

    VerificationResult Compare(VerifiedToken token, ReadOnlyMemory<byte> body)
    {
        if (ActivityOrigin.Read(body.Span) is not { } origin)
            return VerificationResult.Refused(TokenRefusal.BodyMalformed);
        if (!options.Channels.Contains(origin.ChannelId))
            return VerificationResult.Refused(TokenRefusal.ChannelRefused);
        if (!token.Key.Endorsements.Contains(origin.ChannelId))
            return VerificationResult.Refused(TokenRefusal.EndorsementMissing);
        if (!token.ServiceUrl.Equals(origin.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return VerificationResult.Refused(TokenRefusal.ServiceUrlMismatch);
        if (!serviceUrls.Allows(origin.ServiceUrl, out _))
            return VerificationResult.Refused(TokenRefusal.ServiceUrlRefused);
        if (origin.Tenant(out var refusal) is not { } tenant)
            return VerificationResult.Refused(refusal);
        return options.AllowsTenant(tenant)
            ? VerificationResult.Verified(new VerifiedActivity(body, origin, tenant))
            : VerificationResult.Refused(TokenRefusal.TenantRefused);
    }
}
