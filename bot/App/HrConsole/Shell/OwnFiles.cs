using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;

namespace ServiceCulture.Bot.HrConsole.Shell;

/// <summary>
/// The console's style sheets, scripts and fonts: they lie in the program itself, so they are there however it was built
/// and wherever it is started. Read, and made small, when the first browser asks.
/// </summary>
static class OwnFiles
{
    static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".woff2"] = "font/woff2",
    };

    static readonly ConcurrentDictionary<string, File?> Read = new(StringComparer.Ordinal);

    sealed record File(byte[] Bytes, byte[]? Brotli, string Type, string Version);

    /// <summary>Where it is, below the console; the address changes with the file, so that a browser may keep it.</summary>
    internal static string Address(string name) => $"assets/{name}?v={Find(name)?.Version}";

    internal static IResult Give(string name) => Find(name) is { } file ? new Answer(file) : PlainPage.NotFound;

    static File? Find(string name) => Read.TryGetValue(name, out var known) ? known : Load(name) is { } file ? Read.GetOrAdd(name, file) : null;

    static File? Load(string name)
    {
        if (!Types.TryGetValue(Path.GetExtension(name), out var type) || typeof(OwnFiles).Assembly.GetManifestResourceStream($"Console/{name}") is not { } stream)
            return null;
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new File(bytes, type.StartsWith("font/", StringComparison.Ordinal) ? null : Smaller(bytes), type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        }
    }

    static byte[] Smaller(byte[] bytes)
    {
        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.Optimal))
            brotli.Write(bytes);
        return small.ToArray();
    }

    sealed class Answer(File file) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            var headers = http.Response.Headers;
            var takesBrotli = file.Brotli is not null && http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
            var bytes = takesBrotli ? file.Brotli! : file.Bytes;
            // An address without a version (the framework asks for its script so) is asked for anew.
            headers.CacheControl = http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
            headers.ETag = $"\"{file.Version}\"";
            headers.Vary = "Accept-Encoding";
            http.Response.ContentType = file.Type;
            if (http.Request.Headers.IfNoneMatch.Contains($"\"{file.Version}\""))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            if (takesBrotli)
                headers.ContentEncoding = "br";
            http.Response.ContentLength = bytes.Length;
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }
}
