using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// PostgreSQL: units that only add rows are written together (<see cref="InsertingTogether"/>), everything else commits by itself.
/// </summary>
public sealed class PostgresStore(IDbContextFactory<PostgresDb> factory, NpgsqlDataSource source) : IStore, IAsyncDisposable
{
    readonly InsertingTogether _inserting = new(source);

    public Db Open() => factory.CreateDbContext();

    public async Task Save(Db db, CancellationToken cancel)
    {
        if (NewRows.Of(db) is { } rows)
        {
            await _inserting.Insert(rows, cancel);
            db.ChangeTracker.AcceptAllChanges();
        }
        else
            await db.SaveChangesAsync(cancel);
    }

    public ValueTask DisposeAsync() => _inserting.DisposeAsync();

    public async Task<T> Do<T>(Func<Db, Task<T>> work, CancellationToken cancel)
    {
        await using var db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await work(db);
        await transaction.CommitAsync(cancel);
        return result;
    }

    public async Task Execute(IReadOnlyList<Statement> statements, CancellationToken cancel)
    {
        await using var batch = source.CreateBatch();
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            for (var at = 0; at < statement.Parameters.Length; at++)
                command.Parameters.Add(new NpgsqlParameter($"p{at}", statement.Parameters[at] ?? DBNull.Value));
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(cancel);
    }
}
