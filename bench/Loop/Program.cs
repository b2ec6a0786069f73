using System.Globalization;
using ServiceCulture.Bench.Loop;

// Loop <sqlite|postgres|postgres-grouped> <connection string> <rows.sql> <seconds> <warm seconds>
if (args is not [var mode, var connectionString, var file, var secondsText, var warmText])
{
    await Console.Error.WriteLineAsync("Loop <sqlite|postgres|postgres-grouped> <connection string> <rows.sql> <seconds> <warm seconds>");
    return 2;
}

const int Connections = 32;
const int LargestGroup = 64;
var seconds = double.Parse(secondsText, CultureInfo.InvariantCulture);
var warm = double.Parse(warmText, CultureInfo.InvariantCulture);
var rows = Rows.Read(file);
await Tables.Create(mode, connectionString, rows.Once);

IReadOnlyList<IWriter> writers = mode switch
{
    "sqlite" => [new GroupCommit([await SqliteStore.Open(connectionString, rows)], LargestGroup)],
    "postgres" => [.. await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ => new OwnConnection(await PostgresStore.Open(connectionString, rows))))],
    "postgres-grouped" => [new GroupCommit([await PostgresStore.Open(connectionString, rows), await PostgresStore.Open(connectionString, rows)], LargestGroup)],
    _ => throw new ArgumentException($"\"{mode}\" is none of sqlite, postgres and postgres-grouped."),
};

var clients = new Clients(Connections, client => writers[client % writers.Count]);
await clients.Run(warm);
var measured = await clients.Run(seconds);
foreach (var writer in writers)
    await writer.DisposeAsync();

Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $$"""{"turns":{{measured.Turns}},"seconds":{{measured.Seconds:F3}},"per_s":{{measured.Turns / measured.Seconds:F1}},"rows_per_s":{{measured.Turns * rows.EveryTurn.Count / measured.Seconds:F1}},"p50":{{measured.P50:F3}},"p99":{{measured.P99:F3}}}"""));
return 0;
