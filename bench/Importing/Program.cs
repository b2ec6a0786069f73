using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Settings;

// Importing <lines> [<connection string of a PostgreSQL server>]
if (args is not [var size, .. var servers] || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var lines))
{
    await Console.Error.WriteLineAsync("Importing <lines> [<connection string of a PostgreSQL server>]");
    return 2;
}
var file = Path.Combine(Path.GetTempPath(), $"people-{Environment.ProcessId}.csv");
await Write(file, lines);
Print($"| database | lines | a dry run, s | the import, s | the same again, s | a broken last line refused, s | memory before, MB | memory peak, MB |");
Print($"|---|---|---|---|---|---|---|---|");
foreach (var server in servers.Prepend(""))
{
    var name = $"importing_bench_{Environment.ProcessId}";
    var connection = server.Length == 0 ? $"Data Source={Path.Combine(Path.GetTempPath(), name)}.db" : new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    if (server.Length > 0)
        await On(server, $"CREATE DATABASE {name}");
    var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Database:Provider", server.Length == 0 ? "Sqlite" : "PostgreSql"), new("ConnectionStrings:ServiceCulture", connection)]).Build();
    await using (var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new OrganisationSettings()).AddDatabase(configuration).AddSingleton<Register>().AddSingleton<NamedOwner>().AddSingleton<ImportPeople>().BuildServiceProvider())
    {
        await services.GetRequiredService<IStore>().Migrate(default);
        var import = services.GetRequiredService<ImportPeople>();
        // What is compiled at its first use is not to be in the figures.
        using (var first = new MemoryStream("email,name\nfirst@x.example,First\n"u8.ToArray()))
            await import.Run(first, dryRun: false, by: null, default);
        GC.Collect();
        var before = Environment.WorkingSet;
        using var peak = new PeakMemory();
        var dry = await Took(import, file, dryRun: true);
        var real = await Took(import, file, dryRun: false);
        var again = await Took(import, file, dryRun: false);
        await File.AppendAllTextAsync(file, "not an address,Last,,,,,,,,,,\n");
        var refused = await Took(import, file, dryRun: false, isDone: false);
        await Write(file, lines);
        Print($"| {(server.Length == 0 ? "SQLite" : "PostgreSQL")} | {lines:N0} | {dry:F1} | {real:F1} | {again:F1} | {refused:F1} | {before / 1e6:F0} | {peak.Megabytes:F0} |");
    }
    if (server.Length > 0)
        await On(server, $"DROP DATABASE {name} WITH (FORCE)");
    foreach (var left in Directory.GetFiles(Path.GetTempPath(), name + ".db*"))
        File.Delete(left);
}
File.Delete(file);
return 0;

// Teams of fifty under divisions of twenty teams, each with a manager and a deputy.
static async Task Write(string file, int lines)
{
    await using var writer = new StreamWriter(file);
    await writer.WriteLineAsync("email,name,team,manager,role,zone,language,country,parent team,deputy,starts,leaves");
    for (var n = 0; n < lines; n++)
    {
        var lead = n / 50 * 50;
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"p{n}@x.example,Person {n},Team {n / 50},{(n == lead ? "" : $"p{lead}@x.example")},{(n == lead ? "manager" : n % 10 == 0 ? "expert" : "")},Europe/Berlin,de,DE,Division {n / 1000},{(n == lead && n + 1 < lines ? $"p{n + 1}@x.example" : "")},2024-01-08,{(n % 100 == 7 ? "2099-12-31" : "")}"));
    }
}

static async Task<double> Took(ImportPeople import, string file, bool dryRun, bool isDone = true)
{
    var began = Stopwatch.GetTimestamp();
    await using var stream = File.OpenRead(file);
    var result = await import.Run(stream, dryRun, by: null, default);
    return result.IsDone == isDone ? Stopwatch.GetElapsedTime(began).TotalSeconds : throw new InvalidOperationException(result.Words);
}

static async Task On(string server, string sql)
{
    await using var connection = new NpgsqlConnection(server);
    await connection.OpenAsync();
    await using var command = new NpgsqlCommand(sql, connection);
    await command.ExecuteNonQueryAsync();
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

/// <summary>Looks every twentieth of a second how much memory the program has.</summary>
sealed class PeakMemory : IDisposable
{
    readonly Timer _timer;
    long _most;

    public PeakMemory() => _timer = new Timer(_ => _most = Math.Max(_most, Environment.WorkingSet), null, 0, 50);

    public double Megabytes => _most / 1e6;

    public void Dispose() => _timer.Dispose();
}
