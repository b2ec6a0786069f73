using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>The minute's work: whoever has begun to lead a team gets a plan, and what is due is counted and handed to the outbox. May run twice, or on two nodes at once.</summary>
public sealed class SendingDigests(IStore store, Post post, IEnumerable<IDigest> kinds, IServiceProvider services)
{
    /// <summary>Most in one transaction; a lone writer is not to be kept from turns for long.</summary>
    const int OnPostgres = 1000, OnSqlite = 50;
    const int Tries = 5;

    readonly Dictionary<DigestKind, IDigest> _kinds = kinds.ToDictionary(kind => kind.Kind);
    readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
    readonly OrganisationWeeks _weeks = services.GetRequiredService<OrganisationWeeks>();
    readonly ILogger<SendingDigests> _log = services.GetRequiredService<ILogger<SendingDigests>>();

    /// <returns>How many digests are on their way.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        await Do(db => MeetingReaders.Plan(db, now, cancel), cancel);
        var sent = 0;
        while (await IsAnyDue(now, cancel) && await Page(now, cancel) is { Looked: > 0 } page)
            sent += page.Sent;
        if (sent > 0)
            post.Wake();
        return sent;
    }

    /// <summary>Plans for people who came without digests' knowing: HR's month, and everybody's own week.</summary>
    public async Task MeetPeople(CancellationToken cancel)
    {
        while (await Do(db => MeetingReaders.PlanOthers(db, _clock.GetUtcNow().UtcDateTime, cancel), cancel) > 0)
        {
        }
    }

    async Task<bool> IsAnyDue(DateTime now, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.DigestPlans.MinAsync(plan => plan.NextAt, cancel) <= now;
    }

    async Task<(int Looked, int Sent)> Page(DateTime now, CancellationToken cancel)
    {
        try
        {
            return await Do(db => new DigestPage(db, post, _kinds, _weeks, now).Write(db is PostgresDb ? OnPostgres : OnSqlite, cancel), cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.PageBroke(_log, failure);
            return await OneByOne(now, cancel);
        }
    }

    // One digest that breaks the program does not keep all others from going out.
    async Task<(int Looked, int Sent)> OneByOne(DateTime now, CancellationToken cancel)
    {
        var (looked, sent) = (0, 0);
        for (; looked < OnSqlite && !cancel.IsCancellationRequested; looked++)
        {
            DigestPage? page = null;
            try
            {
                var one = await Do(db => (page = new(db, post, _kinds, _weeks, now)).Write(1, cancel), cancel);
                if (one.Looked == 0)
                    break;
                sent += one.Sent;
            }
            catch (Exception failure) when (failure is not OperationCanceledException && page?.Plans is [var plan])
            {
                Log.PlanBroke(_log, failure, plan.MemberId, plan.Kind);
                await Do(db => db.DigestPlans.Where(one => one.Kind == plan.Kind && one.MemberId == plan.MemberId).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAt, now.AddHours(1)), cancel), cancel);
            }
        }
        return (looked, sent);
    }

    // Another node was first: what was read is read again.
    async Task<T> Do<T>(Func<Db, Task<T>> work, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
            try
            {
                return await store.Do(work, cancel);
            }
            catch (Exception failure) when (tries < Tries && (UniqueViolation.IsOneOf(failure) || (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState is PostgresErrorCodes.DeadlockDetected))
            {
                // Nothing of it is there.
            }
    }
}
