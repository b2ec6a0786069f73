using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>The kudos of a member who turned out to be another one. Named for whoever merges people.</summary>
public static class KudosOfMerged
{
    /// <summary>Moves what one gave and got to the other, inside the unit of work.</summary>
    public static async Task Move(Db db, Guid from, Guid into, CancellationToken cancel)
    {
        // The mark of the same words holds both people's ids.
        var gave = await (from receipt in db.KudosReceipts
                          join kudos in db.Kudos on receipt.KudosId equals kudos.Id
                          where kudos.FromId == @from && receipt.Once != null
                          select new { Receipt = receipt, kudos.Words }).ToListAsync(cancel);
        foreach (var one in gave)
            one.Receipt.Once = await Free(db, SameWords.Mark(into, one.Receipt.ToId, one.Words), cancel);
        foreach (var kudos in await db.Kudos.Where(k => k.FromId == from).ToListAsync(cancel))
            // The other has numbers of the same days.
            (kudos.FromId, kudos.Day, kudos.DayNumber) = (into, null, null);
        // A receipt that both have for the same kudos stays once. The receiver is part of its key, so it is written anew.
        var both = await db.KudosReceipts.Where(r => r.ToId == into).Select(r => r.KudosId).ToHashSetAsync(cancel);
        var got = await (from receipt in db.KudosReceipts
                         join kudos in db.Kudos on receipt.KudosId equals kudos.Id
                         where receipt.ToId == @from
                         select new { Receipt = receipt, Giver = kudos.FromId, kudos.Words }).ToListAsync(cancel);
        foreach (var one in got)
        {
            db.Remove(one.Receipt);
            if (both.Contains(one.Receipt.KudosId))
                continue;
            var mark = one.Receipt.Once is null ? null : await Free(db, SameWords.Mark(one.Giver, into, one.Words), cancel);
            db.Add(new KudosReceipt { KudosId = one.Receipt.KudosId, ToId = into, ToTeamId = one.Receipt.ToTeamId, At = one.Receipt.At, Once = mark });
        }
    }

    // Where the same words went to both, or came from both, one of them bears the mark.
    static async Task<byte[]?> Free(Db db, byte[] mark, CancellationToken cancel) => await db.KudosReceipts.AnyAsync(r => r.Once == mark, cancel) ? null : mark;
}
