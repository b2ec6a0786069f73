using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ServiceCulture.Bot.Data;

/// <summary>PostgreSQL: every turn commits by itself; the server groups the commits.</summary>
public sealed class PostgresStore(IDbContextFactory<PostgresDb> factory, NpgsqlDataSource source) : IStore
{
    // EF sends up to this many new rows as one batch, which is one implicit transaction: no BEGIN and COMMIT of their own.
    // A changed row that is no longer what it was is not an error to the server, so changes need a real transaction.
    internal const int OneBatch = 200;

    public Db Open() => factory.CreateDbContext();

    public async Task Save(Db db, CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        var changes = db.ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged).Take(OneBatch + 1).ToList();
        var isOneBatch = changes.Count <= OneBatch && changes.TrueForAll(entry => entry.State is EntityState.Added) && db.Database.CurrentTransaction is null;
        db.Database.AutoTransactionBehavior = isOneBatch ? AutoTransactionBehavior.Never : AutoTransactionBehavior.WhenNeeded;
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
