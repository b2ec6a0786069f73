namespace ServiceCulture.Slack;

/// <summary>
/// A request body that Slack signed. Only <see cref="RequestSignature"/> can make one, so that nothing unverified
/// can be parsed by mistake.
/// </summary>
public sealed class VerifiedRequest
{
    internal VerifiedRequest(ReadOnlyMemory<byte> body, string? contentType)
    {
        Body = body;
        ContentType = contentType;
    }

    /// <summary>The raw bytes as they came; the caller's memory, not a copy.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The Content-Type header, with its parameters; null when there was none.</summary>
    public string? ContentType { get; }
}
