using Microsoft.Data.Sqlite;

namespace ServiceCulture.Bot.Data;

/// <summary>SQLite: what the writer says again and again, prepared once. There are few different statements, all of them ours.</summary>
sealed class SqliteCommands(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<TableOfRows, SqliteCommand> _inserts = [];
    readonly Dictionary<string, SqliteCommand> _others = new(StringComparer.Ordinal);

    /// <returns>How many rows.</returns>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">One was refused; the transaction holds those before it.</exception>
    internal int Insert(NewRows rows, SqliteTransaction transaction)
    {
        try
        {
            foreach (var (table, values) in rows.Rows)
                Run(Inserting(table), values, transaction);
            return rows.Rows.Count;
        }
        catch (SqliteException failure)
        {
            throw NewRows.Refused(failure);
        }
    }

    internal void Run(Statement statement, SqliteTransaction transaction)
    {
        if (!_others.TryGetValue(statement.Sql, out var command))
        {
            _others[statement.Sql] = command = connection.CreateCommand();
            command.CommandText = statement.Sql;
            for (var at = 0; at < statement.Parameters.Length; at++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{at}" });
        }
        Run(command, statement.Parameters, transaction);
    }

    public void Dispose()
    {
        foreach (var command in _inserts.Values.Concat(_others.Values))
            command.Dispose();
    }

    static void Run(SqliteCommand command, object?[] values, SqliteTransaction transaction)
    {
        command.Transaction = transaction;
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    SqliteCommand Inserting(TableOfRows table)
    {
        if (_inserts.TryGetValue(table, out var known))
            return known;
        var command = connection.CreateCommand();
        command.CommandText = table.InsertOne;
        for (var at = 0; at < table.Columns.Count; at++)
            command.Parameters.Add(table.Columns[at].Mapping.CreateParameter(command, $"@p{at}", null, true));
        return _inserts[table] = command;
    }
}
