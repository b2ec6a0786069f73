using Quartz;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Commands;

/// <summary>Brings the schema up to date: the bot's own tables and, on PostgreSQL, those of the scheduler.</summary>
static class MigrateCommand
{
    internal static async Task<int> Run(IServiceProvider services, TextWriter output)
    {
        await services.GetRequiredService<IStore>().Migrate(CancellationToken.None);
        // Building the scheduler makes its job store create the tables that are missing; it is never started here.
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.Shutdown();
        await output.WriteLineAsync("The database is up to date.");
        return 0;
    }
}
