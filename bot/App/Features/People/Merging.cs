using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Two members turn out to be one person: what the one has goes to the other.</summary>
public sealed class Merging(PersonalData personal)
{
    /// <summary>Moves the account, and with its last account the whole member. Returns who remains.</summary>
    internal async Task<Member> Merge(Db db, Member from, Member into, Account account, CancellationToken cancel)
    {
        account.MemberId = into.Id;
        into.HomeAccountId ??= account.Id;
        into.Roles |= from.Roles;
        into.DeputyId ??= from.DeputyId;
        if (await db.Accounts.AnyAsync(a => a.MemberId == from.Id && a.Id != account.Id, cancel))
            return into;

        // The old key goes hours later, once all this is surely saved.
        (from.MergedInto, from.ErasedAt) = (into.Id, null);
        foreach (var team in await db.Teams.Where(t => t.ManagerId == from.Id).ToListAsync(cancel))
            team.ManagerId = into.Id;
        foreach (var stoodIn in await db.Members.Where(m => m.DeputyId == from.Id).ToListAsync(cancel))
            stoodIn.DeputyId = into.Id;
        await personal.Move(db, from.Id, into.Id, cancel);
        await Memberships(db, from.Id, into.Id, cancel);
        return into;
    }

    // A person is in one team at a time: the one that the remaining member is in.
    static async Task Memberships(Db db, Guid from, Guid into, CancellationToken cancel)
    {
        var hasTeam = await db.TeamMemberships.AnyAsync(t => t.MemberId == into && t.To == null, cancel);
        foreach (var membership in await db.TeamMemberships.Where(t => t.MemberId == from).ToListAsync(cancel))
            if (hasTeam && membership.To is null)
                db.Remove(membership);
            else
                membership.MemberId = into;
    }
}
