using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>The minute's work: whoever has begun to lead a team gets a plan, and what is due is counted and handed to the outbox. May run twice, or on two nodes at once.</summary>
public sealed class SendingDigests(IStore store, Post post, IEnumerable<IDigest> kinds, IServiceProvider services)
{
    /// <summary>Most in one transaction: together they are counted with less work, but a lone writer is not to be kept from turns for long.</summary>
    const int OnPostgres = 5000, OnSqlite = 50;
    const int Tries = 5, Step = 10;

    readonly Dictionary<DigestKind, IDigest> _kinds = kinds.ToDictionary(kind => kind.Kind);
    readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
    readonly OrganisationWeeks _weeks = services.GetRequiredService<OrganisationWeeks>();
    readonly ILogger<SendingDigests> _log = services.GetRequiredService<ILogger<SendingDigests>>();

    /// <returns>How many digests are on their way.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        await Do(db => MeetingReaders.Plan(db, now, cancel), cancel);
        var (most, sent) = (int.MaxValue, 0);
        while (await MostAtOnce(now, cancel) is { } usual)
        {
            most = Math.Min(usual, most);
            var page = await Page(most, now, cancel);
            if (page.Looked == 0)
                break;
            sent += page.Sent;
            most = page.Looked is null ? Math.Max(1, most / Step) : most * Step;
        }
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

    // Null: nothing is due.
    async Task<int?> MostAtOnce(DateTime now, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.DigestPlans.MinAsync(plan => plan.NextAt, cancel) <= now ? db is PostgresDb ? OnPostgres : OnSqlite : null;
    }

    // One digest that breaks the program does not keep all others from going out: a page that broke is tried in ever smaller ones, down to the plan that can't be written.
    async Task<(int? Looked, int Sent)> Page(int most, DateTime now, CancellationToken cancel)
    {
        DigestPage? page = null;
        try
        {
            return await Do(db => (page = new(db, post, _kinds, _weeks, now)).Write(most, cancel), cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && most > 1)
        {
            Log.PageBroke(_log, failure, most);
            return (null, 0);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && page?.Plans is [var plan])
        {
            Log.PlanBroke(_log, failure, plan.MemberId, plan.Kind);
            await Do(db => db.DigestPlans.Where(one => one.Kind == plan.Kind && one.MemberId == plan.MemberId).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAt, now.AddHours(1)), cancel), cancel);
            return (1, 0);
        }
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
