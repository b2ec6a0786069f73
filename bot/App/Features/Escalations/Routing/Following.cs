using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>
/// Keeps this node's router the same as every other's: gives what is new its place in the order, says when all are to build anew
/// (a topic changed, something was erased, much is new), builds, and learns the rest one by one.
/// </summary>
public sealed class Following(IStore store, Vault vault, LiveRouter router, TimeProvider clock)
{
    const int Together = 1000, FewNew = 500;
    static readonly TimeSpan BetweenBuilds = TimeSpan.FromMinutes(1);

    readonly ReadingExamples _reading = new(vault);
    Task _building = Task.CompletedTask;

    /// <summary>One look. What has to be built is built beside it, while the model before goes on answering.</summary>
    public async Task Look(CancellationToken cancel)
    {
        await using var db = store.Open();
        if (await db.LearntExamples.AnyAsync(one => one.Position == null, cancel))
            await Place(cancel);
        var generation = await Newest(db, cancel);
        if (await IsOutdated(db, generation, cancel))
            generation = await Declare(generation, cancel);
        if (router.Model is { } model)
            await CatchUp(db, model, cancel);
        if (generation is not null && generation.Number != router.Generation && _building.IsCompleted)
            _building = Build(generation, cancel);
    }

    /// <summary>Until what is being built is there.</summary>
    /// <exception cref="Exception">It could not be built; the next look tries again.</exception>
    internal Task Built => _building;

    // Two nodes at once write the same numbers: the unique index lets one of them through, and the other looks again later.
    async Task Place(CancellationToken cancel)
    {
        try
        {
            await store.Do(async db =>
            {
                var last = Math.Max(await db.LearntExamples.MaxAsync(one => one.Position, cancel) ?? 0, await db.RouterGenerations.MaxAsync(one => (long?)one.UpTo, cancel) ?? 0);
                foreach (var one in await db.LearntExamples.Where(one => one.Position == null).OrderBy(one => one.At).ThenBy(one => one.Id).Take(Together).ToListAsync(cancel))
                    one.Position = ++last;
                return await db.SaveChangesAsync(cancel);
            }, cancel);
        }
        catch (Exception failure) when (UniqueViolation.IsOneOf(failure))
        {
            // The other node's places hold.
        }
    }

    async Task<bool> IsOutdated(Db db, RouterGeneration? generation, CancellationToken cancel)
    {
        if (generation is null)
            return await db.Topics.AnyAsync(topic => topic.ArchivedAt == null, cancel);
        if (clock.GetUtcNow().UtcDateTime - generation.At < BetweenBuilds)
            return false;
        if ((await ReadingExamples.Topics(db, cancel)).Print != generation.Topics)
            return true;
        var (kept, erased, last) = (await Kept(db, generation.UpTo, cancel), await Erased(db, generation.UpTo, cancel), await db.LearntExamples.MaxAsync(one => one.Position, cancel) ?? 0);
        return kept != generation.Examples || erased > 0 || last - generation.UpTo >= Math.Max(FewNew, generation.UpTo / 10);
    }

    async Task<RouterGeneration?> Declare(RouterGeneration? before, CancellationToken cancel)
    {
        try
        {
            return await store.Do(async db =>
            {
                var upTo = Math.Max(await db.LearntExamples.MaxAsync(one => one.Position, cancel) ?? 0, before?.UpTo ?? 0);
                var next = new RouterGeneration
                {
                    Number = (before?.Number ?? 0) + 1,
                    UpTo = upTo,
                    Examples = await Kept(db, upTo, cancel),
                    Topics = (await ReadingExamples.Topics(db, cancel)).Print,
                    At = clock.GetUtcNow().UtcDateTime,
                };
                db.RouterGenerations.Add(next);
                await db.SaveChangesAsync(cancel);
                return next;
            }, cancel);
        }
        catch (Exception failure) when (UniqueViolation.IsOneOf(failure))
        {
            await using var db = store.Open();
            return await Newest(db, cancel);
        }
    }

    static Task<RouterGeneration?> Newest(Db db, CancellationToken cancel) => db.RouterGenerations.AsNoTracking().OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);

    static Task<int> Kept(Db db, long upTo, CancellationToken cancel) => db.LearntExamples.CountAsync(one => one.Position <= upTo && (one.Words != null || one.Sealed != null), cancel);

    static Task<int> Erased(Db db, long after, CancellationToken cancel) => db.LearntExamples.CountAsync(one => one.Position > after && one.Words == null && one.Sealed == null, cancel);

    async Task Build(RouterGeneration generation, CancellationToken cancel)
    {
        await using var db = store.Open();
        var (topics, _) = await ReadingExamples.Topics(db, cancel);
        var examples = await _reading.All(db, topics, generation.UpTo, cancel);
        var ids = topics.Select(topic => topic.Id).ToList();
        // A thread of its own, behind all turns.
        var model = await Task.Factory.StartNew(() =>
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
            return TopicsModel.Build(generation.Number, generation.UpTo, ids, examples, cancel);
        }, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await CatchUp(db, model, cancel);
        router.Take(model);
    }

    async Task CatchUp(Db db, TopicsModel model, CancellationToken cancel)
    {
        if (await db.LearntExamples.MaxAsync(one => one.Position, cancel) is not { } last || last <= model.Position)
            return;
        await foreach (var (position, example) in _reading.Learnt(db, model.Position, last, cancel))
            if (example is { } one)
                model.Learn(one, position);
            else
                model.Pass(position);
    }
}
