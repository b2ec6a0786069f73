using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>
/// What the lines say together: who is there twice, who manages whom and which team. Keeps addresses, lines and
/// team names only, so that a large file stays small in memory.
/// </summary>
sealed class ImportPlan(ICollection<CsvFault> faults)
{
    readonly record struct Entry(int Line, string? Manager, string? Team, bool IsManager);

    readonly Dictionary<string, Entry> _people = new(StringComparer.Ordinal);

    internal ImportTeams Teams { get; } = new(faults);
    internal ImportDeputies Deputies { get; } = new(faults);

    internal int Count => _people.Count;

    /// <summary>Names are compared without regard to case and runs of spaces.</summary>
    internal static string TeamKey(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    internal void Add(ImportPerson person)
    {
        var team = person.Team is null ? null : TeamKey(person.Team);
        if (_people.TryGetValue(person.Email, out var first))
            faults.Add(new(person.Line, ImportFields.Email, $"{person.Email} is on line {first.Line} too"));
        else
            _people[person.Email] = new(person.Line, person.Manager, team, person.IsManager);
        Teams.Add(person);
        Deputies.Add(person);
    }

    /// <summary>The managers and deputies whom the file names but does not list: they must be known already.</summary>
    internal IReadOnlyList<string> Outsiders() =>
        [.. _people.Values.Select(entry => entry.Manager).OfType<string>().Concat(Deputies.Named).Where(one => !_people.ContainsKey(one)).Distinct()];

    internal void CheckManagers(IReadOnlySet<string> known)
    {
        Deputies.Check(one => _people.ContainsKey(one) || known.Contains(one));
        foreach (var entry in _people.Values)
            if (entry.Manager is { } manager && !_people.ContainsKey(manager) && !known.Contains(manager))
                faults.Add(new(entry.Line, ImportFields.Manager, $"{manager} is neither in this file nor known already"));
        CheckCycles();
    }

    // Each walk goes up until it meets somebody already looked at; meeting this walk's own trail is a circle.
    void CheckCycles()
    {
        var walks = new Dictionary<string, int>(StringComparer.Ordinal);
        var walk = 0;
        foreach (var start in _people.Keys)
        {
            walk++;
            var at = start;
            while (at is not null && _people.TryGetValue(at, out var entry) && walks.TryAdd(at, walk))
                at = entry.Manager;
            if (at is not null && walks.GetValueOrDefault(at) == walk && _people[at].Manager is not null)
                faults.Add(Circle(at));
        }
    }

    CsvFault Circle(string start)
    {
        var around = new List<string> { start };
        for (var at = _people[start].Manager!; at != start; at = _people[at].Manager!)
            around.Add(at);
        var first = around.MinBy(email => _people[email].Line)!;
        var named = around.Count <= 6 ? around : [.. around.Take(5), "…"];
        return new(_people[first].Line, ImportFields.Manager, $"these people manage each other in a circle: {string.Join(" → ", [.. named, start])}");
    }

    /// <summary>Who manages which team (by its key). Lines of one team that name different managers are faults.</summary>
    internal Dictionary<string, string> Managers()
    {
        var managed = _people.Values.Select(entry => entry.Manager).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var managers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var team in _people.Where(pair => pair.Value.Team is not null).GroupBy(pair => pair.Value.Team!, StringComparer.Ordinal))
            if (ManagerOf([.. team.Select(pair => (pair.Key, pair.Value))], managed) is { } manager)
                managers[team.Key] = manager;
        return managers;
    }

    // A team's manager often stands in the team's own lines, with a manager above: that line speaks of another level.
    string? ManagerOf(List<(string Email, Entry Entry)> team, HashSet<string> managed)
    {
        var byRole = team.Where(person => person.Entry.IsManager && !managed.Contains(person.Email)).ToList();
        var named = team.Where(person => person.Entry.Manager is not null && !byRole.Contains(person))
            .GroupBy(person => person.Entry.Manager!, StringComparer.Ordinal).OrderBy(group => group.Min(person => person.Entry.Line)).ToList();
        if (named.Count == 0 && byRole.Count <= 1)
            return byRole.FirstOrDefault().Email;

        if (byRole.Count > 0)
        {
            var other = named.Count > 0 ? (named[0].Key, named[0].First().Entry.Line) : (byRole[1].Email, byRole[1].Entry.Line);
            Disagree(team, ImportFields.Role, byRole[0].Email, byRole[0].Entry.Line, other.Item1, other.Line);
            return null;
        }
        var fitting = named.Where(group => named.Where(others => others != group).All(others => others.All(person => person.Email == group.Key))).ToList();
        if (fitting.Count > 0)
            return fitting[0].Key;
        Disagree(team, ImportFields.Manager, named[0].Key, named[0].First().Entry.Line, named[1].Key, named[1].First().Entry.Line);
        return null;
    }

    void Disagree(List<(string Email, Entry Entry)> team, string field, string one, int oneLine, string other, int otherLine) =>
        faults.Add(new(Math.Max(oneLine, otherLine), field,
            $"the team “{Teams.Names[team[0].Entry.Team!]}” has two managers, {one} (line {oneLine}) and {other} (line {otherLine}); a team has one"));
}
