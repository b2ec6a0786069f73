using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// The minute's work: what changed makes plans due, what is due is asked, reminded or closed. Any of it may run twice,
/// or on two nodes at once, and is then done once.
/// </summary>
public sealed class AskingWhoIsDue(IStore store, Post post, IEnumerable<IAsking> kinds, TimeProvider clock, ILogger<AskingWhoIsDue> log)
{
    /// <summary>Most in one transaction; a lone writer is not to be kept from turns for long.</summary>
    const int OnPostgres = 1000, OnSqlite = 200;
    const int Tries = 5;

    /// <summary>Pages that are written at once where there is more than one.</summary>
    const int AtOnce = 2;
    static readonly TimeSpan Jitter = TimeSpan.FromMinutes(1);

    readonly Dictionary<ProgrammeKind, IAsking> _kinds = kinds.ToDictionary(kind => kind.Kind);
    DateTime? _read;

    // What is due first is asked for, not whether anything is: that is the index's first entry, whatever the server guesses of the rest.
    /// <returns>How many people were asked.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await NoticeClock(now, cancel);
        while (await Any(db => db.Replannings.AnyAsync(cancel)) && await Do(db => Replannings.Apply(db, now, cancel), cancel) > 0)
        {
        }
        var asked = await Pages(now, cancel);
        await After(async db => await db.Asks.MinAsync(ask => ask.RemindAt, cancel) <= now, after => after.Remind, now, cancel);
        await After(async db => await db.Asks.Where(ask => ask.State == AskState.Waiting).MinAsync(ask => (DateTime?)ask.Until, cancel) <= now, after => after.Close, now, cancel);
        post.Wake();
        return asked;
    }

    /// <summary>Plans for whoever came without the programmes' knowing.</summary>
    public Task<int> MeetNewcomers(CancellationToken cancel) => Do(db => Replannings.MeetNewcomers(db, clock.GetUtcNow().UtcDateTime, cancel), cancel);

    // A clock that was ahead and was put right has planned from a day that has not come yet: everything is looked at anew.
    async Task NoticeClock(DateTime now, CancellationToken cancel)
    {
        if (_read is { } before ? before - now > Jitter : await Any(db => db.Asks.AnyAsync(ask => ask.At > now + Jitter, cancel)))
            await Do(async db =>
            {
                db.Add(Replanning.OfEverybody());
                return await db.SaveChangesAsync(cancel);
            }, cancel);
        _read = now;
    }

    // While the server writes one page the next is drawn; each takes plans of its own.
    async Task<int> Pages(DateTime now, CancellationToken cancel)
    {
        var several = await Any(async db => db is PostgresDb && await db.Plans.Where(plan => plan.NextAt <= now).OrderBy(plan => plan.NextAt).Skip(OnPostgres).AnyAsync(cancel));
        var asked = await Task.WhenAll(Enumerable.Range(0, several ? AtOnce : 1).Select(_ => Task.Run(async () =>
        {
            var asked = 0;
            while (await Any(async db => await db.Plans.MinAsync(plan => plan.NextAt, cancel) <= now) && await Page(now, cancel) is { Looked: > 0 } page)
                asked += page.Asked;
            return asked;
        }, cancel)));
        return asked.Sum();
    }

    async Task<(int Looked, int Asked)> Page(DateTime now, CancellationToken cancel)
    {
        try
        {
            return await Do(db => new AskPage(db, post, _kinds, now).Write(Most(db), cancel), cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.PageBroke(log, failure);
            return await OneByOne(now, cancel);
        }
    }

    // One plan that breaks the program does not keep all others from being asked.
    async Task<(int Looked, int Asked)> OneByOne(DateTime now, CancellationToken cancel)
    {
        var (looked, asked) = (0, 0);
        for (; looked < OnSqlite && !cancel.IsCancellationRequested; looked++)
        {
            AskPage? page = null;
            try
            {
                var one = await Do(db => (page = new AskPage(db, post, _kinds, now)).Write(1, cancel), cancel);
                if (one.Looked == 0)
                    break;
                asked += one.Asked;
            }
            catch (Exception failure) when (failure is not OperationCanceledException && page?.Plans is [var plan])
            {
                Log.PlanBroke(log, failure, plan.MemberId, plan.ProgrammeId);
                await Do(db => db.Plans.Where(one => one.ProgrammeId == plan.ProgrammeId && one.MemberId == plan.MemberId)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAt, now.AddHours(1)), cancel), cancel);
            }
        }
        return (looked, asked);
    }

    async Task After(Func<Db, Task<bool>> any, Func<AfterAsking, Func<int, CancellationToken, Task<int>>> act, DateTime now, CancellationToken cancel)
    {
        while (await Any(any) && await Do(db => act(new AfterAsking(db, post, _kinds, now))(Most(db), cancel), cancel) > 0)
        {
        }
    }

    async Task<bool> Any(Func<Db, Task<bool>> any)
    {
        await using var db = store.Open();
        return await any(db);
    }

    // Somebody answered, paused or was asked in between: what was read is read again.
    async Task<T> Do<T>(Func<Db, Task<T>> work, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
            try
            {
                return await store.Do(work, cancel);
            }
            catch (Exception failure) when (tries < Tries && (UniqueViolation.IsOneOf(failure) || IsDeadlock(failure)))
            {
                // Nothing of it is there.
            }
    }

    static bool IsDeadlock(Exception failure) => (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState is PostgresErrorCodes.DeadlockDetected;

    static int Most(Db db) => db is PostgresDb ? OnPostgres : OnSqlite;
}
