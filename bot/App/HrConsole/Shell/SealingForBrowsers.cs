using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>
/// Seals what a page hands a browser to keep (form tokens, the beginning of a page's state) with keys that follow from the
/// master key: so every node opens what another sealed, also after a restart, and no file of keys lies about.
/// </summary>
public sealed class SealingForBrowsers : IDataProtector
{
    readonly Lazy<byte[]> _key;

    public SealingForBrowsers(PrivacySettings settings) : this(() => MasterKey.Read(settings), "console") { }

    SealingForBrowsers(Func<byte[]> above, string purpose) =>
        _key = new(() => HKDF.DeriveKey(HashAlgorithmName.SHA256, above(), 32, info: Encoding.UTF8.GetBytes(purpose)));

    public IDataProtector CreateProtector(string purpose) => new SealingForBrowsers(() => _key.Value, purpose);

    public byte[] Protect(byte[] plaintext)
    {
        var sealedBytes = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + plaintext.Length];
        var (nonce, tag, words) = Parts(sealedBytes);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(_key.Value, tag.Length);
        aes.Encrypt(nonce.Span, plaintext, words.Span, tag.Span);
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">It was not sealed here, or for another purpose, or was changed.</exception>
    public byte[] Unprotect(byte[] protectedData)
    {
        if (protectedData.Length < AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize)
            throw new CryptographicException("Too short to be sealed.");
        var (nonce, tag, words) = Parts(protectedData);
        var plain = new byte[words.Length];
        using var aes = new AesGcm(_key.Value, tag.Length);
        aes.Decrypt(nonce.Span, words.Span, tag.Span, plain);
        return plain;
    }

    static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Words) Parts(byte[] all)
    {
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        return (all.AsMemory(0, nonce), all.AsMemory(nonce, tag), all.AsMemory(nonce + tag));
    }
}
