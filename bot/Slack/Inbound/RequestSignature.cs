using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ServiceCulture.Slack;

/// <summary>
/// Tells whether a request comes from Slack, before anything in it is parsed: HMAC-SHA256 with the app's signing secret
/// over <c>v0:{timestamp}:{raw body}</c>, compared in constant time, at most five minutes old. Safe for use by many threads.
/// <see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/>
/// </summary>
public sealed class RequestSignature
{
    /// <summary>How far the timestamp may be from now, in both directions, in seconds.</summary>
    public const int ToleranceSeconds = 300;

    const int SignatureLength = 3 + 2 * HMACSHA256.HashSizeInBytes;
    const int LongestTimestamp = 18;

    static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

    readonly byte[] _secret;
    readonly TimeProvider _clock;

    /// <param name="signingSecret">The app's signing secret, from its Basic Information page.</param>
    /// <exception cref="ArgumentException">The secret is empty: anybody could sign with that.</exception>
    public RequestSignature(string signingSecret, TimeProvider clock)
    {
        if (string.IsNullOrWhiteSpace(signingSecret))
            throw new ArgumentException("Slack's signing secret is empty; requests could not be verified.", nameof(signingSecret));
        ArgumentNullException.ThrowIfNull(clock);
        _secret = Encoding.UTF8.GetBytes(signingSecret);
        _clock = clock;
    }

    /// <summary>The body as a verified request, or null with the reason in <paramref name="why"/>. Never throws on what was sent.</summary>
    /// <param name="timestamps">Every value of the header X-Slack-Request-Timestamp, unchanged; exactly one is right.</param>
    /// <param name="signatures">Every value of the header X-Slack-Signature, unchanged; exactly one is right.</param>
    /// <param name="contentType">The header Content-Type; it is not signed and only says how to read the body.</param>
    /// <param name="body">The raw bytes. They must not change while the result is in use.</param>
    public VerifiedRequest? Verify(
        IReadOnlyList<string?> timestamps,
        IReadOnlyList<string?> signatures,
        string? contentType,
        ReadOnlyMemory<byte> body,
        out SignatureRefusal why)
    {
        ArgumentNullException.ThrowIfNull(timestamps);
        ArgumentNullException.ThrowIfNull(signatures);
        why = Refusal(timestamps, signatures, body.Span);
        return why == SignatureRefusal.None ? new VerifiedRequest(body, contentType) : null;
    }

    SignatureRefusal Refusal(IReadOnlyList<string?> timestamps, IReadOnlyList<string?> signatures, ReadOnlySpan<byte> body)
    {
        if (timestamps.Count > 1 || signatures.Count > 1) return SignatureRefusal.RepeatedHeader;
        if (!Single(timestamps, out var timestamp)) return SignatureRefusal.NoTimestamp;
        if (!Single(signatures, out var signature)) return SignatureRefusal.NoSignature;
        if (!Seconds(timestamp, out var seconds)) return SignatureRefusal.BadTimestamp;
        if (Math.Abs(_clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > ToleranceSeconds) return SignatureRefusal.Stale;
        return Compare(timestamp, signature, body);
    }

    static bool Single(IReadOnlyList<string?> values, [NotNullWhen(true)] out string? value)
    {
        value = values.Count == 1 ? values[0] : null;
        return !string.IsNullOrEmpty(value);
    }

    static bool Seconds(string timestamp, out long seconds)
    {
        seconds = 0;
        if (timestamp.Length > LongestTimestamp) return false;
        foreach (var digit in timestamp)
        {
            if (!char.IsAsciiDigit(digit)) return false;
            seconds = seconds * 10 + (digit - '0');
        }
        return true;
    }

    SignatureRefusal Compare(string timestamp, string signature, ReadOnlySpan<byte> body)
    {
        Span<byte> given = stackalloc byte[SignatureLength];
        if (signature.Length != SignatureLength || Ascii.FromUtf16(signature, given, out _) != OperationStatus.Done)
            return SignatureRefusal.BadSignature;
        if (!given.StartsWith("v0="u8) || given[3..].ContainsAnyExcept(HexDigits)) return SignatureRefusal.BadSignature;

        Span<byte> expected = stackalloc byte[SignatureLength];
        Sign(timestamp, body, expected);
        return CryptographicOperations.FixedTimeEquals(given, expected) ? SignatureRefusal.None : SignatureRefusal.Mismatch;
    }

    void Sign(string timestamp, ReadOnlySpan<byte> body, Span<byte> signature)
    {
        Span<byte> prefix = stackalloc byte[3 + LongestTimestamp + 1];
        "v0:"u8.CopyTo(prefix);
        var length = 3 + Encoding.ASCII.GetBytes(timestamp, prefix[3..]);
        prefix[length++] = (byte)':';

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hmac.AppendData(prefix[..length]);
        hmac.AppendData(body);
        hmac.GetHashAndReset(hash);

        "v0="u8.CopyTo(signature);
        Convert.TryToHexStringLower(hash, signature[3..], out _);
    }
}
