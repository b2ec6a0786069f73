using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>
/// How many thanks the whole organisation gave in weeks that are over, by value. A week is counted once and kept: for an hour while it is fresh, for a day
/// when little changes in it any more. All weeks that are wanted anew are counted in one go.
/// </summary>
public static class KudosOfWeeks
{
    static readonly TimeSpan KeepFresh = TimeSpan.FromHours(1), Keep = TimeSpan.FromDays(1), Fresh = TimeSpan.FromDays(14);
    static readonly ConditionalWeakTable<IStore, ConcurrentDictionary<(DateTime From, DateTime To), (KudosWeek Week, DateTime At)>> Counted = [];

    /// <param name="cuts">When each week began, and last when the last one ended: UTC, rising, with the days they are called by.</param>
    public static async Task<IReadOnlyList<KudosWeek>> Read(IStore store, IReadOnlyList<(DateOnly Day, DateTime At)> cuts, DateTime now, CancellationToken cancel)
    {
        var kept = Counted.GetOrCreateValue(store);
        var weeks = cuts.Zip(cuts.Skip(1), (week, end) => (week.Day, From: week.At, To: end.At)).ToList();
        // From the first to the last that is wanted anew: those between come along.
        var first = weeks.FindIndex(IsStale);
        var wanted = first < 0 ? [] : weeks.GetRange(first, weeks.FindLastIndex(IsStale) + 1 - first);
        foreach (var (week, counted) in wanted.Zip(wanted.Count > 0 ? await Count(store, wanted, cancel) : []))
            kept[(week.From, week.To)] = (counted, now);
        return weeks.ConvertAll(week => kept[(week.From, week.To)].Week);

        bool IsStale((DateOnly Day, DateTime From, DateTime To) week) => !kept.TryGetValue((week.From, week.To), out var known) || now - known.At > (now - week.To > Fresh ? Keep : KeepFresh);
    }

    static async Task<IReadOnlyList<KudosWeek>> Count(IStore store, List<(DateOnly Day, DateTime From, DateTime To)> weeks, CancellationToken cancel)
    {
        var (from, to) = (weeks[0].From, weeks[^1].To);
        await using var db = store.Open();
        var placed = db.Kudos.AsNoTracking().Where(kudos => kudos.At >= from && kudos.At < to && kudos.UndoneAt == null && kudos.HiddenAt == null).Select(Place(weeks.ConvertAll(week => week.From)));
        var given = await placed.GroupBy(one => one.Week).Select(week => new { week.Key, Count = week.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var byValue = (await placed.Join(db.KudosValues, one => one.Id, value => value.KudosId, (one, value) => new { one.Week, value.ValueId })
            .GroupBy(one => one).Select(some => new { some.Key.Week, some.Key.ValueId, Count = some.Count() }).ToListAsync(cancel)).ToLookup(row => row.Week);
        return [.. weeks.Select((week, at) => new KudosWeek(week.Day, given.GetValueOrDefault(at), byValue[at].ToDictionary(row => row.ValueId, row => row.Count)))];
    }

    // In which of them it was given: so many of the later ones had begun.
    static Expression<Func<KudosGiven, Placed>> Place(List<DateTime> starts)
    {
        var kudos = Expression.Parameter(typeof(KudosGiven), "kudos");
        var at = Expression.Property(kudos, nameof(KudosGiven.At));
        var week = starts.Skip(1).Aggregate((Expression)Expression.Constant(0), (sum, start) =>
            Expression.Add(sum, Expression.Condition(Expression.GreaterThanOrEqual(at, Expression.Constant(start)), Expression.Constant(1), Expression.Constant(0))));
        return Expression.Lambda<Func<KudosGiven, Placed>>(Expression.MemberInit(Expression.New(typeof(Placed)),
            Expression.Bind(typeof(Placed).GetProperty(nameof(Placed.Id))!, Expression.Property(kudos, nameof(KudosGiven.Id))),
            Expression.Bind(typeof(Placed).GetProperty(nameof(Placed.Week))!, week)), kudos);
    }

    sealed class Placed
    {
        public Guid Id { get; init; }
        public int Week { get; init; }
    }
}

/// <param name="First">Its first day.</param>
/// <param name="ByValue">Thanks for each value; one may be for several, or for none.</param>
public sealed record KudosWeek(DateOnly First, int Given, IReadOnlyDictionary<string, int> ByValue);
