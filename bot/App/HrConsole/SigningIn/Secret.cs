using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ServiceCulture.Bot.HrConsole.SigningIn;

/// <summary>What opens something: 32 random bytes for the browser, their hash for the row.</summary>
static class Secret
{
    internal static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    internal static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
