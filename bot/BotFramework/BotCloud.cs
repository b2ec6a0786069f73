namespace ServiceCulture.BotFramework;

/// <summary>The cloud a bot is registered in. One deployment speaks to one cloud only.</summary>
public enum BotCloud
{
    /// <summary>The commercial cloud, GCC included.</summary>
    Public,

    /// <summary>Azure for the US Government (GCC High).</summary>
    UsGov,
}

/// <summary>
/// What differs from cloud to cloud.
/// See https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
/// and https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high.
/// </summary>
public sealed record BotCloudDefaults
{
    /// <summary>The only issuer accepted in tokens of the Connector.</summary>
    public required string Issuer { get; init; }

    /// <summary>The OpenID metadata that names the Connector's signing keys.</summary>
    public required string MetadataUrl { get; init; }

    /// <summary>The resource the bot asks a token for; its scope is this and <c>/.default</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>Where tokens come from, without the tenant and without a slash at the end.</summary>
    public required string Login { get; init; }

    /// <summary>The tenant that issues tokens to bots that have no tenant of their own.</summary>
    public required string SharedTenant { get; init; }

    /// <summary>Hosts that replies may go to, exactly as written.</summary>
    public required IReadOnlyList<string> ServiceHosts { get; init; }

    /// <summary>Domains below which every host may get replies, written with the leading dot.</summary>
    public required IReadOnlyList<string> ServiceDomains { get; init; }

    /// <summary>The defaults of one cloud.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A cloud that is not named in <see cref="BotCloud"/>.</exception>
    public static BotCloudDefaults Of(BotCloud cloud) => cloud switch
    {
        BotCloud.Public => PublicCloud,
        BotCloud.UsGov => UsGovCloud,
        _ => throw new ArgumentOutOfRangeException(nameof(cloud)),
    };

    static readonly BotCloudDefaults PublicCloud = new()
    {
        Issuer = "https://api.botframework.com",
        MetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration",
        Resource = "https://api.botframework.com",
        Login = "https://login.microsoftonline.com",
        SharedTenant = "botframework.com",
        ServiceHosts = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"],
        // Not *.trafficmanager.net: anybody can have a name there.
        ServiceDomains = [".botframework.com"],
    };

    static readonly BotCloudDefaults UsGovCloud = new()
    {
        Issuer = "https://api.botframework.us",
        MetadataUrl = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        Resource = "https://api.botframework.us",
        Login = "https://login.microsoftonline.us",
        SharedTenant = "MicrosoftServices.onmicrosoft.us",
        ServiceHosts = ["smba.infra.gov.teams.microsoft.us"],
        ServiceDomains = [],
    };
}
