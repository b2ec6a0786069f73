using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// PostgreSQL: units that only add rows are written together (<see cref="InsertingTogether"/>), everything else commits by itself.
/// </summary>
public sealed partial class PostgresStore(IDbContextFactory<PostgresDb> factory, NpgsqlDataSource source) : IStore, IAsyncDisposable
{
    readonly InsertingTogether _inserting = new(source);
    readonly ConcurrentDictionary<string, string> _positional = new(StringComparer.Ordinal);

    public Db Open() => factory.CreateDbContext();

    public async Task Save(Db db, CancellationToken cancel)
    {
        if (NewRows.Of(db) is { } rows)
        {
            await _inserting.Insert(rows, cancel);
            db.AllWritten();
        }
        else
            await db.SaveChangesAsync(cancel);
    }

    public ValueTask DisposeAsync() => _inserting.DisposeAsync();

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
            var command = new NpgsqlBatchCommand(_positional.GetOrAdd(statement.Sql, Positional));
            foreach (var value in statement.Parameters)
                command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(cancel);
    }

    // $1, $2, … is what the server reads; with names every statement would be taken apart each time.
    static string Positional(string sql) =>
        Numbered().Replace(sql, number => $"${int.Parse(number.ValueSpan[2..], CultureInfo.InvariantCulture) + 1}");

    [GeneratedRegex("@p[0-9]+")]
    private static partial Regex Numbered();
}
