using Microsoft.Data.Sqlite;

namespace ServiceCulture.Bot.Data;

/// <summary>SQLite: adds rows on the writer's connection, with one prepared statement a table.</summary>
sealed class SqliteInserts(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<TableOfRows, SqliteCommand> _commands = [];

    /// <returns>How many rows.</returns>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">One was refused; the transaction holds those before it.</exception>
    internal int Run(NewRows rows, SqliteTransaction transaction)
    {
        try
        {
            foreach (var (table, values) in rows.Rows)
                Run(Command(table), values, transaction);
            return rows.Rows.Count;
        }
        catch (SqliteException failure)
        {
            throw NewRows.Refused(failure);
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    static void Run(SqliteCommand command, object?[] values, SqliteTransaction transaction)
    {
        command.Transaction = transaction;
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    SqliteCommand Command(TableOfRows table)
    {
        if (_commands.TryGetValue(table, out var known))
            return known;
        var command = connection.CreateCommand();
        command.CommandText = table.InsertOne;
        for (var at = 0; at < table.Columns.Count; at++)
            command.Parameters.Add(table.Columns[at].Mapping.CreateParameter(command, $"@p{at}", null, true));
        return _commands[table] = command;
    }
}
