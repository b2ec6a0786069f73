namespace ServiceCulture.BotFramework;

/// <summary>How this project wants its HTTP connections: nothing on the way may redirect them or see their tokens.</summary>
public static class BotHttp
{
    /// <summary>
    /// A handler without redirects, proxies and cookies, for metadata, tokens and the Connector alike.
    /// Connections are renewed every five minutes so that DNS changes are followed.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Reads a body of at most <paramref name="limit"/> bytes; null when it is longer.</summary>
    internal static async Task<byte[]?> ReadCapped(HttpContent content, int limit, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > limit)
            return null;
        await using var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var copy = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            if (copy.Length + read > limit)
                return null;
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }
}
