using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>
/// Who left 30 days ago: their private rows and their key go. Who turned out to be somebody else: what still came in
/// under the old name is moved, and the old key goes. A person a transaction; running twice changes nothing.
/// </summary>
public sealed class ForgettingPeople(IStore store, PersonalData personal, Register register, TimeProvider clock)
{
    /// <summary>So long after somebody left.</summary>
    public static readonly TimeSpan Leavers = TimeSpan.FromDays(30);

    const int Together = 100;

    /// <returns>How many people.</returns>
    public async Task<int> Forget(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var before = now - Leavers;
        var all = await Each(db => db.Members.Where(one => one.LeftAt != null && one.LeftAt < before && one.MergedInto == null && (one.ErasedAt == null || one.ErasedAt < one.LeftAt)), one => Erase(one.Id, now, cancel), cancel)
            + await Each(db => db.Members.Where(one => one.MergedInto != null && one.ErasedAt == null), one => Finish(one.Id, one.MergedInto!.Value, now, cancel), cancel);
        if (all > 0)
            register.Forget();
        return all;
    }

    async Task<int> Each(Func<Db, IQueryable<Member>> which, Func<Member, Task> forget, CancellationToken cancel)
    {
        for (var all = 0; ;)
        {
            List<Member> some;
            await using (var db = store.Open())
                some = await which(db).AsNoTracking().OrderBy(one => one.Id).Take(Together).ToListAsync(cancel);
            foreach (var one in some)
                await forget(one);
            all += some.Count;
            if (some.Count < Together)
                return all;
        }
    }

    Task<int> Erase(Guid member, DateTime now, CancellationToken cancel) => store.Do(async db =>
    {
        await personal.Erase(db, member, new Erasure(KeepsName: true, now, HasLeft: true), cancel);
        return await db.SaveChangesAsync(cancel);
    }, cancel);

    async Task Finish(Guid from, Guid into, DateTime now, CancellationToken cancel)
    {
        await store.Do(async db =>
        {
            await personal.Move(db, from, into, cancel);
            return await db.SaveChangesAsync(cancel);
        }, cancel);
        await personal.Forget(from, cancel);
        await store.Do(async db =>
        {
            (await db.Members.SingleAsync(one => one.Id == from, cancel)).ErasedAt = now;
            return await db.SaveChangesAsync(cancel);
        }, cancel);
    }
}
