using System.Globalization;
using ServiceCulture.Bench.Consoles;
using ServiceCulture.Bot.HrConsole;

// Console <connection string of a PostgreSQL server> [<kudos of a year> [<teams> [<rounds>]]]
if (args is not [var server, ..])
{
    await Console.Error.WriteLineAsync("Console <connection string of a PostgreSQL server> [<kudos of a year> [<teams> [<rounds>]]]");
    return 2;
}
const double PageLimit = 150, OverviewLimit = 300;
var (kudos, teams, rounds) = (Number(1, 1_000_000), Number(2, 10_000), Number(3, 60));
await using var database = await Database.Make(server, kudos, teams);
await using var browser = await Browsing.Start(database);
await using var acts = await Acting.Make(database);
Say($"{kudos:N0} kudos of a year, {teams:N0} teams, {teams * Organisation.TeamSize:N0} people; {rounds} times each, one after the other");
Say($"| what | first, ms | p50, ms | p95, ms | bytes | limit, ms | |");
Say($"|---|---|---|---|---|---|---|");
var missed = 0;
foreach (var page in ConsolePages.All.Select(page => page.Path).Append("people/import"))
    await Measure($"/console/{page}", () => browser.Get(page), page == "overview" ? OverviewLimit : PageLimit);
foreach (var (name, act) in acts.All)
    await Measure(name, async () => { await act(); return 0; }, PageLimit);
return missed == 0 ? 0 : 1;

async Task Measure(string name, Func<Task<int>> once, double limit)
{
    var took = await Timing.Of(once, rounds);
    missed += took.P95 > limit ? 1 : 0;
    Say($"| {name} | {took.First:F0} | {took.P50:F1} | {took.P95:F1} | {took.Bytes:N0} | {limit:F0} | {(took.P95 > limit ? "missed" : "")} |");
}

int Number(int at, int usual) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : usual;

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
