using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Tests.Data;

/// <summary>The one writer of SQLite, who commits many turns together.</summary>
public sealed class SqliteStoreTests : IAsyncLifetime
{
    readonly string _file = Path.Combine(Path.GetTempPath(), $"service_culture_store_{Guid.NewGuid():N}.db");
    SqliteStore _store = null!;

    string Connection => $"Data Source={_file}";

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteStore(new PooledDbContextFactory<SqliteDb>(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(Connection).Options), Connection);
        await _store.Migrate(default);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await using (var connection = new SqliteConnection(Connection))
            SqliteConnection.ClearPool(connection);
        foreach (var ending in new[] { "", "-wal", "-shm" })
            File.Delete(_file + ending);
    }

    [Fact]
    public async Task Many_saves_at_once_are_all_there()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(n => Task.Run(() => Saves($"act.{n}"))));
        Assert.Equal(300, (await Acts()).Distinct().Count());
    }

    [Fact]
    public async Task One_that_fails_takes_nobody_along()
    {
        var saves = Enumerable.Range(0, 100).Select(n => Task.Run(async () =>
        {
            await using var db = _store.Open();
            db.Add(Entry($"act.{n}"));
            // Every tenth runs into the one before it.
            db.Seen.Add(new SeenEvent { InstallationId = 1, EventId = n % 10 == 0 ? "same" : $"E{n}", At = DateTime.UnixEpoch });
            try
            {
                await _store.Save(db, default);
                return true;
            }
            catch (DbUpdateException failure)
            {
                Assert.True(UniqueViolation.IsIn(failure, "Seen"));
                return false;
            }
        }));
        var saved = (await Task.WhenAll(saves)).Count(one => one);
        Assert.Equal(91, saved);
        Assert.Equal(91, (await Acts()).Count);
    }

    [Fact]
    public async Task When_the_commit_fails_every_one_of_the_group_is_told()
    {
        // A constraint that SQLite looks at only when it commits.
        await using var db = _store.Open();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (parent INTEGER REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED)");
        await _store.DisposeAsync();
        var strict = Connection + ";Foreign Keys=True";
        _store = new SqliteStore(new PooledDbContextFactory<SqliteDb>(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(strict).Options), strict);

        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = _store.Do(async _ => { begun.SetResult(); await gate.Task; return 0; }, default);
        await begun.Task;
        var (good, bad) = (Saves("act.good"), _store.Execute([new Statement("INSERT INTO child VALUES (7)")], default));
        gate.SetResult();
        await first;

        await Assert.ThrowsAsync<SqliteException>(() => bad);
        await Assert.ThrowsAsync<SqliteException>(() => good);
        Assert.Empty(await Acts());
        await Saves("act.later");
        Assert.Single(await Acts());
    }

    [Fact]
    public async Task Work_that_was_called_off_before_its_turn_is_not_done()
    {
        using var off = new CancellationTokenSource();
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = _store.Do(async _ => { begun.SetResult(); await gate.Task; return 0; }, default);
        await begun.Task;
        var second = _store.Execute([new Statement("INSERT INTO \"Seen\" VALUES (1, 'x', '2026-01-01')")], off.Token);
        await off.CancelAsync();
        gate.SetResult();
        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task Closing_writes_what_still_waits_and_takes_nothing_more()
    {
        var saves = Enumerable.Range(0, 50).Select(n => Saves($"act.{n}")).ToList();
        await _store.DisposeAsync();
        await Task.WhenAll(saves);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Saves("act.late"));
        Assert.Equal(50, (await Acts()).Count);
    }

    [Fact]
    public async Task It_is_durable_and_lets_others_read()
    {
        var told = await _store.Do(async db => (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(), await db.Database.SqlQueryRaw<int>("PRAGMA synchronous").ToListAsync()), default);
        Assert.Equal(("wal", 2), (told.Item1[0], told.Item2[0]));
    }

    async Task Saves(string act)
    {
        await using var db = _store.Open();
        db.Add(Entry(act));
        await _store.Save(db, default);
    }

    async Task<List<string>> Acts()
    {
        await using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(Connection).Options);
        return await db.Audit.Select(entry => entry.Act).ToListAsync();
    }

    static AuditEntry Entry(string act) => new() { At = DateTime.UnixEpoch, Act = act, Row = "" };
}
