using System.Diagnostics.CodeAnalysis;

namespace ServiceCulture.BotFramework;

/// <summary>Either a verified activity or the reason why there is none. A default value is a refusal.</summary>
public readonly record struct VerificationResult
{
    readonly TokenRefusal refusal;

    VerificationResult(VerifiedActivity? activity, TokenRefusal refusal) => (Activity, this.refusal) = (activity, refusal);

    /// <summary>The activity, when everything was in order.</summary>
    public VerifiedActivity? Activity { get; }

    /// <summary>The reason, when anything was not.</summary>
    public TokenRefusal? Refusal => Activity is null ? refusal : null;

    /// <summary>Whether there is an activity.</summary>
    [MemberNotNullWhen(true, nameof(Activity))]
    public bool IsVerified => Activity is not null;

    internal static VerificationResult Verified(VerifiedActivity activity) => new(activity, default);

    internal static VerificationResult Refused(TokenRefusal refusal) => new(null, refusal);
}
