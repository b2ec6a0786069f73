using System.Globalization;
using System.Text.RegularExpressions;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Looks at one line by itself: each field is right or its fault is named.</summary>
sealed partial class ImportChecks(ICollection<CsvFault> faults)
{
    const int LongestName = 200, LongestPlace = 100, LongestEmail = 254;

    readonly ICollection<CsvFault> _faults = faults;
    readonly ImportZones _zones = new();
    readonly CsvHours _hours = new(faults);

    /// <returns>Null when a field is wrong.</returns>
    internal ImportPerson? Check(ImportLine line)
    {
        var before = _faults.Count;
        var person = new ImportPerson(line.Number, Email(line, ImportFields.Email, line.Email, needed: true) ?? "", Name(line))
        {
            Team = Plainly(line, ImportFields.Team, line.Team, LongestName),
            Manager = Email(line, ImportFields.Manager, line.Manager, needed: false),
            Zone = Zone(line),
            Culture = Language(line),
            Country = Country(line),
            Region = Plainly(line, ImportFields.Region, line.Region),
            Site = Plainly(line, ImportFields.Site, line.Site),
            WorkDays = _hours.Days(line.Number, ImportFields.WorkDays, line.WorkDays),
            Hours = _hours.Times(line.Number, (ImportFields.WorkFrom, line.WorkFrom), (ImportFields.WorkTo, line.WorkTo)),
            Parent = line.Parent is ImportFields.None ? "" : Plainly(line, ImportFields.Parent, line.Parent, LongestName),
            Deputy = line.Deputy is ImportFields.None ? "" : Email(line, ImportFields.Deputy, line.Deputy, needed: false),
            DeputyIsAlways = YesOrNo(line, ImportFields.DeputyIsAlways, line.DeputyIsAlways),
            Starts = Day(line, ImportFields.Starts, line.Starts),
            Leaves = line.Leaves is ImportFields.None ? null : Day(line, ImportFields.Leaves, line.Leaves),
            Stays = line.Leaves is ImportFields.None,
        };
        person = Role(line, person);
        Together(line, person);
        return _faults.Count == before ? person : null;
    }

    // What two fields say that can't both be.
    void Together(ImportLine line, ImportPerson person)
    {
        if (person.Manager == person.Email && person.Email.Length > 0)
            Add(line, ImportFields.Manager, "nobody is their own manager");
        if (person is { Manager: not null, Team: null })
            Add(line, ImportFields.Team, "is needed where a manager is named: managers are kept with the team");
        if (person is { Parent: not null, Team: null })
            Add(line, ImportFields.Team, "is needed where a parent team is named");
        if (person is { IsDeputy: true, Team: null })
            Add(line, ImportFields.Team, "is needed for a deputy: they stand in for whoever manages it");
        if (person.Parent is { Length: > 0 } parent && person.Team is not null && ImportPlan.TeamKey(parent) == ImportPlan.TeamKey(person.Team))
            Add(line, ImportFields.Parent, "is the team itself");
        if (person.Deputy is { Length: > 0 } && person.Deputy == person.Email)
            Add(line, ImportFields.Deputy, "nobody stands in for themselves");
        if (person.Leaves < person.Starts)
            Add(line, ImportFields.Leaves, "is before the first day");
    }

    string? Email(ImportLine line, string field, string email, bool needed)
    {
        if (email.Length == 0 && needed)
            Add(line, field, "is missing");
        else if (email.Length > LongestEmail)
            Add(line, field, TooLong(LongestEmail));
        else if (email.Length > 0 && !EmailShape().IsMatch(email))
            Add(line, field, $"{CsvFault.Quoted(email)} is not an e-mail address");
        else if (email.Length > 0)
            return email.ToLowerInvariant();
        return null;
    }

    string Name(ImportLine line)
    {
        if (line.Name.Length == 0)
            Add(line, ImportFields.Name, "is missing");
        Plain(line, ImportFields.Name, line.Name);
        return line.Name;
    }

    string? Plainly(ImportLine line, string field, string words, int most = LongestPlace)
    {
        Plain(line, field, words, most);
        return words.Length == 0 ? null : words;
    }

