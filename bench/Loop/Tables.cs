using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ServiceCulture.Bench.Loop;

static class Tables
{
    public static async Task Create(string mode, string connectionString, string sql)
    {
        await using DbConnection connection = mode is "sqlite" ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is the bench's own SQL file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
