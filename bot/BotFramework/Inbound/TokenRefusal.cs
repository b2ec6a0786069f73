namespace ServiceCulture.BotFramework;

/// <summary>
/// Why a request was refused. For logs only: the answer is 401 with a constant body, so that a caller learns nothing.
/// The exceptions are <see cref="KeysUnavailable"/> (ours: 503, it comes again) and <see cref="BodyMalformed"/> (400).
/// </summary>
public enum TokenRefusal
{
    /// <summary>The bot has no App ID, so no token can be for it.</summary>
    NotConfigured,

    /// <summary>There was no Authorization header, or an empty one.</summary>
    HeaderMissing,

    /// <summary>There was more than one Authorization header.</summary>
    HeaderRepeated,

    /// <summary>The header is not exactly <c>Bearer</c>, one space and one token.</summary>
    HeaderMalformed,

    /// <summary>Not three parts of base64url, not JSON objects, repeated names, a claim of the wrong type, or over 16 KB.</summary>
    TokenMalformed,

    /// <summary>Five parts: an encrypted token. The Connector sends none.</summary>
    TokenEncrypted,

    /// <summary>Signed with anything but RS256, RS384 or RS512.</summary>
    AlgorithmRefused,

    /// <summary>The token's header brings its own key, or an extension that changes what is signed.</summary>
    HeaderParameterRefused,

    /// <summary>Not issued by this cloud's Connector.</summary>
    IssuerWrong,

    /// <summary>Not issued for this bot alone.</summary>
    AudienceWrong,

    /// <summary>No <c>exp</c>.</summary>
    ExpiryMissing,

    /// <summary>No <c>nbf</c>.</summary>
    NotBeforeMissing,

    /// <summary>Over for more than five minutes.</summary>
    Expired,

    /// <summary>Begins more than five minutes from now.</summary>
    NotYetValid,

    /// <summary>No <c>serviceurl</c> claim.</summary>
    ServiceUrlClaimMissing,

    /// <summary>The token names no key, or one that is not among the Connector's.</summary>
    KeyUnknown,

    /// <summary>The signature is not that key's over these bytes.</summary>
    SignatureWrong,

    /// <summary>The Connector's keys could not be fetched. Not the caller's fault.</summary>
    KeysUnavailable,

    /// <summary>The body is not a JSON object, or a field that is compared is repeated or of the wrong type.</summary>
    BodyMalformed,

    /// <summary>The activity's channel is not accepted here.</summary>
    ChannelRefused,

    /// <summary>The signing key may not speak for the activity's channel.</summary>
    EndorsementMissing,

    /// <summary>The activity's serviceUrl is not the one in the token.</summary>
    ServiceUrlMismatch,

    /// <summary>The serviceUrl is not one that replies may go to.</summary>
    ServiceUrlRefused,

    /// <summary>The activity names no tenant.</summary>
    TenantMissing,

    /// <summary>The activity names two different tenants.</summary>
    TenantAmbiguous,

    /// <summary>The activity's tenant is not one of ours.</summary>
    TenantRefused,
}
