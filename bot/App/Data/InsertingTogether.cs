using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ServiceCulture.Bot.Data;

/// <summary>
/// PostgreSQL: what waits to be added is sent together, up to 64 turns at a time: one round trip, one transaction, and
/// one statement a table, whose parameters are columns. Where one of them is refused, each is sent by itself, so that
/// one that fails takes nobody along.
/// </summary>
sealed class InsertingTogether : IAsyncDisposable
{
    const int Together = 64;

    // While one group is written to the disk the next is sent.
    const int Writers = 2;

    readonly NpgsqlDataSource _source;
    readonly Channel<Unit> _queue = System.Threading.Channels.Channel.CreateUnbounded<Unit>();
    readonly Task _writers;

    internal InsertingTogether(NpgsqlDataSource source)
    {
        _source = source;
        _writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(Write)));
    }

    sealed class Unit(NewRows rows, CancellationToken cancel) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        internal NewRows Rows => rows;
        internal CancellationToken Cancel => cancel;
    }

    /// <exception cref="DbUpdateException">Refused; nothing of it is there.</exception>
    internal Task Insert(NewRows rows, CancellationToken cancel)
    {
        var unit = new Unit(rows, cancel);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(unit), this);
        return unit.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writers;
    }

    async Task Write()
    {
        var group = new List<Unit>(Together);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < Together && _queue.Reader.TryRead(out var unit))
                if (unit.Cancel.IsCancellationRequested)
                    unit.SetCanceled(unit.Cancel);
                else
                    group.Add(unit);
            if (group.Count > 0)
                await Write(group);
            group.Clear();
        }
    }

    async Task Write(List<Unit> group)
    {
        try
        {
            await Send(group);
            foreach (var unit in group)
                unit.SetResult();
        }
        // The server refused it, so nothing of it is there. Of anything else that isn't known.
        catch (PostgresException) when (group.Count > 1)
        {
            foreach (var unit in group)
                await Write([unit]);
        }
        catch (Exception failure)
        {
            foreach (var unit in group)
                unit.SetException(NewRows.Refused(failure));
        }
    }

    async Task Send(List<Unit> group)
    {
        await using var batch = _source.CreateBatch();
        foreach (var table in group.SelectMany(unit => unit.Rows.Rows).GroupBy(row => row.Table, row => row.Values))
            batch.BatchCommands.Add(Insert(table.Key, [.. table]));
        await batch.ExecuteNonQueryAsync();
    }

    static NpgsqlBatchCommand Insert(TableOfRows table, List<object?[]> rows)
    {
        var columns = table.Columns;
        var command = new NpgsqlBatchCommand(table.InsertMany);
        for (var at = 0; at < columns.Count; at++)
        {
            var values = Array.CreateInstance(columns[at].Clr, rows.Count);
            for (var row = 0; row < rows.Count; row++)
                values.SetValue(rows[row][at], row);
            command.Parameters.Add(new NpgsqlParameter { Value = values, DataTypeName = columns[at].Type + "[]" });
        }
        return command;
    }
}