    void Plain(ImportLine line, string field, string words, int most = LongestName)
    {
        if (words.Length > most)
            Add(line, field, TooLong(most));
        else if (words.Any(char.IsControl))
            Add(line, field, "contains a line break or another control character");
    }

    ImportPerson Role(ImportLine line, ImportPerson person)
    {
        if (line.Role.Length == 0)
            return person;
        var roles = Roles.None;
        var (isManager, isDeputy) = (false, false);
        foreach (var word in line.Role.Split([',', ';', '|', '/', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            switch (word.ToLowerInvariant().Replace('-', ' ').Replace('_', ' '))
            {
                case "agent" or "member" or "employee":
                    break;
                case "manager" or "team lead" or "lead":
                    isManager = true;
                    break;
                case "deputy":
                    isDeputy = true;
                    break;
                case "expert":
                    roles |= Roles.Expert;
                    break;
                case "hr" or "human resources":
                    roles |= Roles.Hr;
                    break;
                case "works council" or "workscouncil":
                    roles |= Roles.WorksCouncil;
                    break;
                case "owner":
                    roles |= Roles.Owner;
                    break;
                default:
                    Add(line, ImportFields.Role, $"{CsvFault.Quoted(word)} is not a role; the roles are agent, manager, deputy, expert, HR, works council and owner");
                    break;
            }
        return person with { Roles = roles, IsManager = isManager, IsDeputy = isDeputy };
    }

    string? Zone(ImportLine line)
    {
        if (line.Zone.Length == 0)
            return null;
        if (_zones.Knows(line.Zone))
            return line.Zone;
        Add(line, ImportFields.Zone, $"{CsvFault.Quoted(line.Zone)} is not an IANA time zone{(_zones.Near(line.Zone) is { } near ? $"; did you mean {near}?" : ", such as Europe/Berlin")}");
        return null;
    }

    string? Language(ImportLine line)
    {
        if (line.Language.Length == 0)
            return null;
        var match = LanguageShape().Match(line.Language);
        var region = match.Groups["region"].Value.ToUpperInvariant();
        if (match.Success && (region.Length is 0 or 3 || Countries.Knows(region)))
            return Tag(match.Groups["language"].Value.ToLowerInvariant(), match.Groups["script"].Value, region);
        Add(line, ImportFields.Language, $"{CsvFault.Quoted(line.Language)} is not a language tag, such as en or pt-BR");
        return null;
    }

    static string Tag(string language, string script, string region) =>
        string.Join('-', new[] { language, script.Length == 0 ? "" : char.ToUpperInvariant(script[0]) + script[1..].ToLowerInvariant(), region }.Where(part => part.Length > 0));

    string? Country(ImportLine line)
    {
        var code = line.Country.ToUpperInvariant();
        if (code.Length == 0 || Countries.Knows(code))
            return code.Length == 0 ? null : code;
        Add(line, ImportFields.Country, $"{CsvFault.Quoted(line.Country)} is not a country code of two letters (ISO 3166){(Countries.Meant(code) is { } meant ? $"; did you mean {meant}?" : ", such as DE")}");
        return null;
    }

    // Written otherwise, a day can be taken for another one.
    DateOnly? Day(ImportLine line, string field, string day)
    {
        if (day.Length == 0)
            return null;
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year is >= 1950 and <= 2100)
            return read;
        Add(line, field, $"{CsvFault.Quoted(day)} is not a day from 1950 to 2100, written as 2026-11-24");
        return null;
    }

    bool? YesOrNo(ImportLine line, string field, string words)
    {
        var read = CsvFault.YesOrNo(words);
        if (words.Length > 0 && read is null)
            Add(line, field, $"{CsvFault.Quoted(words)} is neither yes nor no");
        return read;
    }

    void Add(ImportLine line, string field, string why) => _faults.Add(new(line.Number, field, why));

    static string TooLong(int most) => $"is longer than {most} characters";

    [GeneratedRegex(@"^[^\s@,;:<>()\[\]""\\\p{C}]{1,64}@[^\s@,;:<>()\[\]""\\\p{C}.]+(\.[^\s@,;:<>()\[\]""\\\p{C}.]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"^(?<language>[A-Za-z]{2,3})([-_](?<script>[A-Za-z]{4}))?([-_](?<region>[A-Za-z]{2}|[0-9]{3}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageShape();
}
