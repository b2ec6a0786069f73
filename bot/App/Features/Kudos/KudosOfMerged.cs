using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>The kudos of a member who turned out to be another one. Named for whoever merges people.</summary>
public static class KudosOfMerged
{
    /// <summary>Moves what one gave and got to the other, inside the unit of work.</summary>
    public static async Task Move(Db db, Guid from, Guid into, CancellationToken cancel)
    {
        foreach (var kudos in await db.Kudos.Where(k => k.FromId == from).ToListAsync(cancel))
            // The other has numbers of the same days.
            (kudos.FromId, kudos.Day, kudos.DayNumber) = (into, null, null);
        // A receipt that both have for the same kudos stays once. The receiver is part of its key, so it is written anew.
        var both = await db.KudosReceipts.Where(r => r.ToId == into).Select(r => r.KudosId).ToHashSetAsync(cancel);
        foreach (var receipt in await db.KudosReceipts.Where(r => r.ToId == from).ToListAsync(cancel))
        {
            db.Remove(receipt);
            if (!both.Contains(receipt.KudosId))
                db.Add(new KudosReceipt { KudosId = receipt.KudosId, ToId = into, ToTeamId = receipt.ToTeamId, At = receipt.At });
        }
    }
}
