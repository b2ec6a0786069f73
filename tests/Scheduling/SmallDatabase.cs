using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Scheduling;

/// <summary>A database of one test's own, a clock that stands still, and nothing of the bot around them.</summary>
sealed class SmallDatabase : IAsyncDisposable
{
    readonly TestDatabase _database;
    readonly ServiceProvider _services;

    SmallDatabase(TestDatabase database)
    {
        _database = database;
        _services = new ServiceCollection().AddLogging().AddDatabase(database.Configuration).BuildServiceProvider();
        Register = new Register(Store, Clock);
    }

    /// <summary>Where a key store of its own would be.</summary>
    public string Keys => _database.Keys;

    public IStore Store => _services.GetRequiredService<IStore>();
    public Register Register { get; }
    public StandingClock Clock { get; } = new();

    public static async Task<SmallDatabase> Create(bool migrated = true) => new(await (migrated ? TestDatabase.Create(TestDatabase.Migrated) : TestDatabase.Empty()));

    public async Task<T> Read<T>(Func<Db, Task<T>> read)
    {
        await using var db = Store.Open();
        return await read(db);
    }

    public Task Write(params object[] rows) => Store.Do(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    }, default);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}

sealed class StandingClock : TimeProvider
{
    public DateTime Now { get; set; } = new(2030, 5, 6, 7, 8, 9, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => Now;
}
