using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Commands;

/// <summary>Brings people, shifts or holidays from a CSV file into the database, or says what that would change.</summary>
static class ImportCommand
{
    /// <param name="What">What the file holds: one of <see cref="Known"/>.</param>
    internal sealed record Order(string What, string File, bool DryRun);

    internal static readonly string[] Known = ["people", "shifts", "holidays"];

    /// <returns>Null when the words are not what this command takes.</returns>
    internal static Order? Read(string[] words) => words switch
    {
        [var what, ..] when !Known.Contains(what) => null,
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
        var (isDone, words) = await Import(order, services);
        await (isDone ? output : errors).WriteLineAsync(words);
        return isDone ? 0 : 1;
    }

    static async Task<(bool IsDone, string Words)> Import(Order order, IServiceProvider services)
    {
        var (store, register, clock) = (services.GetRequiredService<IStore>(), services.GetRequiredService<Register>(), services.GetRequiredService<TimeProvider>());
        if (order.What == "people")
        {
            var people = await new ImportPeople(store, register, clock).Run(order.File, order.DryRun, CancellationToken.None);
            return (people.IsDone, people.Words);
        }
        var result = order.What == "shifts"
            ? await new ImportShifts(store, clock).Run(order.File, order.DryRun, CancellationToken.None)
            : await new ImportHolidays(store, register, clock).Run(order.File, order.DryRun, CancellationToken.None);
        return (result.IsDone, result.Words);
    }

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
