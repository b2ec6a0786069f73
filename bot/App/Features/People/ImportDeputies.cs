using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>What the lines say of deputies: of somebody by name, or of whoever manages a team.</summary>
sealed class ImportDeputies(ICollection<CsvFault> faults)
{
    /// <param name="Deputy">Their e-mail; empty: nobody any more; null: only when was said.</param>
    internal readonly record struct Said(string? Deputy, bool? IsAlways, int Line);

    readonly Dictionary<string, Said> _byPerson = new(StringComparer.Ordinal);
    readonly Dictionary<string, (string Deputy, int Line)> _byTeam = new(StringComparer.Ordinal);

    /// <summary>By the e-mail of whoever is stood in for.</summary>
    internal IEnumerable<KeyValuePair<string, Said>> OfPeople => _byPerson;

    /// <summary>By the key of the team, whose manager is stood in for by who is called its deputy.</summary>
    internal IEnumerable<(string Team, string Deputy, int Line)> OfTeams => _byTeam.Select(pair => (pair.Key, pair.Value.Deputy, pair.Value.Line));

    internal void Add(ImportPerson person)
    {
        if (person.Deputy is not null || person.DeputyIsAlways is not null)
            _byPerson.TryAdd(person.Email, new(person.Deputy, person.DeputyIsAlways, person.Line));
        if (!person.IsDeputy || person.Team is null || _byTeam.TryAdd(ImportPlan.TeamKey(person.Team), (person.Email, person.Line)))
            return;
        var first = _byTeam[ImportPlan.TeamKey(person.Team)];
        faults.Add(new(person.Line, ImportFields.Role, $"the team “{person.Team}” has two deputies, {first.Deputy} (line {first.Line}) and {person.Email}; it has one at most"));
    }

    /// <summary>The e-mails that are named as a deputy's.</summary>
    internal IEnumerable<string> Named => _byPerson.Values.Select(said => said.Deputy).OfType<string>().Where(deputy => deputy.Length > 0).Distinct();

    /// <param name="isKnown">Whether somebody of that e-mail is in the file or known already.</param>
    internal void Check(Func<string, bool> isKnown)
    {
        foreach (var said in _byPerson.Values)
            if (said.Deputy is { Length: > 0 } deputy && !isKnown(deputy))
                faults.Add(new(said.Line, ImportFields.Deputy, $"{deputy} is neither in this file nor known already"));
    }
}
