namespace ServiceCulture.Bot.Channels;

/// <summary>A request's body as bytes, as they came, at most 1 MB of them.</summary>
static class RequestBody
{
    internal const int Most = 1024 * 1024;
    const int First = 4096;

    /// <returns>Null where there is more; the rest is not read.</returns>
    internal static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > Most)
            return null;
        var bytes = new byte[request.ContentLength is { } said ? (int)said : First];
        var length = 0;
        while (true)
        {
            if (length == bytes.Length)
            {
                if (request.ContentLength is not null)
                    return bytes;
                if (length > Most)
                    return null;
                Array.Resize(ref bytes, Math.Min(length * 2, Most + 1));
            }
            var read = await request.Body.ReadAsync(bytes.AsMemory(length), cancel);
            if (read == 0)
                return length > Most ? null : bytes.AsMemory(0, length);
            length += read;
        }
    }
}
