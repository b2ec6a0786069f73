namespace ServiceCulture.Bot.Features.MyData;

/// <summary>Where people's browsers reach this server.</summary>
/// <param name="said">Console:PublicUrl: where /console is reached, with or without that.</param>
/// <param name="own">What it listens on, where a browser can open that.</param>
public sealed class PublicAddress(string? said, Func<string?> own)
{
    /// <summary>An address below it; null where nobody said what it is.</summary>
    public Uri? For(string path)
    {
        var root = string.IsNullOrEmpty(said) ? own() is { } listening ? Reachable(listening) : null : said.TrimEnd('/');
        if (root is null)
            return null;
        if (root.EndsWith("/console", StringComparison.OrdinalIgnoreCase))
            root = root[..^"/console".Length];
        return new Uri($"{root}/{path}");
    }

    static readonly string[] AnyAddress = ["://0.0.0.0", "://[::]", "://127.0.0.1", "://+", "://*"];

    // A server that listens on all addresses names none that a browser can open.
    static string Reachable(string address) => AnyAddress
        .Aggregate(address.TrimEnd('/'), (one, any) => one.Replace(any, "://localhost", StringComparison.Ordinal));
}
