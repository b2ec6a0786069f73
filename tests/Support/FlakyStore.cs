using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Tests.Support;

/// <summary>The real store, until it is told that the database is away.</summary>
sealed class FlakyStore(IStore real) : IStore, IAsyncDisposable
{
    const int CannotOpen = 14;

    /// <summary>Nothing can be read or written.</summary>
    public bool IsAway { get; set; }

    /// <summary>What is there can be read, nothing can be written.</summary>
    public bool IsFull { get; set; }

    static SqliteException Broken => new("The database is away (a test)", CannotOpen);

    public Db Open() => IsAway ? throw Broken : real.Open();

    public Task Save(Db db, CancellationToken cancel) => IsAway || IsFull ? throw new DbUpdateException("Not written (a test)", Broken) : real.Save(db, cancel);

    public Task<T> Do<T>(Func<Db, Task<T>> work, CancellationToken cancel) => IsAway || IsFull ? throw Broken : real.Do(work, cancel);

    public Task Execute(IReadOnlyList<Statement> statements, CancellationToken cancel) => IsAway || IsFull ? throw Broken : real.Execute(statements, cancel);

    public ValueTask DisposeAsync() => real is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;
}
