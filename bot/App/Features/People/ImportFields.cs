using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>The columns of the file, and the spellings of their headings that are accepted.</summary>
static class ImportFields
{
    internal const string Email = "e-mail", Name = "name", Team = "team", Manager = "manager's e-mail", Role = "role", Zone = "zone", Language = "language", Country = "country", Region = "region", Site = "site", WorkDays = "work_days", WorkFrom = "work_from", WorkTo = "work_to",
        Parent = "parent team", Deputy = "deputy's e-mail", DeputyIsAlways = "deputy_always", Starts = "starts", Leaves = "leaves";

    /// <summary>In a cell: what is known is not so any more. An empty cell leaves it as it is.</summary>
    internal const string None = "-";

    internal static readonly string[] All = [Email, Name, Team, Manager, Role, Zone, Language, Country, Region, Site, WorkDays, WorkFrom, WorkTo, Parent, Deputy, DeputyIsAlways, Starts, Leaves];

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
        ["region"] = Region,
        ["state"] = Region,
        ["site"] = Site,
        ["location"] = Site,
        ["workdays"] = WorkDays,
        ["workfrom"] = WorkFrom,
        ["workto"] = WorkTo,
        ["parentteam"] = Parent,
        ["parent"] = Parent,
        ["deputy"] = Deputy,
        ["deputyemail"] = Deputy,
        ["deputysemail"] = Deputy,
        ["deputyalways"] = DeputyIsAlways,
        ["starts"] = Starts,
        ["startson"] = Starts,
        ["startdate"] = Starts,
        ["leaves"] = Leaves,
        ["leaveson"] = Leaves,
        ["leavedate"] = Leaves,
        ["enddate"] = Leaves,
    };

    internal static readonly CsvColumns Columns = new(All, [Email, Name], Spellings);
}
