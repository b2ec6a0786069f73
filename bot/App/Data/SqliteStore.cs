using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// SQLite: one writer with a queue. What waits is committed together, up to 64 at a time, so that many turns share one
/// sync of the disk; one that fails takes nobody along.
/// </summary>
public sealed class SqliteStore : IStore, IAsyncDisposable
{
    const int Together = 64;

    readonly IDbContextFactory<SqliteDb> _factory;
    readonly SqliteConnection _connection;
    readonly Channel<Work> _queue = System.Threading.Channels.Channel.CreateUnbounded<Work>(new() { SingleReader = true });
    readonly SqliteCommands _commands;
    readonly Task _writer;

    public SqliteStore(IDbContextFactory<SqliteDb> factory, string connectionString)
    {
        _factory = factory;
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        Pragma("PRAGMA journal_mode=WAL");
        Pragma("PRAGMA synchronous=FULL");
        Pragma("PRAGMA busy_timeout=10000");
        // Pages that are written again and again go into the file once: 16 MB of log, and as much of the database in memory as a group touches.
        Pragma("PRAGMA wal_autocheckpoint=4000");
        Pragma("PRAGMA cache_size=-8000");
        // What a savepoint may have to put back is kept in memory: of the database and its log nothing is meant here.
        Pragma("PRAGMA temp_store=MEMORY");
        _commands = new SqliteCommands(_connection);
        _writer = Task.Run(Write);
    }

    public Db Open() => _factory.CreateDbContext();

    public async Task Save(Db db, CancellationToken cancel)
    {
        if (NewRows.Of(db) is { } rows)
        {
            await Queue(new Statements(() => _commands.Insert(rows), cancel));
            db.AllWritten();
        }
        else
            await Queue(new Work<int>(transaction => On(db, transaction, () => db.SaveChangesAsync(CancellationToken.None)), cancel));
    }

    public Task<T> Do<T>(Func<Db, Task<T>> work, CancellationToken cancel) => Queue(new Work<T>(async transaction =>
    {
        await using var db = Open();
        return await On(db, transaction, () => work(db));
    }, cancel));

    public Task Execute(IReadOnlyList<Statement> statements, CancellationToken cancel) => Queue(new Statements(() =>
    {
        foreach (var statement in statements)
            _commands.Run(statement);
    }, cancel));

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
        _commands.Dispose();
        await _connection.DisposeAsync();
    }

    Task<T> Queue<T>(Work<T> work)
    {
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(work), this);
        return work.Task;
    }

    async Task Write()
    {
        var group = new List<Work>(Together);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < Together && _queue.Reader.TryRead(out var work))
                group.Add(work);
            await Commit(group);
            group.Clear();
        }
    }

    async Task Commit(List<Work> group)
    {
        try
        {
            await using var transaction = await Begin(group);
            foreach (var work in group)
                if (!work.IsDone)
                    await Try(work, transaction);
            transaction.Commit();
        }
        catch (Exception failure)
        {
            // Nothing of the group is on the disk: each of them is told so, at its own turn.
            foreach (var work in group)
                work.Fail(failure);
        }
        foreach (var work in group)
            work.Done();
    }

    // Statements alone can be said again. So they go first and together, without a savepoint each, which would copy every
    // page that each of them touches; where one is refused, the transaction begins anew and each has its savepoint.
    async Task<SqliteTransaction> Begin(List<Work> group)
    {
        var transaction = _connection.BeginTransaction();
        try
        {
            foreach (var work in group)
                if (work is Statements)
                    await work.Run(transaction);
        }
        catch (Exception)
        {
            transaction.Rollback();
            foreach (var work in group)
                work.IsDone = false;
            return _connection.BeginTransaction();
        }
        return transaction;
    }

    async Task Try(Work work, SqliteTransaction transaction)
    {
        _commands.Run(new Statement("SAVEPOINT one"));
        try
        {
            await work.Run(transaction);
            _commands.Run(new Statement("RELEASE one"));
        }
        catch (Exception failure)
        {
            _commands.Run(new Statement("ROLLBACK TO one"));
            work.Fail(failure);
        }
    }

    // A unit of work reads on a connection of its own and is moved to the writer's for the moment of its writing.
    async Task<T> On<T>(Db db, SqliteTransaction transaction, Func<Task<T>> act)
    {
        var own = db.Database.GetDbConnection();
        db.Database.SetDbConnection(_connection);
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.UseTransactionAsync(transaction);
        try
        {
            return await act();
        }
        finally
        {
            await db.Database.UseTransactionAsync(null);
            db.Database.SetDbConnection(own, contextOwnsConnection: true);
        }
    }

    void Pragma(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    abstract class Work
    {
        /// <summary>It stands in the transaction.</summary>
        public bool IsDone { get; set; }

        public abstract Task Run(SqliteTransaction transaction);
        public abstract void Fail(Exception failure);
        public abstract void Done();
    }

    class Work<T>(Func<SqliteTransaction, Task<T>> work, CancellationToken cancel) : Work
    {
        readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        T? _result;
        Exception? _failure;

        public Task<T> Task => _source.Task;

        public override async Task Run(SqliteTransaction transaction)
        {
            cancel.ThrowIfCancellationRequested();
            _result = await work(transaction);
            IsDone = true;
        }

        public override void Fail(Exception failure) => _failure = failure;

        public override void Done()
        {
            if (_failure is null)
                _source.SetResult(_result!);
            else
                _source.SetException(_failure);
        }
    }

    sealed class Statements(Action say, CancellationToken cancel) : Work<bool>(_ =>
    {
        say();
        return System.Threading.Tasks.Task.FromResult(true);
    }, cancel);
}
