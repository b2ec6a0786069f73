using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ServiceCulture.Bot.Data;

/// <summary>Reads which unique index a save ran into: another turn was first.</summary>
public static class UniqueViolation
{
    const int SqliteConstraintPrimaryKey = 1555, SqliteConstraintUnique = 2067;

    public static bool IsOneOf(Exception exception) => exception is DbUpdateConcurrencyException || TableOf(exception) is not null;

    public static bool IsIn(Exception exception, string table) => TableOf(exception) == table;

    static string? TableOf(Exception exception) => (exception as DbUpdateException)?.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: { } table } => table,
        // "SQLite Error 19: 'UNIQUE constraint failed: Seen.InstallationId, Seen.EventId'."
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintPrimaryKey or SqliteConstraintUnique } sqlite => AfterColon(sqlite.Message),
        _ => null,
    };

    static string AfterColon(string message)
    {
        var start = message.LastIndexOf(": ", StringComparison.Ordinal) + 2;
        var dot = message.IndexOf('.', start);
        return message[start..dot];
    }
}
