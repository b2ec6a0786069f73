using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Tests.Scheduling;

/// <summary>A database file of one test's own, a clock that stands still, and nothing of the bot around them.</summary>
sealed class SmallDatabase : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("service-culture-").FullName;
    readonly ServiceProvider _services;
    readonly SqliteStore _store;

    SmallDatabase()
    {
        Connection = $"Data Source={Path.Combine(_folder, "test.db")};Pooling=False";
        _services = new ServiceCollection().AddPooledDbContextFactory<SqliteDb>(db => db.UseSqlite(Connection)).BuildServiceProvider();
        _store = new SqliteStore(_services.GetRequiredService<IDbContextFactory<SqliteDb>>(), Connection);
        Register = new Register(Store, Clock);
    }

    public string Connection { get; }

    /// <summary>Where a key store of its own would be.</summary>
    public string Keys => $"Data Source={Path.Combine(_folder, "keys.db")};Pooling=False";

    public IStore Store => _store;
    public Register Register { get; }
    public StandingClock Clock { get; } = new();

    public static async Task<SmallDatabase> Create(bool migrated = true)
    {
        var database = new SmallDatabase();
        if (migrated)
            await database.Store.Migrate(default);
        return database;
    }

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
        await _store.DisposeAsync();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

sealed class StandingClock : TimeProvider
{
    public DateTime Now { get; set; } = new(2030, 5, 6, 7, 8, 9, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => Now;
}
