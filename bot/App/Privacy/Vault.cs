using System.Security.Cryptography;
using System.Text;

namespace ServiceCulture.Bot.Privacy;

/// <summary>
/// Encrypts what is a person's own with their own key. Said honestly: who holds the server and the master key can read it;
/// who holds the database, its backups or a dump of it can't.
/// </summary>
public sealed class Vault(KeyStore keys, byte[] masterKey, TimeProvider clock)
{
    readonly byte[] _wrapping = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: "service-culture member keys v1"u8.ToArray());
    readonly string _id = Convert.ToHexString(SHA256.HashData(masterKey).AsSpan(0, 6));

    /// <summary>The person's cipher; null where they have no key (yet, or any more).</summary>
    /// <exception cref="CryptographicException">The key was wrapped by another master key than the one in the settings.</exception>
    public async Task<Cipher?> Find(Guid member, CancellationToken cancel) =>
        await keys.Find(member, cancel) is { } wrapped ? Unwrap(member, wrapped) : null;

    /// <summary>The ciphers of those who have a key, some hundred at a time.</summary>
    /// <exception cref="CryptographicException">A key was wrapped by another master key than the one in the settings.</exception>
    public async Task<IReadOnlyDictionary<Guid, Cipher>> Find(IReadOnlyCollection<Guid> members, CancellationToken cancel) =>
        (await keys.Find(members, cancel)).ToDictionary(key => key.Key, key => Unwrap(key.Key, key.Value));

    /// <summary>The person's cipher; makes them a key where they have none.</summary>
    public async Task<Cipher> FindOrMake(Guid member, CancellationToken cancel)
    {
        if (await Find(member, cancel) is { } known)
            return known;
        await keys.Keep(member, Wrap(member, RandomNumberGenerator.GetBytes(32)), clock.GetUtcNow().UtcDateTime, cancel);
        return (await Find(member, cancel))!;
    }

    /// <summary>Destroys the person's key: nothing that was sealed with it can be read from now on.</summary>
    public Task Destroy(Guid member, CancellationToken cancel) => keys.Destroy(member, cancel);

    WrappedKey Wrap(Guid member, byte[] key) => new(_id, new Cipher(member, _wrapping).Seal(key));

    Cipher Unwrap(Guid member, WrappedKey wrapped) => wrapped.MasterKeyId == _id
        ? new Cipher(member, new Cipher(member, _wrapping).Open(wrapped.Wrapped))
        : throw new CryptographicException($"A member's key was wrapped by master key {wrapped.MasterKeyId}; the settings hold {_id}.");
}

/// <summary>AES-256-GCM with a nonce of its own for each text, bound to the member. Version, nonce, tag, text.</summary>
public sealed class Cipher
{
    const byte Version = 1;
    const int Nonce = 12, Tag = 16, Head = 1 + Nonce + Tag;

    readonly byte[] _member;
    readonly byte[] _key;

    internal Cipher(Guid member, byte[] key) => (_member, _key) = (member.ToByteArray(), key);

    public byte[] Seal(string words) => Seal(Encoding.UTF8.GetBytes(words));

    /// <exception cref="CryptographicException">It was sealed with another key, for somebody else, or changed since.</exception>
    public string Read(byte[] sealedWords) => Encoding.UTF8.GetString(Open(sealedWords));

    /// <summary>The same; null where it can't be read any more: sealed with a key that was destroyed since.</summary>
    public string? TryRead(byte[] sealedWords)
    {
        try
        {
            return Read(sealedWords);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal byte[] Seal(ReadOnlySpan<byte> bytes)
    {
        var all = new byte[Head + bytes.Length];
        all[0] = Version;
        RandomNumberGenerator.Fill(all.AsSpan(1, Nonce));
        using var aes = new AesGcm(_key, Tag);
        aes.Encrypt(all.AsSpan(1, Nonce), bytes, all.AsSpan(Head), all.AsSpan(1 + Nonce, Tag), _member);
        return all;
    }

    internal byte[] Open(byte[] all)
    {
        if (all.Length < Head || all[0] != Version)
            throw new CryptographicException("These bytes were not sealed here.");
        var bytes = new byte[all.Length - Head];
        using var aes = new AesGcm(_key, Tag);
        aes.Decrypt(all.AsSpan(1, Nonce), all.AsSpan(Head), all.AsSpan(1 + Nonce, Tag), bytes, _member);
        return bytes;
    }
}
