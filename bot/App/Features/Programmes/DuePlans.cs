using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Has plans looked at anew, now: for whatever changes when people are asked.</summary>
static class DuePlans
{
    internal static Task Programme(Db db, Programme programme, DateTime now, CancellationToken cancel) => Now(db.Plans.Where(plan => plan.ProgrammeId == programme.Id), now, cancel);

    internal static Task Site(Db db, string site, DateTime now, CancellationToken cancel) =>
        Now(db.Plans.Where(plan => db.Members.Any(member => member.Id == plan.MemberId && member.Site == site)), now, cancel);

    internal static async Task Members(Db db, IReadOnlyCollection<Guid> members, DateTime now, CancellationToken cancel)
    {
        await Now(db.Plans.Where(plan => members.Contains(plan.MemberId)), now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    internal static async Task Countries(Db db, IReadOnlyCollection<string> countries, DateTime now, CancellationToken cancel)
    {
        await Now(db.Plans.Where(plan => db.Members.Any(member => member.Id == plan.MemberId && member.Country != null && countries.Contains(member.Country))), now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    static async Task Now(IQueryable<Plan> plans, DateTime now, CancellationToken cancel)
    {
        foreach (var plan in await plans.Where(plan => plan.NextAt == null || plan.NextAt > now).ToListAsync(cancel))
            plan.NextAt = now;
    }
}
