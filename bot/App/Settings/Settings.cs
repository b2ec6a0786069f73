namespace ServiceCulture.Bot.Settings;

/// <summary>Database: where the rows are.</summary>
public sealed class DatabaseSettings
{
    /// <summary>Sqlite or PostgreSql.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
}

public enum DatabaseProvider { Sqlite, PostgreSql }

/// <summary>ConnectionStrings.</summary>
public sealed class ConnectionSettings
{
    public string ServiceCulture { get; set; } = "Data Source=data/service-culture.db";

    /// <summary>The key store, apart from the data. Used from the first private text on.</summary>
    public string Keys { get; set; } = "Data Source=data/keys.db";
}

/// <summary>Slack: on with a signing secret and a bot token.</summary>
public sealed class SlackSettings
{
    public string? SigningSecret { get; set; }
    public string? BotToken { get; set; }
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    public bool IsOn => !string.IsNullOrEmpty(SigningSecret) && !string.IsNullOrEmpty(BotToken);
}

/// <summary>BotFramework: Teams.</summary>
public sealed class BotFrameworkSettings
{
    public string? AppId { get; set; }
    public string? TenantId { get; set; }
    public string? AppPassword { get; set; }
    public bool ManagedIdentity { get; set; }

    /// <summary>Channel ids to accept besides msteams.</summary>
    public string[] Channels { get; set; } = [];

    /// <summary>Public or UsGov.</summary>
    public string Cloud { get; set; } = "Public";
    public string? MetadataUrl { get; set; }
    public string? TokenUrl { get; set; }

    /// <summary>Extra hosts, <c>host[:port]</c>, that messages may be sent to.</summary>
    public string[] ServiceHosts { get; set; } = [];

    /// <summary>No tokens at all: Development and loopback only, for the Agents Playground.</summary>
    public bool DangerouslyAllowUnauthenticated { get; set; }

    public bool IsOn => !string.IsNullOrEmpty(AppId) || DangerouslyAllowUnauthenticated;
}

/// <summary>Local: the page at /try.</summary>
public sealed class LocalSettings
{
    /// <summary>Null: on in Development. Never reachable from another machine.</summary>
    public bool? Enabled { get; set; }
}

/// <summary>Organisation.</summary>
public sealed class OrganisationSettings
{
    /// <summary>E-mail of the first owner, who gives roles.</summary>
    public string? Owner { get; set; }
    public string TimeZone { get; set; } = "UTC";
    public DayOfWeek WeekStart { get; set; } = DayOfWeek.Monday;
    public string DefaultCulture { get; set; } = "en";
}

/// <summary>Privacy.</summary>
public sealed class PrivacySettings
{
    /// <summary>32 bytes, base64. Made in data/ in Development; required in Production.</summary>
    public string? MasterKey { get; set; }
}

/// <summary>Console.</summary>
public sealed class ConsoleSettings
{
    public string? PublicUrl { get; set; }
}

/// <summary>Outbox: how fast messages go out. Empty: what each platform bears.</summary>
public sealed class OutboxSettings
{
    /// <summary>Messages a second to one installation.</summary>
    public double? PerSecond { get; set; }

    /// <summary>Messages a second to one conversation.</summary>
    public double? PerPlacePerSecond { get; set; }

    /// <summary>Sends under way at once, 1 to 64.</summary>
    public int AtOnce { get; set; } = 8;

    internal Func<double> Chance { get; set; } = Random.Shared.NextDouble;
}
