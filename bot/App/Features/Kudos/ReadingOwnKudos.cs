using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>What people got and gave themselves, for their own eyes; and how many use kudos at all.</summary>
public static class ReadingOwnKudos
{
    /// <summary>Kudos that these people got from one moment up to another, UTC, whoever else may see them: once for each person and value, the value null where none was named.</summary>
    public static async Task<ILookup<Guid, (Guid Kudos, string? Value)>> Received(Db db, IReadOnlyCollection<Guid> members, DateTime from, DateTime to, CancellationToken cancel) =>
        (await (from receipt in db.KudosReceipts
                join kudos in db.Kudos on receipt.KudosId equals kudos.Id
                join value in db.KudosValues on receipt.KudosId equals value.KudosId into named
                from value in named.DefaultIfEmpty()
                where members.Contains(receipt.ToId) && receipt.At >= @from && receipt.At < to && kudos.UndoneAt == null && kudos.HiddenAt == null
                select new { Member = receipt.ToId, receipt.KudosId, Value = (string?)value.ValueId }).ToListAsync(cancel)).ToLookup(one => one.Member, one => ((Guid, string?))(one.KudosId, one.Value));

    /// <summary>The same of what they gave.</summary>
    public static async Task<ILookup<Guid, (Guid Kudos, string? Value)>> Given(Db db, IReadOnlyCollection<Guid> members, DateTime from, DateTime to, CancellationToken cancel) =>
        (await (from kudos in db.Kudos
                join value in db.KudosValues on kudos.Id equals value.KudosId into named
                from value in named.DefaultIfEmpty()
                where members.Contains(kudos.FromId) && kudos.At >= @from && kudos.At < to && kudos.UndoneAt == null && kudos.HiddenAt == null
                select new { Member = kudos.FromId, kudos.Id, Value = (string?)value.ValueId }).ToListAsync(cancel)).ToLookup(one => one.Member, one => ((Guid, string?))(one.Id, one.Value));

    /// <summary>How many kudos were given in the whole organisation, by how many people, and to how many.</summary>
    public static async Task<(int Kudos, int Givers, int Receivers)> Adoption(Db db, DateTime from, DateTime to, CancellationToken cancel)
    {
        var kudos = db.Kudos.Where(one => one.At >= @from && one.At < to && one.UndoneAt == null);
        var receipts = db.KudosReceipts.Where(one => one.At >= @from && one.At < to && db.Kudos.Any(other => other.Id == one.KudosId && other.UndoneAt == null && other.HiddenAt == null));
        return (await kudos.CountAsync(cancel), await kudos.Where(one => one.FromId != Guid.Empty).Select(one => one.FromId).Distinct().CountAsync(cancel), await receipts.Select(one => one.ToId).Distinct().CountAsync(cancel));
    }
}
