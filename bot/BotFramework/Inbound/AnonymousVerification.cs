namespace ServiceCulture.BotFramework;

/// <summary>
/// For development on one's own machine, where the Microsoft 365 Agents Playground sends no token. The caller must have
/// made sure that this is switched on, that the environment is Development and that the request came over loopback.
/// </summary>
public static class AnonymousVerification
{
    /// <summary>
    /// Takes a body without a token. It still needs an accepted channel, an allowed serviceUrl and one tenant; the tenant
    /// need not be allowed when no tenants are named at all. Null when something is missing.
    /// </summary>
    /// <exception cref="ArgumentException">The options are wrong (<see cref="BotFrameworkOptions.Problems"/>).</exception>
    public static VerifiedActivity? Accept(ReadOnlyMemory<byte> body, BotFrameworkOptions options)
    {
        options.ThrowIfWrong();
        if (ActivityOrigin.Read(body.Span) is not { } origin
            || !options.Channels.Contains(origin.ChannelId)
            || !new ServiceUrls(options.ServiceHosts, options.Cloud).Allows(origin.ServiceUrl, out _)
            || origin.Tenant(out _) is not { } tenant)
            return null;
        return options.AllowedTenants.Count == 0 || options.AllowsTenant(tenant) ? new(body, origin, tenant) : null;
    }
}
