using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.Escalations.Importing;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Commands;

/// <summary>Brings people, shifts, holidays, topics, experts, the triage rota or past questions from a CSV file into the database, or says what that would change.</summary>
static class ImportCommand
{
    /// <param name="What">What the file holds: one of <see cref="Known"/>.</param>
    /// <param name="AsNotes">Of a history: its answers become notes.</param>
    internal sealed record Order(string What, string File, bool DryRun, bool AsNotes = false);

    internal static readonly string[] Known = ["people", "shifts", "holidays", "topics", "experts", "triage", "history"];

    /// <returns>Null when the words are not what this command takes.</returns>
    internal static Order? Read(string[] words) => words switch
    {
        [var what, ..] when !Known.Contains(what) => null,
        ["history", ..] when words.Contains("--notes") => Read([.. words.Where(word => word != "--notes")]) is { } order ? order with { AsNotes = true } : null,
        [_, not ['-', ..]] => new Order(words[0], words[1], false),
        [_, not ['-', ..], "--dry-run"] => new Order(words[0], words[1], true),
        [_, "--dry-run", not ['-', ..]] => new Order(words[0], words[2], true),
        _ => null,
    };

    internal static async Task<int> Run(Order order, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        if (await Refusal(order, services) is { } refusal)
        {
            await errors.WriteLineAsync(refusal);
            return 1;
        }
        var result = await Import(order, services);
        await (result.IsDone ? output : errors).WriteLineAsync(result.Words);
        return result.IsDone ? 0 : 1;
    }

    static async Task<CsvResult> Import(Order order, IServiceProvider services)
    {
        await using var file = new FileStream(order.File, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return await (order.What == "people"
            ? services.GetRequiredService<ImportPeople>().Run(file, order.DryRun, by: null, CancellationToken.None)
            : Import(order, file, services.GetRequiredService<IStore>(), services.GetRequiredService<Register>(), services.GetRequiredService<TimeProvider>()));
    }

    static Task<CsvResult> Import(Order order, Stream file, IStore store, Register register, TimeProvider clock) => order.What switch
    {
        "shifts" => new ImportShifts(store, clock).Run(file, order.DryRun, by: null, CancellationToken.None),
        "holidays" => new ImportHolidays(store, register, clock).Run(file, order.DryRun, by: null, CancellationToken.None),
        "topics" => new ImportTopics(store, register, clock).Run(file, order.DryRun, CancellationToken.None),
        "experts" => new ImportExperts(store, clock).Run(file, order.DryRun, CancellationToken.None),
        "triage" => new ImportTriage(store, clock).Run(file, order.DryRun, CancellationToken.None),
        _ => new ImportHistory(store, register, clock, order.AsNotes).Run(file, order.DryRun, CancellationToken.None),
    };

    static async Task<string?> Refusal(Order order, IServiceProvider services)
    {
        if (!File.Exists(order.File))
            return $"There is no file {order.File}.";
        var store = services.GetRequiredService<IStore>();
        if (!services.GetRequiredService<IHostEnvironment>().IsProduction())
            await store.Migrate(CancellationToken.None);
        await using var db = store.Open();
        return (await db.Database.GetPendingMigrationsAsync()).Any() ? "The database is not up to date. Run the command migrate first." : null;
    }
}
