using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Writes the teams of a file: which there are, which belongs to which, who manages them and who stands in.</summary>
sealed class ImportTeamsWriting(Db db, ImportOrder order)
{
    const int Together = 500;

    sealed record OneTeam(Guid Id, Guid? Manager, Guid? Parent);

    readonly Dictionary<string, OneTeam> _teams = new(StringComparer.Ordinal);
    readonly List<string> _new = [];
    readonly HashSet<Guid> _managers = [];

    /// <summary>The names of teams that were not there before.</summary>
    internal IReadOnlyList<string> New => _new;
    internal int WithNewManager { get; private set; }

    /// <summary>Who manages a team since, and who no longer does.</summary>
    internal IReadOnlyCollection<Guid> Managing => _managers;
    internal int WithNewParent { get; private set; }
    internal int WithNewDeputy { get; private set; }

    internal Guid Id(string team) => _teams[ImportPlan.TeamKey(team)].Id;

    internal async Task Write(ImportTeams said, CancellationToken cancel)
    {
        foreach (var team in await db.Teams.AsNoTracking().OrderBy(team => team.Name).Select(team => new { team.Id, team.Name, team.ManagerId, team.ParentId }).ToListAsync(cancel))
            _teams.TryAdd(ImportPlan.TeamKey(team.Name), new(team.Id, team.ManagerId, team.ParentId));
        foreach (var (key, name) in said.Names.Where(pair => !_teams.ContainsKey(pair.Key)))
        {
            var team = new Team { Name = name };
            db.Teams.Add(team);
            _teams[key] = new(team.Id, null, null);
            _new.Add(name);
        }
        await Save(db, order, cancel);
        foreach (var (team, parent) in said.Parents)
            await Below(_teams[team], parent.Length > 0 ? _teams[parent].Id : null, cancel);
        await Save(db, order, cancel);
    }

    internal async Task Managers(Dictionary<string, string> managers, CancellationToken cancel)
    {
        foreach (var some in managers.Chunk(Together))
        {
            var known = await Known(db, [.. some.Select(pair => pair.Value).Distinct()], cancel);
            foreach (var (key, email) in some)
                await Manage(key, known.GetValueOrDefault(email), cancel);
            await Save(db, order, cancel);
        }
    }

    internal async Task Deputies(ImportDeputies said, CancellationToken cancel)
    {
        foreach (var some in said.OfPeople.Chunk(Together))
        {
            var known = await Known(db, [.. some.Select(pair => pair.Key), .. some.Select(pair => pair.Value.Deputy).OfType<string>()], cancel);
            foreach (var (email, (deputy, isAlways, _)) in some)
                if (known.GetValueOrDefault(email) is { } member)
                    StandIn(member, deputy is null ? member.DeputyId : deputy.Length == 0 ? null : known.GetValueOrDefault(deputy)?.Id, isAlways);
                else
                    WithNewDeputy += deputy is { Length: > 0 } ? 1 : 0;
            await Save(db, order, cancel);
        }
        foreach (var (team, email, line) in said.OfTeams)
            await StandIn(team, email, line, cancel);
        await Save(db, order, cancel);
    }

    async Task Below(OneTeam team, Guid? parent, CancellationToken cancel)
    {
        if (team.Parent == parent)
            return;
        WithNewParent++;
        if (order.Save)
            (await db.Teams.SingleAsync(row => row.Id == team.Id, cancel)).ParentId = parent;
    }

    // Not to be found: without saving, somebody new who would be written by then; else somebody who has left.
    async Task Manage(string key, Member? manager, CancellationToken cancel)
    {
        var team = _teams[key];
        if (manager is null && order.Save || manager is not null && team.Manager == manager.Id)
            return;
        WithNewManager++;
        _managers.UnionWith(new[] { team.Manager, manager?.Id }.OfType<Guid>());
        _teams[key] = team with { Manager = manager?.Id ?? Guid.Empty };
        if (order.Save)
            (await db.Teams.SingleAsync(row => row.Id == team.Id, cancel)).ManagerId = manager!.Id;
    }

    async Task StandIn(string team, string deputy, int line, CancellationToken cancel)
    {
        if (_teams[team].Manager is not { } manager)
            throw new CsvRefusedException(new(line, ImportFields.Role, $"{deputy} is called a deputy, but nobody manages their team"));
        var known = await Known(db, [deputy], cancel);
        if (await db.Members.SingleOrDefaultAsync(one => one.Id == manager, cancel) is { } member && known.GetValueOrDefault(deputy) is { } found)
        {
            if (found.Id != member.Id)
                StandIn(member, found.Id, null);
        }
        else
            WithNewDeputy++;
    }

    void StandIn(Member member, Guid? deputy, bool? isAlways)
    {
        if (member.DeputyId == deputy && (isAlways is null || member.DeputyIsAlways == isAlways))
            return;
        WithNewDeputy++;
        (member.DeputyId, member.DeputyIsAlways) = (deputy, deputy is not null && (isAlways ?? member.DeputyIsAlways));
        db.Audit.Add(new AuditEntry { At = order.Now, Actor = order.Who?.Id, Act = "people.deputy", Row = $"{member.Id} {(deputy is null ? "none" : member.DeputyIsAlways ? "always" : "away")}", About = member.Id });
    }

    /// <summary>Members by their e-mail. Whoever turned out to be another member is that one.</summary>
    internal static async Task<Dictionary<string, Member>> Known(Db db, List<string> emails, CancellationToken cancel)
    {
        // Written out, so that PostgreSQL plans each anew: the plan of a prepared statement was made when the table was empty, and reads it whole each time.
        var known = await db.Members.Where(m => m.Email != null && EF.Constant(emails).Contains(m.Email)).ToDictionaryAsync(m => m.Email!, cancel);
        foreach (var (email, merged) in known.Where(pair => pair.Value.MergedInto is not null).ToList())
            known[email] = await Remaining(db, merged, cancel);
        return known;
    }

    static async Task<Member> Remaining(Db db, Member member, CancellationToken cancel)
    {
        while (member.MergedInto is { } other)
            member = await db.Members.SingleAsync(m => m.Id == other, cancel);
        return member;
    }

    internal static async Task Save(Db db, ImportOrder order, CancellationToken cancel)
    {
        if (order.Save)
            await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
