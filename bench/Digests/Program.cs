using System.Diagnostics;
using System.Globalization;
using ServiceCulture.Bench.Digests;

// Digests <connection string of a PostgreSQL server> [<kudos of a year> [<teams>]]
if (args is not [var server, ..])
{
    await Console.Error.WriteLineAsync("Digests <connection string of a PostgreSQL server> [<kudos of a year> [<teams>]]");
    return 2;
}
const int Rounds = 5;
var (kudos, teams) = (Number(1, 1_000_000), Number(2, 10_000));
// What is compiled at its first use is not to be in the figures.
await using (var first = await Year.Make(server, 2000, 20))
{
    await first.Group();
    await first.Count();
    await first.Send();
}
await using var year = await Year.Make(server, kudos, teams);
await year.Group();
await year.Count();
var (grouping, counting) = (new List<double>(), new List<double>());
for (var round = 0; round < Rounds; round++)
{
    grouping.Add(await Took(year.Group));
    counting.Add(await Took(year.Count));
}
var whole = await Took(year.GroupYear);
var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
await year.Check();
var sent = 0;
var sending = await Took(async () => sent = await year.Send());
Print($"| kudos of a year | teams | one GROUP BY of five weeks, ms | all digests counted, ms | ratio | GROUP BY of the year, ms | memory, MB (peak, counting) | counted, drawn and handed to the outbox: digests | s | a second | memory, MB (peak) |");
Print($"|---|---|---|---|---|---|---|---|---|---|---|");
Print($"| {kudos:N0} | {teams:N0} | {Median(grouping):F0} | {Median(counting):F0} | {Median(counting) / Median(grouping):F2} | {whole:F0} | {memory:F0} | {sent:N0} | {sending / 1000:F1} | {sent / sending * 1000:F0} | {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} |");
return 0;

int Number(int at, int usual) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : usual;

static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

static async Task<double> Took(Func<Task> what)
{
    var began = Stopwatch.GetTimestamp();
    await what();
    return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
