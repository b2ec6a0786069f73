using Microsoft.EntityFrameworkCore;

namespace ServiceCulture.Bot.Data;

/// <summary>Who stands in for a manager: their deputy, where HR said always, while an absence of theirs is on, or once they left.</summary>
public static class StandingIn
{
    /// <summary>The teams whose manager somebody stands in for at that moment.</summary>
    internal static IQueryable<Team> Teams(Db db, Guid deputy, DateTime now) =>
        from team in db.Teams join manager in Now(db, now) on team.ManagerId equals manager.Id where manager.DeputyId == deputy select team;

    /// <summary>The same of several deputies at once, by name.</summary>
    internal static async Task<ILookup<Guid, Team>> Teams(Db db, IReadOnlyCollection<Guid> deputies, DateTime now, CancellationToken cancel) =>
        (await (from team in db.Teams.AsNoTracking()
                join manager in Now(db, now) on team.ManagerId equals manager.Id
                where deputies.Contains(manager.DeputyId!.Value)
                orderby team.Name
                select new { Deputy = manager.DeputyId!.Value, Team = team }).ToListAsync(cancel)).ToLookup(one => one.Deputy, one => one.Team);

    /// <summary>Of these managers, those who are away at that moment, with their deputies who are here.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> ForAway(Db db, IReadOnlyCollection<Guid> managers, DateTime now, CancellationToken cancel) =>
        await (from manager in db.Members.Where(manager => db.Shifts.Any(shift => shift.MemberId == manager.Id && shift.IsAbsence && shift.Start <= now && shift.End > now))
               join deputy in db.Members on manager.DeputyId equals deputy.Id
               where managers.Contains(manager.Id) && deputy.LeftAt == null && deputy.MergedInto == null
               select new { Manager = manager.Id, Deputy = deputy.Id }).ToDictionaryAsync(pair => pair.Manager, pair => pair.Deputy, cancel);

    static IQueryable<Member> Now(Db db, DateTime now) => db.Members.Where(manager => manager.DeputyId != null
        && (manager.DeputyIsAlways || manager.LeftAt != null || db.Shifts.Any(shift => shift.MemberId == manager.Id && shift.IsAbsence && shift.Start <= now && shift.End > now)));
}
