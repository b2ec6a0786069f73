namespace ServiceCulture.Bot.Features.People;

/// <summary>The columns of the file, and the spellings of their headings that are accepted.</summary>
static class ImportFields
{
    internal const string Email = "e-mail", Name = "name", Team = "team", Manager = "manager's e-mail", Role = "role", Zone = "zone", Language = "language", Country = "country";

    internal static readonly string[] All = [Email, Name, Team, Manager, Role, Zone, Language, Country];

    static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["email"] = Email,
        ["emailaddress"] = Email,
        ["mail"] = Email,
        ["name"] = Name,
        ["fullname"] = Name,
        ["displayname"] = Name,
        ["team"] = Team,
        ["teamname"] = Team,
        ["manager"] = Manager,
        ["manageremail"] = Manager,
        ["managersemail"] = Manager,
        ["role"] = Role,
        ["roles"] = Role,
        ["zone"] = Zone,
        ["timezone"] = Zone,
        ["language"] = Language,
        ["locale"] = Language,
        ["country"] = Country,
        ["countrycode"] = Country,
    };

    /// <summary>The column that a heading names, or null.</summary>
    internal static string? Find(string heading) =>
        Spellings.GetValueOrDefault(string.Concat(heading.Where(c => c is not ('-' or '_' or ' ' or '\'' or '’' or '.'))).ToLowerInvariant());
}
