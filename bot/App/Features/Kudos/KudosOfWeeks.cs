using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>How many thanks the whole organisation gave in weeks that are over, by value. A week is counted once and kept: for an hour while it is fresh, for a day when little changes in it any more.</summary>
public static class KudosOfWeeks
{
    static readonly TimeSpan KeepFresh = TimeSpan.FromHours(1), Keep = TimeSpan.FromDays(1), Fresh = TimeSpan.FromDays(14);
    static readonly ConditionalWeakTable<IStore, ConcurrentDictionary<(DateTime From, DateTime To), (KudosWeek Week, DateTime At)>> Counted = [];

    /// <param name="cuts">When each week began, and last when the last one ended: UTC, rising, with the days they are called by.</param>
    public static async Task<IReadOnlyList<KudosWeek>> Read(IStore store, IReadOnlyList<(DateOnly Day, DateTime At)> cuts, DateTime now, CancellationToken cancel)
    {
        var kept = Counted.GetOrCreateValue(store);
        var weeks = new List<KudosWeek>();
        foreach (var (week, end) in cuts.Zip(cuts.Skip(1)))
        {
            if (!kept.TryGetValue((week.At, end.At), out var known) || now - known.At > (now - end.At > Fresh ? Keep : KeepFresh))
                kept[(week.At, end.At)] = known = (await Count(store, week.Day, week.At, end.At, cancel), now);
            weeks.Add(known.Week);
        }
        return weeks;
    }

    static async Task<KudosWeek> Count(IStore store, DateOnly day, DateTime from, DateTime to, CancellationToken cancel)
    {
        await using var db = store.Open();
        var given = db.Kudos.AsNoTracking().Where(kudos => kudos.At >= from && kudos.At < to && kudos.UndoneAt == null && kudos.HiddenAt == null);
        var byValue = await (from kudos in given
                             join value in db.KudosValues on kudos.Id equals value.KudosId
                             group value by value.ValueId into values
                             select new { values.Key, Count = values.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        return new(day, await given.CountAsync(cancel), byValue);
    }
}

/// <param name="First">Its first day.</param>
/// <param name="ByValue">Thanks for each value; one may be for several, or for none.</param>
public sealed record KudosWeek(DateOnly First, int Given, IReadOnlyDictionary<string, int> ByValue);
