using System.Diagnostics;
using System.Globalization;
using ServiceCulture.Bench.Asking;

// Asking <connection string of a PostgreSQL server> [<members>...]
if (args is not [var server, .. var sizes])
{
    await Console.Error.WriteLineAsync("Asking <connection string of a PostgreSQL server> [<members>...]");
    return 2;
}

Print($"| members | planning, us a plan | a day's asking, us a member | the largest minute: asked | a second | with messages and plans, rows a second | a minute with nothing due, ms (median of 50) | memory, MB (peak) |");
Print($"|---|---|---|---|---|---|---|---|");
foreach (var members in (sizes is [] ? ["2000", "20000", "200000"] : sizes).Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
{
    await using var organisation = await Organisation.Make(server, members);
    var planning = await Took(() => organisation.Minute(Organisation.Start));
    var nothing = new List<double>();
    for (var n = 1; n <= 50; n++)
        nothing.Add((await Took(() => organisation.Minute(Organisation.Start.AddMinutes(n)))).TotalMilliseconds);
    var (all, day, largest, largestTook) = (0, TimeSpan.Zero, 0, TimeSpan.Zero);
    foreach (var moment in await organisation.Moments())
    {
        var asked = 0;
        var took = await Took(async () => asked = await organisation.Minute(moment));
        (all, day) = (all + asked, day + took);
        if (asked > largest)
            (largest, largestTook) = (asked, took);
    }
    await organisation.Check(all);
    var perSecond = largest / largestTook.TotalSeconds;
    Print($"| {members:N0} | {planning.TotalMicroseconds / members / Organisation.Programmes:F1} | {day.TotalMicroseconds / members:F1} | {largest:N0} | {perSecond:N0} | {3 * perSecond:N0} | {nothing.Order().ElementAt(25):F1} | {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} |");
}
return 0;

static async Task<TimeSpan> Took(Func<Task> what)
{
    var began = Stopwatch.GetTimestamp();
    await what();
    return Stopwatch.GetElapsedTime(began);
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
