using System.Collections.Frozen;
using System.Net;

namespace ServiceCulture.BotFramework;

/// <summary>Who the bot is, and what it accepts from whom.</summary>
public sealed record BotFrameworkOptions
{
    static readonly FrozenSet<string> TeamsOnly = FrozenSet.Create(StringComparer.Ordinal, "msteams");

    /// <summary>The bot's Microsoft App ID. Empty: every token is refused.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The bot's home tenant, for single-tenant bots. Null: the shared tenant of the cloud.</summary>
    public string? TenantId { get; init; }

    /// <summary>The client secret. Not needed with <see cref="ManagedIdentity"/>.</summary>
    public string? AppPassword { get; init; }

    /// <summary>The bot has no password: its token comes from the machine it runs on.</summary>
    public bool ManagedIdentity { get; init; }

    /// <summary>
    /// Tenants whose activities are accepted. Asked at every activity, so it may be a set that changes;
    /// it should compare without case. Empty: only <see cref="TenantId"/> is accepted.
    /// </summary>
    public IReadOnlySet<string> AllowedTenants { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Channel ids that are accepted, exactly as the platform writes them.</summary>
    public IReadOnlySet<string> Channels { get; init; } = TeamsOnly;

    /// <summary>The cloud the bot is registered in.</summary>
    public BotCloud Cloud { get; init; }

    /// <summary>OpenID metadata, when not the cloud's own. https, or http on loopback.</summary>
    public string? MetadataUrl { get; init; }

    /// <summary>The token endpoint, when not the cloud's own. https, or http on loopback.</summary>
    public string? TokenUrl { get; init; }

    /// <summary>Further hosts that replies may go to, <c>host[:port]</c>; http is allowed on loopback only.</summary>
    public IReadOnlyList<string> ServiceHosts { get; init; } = [];

    /// <summary>The defaults of <see cref="Cloud"/>.</summary>
    public BotCloudDefaults Defaults => BotCloudDefaults.Of(Cloud);

    /// <summary>Whether people of this tenant may talk to the bot.</summary>
    public bool AllowsTenant(string tenantId) => AllowedTenants.Count > 0
        ? AllowedTenants.Contains(tenantId)
        : string.Equals(TenantId, tenantId, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(TenantId);

    /// <summary>What is wrong with these options, one sentence each that begins with the key; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (MetadataUrl is not null && !IsSafeUrl(MetadataUrl))
            yield return "MetadataUrl must be an https address (http only on loopback).";
        if (TokenUrl is not null && !IsSafeUrl(TokenUrl))
            yield return "TokenUrl must be an https address (http only on loopback).";
        if (ManagedIdentity && !string.IsNullOrEmpty(AppPassword))
            yield return "ManagedIdentity and AppPassword exclude each other: set one of them.";
        if (Channels.Count == 0)
            yield return "Channels must name at least one channel, such as msteams.";
        foreach (var host in ServiceHosts.Where(host => !ServiceUrls.IsHost(host)))
            yield return $"ServiceHosts: '{host}' is not host or host:port.";
    }

    /// <exception cref="ArgumentException">When <see cref="Problems"/> finds any.</exception>
    internal void ThrowIfWrong()
    {
        if (Problems().FirstOrDefault() is { } problem)
            throw new ArgumentException(problem);
    }

    internal static bool IsSafeUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri is { UserInfo: "", Fragment: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri.IdnHost)));

    internal static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
