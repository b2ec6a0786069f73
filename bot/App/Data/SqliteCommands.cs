using Microsoft.Data.Sqlite;

namespace ServiceCulture.Bot.Data;

/// <summary>SQLite: what the writer says again and again, prepared once. There are few different statements, all of them ours.</summary>
sealed class SqliteCommands(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<TableOfRows, SqliteStatement> _inserts = [];
    readonly Dictionary<string, SqliteStatement> _others = new(StringComparer.Ordinal);

    /// <summary>Inside the writer's transaction.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">One was refused; the transaction holds those before it.</exception>
    internal void Insert(NewRows rows)
    {
        try
        {
            foreach (var (table, values) in rows.Rows)
                Inserting(table).Run(values);
        }
        catch (SqliteException failure)
        {
            throw NewRows.Refused(failure);
        }
    }

    /// <summary>Inside the writer's transaction.</summary>
    internal void Run(Statement statement)
    {
        if (!_others.TryGetValue(statement.Sql, out var known))
            _others[statement.Sql] = known = new SqliteStatement(connection, statement.Sql, statement.Parameters.Length);
        known.Run(statement.Parameters);
    }

    public void Dispose()
    {
        foreach (var statement in _inserts.Values.Concat(_others.Values))
            statement.Dispose();
    }

    SqliteStatement Inserting(TableOfRows table)
    {
        if (!_inserts.TryGetValue(table, out var known))
            _inserts[table] = known = new SqliteStatement(connection, table.InsertOne, table.Columns.Count);
        return known;
    }
}
