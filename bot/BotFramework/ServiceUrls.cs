using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceCulture.BotFramework;

/// <summary>
/// Decides where replies may go. A serviceUrl comes in a request body and the bot's token goes to it,
/// so it is checked when it comes in and again before each request.
/// Accepted: https on port 443 and a known host, or a host named by the operator with its port; http for those on
/// loopback only; a plain path without escapes, query or fragment.
/// Hosts: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
/// </summary>
public sealed partial class ServiceUrls
{
    const int LongestUrl = 1024;

    readonly FrozenSet<string> hosts;
    readonly IReadOnlyList<string> domains;
    readonly FrozenSet<string> extraHosts;

    /// <param name="extraHosts">Further hosts, <c>host[:port]</c>, port 443 when none is given.</param>
    /// <param name="cloud">Whose hosts are known.</param>
    /// <exception cref="ArgumentException">An extra host that is not <c>host[:port]</c>.</exception>
    public ServiceUrls(IEnumerable<string> extraHosts, BotCloud cloud)
    {
        var defaults = BotCloudDefaults.Of(cloud);
        hosts = defaults.ServiceHosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        domains = defaults.ServiceDomains;
        this.extraHosts = extraHosts.SelectMany(Origins).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a reply may be sent below this URL; <paramref name="uri"/> is set exactly when it may.</summary>
    public bool Allows(string? url, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        if (url is null or { Length: > LongestUrl } || Shape().Match(url) is not { Success: true } parts)
            return false;
        var secure = parts.Groups["scheme"].Value.Equals("https", StringComparison.OrdinalIgnoreCase);
        var host = parts.Groups["host"].Value;
        if (!Port(parts.Groups["port"], secure ? 443 : 80, out var port) || !IsKnown(secure, host, port))
            return false;
        // Uri must see the same host and port as the check above, or there is a trick that we don't know.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Port != port
            || !parsed.Host.Equals(host, StringComparison.OrdinalIgnoreCase))
            return false;
        uri = parsed;
        return true;
    }

    internal static bool IsHost(string host) => HostAndPort().Match(host) is { Success: true } parts
        && Port(parts.Groups["port"], 443, out _);

    bool IsKnown(bool secure, string host, int port) =>
        extraHosts.Contains(Origin(secure, host, port))
        || (secure && port == 443 && (hosts.Contains(host) || IsBelow(host)));

    bool IsBelow(string host)
    {
        foreach (var domain in domains)
        {
            if (host.Length > domain.Length && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    static IEnumerable<string> Origins(string entry)
    {
        var parts = HostAndPort().Match(entry);
        if (!parts.Success || !Port(parts.Groups["port"], 443, out var port))
            throw new ArgumentException($"'{entry}' is not host or host:port.", nameof(entry));
        var host = parts.Groups["host"].Value;
        yield return Origin(secure: true, host, port);
        if (BotFrameworkOptions.IsLoopback(host))
            yield return Origin(secure: false, host, parts.Groups["port"].Success ? port : 80);
    }

    static string Origin(bool secure, string host, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"{(secure ? "https" : "http")}://{host}:{port}");

    static bool Port(Group group, int otherwise, out int port)
    {
        port = otherwise;
        return !group.Success || (int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out port)
            && port is > 0 and <= 65535);
    }

    // Labels of letters, digits and inner hyphens, no dot at the end; xn-- is left out because no known host has it.
    const string Host = @"(?<host>(?!xn--)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.(?!xn--)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*)";

    [GeneratedRegex(@"\A" + Host + @"(?::(?<port>[1-9][0-9]{0,4}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostAndPort();

    // A path segment may not begin with a dot: no "." and no "..".
    [GeneratedRegex(@"\A(?<scheme>[Hh][Tt][Tt][Pp][Ss]?)://" + Host + @"(?::(?<port>[1-9][0-9]{0,4}))?(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
