using Microsoft.Data.Sqlite;
using Npgsql;

namespace ServiceCulture.Bench.Loop;

/// <summary>One connection that makes turns durable, all of a list in one transaction.</summary>
interface IStore : IAsyncDisposable
{
    ValueTask Commit(IReadOnlyList<Turn> turns);
}

/// <summary>One batch, hence one round trip and one implicit transaction, of statements prepared on their first use.</summary>
sealed class PostgresStore(NpgsqlConnection connection, Rows rows) : IStore
{
    public static async Task<PostgresStore> Open(string connectionString, Rows rows)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 1, Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        return new(connection, rows);
    }

    public async ValueTask Commit(IReadOnlyList<Turn> turns)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var turn in turns)
            foreach (var statement in rows.EveryTurn)
                batch.BatchCommands.Add(Command(statement, turn));
        await batch.ExecuteNonQueryAsync();
    }

    static NpgsqlBatchCommand Command(Statement statement, Turn turn)
    {
        var command = new NpgsqlBatchCommand(statement.Sql);
        foreach (var name in statement.Parameters)
            command.Parameters.Add(new NpgsqlParameter(name, turn[name]));
        return command;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}

/// <summary>Prepared statements inside BEGIN IMMEDIATE; WAL, synchronous FULL.</summary>
sealed class SqliteStore(SqliteConnection connection, IReadOnlyList<SqliteCommand> statements) : IStore
{
    public static async Task<SqliteStore> Open(string connectionString, Rows rows)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await Execute(connection, "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;");
        return new(connection, [.. rows.EveryTurn.Select(statement => Prepare(connection, statement))]);
    }

    public ValueTask Commit(IReadOnlyList<Turn> turns)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var turn in turns)
            foreach (var statement in statements)
                Run(statement, turn, transaction);
        transaction.Commit();
        return ValueTask.CompletedTask;
    }

    static void Run(SqliteCommand statement, Turn turn, SqliteTransaction transaction)
    {
        statement.Transaction = transaction;
        foreach (SqliteParameter parameter in statement.Parameters)
            parameter.Value = turn[parameter.ParameterName[1..]];
        statement.ExecuteNonQuery();
    }

    static SqliteCommand Prepare(SqliteConnection connection, Statement statement)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is the bench's own SQL file.
        command.CommandText = statement.Sql;
#pragma warning restore CA2100
        foreach (var name in statement.Parameters)
            command.Parameters.Add(new SqliteParameter($"@{name}", null));
        return command;
    }

    static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // As above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
