using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Writes people and teams, some at a time, and counts. Without saving, it only counts.</summary>
sealed class ImportWriting(Db db, DateTime now, bool save)
{
    const int Together = 500;

    readonly Dictionary<string, (Guid Id, Guid? Manager)> _teams = new(StringComparer.Ordinal);
    readonly HashSet<Guid> _written = [];
    readonly List<Guid> _changed = [];

    internal ImportCounts Counts { get; private set; } = new();

    internal async Task Teams(IReadOnlyDictionary<string, string> named, CancellationToken cancel)
    {
        foreach (var team in await db.Teams.AsNoTracking().OrderBy(team => team.Name).Select(team => new { team.Id, team.Name, team.ManagerId }).ToListAsync(cancel))
            _teams.TryAdd(ImportPlan.TeamKey(team.Name), (team.Id, team.ManagerId));
        foreach (var (key, name) in named)
        {
            if (_teams.ContainsKey(key))
                continue;
            var team = new Team { Name = name };
            db.Teams.Add(team);
            _teams[key] = (team.Id, null);
            Counts = Counts with { NewTeams = [.. Counts.NewTeams, name] };
        }
        await Save(cancel);
    }

    internal async Task People(ImportPerson[] people, CancellationToken cancel)
    {
        var known = await Known([.. people.Select(person => person.Email)], cancel);
        var ids = known.Values.Select(member => member.Id).ToList();
        var memberships = (await db.TeamMemberships.Where(t => ids.Contains(t.MemberId) && t.To == null).ToListAsync(cancel)).ToLookup(t => t.MemberId);
        foreach (var person in people)
        {
            var isNew = !known.TryGetValue(person.Email, out var member);
            if (member is null)
                db.Members.Add(member = new Member { Name = person.Name, NameKey = Folding.Key(person.Name), Email = person.Email, CreatedAt = now });
            if (!_written.Add(member.Id))
                throw new CsvRefusedException(new(person.Line, ImportFields.Email, $"{person.Email} is the same person as somebody on a line above, under another address"));
            Update(member, person);
            var moved = Move(member.Id, person, [.. memberships[member.Id]]);
            var isChanged = moved || db.Entry(member).State is EntityState.Modified;
            Count(isNew, isChanged);
            if (isNew || isChanged)
                _changed.Add(member.Id);
            // Whoever was changed sees that it was so.
            if (!isNew && isChanged)
                db.Audit.Add(new AuditEntry { At = now, Act = "people.import", Row = member.Id.ToString(), About = member.Id });
        }
        await Save(cancel);
    }

    internal async Task Managers(Dictionary<string, string> managers, CancellationToken cancel)
    {
        foreach (var some in managers.Chunk(Together))
        {
            var known = await Known([.. some.Select(pair => pair.Value).Distinct()], cancel);
            foreach (var (key, email) in some)
                await Manage(_teams[key], known.GetValueOrDefault(email)?.Id, cancel);
            await Save(cancel);
        }
    }

    /// <summary>One line in the audit, with numbers and no names.</summary>
    internal async Task Close(string counts, CancellationToken cancel)
    {
        // Zone, site, team or working hours may be others now.
        db.AddRange(_changed.Count > Together ? [Replanning.OfEverybody()] : _changed.Select(Replanning.OfMember));
        db.Audit.Add(new AuditEntry { At = now, Act = "people.import", Row = counts });
        await Save(cancel);
    }

    // Not to be found only without saving: somebody new, who would be written by then.
    async Task Manage((Guid Id, Guid? Manager) team, Guid? manager, CancellationToken cancel)
    {
        if (team.Manager == manager && manager is not null)
            return;
        Counts = Counts with { TeamsWithNewManager = Counts.TeamsWithNewManager + 1 };
        if (save)
            (await db.Teams.SingleAsync(row => row.Id == team.Id, cancel)).ManagerId = manager;
    }

    // Whoever turned out to be another member is written as that one.
    async Task<Dictionary<string, Member>> Known(List<string> emails, CancellationToken cancel)
    {
        var known = await db.Members.Where(m => m.Email != null && emails.Contains(m.Email)).ToDictionaryAsync(m => m.Email!, cancel);
        foreach (var (email, merged) in known.Where(pair => pair.Value.MergedInto is not null).ToList())
            known[email] = await Remaining(merged, cancel);
        return known;
    }

    async Task<Member> Remaining(Member member, CancellationToken cancel)
    {
        while (member.MergedInto is { } other)
            member = await db.Members.SingleAsync(m => m.Id == other, cancel);
        return member;
    }

    static void Update(Member member, ImportPerson person)
    {
        (member.Name, member.NameKey) = (person.Name, Folding.Key(person.Name));
        member.Zone = person.Zone ?? member.Zone;
        member.Culture = person.Culture ?? member.Culture;
        member.Country = person.Country ?? member.Country;
        member.Region = person.Region ?? member.Region;
        member.Site = person.Site ?? member.Site;
        member.WorkDays = person.WorkDays ?? member.WorkDays;
        (member.WorkFrom, member.WorkTo) = person.Hours ?? (member.WorkFrom, member.WorkTo);
        member.Roles = person.Roles ?? member.Roles;
        member.IsStub = false;
    }

    bool Move(Guid member, ImportPerson person, List<TeamMembership> open)
    {
        if (person.Team is null || _teams[ImportPlan.TeamKey(person.Team)].Id is var team && open is [{ TeamId: var only }] && only == team)
            return false;
        var isThere = open.Find(membership => membership.TeamId == team);
        foreach (var other in open.Where(membership => membership != isThere))
            other.To = now;
        if (isThere is null)
            db.TeamMemberships.Add(new TeamMembership { TeamId = team, MemberId = member, From = now });
        return true;
    }

    void Count(bool isNew, bool changed) => Counts = (isNew, changed) switch
    {
        (true, _) => Counts with { New = Counts.New + 1 },
        (_, true) => Counts with { Changed = Counts.Changed + 1 },
        _ => Counts with { Unchanged = Counts.Unchanged + 1 },
    };

    async Task Save(CancellationToken cancel)
    {
        if (save)
            await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
