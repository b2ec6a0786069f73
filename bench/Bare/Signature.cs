using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServiceCulture.Bench.Bare;

/// <summary>Slack's request signature and its age. https://docs.slack.dev/authentication/verifying-requests-from-slack</summary>
sealed class Signature(byte[] secret, TimeProvider clock)
{
    const int LargestAgeInSeconds = 300;

    public bool Holds(IHeaderDictionary headers, ReadOnlySpan<byte> body) =>
        headers["X-Slack-Request-Timestamp"] is [{ } sentAt]
        && headers["X-Slack-Signature"] is [{ Length: 67 } signature]
        && signature.StartsWith("v0=", StringComparison.Ordinal)
        && long.TryParse(sentAt, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) <= LargestAgeInSeconds
        && Matches(sentAt, body, signature.AsSpan(3));

    bool Matches(string sentAt, ReadOnlySpan<byte> body, ReadOnlySpan<char> hex)
    {
        Span<byte> claimed = stackalloc byte[32];
        if (Convert.FromHexString(hex, claimed, out _, out _) is not System.Buffers.OperationStatus.Done)
            return false;

        Span<byte> prefix = stackalloc byte[32];
        var length = Encoding.ASCII.GetBytes($"v0:{sentAt}:", prefix);
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        mac.AppendData(prefix[..length]);
        mac.AppendData(body);
        Span<byte> computed = stackalloc byte[32];
        mac.GetHashAndReset(computed);
        return CryptographicOperations.FixedTimeEquals(computed, claimed);
    }
}
