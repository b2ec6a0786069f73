using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ServiceCulture.Bot.Privacy;

/// <summary>
/// A key for each person, wrapped by the master key, in a file or database of its own with a backup of its own: when a
/// key is gone from both, what was written with it can be read by nobody. Nothing is kept in memory, so a key that one
/// node destroys is gone for all of them at once.
/// </summary>
public sealed class KeyStore(DbDataSource source) : IAsyncDisposable
{
    const string Schema = """
        CREATE TABLE IF NOT EXISTS "MemberKeys" (
            "MemberId" TEXT NOT NULL PRIMARY KEY, "MasterKeyId" TEXT NOT NULL, "Wrapped" TEXT NOT NULL, "CreatedAt" TEXT NOT NULL)
        """;

    // Any number that nobody else takes in that database: nodes that start at the same instant make the table one after the other.
    const string OneAtATime = "SELECT pg_advisory_xact_lock(7303014281)";

    // The journal is a file that is gone once a change is on the disk: with a log beside it, what was destroyed could
    // stand there for as long as somebody reads. EXTRA: nor does it come back after a power cut.
    const string Durable = "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON";

    volatile bool _isPrepared;

    /// <param name="connection">As in the settings: with Host= it is PostgreSQL, else a SQLite file.</param>
    public static KeyStore At(string connection)
    {
        if (connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return new KeyStore(NpgsqlDataSource.Create(connection));
        var builder = new SqliteConnectionStringBuilder(connection);
        if (builder.Mode is not SqliteOpenMode.Memory && Path.GetDirectoryName(builder.DataSource) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        return new KeyStore(SqliteFactory.Instance.CreateDataSource(builder.ConnectionString));
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Makes the one table there is, the first time.</summary>
    public async Task Prepare(CancellationToken cancel)
    {
        if (_isPrepared)
            return;
        await using var connection = await source.OpenConnectionAsync(cancel);
        if (connection is SqliteConnection)
            await Run(connection, Durable, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (connection is NpgsqlConnection)
            await Run(connection, OneAtATime, cancel);
        await Run(connection, Schema, cancel);
        await transaction.CommitAsync(cancel);
        _isPrepared = true;
    }

    /// <summary>Ends where the store can be read.</summary>
    /// <exception cref="DbException">It can't.</exception>
    public async Task Check(CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        await Run(connection, """SELECT 1 FROM "MemberKeys" LIMIT 1""", cancel);
    }

    internal async Task<WrappedKey?> Find(Guid member, CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        await using var command = Command(connection, """SELECT "MasterKeyId", "Wrapped" FROM "MemberKeys" WHERE "MemberId" = @p0""", member.ToString());
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new WrappedKey(row.GetString(0), Convert.FromBase64String(row.GetString(1))) : null;
    }

    /// <summary>Those of these members' keys that there are, in one question to the store.</summary>
    internal async Task<IReadOnlyDictionary<Guid, WrappedKey>> Find(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, WrappedKey>(members.Count);
        if (members.Count == 0)
            return found;
        await using var connection = await Open(cancel);
        await using var command = Command(connection, $"""SELECT "MemberId", "MasterKeyId", "Wrapped" FROM "MemberKeys" WHERE "MemberId" IN ({string.Join(", ", members.Select((_, at) => $"@p{at}"))})""",
            [.. members.Select(member => member.ToString())]);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            found[Guid.Parse(row.GetString(0))] = new WrappedKey(row.GetString(1), Convert.FromBase64String(row.GetString(2)));
        return found;
    }

    /// <summary>Keeps the key unless there is one already: two turns at once end up with the same.</summary>
    internal async Task Keep(Guid member, WrappedKey key, DateTime now, CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        await using var command = Command(connection, """
            INSERT INTO "MemberKeys" ("MemberId", "MasterKeyId", "Wrapped", "CreatedAt") VALUES (@p0, @p1, @p2, @p3) ON CONFLICT ("MemberId") DO NOTHING
            """, member.ToString(), key.MasterKeyId, Convert.ToBase64String(key.Wrapped), now.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await command.ExecuteNonQueryAsync(cancel);
    }

    // On SQLite it is overwritten where it stood (secure_delete); where somebody reads, this waits, and fails rather than leave it.
    internal async Task Destroy(Guid member, CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        await using var command = Command(connection, """DELETE FROM "MemberKeys" WHERE "MemberId" = @p0""", member.ToString());
        await command.ExecuteNonQueryAsync(cancel);
    }

    async Task<DbConnection> Open(CancellationToken cancel)
    {
        await Prepare(cancel);
        var connection = await source.OpenConnectionAsync(cancel);
        if (connection is SqliteConnection)
            await Run(connection, Durable, cancel);
        return connection;
    }

    static DbCommand Command(DbConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var at = 0; at < parameters.Length; at++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{at}", parameters[at]);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    static async Task Run(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>A person's key as it is stored.</summary>
/// <param name="MasterKeyId">Which master key wraps it.</param>
sealed record WrappedKey(string MasterKeyId, byte[] Wrapped);
