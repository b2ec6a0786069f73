namespace ServiceCulture.Bot.Data;

/// <summary>Everyone is a member; these are besides. Who manages a team stands with the team.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Expert = 1,
    Hr = 2,

    /// <summary>Sees settings, texts and rules, no person.</summary>
    WorksCouncil = 4,
    Owner = 8,
}

/// <summary>What of a person may be said by HR, by a platform and by themselves.</summary>
[Flags]
public enum Said
{
    None = 0,
    Name = 1,
    Zone = 2,
    Language = 4,

    /// <summary>Working days and hours.</summary>
    Hours = 8,
}
