using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>
/// Kudos of many teams or people at once, for digests. A team's are those whose receiver was in it when they were given. What
/// was taken back is never among them.
/// </summary>
public static class ReadingTeamKudos
{
    /// <summary>Thanks that people of these teams got, as far as their managers may see them: public ones, and those given to receivers and managers while that rule is in force.</summary>
    /// <param name="from">UTC, from and up to.</param>
    public static async Task<List<TeamThanks>> Received(Db db, IReadOnlyCollection<Guid> teams, DateTime from, DateTime to, Policies policies, CancellationToken cancel)
    {
        var managersSee = policies.ManagersSeePrivateKudos;
        // Receipts bear their kudos' moment: asked of both, the database finds the kudos of these weeks as a whole.
        var rows = from receipt in db.KudosReceipts
                   join kudos in db.Kudos on receipt.KudosId equals kudos.Id
                   join value in db.KudosValues on receipt.KudosId equals value.KudosId into named
                   from value in named.DefaultIfEmpty()
                   where receipt.ToTeamId != null && teams.Contains(receipt.ToTeamId.Value) && receipt.At >= @from && receipt.At < to && kudos.At >= @from && kudos.At < to && kudos.UndoneAt == null && kudos.HiddenAt == null
                       && (kudos.Audience == KudosAudience.Public || (managersSee && kudos.Audience == KudosAudience.ReceiversAndManagers))
                   select new { receipt.KudosId, receipt.ToTeamId, receipt.ToId, kudos.FromId, receipt.At, Value = (string?)value.ValueId };
        var thanks = new Dictionary<(Guid, Guid), TeamThanks>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!thanks.TryGetValue((row.KudosId, row.ToId), out var one))
                thanks[(row.KudosId, row.ToId)] = one = new(row.KudosId, row.ToTeamId!.Value, row.ToId, row.FromId, row.At, []);
            if (row.Value is not null)
                one.Values.Add(row.Value);
        }
        return [.. thanks.Values];
    }

    /// <summary>What these people gave, whoever may see it: for themselves.</summary>
    /// <param name="since">UTC.</param>
    public static async Task<List<GivenThanks>> Given(Db db, IReadOnlyCollection<Guid> givers, DateTime since, CancellationToken cancel) =>
        await (from kudos in db.Kudos
               join receipt in db.KudosReceipts on kudos.Id equals receipt.KudosId
               where givers.Contains(kudos.FromId) && kudos.At >= since && kudos.UndoneAt == null && kudos.HiddenAt == null
               select new GivenThanks(kudos.Id, kudos.FromId, receipt.ToId, kudos.At)).ToListAsync(cancel);

    /// <summary>These kudos as they stand now, with their receivers and values; what was taken back is left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, StandingKudos>> Standing(Db db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, StandingKudos>();
        var kudos = await db.Kudos.AsNoTracking().Where(one => ids.Contains(one.Id) && one.UndoneAt == null && one.HiddenAt == null).ToListAsync(cancel);
        var to = (await db.KudosReceipts.AsNoTracking().Where(one => ids.Contains(one.KudosId)).Select(one => new { one.KudosId, one.ToId }).ToListAsync(cancel)).ToLookup(one => one.KudosId, one => one.ToId);
        var values = (await db.KudosValues.AsNoTracking().Where(one => ids.Contains(one.KudosId)).ToListAsync(cancel)).ToLookup(one => one.KudosId, one => one.ValueId);
        return kudos.ToDictionary(one => one.Id, one => new StandingKudos(one, [.. to[one.Id]], [.. values[one.Id].Order(StringComparer.Ordinal)]));
    }
}

/// <summary>One person of a team thanked once.</summary>
/// <param name="TeamId">Theirs at that time.</param>
public sealed record TeamThanks(Guid KudosId, Guid TeamId, Guid ToId, Guid FromId, DateTime At, List<string> Values);

/// <summary>One person thanked by somebody.</summary>
public readonly record struct GivenThanks(Guid KudosId, Guid FromId, Guid ToId, DateTime At);

/// <summary>Kudos as they stand, whole.</summary>
public sealed record StandingKudos(KudosGiven Kudos, IReadOnlyList<Guid> To, IReadOnlyList<string> Values);
