namespace ServiceCulture.Slack;

/// <summary>Why a request was not taken for Slack's. For the log only: whoever sent it is told nothing but 401.</summary>
public enum SignatureRefusal
{
    /// <summary>Not refused.</summary>
    None,

    /// <summary>X-Slack-Request-Timestamp is missing or empty.</summary>
    NoTimestamp,

    /// <summary>X-Slack-Signature is missing or empty.</summary>
    NoSignature,

    /// <summary>One of the two headers came more than once, so that it is unclear which one was meant.</summary>
    RepeatedHeader,

    /// <summary>The timestamp is something else than 1 to 18 decimal digits.</summary>
    BadTimestamp,

    /// <summary>The timestamp is more than 300 seconds away from now, in the past or in the future.</summary>
    Stale,

    /// <summary>The signature does not have the form <c>v0=</c> and 64 hexadecimal digits in lower case.</summary>
    BadSignature,

    /// <summary>The signature was made with another secret, or of other bytes.</summary>
    Mismatch,
}
