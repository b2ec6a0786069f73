using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>What the lines say of teams: their names, and which belongs to which. A team is known by its key (<see cref="ImportPlan.TeamKey"/>).</summary>
sealed class ImportTeams(ICollection<CsvFault> faults)
{
    readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    readonly Dictionary<string, (string Parent, int Line)> _parents = new(StringComparer.Ordinal);

    /// <summary>Team names by their key, as they stand in the file the first time.</summary>
    internal IReadOnlyDictionary<string, string> Names => _names;

    /// <summary>The key of the team above; empty: none any more. Teams of which the file says nothing are not in it.</summary>
    internal IEnumerable<(string Team, string Parent)> Parents => _parents.Select(pair => (pair.Key, pair.Value.Parent));

    internal void Add(ImportPerson person)
    {
        if (person.Team is null)
            return;
        var team = ImportPlan.TeamKey(person.Team);
        _names.TryAdd(team, person.Team);
        if (person.Parent is null)
            return;
        var parent = ImportPlan.TeamKey(person.Parent);
        if (parent.Length > 0)
            _names.TryAdd(parent, person.Parent);
        if (!_parents.TryAdd(team, (parent, person.Line)) && _parents[team] is var first && first.Parent != parent)
            faults.Add(new(person.Line, ImportFields.Parent, $"the team “{_names[team]}” belongs to {Named(first.Parent)} by line {first.Line} and to {Named(parent)} by this one"));
    }

    /// <summary>Teams that would belong to each other in a circle are faults.</summary>
    /// <param name="known">The teams that there are, with the keys of those above them.</param>
    internal void CheckCircles(IReadOnlyDictionary<string, string?> known)
    {
        var walks = new Dictionary<string, int>(StringComparer.Ordinal);
        var walk = 0;
        foreach (var start in _parents.Keys)
        {
            walk++;
            var at = start;
            while (at is not null && walks.TryAdd(at, walk))
                at = Above(at, known);
            if (at is not null && walks[at] == walk)
                faults.Add(Circle(at, known));
        }
    }

    string? Above(string team, IReadOnlyDictionary<string, string?> known) =>
        _parents.TryGetValue(team, out var said) ? said.Parent.Length > 0 ? said.Parent : null : known.GetValueOrDefault(team);

    CsvFault Circle(string start, IReadOnlyDictionary<string, string?> known)
    {
        var around = new List<string> { start };
        for (var at = Above(start, known)!; at != start; at = Above(at, known)!)
            around.Add(at);
        var line = around.Where(_parents.ContainsKey).Min(team => _parents[team].Line);
        return new(line, ImportFields.Parent, $"these teams belong to each other in a circle: {string.Join(" → ", [.. around.Take(6).Select(team => _names.GetValueOrDefault(team, team)), around.Count > 6 ? "…" : _names.GetValueOrDefault(start, start)])}");
    }

    string Named(string key) => key.Length == 0 ? "none" : $"“{_names[key]}”";
}
