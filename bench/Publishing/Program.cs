using System.Diagnostics;
using System.Globalization;
using ServiceCulture.Bench.Publishing;
using ServiceCulture.Tests.Publishing;

// Publishing <organisations> [<people in the large ones>...]: the attack; <first>-<last> for some of them.
// Publishing freeze <people>: one window of that many, from the rows to the figures.
if (args is ["freeze", var manyText])
    return await Freezes.Run(int.Parse(manyText, CultureInfo.InvariantCulture));
if (args is not [var countText, .. var sizes])
{
    await Console.Error.WriteLineAsync("Publishing <organisations>|<first>-<last> [<people in the large ones>...]\nPublishing freeze <people>");
    return 2;
}

var range = countText.Split('-').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
var (first, last) = range is [var one, var other] ? (one, other) : (1, range[0]);
var organisations = last - first + 1;
var leaks = 0;
Print($"| what | result |");
Print($"|---|---|");

var began = Stopwatch.GetTimestamp();
var (sums, seen, enough) = (0L, 0L, 0L);
Parallel.For(first, last + 1, seed =>
{
    var year = Year.Guarded(new(seed), TimeProvider.System);
    if (new RowSpaceAttack(year.Published).Finds() is not null)
        Interlocked.Increment(ref leaks);
    Interlocked.Add(ref sums, year.Published.Count);
    Interlocked.Add(ref seen, year.WindowsOfTeams.Sum());
    Interlocked.Add(ref enough, year.TeamWindowsWithEnough);
});
Print($"| {organisations:N0} organisations over a year (13 windows): someone given away | {leaks:N0} |");
Print($"| sums published and attacked | {sums:N0} |");
Print($"| of the windows in which five or more of a team answered, shown | {100.0 * seen / enough:F1} % |");
Print($"| seconds | {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} |");

if (first > 1)
    return leaks == 0 ? 0 : 1;

var naive = Enumerable.Range(1, 200).Count(seed => new RowSpaceAttack(Year.Naive(new(seed)).Published).Finds() is not null);
var forgetful = Enumerable.Range(1, 200).Count(seed => new RowSpaceAttack(Year.Forgetful(new(seed)).Published).Finds() is not null);
Print($"| for comparison, of 200: given away with \"five answers\" as the only rule | {naive} |");
Print($"| for comparison, of 200: given away when nothing is remembered between windows | {forgetful} |");

foreach (var answering in new[] { 1.0, 0.9, 0.8, 0.7 })
{
    var shape = new Shape(Teams: 6, Smallest: 14, Largest: 14, TeamsADepartment: 3, answering, MovesAYear: 10);
    var windows = Enumerable.Range(1, 100).AsParallel().SelectMany(seed => Year.Guarded(new(seed, shape), TimeProvider.System).WindowsOfTeams).Order().ToList();
    Print($"| team of 14, ten moves a year, {100 * answering:F0} % answering: windows seen of 13, mean (tenth part, median) | {windows.Average():F1} ({windows[windows.Count / 10]}, {windows[windows.Count / 2]}) |");
}

foreach (var people in sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
{
    var shape = new Shape(Teams: people / 12, Smallest: 8, Largest: 16, TeamsADepartment: 10, Answering: 0.85, MovesAYear: 6);
    var year = Year.Guarded(new(1, shape), TimeProvider.System);
    Print($"| {people:N0} people: the longest window to decide; windows seen by a team, mean; by all | {year.Longest.TotalSeconds:F1} s; {year.WindowsOfTeams.Average():F1}; {year.WindowsOfAll} |");
}
return leaks == 0 ? 0 : 1;

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
