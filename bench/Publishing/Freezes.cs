using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bench.Publishing;

/// <summary>Freezes one window of an organisation of that many people, each with a key and four answers, on SQLite; how long it takes and what memory it needs.</summary>
static class Freezes
{
    const int AnswersAPerson = 4, PeopleATeam = 12, Together = 5_000;

    static readonly DateTime s_start = new PublicationWindow(28).Start("UTC");

    public static async Task<int> Run(int people)
    {
        var folder = Directory.CreateTempSubdirectory("service-culture-bench-");
        try
        {
            await using var services = Services(folder.FullName);
            await services.GetRequiredService<IStore>().Migrate(default);
            await Fill(services, people);
            SqliteConnection.ClearAllPools();
            GC.Collect();
            await Freeze(services, people);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    static async Task Freeze(ServiceProvider services, int people)
    {
        var (windows, gathering) = (services.GetRequiredService<OrganisationWindows>(), services.GetRequiredService<Gathering>());
        var (from, to) = windows.Of(new PublicationWindow(28));
        var (before, peak, running) = (GC.GetTotalMemory(forceFullCollection: true), 0L, true);
        var watching = Task.Run(() =>
        {
            while (Volatile.Read(ref running))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                Thread.Yield();
            }
        });
        var began = Stopwatch.GetTimestamp();
        var gathered = await gathering.Gather(services.GetRequiredService<IPublished>(), from, to, default);
        var took = Stopwatch.GetElapsedTime(began);
        Volatile.Write(ref running, false);
        await watching;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Print($"| {people:N0} people, {people * AnswersAPerson:N0} answers: seconds to gather; MB at most on the way, kept at the end | {took.TotalSeconds:F1}; {(peak - before) / 1e6:F0}, {kept / 1e6:F0} |");
        GC.KeepAlive(gathered);

        began = Stopwatch.GetTimestamp();
        var frozen = await services.GetRequiredService<FreezingWhatIsOver>().Freeze(default);
        Print($"| the same with deciding and writing: seconds; windows frozen; resident MB at most | {Stopwatch.GetElapsedTime(began).TotalSeconds:F1}; {frozen}; {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} |");
    }

    static async Task Fill(ServiceProvider services, int people)
    {
        var (store, vault) = (services.GetRequiredService<IStore>(), services.GetRequiredService<Vault>());
        var teams = Enumerable.Range(0, 1 + people / PeopleATeam).Select(n => new Team { Name = $"Team {n}" }).ToList();
        await Write(store, teams);
        for (var done = 0; done < people; done += Together)
        {
            var rows = new List<object>();
            for (var n = done; n < Math.Min(people, done + Together); n++)
            {
                var member = new Member { Name = $"Person {n}", NameKey = $"person {n}", CreatedAt = s_start };
                var cipher = await vault.FindOrMake(member.Id, default);
                rows.AddRange([member, new TeamMembership { MemberId = member.Id, TeamId = teams[n / PeopleATeam].Id, From = s_start.AddDays(-100) }]);
                rows.AddRange(Enumerable.Range(0, AnswersAPerson).Select(day => new CheckIn { MemberId = member.Id, Day = DateOnly.FromDateTime(s_start).AddDays(day), At = s_start.AddDays(day), Step = cipher.Seal($"{1 + (n + day) % 5}") }));
            }
            await Write(store, rows);
        }
    }

    static async Task Write(IStore store, IEnumerable<object> rows)
    {
        await using var db = store.Open();
        db.AddRange(rows);
        await store.Save(db, default);
    }

    static ServiceProvider Services(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:ServiceCulture"] = $"Data Source={Path.Combine(folder, "bench.db")}",
            ["ConnectionStrings:Keys"] = $"Data Source={Path.Combine(folder, "keys.db")}",
        }).Build();
        return new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(new After(s_start.AddDays(29)))
            .AddSingleton(new PrivacySettings { MasterKey = Convert.ToBase64String(new byte[32]) }).AddSingleton(new OrganisationSettings())
            .AddSingleton<IConfiguration>(configuration).AddDatabase(configuration).AddPrivacy(configuration)
            .AddPublishing().AddSingleton<IPublished, PublishedSteps>().BuildServiceProvider();
    }

    static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    sealed class After(DateTime now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
