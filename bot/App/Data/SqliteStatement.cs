using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// A statement of the writer's, prepared once. ADO.NET looks for each parameter by its name, each time, and makes a string
/// of each value: at nine statements a turn that is half of what writing costs. Values stand as ADO.NET would write them.
/// </summary>
sealed class SqliteStatement : IDisposable
{
    const string Moment = @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF";
    const int Short = 512;

    readonly sqlite3 _database;
    readonly sqlite3_stmt _statement;
    readonly int[] _places;

    /// <param name="sql">Its parameters are @p0, @p1, …</param>
    internal SqliteStatement(SqliteConnection connection, string sql, int parameters)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(sqlite3_prepare_v3(_database, sql, SQLITE_PREPARE_PERSISTENT, out _statement), _database);
        _places = [.. Enumerable.Range(0, parameters).Select(at => sqlite3_bind_parameter_index(_statement, $"@p{at}"))];
    }

    /// <exception cref="SqliteException">Refused.</exception>
    internal void Run(ReadOnlySpan<object?> values)
    {
        try
        {
            for (var at = 0; at < values.Length; at++)
                Check(Bind(_places[at], values[at]));
            var done = sqlite3_step(_statement);
            if (done is not (SQLITE_DONE or SQLITE_ROW))
                Check(done);
        }
        finally
        {
            // What the step said is said again here.
            _ = sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    void Check(int result)
    {
        if (result is not SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _database);
    }

    int Bind(int at, object? value) => value switch
    {
        null => sqlite3_bind_null(_statement, at),
        string words => BindText(at, words),
        Guid id => BindId(at, id),
        DateTime moment => BindText(at, moment, Moment),
        bool yes => sqlite3_bind_int64(_statement, at, yes ? 1 : 0),
        int or long or short or byte => sqlite3_bind_int64(_statement, at, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        double number => sqlite3_bind_double(_statement, at, number),
        byte[] bytes => sqlite3_bind_blob(_statement, at, bytes),
        DateOnly day => BindText(at, day, @"yyyy\-MM\-dd"),
        _ => throw new NotSupportedException($"Nobody wrote a {value.GetType()} here yet."),
    };

    int BindText(int at, string words)
    {
        var most = Encoding.UTF8.GetMaxByteCount(words.Length);
        var rented = most > Short ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[Short];
        var result = sqlite3_bind_text(_statement, at, bytes[..Encoding.UTF8.GetBytes(words, bytes)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return result;
    }

    int BindId(int at, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        id.TryFormat(text, out var length);
        Ascii.ToUpperInPlace(text, out _);
        return sqlite3_bind_text(_statement, at, text[..length]);
    }

    int BindText<T>(int at, T value, string format) where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[40];
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        return sqlite3_bind_text(_statement, at, text[..length]);
    }
}
