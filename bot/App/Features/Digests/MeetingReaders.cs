using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Plans for whoever is to get digests and has none yet: found by their absence, so that nobody need tell of new managers.</summary>
static class MeetingReaders
{
    const int Together = 1000;

    internal static async Task<int> Plan(Db db, DateTime now, CancellationToken cancel)
    {
        var managers = await (from team in db.Teams.AsNoTracking()
                              join member in db.Members.AsNoTracking() on team.ManagerId equals member.Id
                              where member.LeftAt == null && member.MergedInto == null && !member.IsBot && !db.DigestPlans.Any(plan => plan.Kind == DigestKind.Manager && plan.MemberId == member.Id)
                              select new { member.Id, member.Zone }).Distinct().OrderBy(one => one.Id).Take(Together).ToListAsync(cancel);
        var plans = managers.Select(one => New(one.Id, one.Zone, DigestKind.Manager, now)).ToList();
        await ManyRows.Insert(db, plans, cancel);
        return plans.Count;
    }

    /// <summary>HR's month, and everybody's own week; some at a time.</summary>
    internal static async Task<int> PlanOthers(Db db, DateTime now, CancellationToken cancel)
    {
        var hr = await Access.Keepers(db, Together, cancel);
        var keepers = await db.Members.AsNoTracking().Where(one => hr.Contains(one.Id) && !db.DigestPlans.Any(plan => plan.Kind == DigestKind.Overview && plan.MemberId == one.Id)).Select(one => new { one.Id, one.Zone }).ToListAsync(cancel);
        var people = await db.Members.AsNoTracking().Where(one => one.LeftAt == null && one.MergedInto == null && !one.IsBot && !db.DigestPlans.Any(plan => plan.Kind == DigestKind.Recap && plan.MemberId == one.Id))
            .Select(one => new { one.Id, one.Zone }).Take(Together).ToListAsync(cancel);
        List<DigestPlan> plans = [.. keepers.Select(one => New(one.Id, one.Zone, DigestKind.Overview, now)), .. people.Select(one => New(one.Id, one.Zone, DigestKind.Recap, now))];
        await ManyRows.Insert(db, plans, cancel);
        return plans.Count;
    }

    internal static DigestPlan New(Guid member, string? zone, DigestKind kind, DateTime now)
    {
        var plan = DigestPlan.Usual(member, kind);
        plan.NextAt = WhenDue.Next(plan, zone, now);
        return plan;
    }
}
