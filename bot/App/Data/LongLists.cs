using Microsoft.EntityFrameworkCore;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// For jobs that ask about thousands at once. PostgreSQL keeps one plan for a statement that comes again, and makes it for lists of ten: with thousands in them, what is
/// looked up one by one would be read quicker as a whole.
/// </summary>
public static class LongLists
{
    const int Long = 100;

    /// <summary>Until the end of the transaction that <see cref="IStore.Do"/> opened, each statement is planned for its own lists.</summary>
    /// <param name="length">How many are asked about; a few change nothing.</param>
    public static Task Expect(Db db, int length, CancellationToken cancel) =>
        IsLong(db, length) ? db.Database.ExecuteSqlRawAsync("SET LOCAL plan_cache_mode = force_custom_plan", cancel) : Task.CompletedTask;

    /// <summary>Three reads that do not build on each other: of thousands on PostgreSQL side by side, each on a connection of its own and of what is committed; else one after the other.</summary>
    public static async Task<(T1, T2, T3)> Read<T1, T2, T3>(IStore store, Db db, int length, Func<Db, Task<T1>> one, Func<Db, Task<T2>> two, Func<Db, Task<T3>> three, CancellationToken cancel)
    {
        if (!IsLong(db, length))
            return (await one(db), await two(db), await three(db));
        var (first, second, third) = (Beside(one), Beside(two), Beside(three));
        await Task.WhenAll(first, second, third);
        return (await first, await second, await third);

        Task<T> Beside<T>(Func<Db, Task<T>> read) => Task.Run(() => store.Do(async own =>
        {
            await Expect(own, length, cancel);
            return await read(own);
        }, cancel), cancel);
    }

    static bool IsLong(Db db, int length) => db is PostgresDb && length > Long;
}
