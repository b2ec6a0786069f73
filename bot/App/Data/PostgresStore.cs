using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ServiceCulture.Bot.Data;

/// <summary>PostgreSQL: every turn commits by itself; the server groups the commits.</summary>
public sealed class PostgresStore(IDbContextFactory<PostgresDb> factory, NpgsqlDataSource source) : IStore
{
    // EF sends up to this many rows as one batch, which is one implicit transaction: no BEGIN and COMMIT of their own.
    // Only new rows: an update that meets another version is no error to the server, so the rest of its batch would
    // be committed before EF says so.
    internal const int OneBatch = 200;

    public Db Open() => factory.CreateDbContext();

    public async Task Save(Db db, CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged).ToList();
        var isOneBatch = changed.Count <= OneBatch && changed.TrueForAll(entry => entry.State is EntityState.Added);
        db.Database.AutoTransactionBehavior = isOneBatch && db.Database.CurrentTransaction is null ? AutoTransactionBehavior.Never : AutoTransactionBehavior.WhenNeeded;
        await db.SaveChangesAsync(cancel);
    }

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
