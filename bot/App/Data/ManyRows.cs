using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ServiceCulture.Bot.Data;

/// <summary>Thousands of new rows inside somebody's transaction, past EF's change tracker: for jobs that go through everybody.</summary>
static class ManyRows
{
    /// <summary>Inserts them in the transaction that <see cref="IStore.Do"/> opened, entity type by entity type.</summary>
    /// <exception cref="DbUpdateException">One was refused: nothing of the transaction may be kept.</exception>
    /// <exception cref="InvalidOperationException">An entity that is EF's alone.</exception>
    internal static async Task Insert(Db db, IEnumerable<object> entities, CancellationToken cancel)
    {
        foreach (var some in entities.GroupBy(entity => entity.GetType()))
        {
            var table = TableOfRows.Of(db.Model.FindEntityType(some.Key)!) ?? throw new InvalidOperationException($"{some.Key.Name} is written by EF.");
            try
            {
                await (db.Database.GetDbConnection() is NpgsqlConnection postgres ? Copy(postgres, table, some, cancel) : OneByOne(db, table, some, cancel));
            }
            catch (DbException failure)
            {
                throw NewRows.Refused(failure);
            }
        }
    }

    // The server reads a copied row with a fraction of a statement's work.
    static async Task Copy(NpgsqlConnection connection, TableOfRows table, IEnumerable<object> entities, CancellationToken cancel)
    {
        var columns = table.Columns;
        await using var rows = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var entity in entities)
        {
            await rows.StartRowAsync(cancel);
            var values = table.Read(entity);
            for (var at = 0; at < values.Length; at++)
                if (values[at] is { } value)
                    await rows.WriteAsync(value, columns[at].Type, cancel);
                else
                    await rows.WriteNullAsync(cancel);
        }
        await rows.CompleteAsync(cancel);
    }

    static async Task OneByOne(Db db, TableOfRows table, IEnumerable<object> entities, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (table.InsertOne, db.Database.CurrentTransaction?.GetDbTransaction());
        for (var at = 0; at < table.Columns.Count; at++)
            command.Parameters.Add(table.Columns[at].Mapping.CreateParameter(command, $"@p{at}", null, true));
        foreach (var entity in entities)
        {
            var values = table.Read(entity);
            for (var at = 0; at < values.Length; at++)
                command.Parameters[at].Value = values[at] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
