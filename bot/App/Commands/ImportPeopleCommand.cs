using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.Commands;

/// <summary>Brings people from a CSV file into the database, or says what that would change.</summary>
static class ImportPeopleCommand
{
    internal sealed record Order(string File, bool DryRun);

    /// <returns>Null when the words are not what this command takes.</returns>
    internal static Order? Read(string[] words) => words switch
    {
        [not ['-', ..]] => new Order(words[0], false),
        [not ['-', ..], "--dry-run"] => new Order(words[0], true),
        ["--dry-run", not ['-', ..]] => new Order(words[1], true),
        _ => null,
    };

    internal static async Task<int> Run(Order order, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        if (await Refusal(order, services) is { } refusal)
        {
            await errors.WriteLineAsync(refusal);
            return 1;
        }
        var importing = new ImportPeople(services.GetRequiredService<IStore>(), services.GetRequiredService<Register>(), services.GetRequiredService<TimeProvider>());
        var result = await importing.Run(order.File, order.DryRun, CancellationToken.None);
        await (result.IsDone ? output : errors).WriteLineAsync(result.Words);
        return result.IsDone ? 0 : 1;
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
