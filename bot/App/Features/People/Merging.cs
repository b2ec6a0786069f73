using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Two members turn out to be one person: what the one has goes to the other.</summary>
static class Merging
{
    /// <summary>Moves the account, and with its last account the whole member. Returns who remains.</summary>
    internal static async Task<Member> Merge(Db db, Member from, Member into, Account account, CancellationToken cancel)
    {
        account.MemberId = into.Id;
        into.HomeAccountId ??= account.Id;
        into.Roles |= from.Roles;
        if (await db.Accounts.AnyAsync(a => a.MemberId == from.Id && a.Id != account.Id, cancel))
            return into;

        from.MergedInto = into.Id;
        foreach (var kudos in await db.Kudos.Where(k => k.FromId == from.Id).ToListAsync(cancel))
            kudos.FromId = into.Id;
        foreach (var team in await db.Teams.Where(t => t.ManagerId == from.Id).ToListAsync(cancel))
            team.ManagerId = into.Id;
        await Receipts(db, from.Id, into.Id, cancel);
        await Memberships(db, from.Id, into.Id, cancel);
        return into;
    }

    // A receipt that both have for the same kudos stays once. The receiver is part of its key, so it is written anew.
    static async Task Receipts(Db db, Guid from, Guid into, CancellationToken cancel)
    {
        var both = await db.KudosReceipts.Where(r => r.ToId == into).Select(r => r.KudosId).ToHashSetAsync(cancel);
        foreach (var receipt in await db.KudosReceipts.Where(r => r.ToId == from).ToListAsync(cancel))
        {
            db.Remove(receipt);
            if (!both.Contains(receipt.KudosId))
                db.Add(new Kudos.KudosReceipt { KudosId = receipt.KudosId, ToId = into, ToTeamId = receipt.ToTeamId, At = receipt.At });
        }
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
