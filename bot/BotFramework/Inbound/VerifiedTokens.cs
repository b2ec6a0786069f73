using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ServiceCulture.BotFramework;

/// <summary>A token whose signature was found good under <paramref name="Keys"/>.</summary>
sealed record VerifiedToken(KeySet Keys, ConnectorKey Key, string ServiceUrl, long Expiry);

/// <summary>
/// Remembers good tokens by their hash, so that the costly check is done once for the hour that a token lives.
/// Only the token is remembered; every body is compared with it anew.
/// </summary>
sealed class VerifiedTokens
{
    const int Most = 1000;

    readonly ConcurrentDictionary<Hash, VerifiedToken> byHash = new();

    public bool Knows(in Hash hash) => byHash.ContainsKey(hash);

    public VerifiedToken? Find(in Hash hash, KeySet keys, long now)
    {
        if (!byHash.TryGetValue(hash, out var token))
            return null;
        if (ReferenceEquals(token.Keys, keys) && !BearerToken.IsOver(token.Expiry, now))
            return token;
        byHash.TryRemove(hash, out _);
        return null;
    }

    public void Keep(in Hash hash, VerifiedToken token, long now)
    {
        if (byHash.Count >= Most)
            MakeRoom(token.Keys, now);
        byHash[hash] = token;
    }

    void MakeRoom(KeySet keys, long now)
    {
        foreach (var (hash, token) in byHash)
        {
            if (!ReferenceEquals(token.Keys, keys) || BearerToken.IsOver(token.Expiry, now))
                byHash.TryRemove(hash, out _);
        }
        // A thousand live tokens at once don't happen; starting again costs one check each.
        if (byHash.Count >= Most)
            byHash.Clear();
    }

    /// <summary>SHA-256 of a whole token.</summary>
    public readonly record struct Hash(UInt128 Low, UInt128 High)
    {
        public static Hash Of(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
            return new(
                BinaryPrimitives.ReadUInt128LittleEndian(hash),
                BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]));
        }
    }
}
