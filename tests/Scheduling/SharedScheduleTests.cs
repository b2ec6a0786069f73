using Microsoft.Extensions.DependencyInjection;
using Quartz;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Scheduling;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Scheduling;

/// <summary>Whose schedule it is: all nodes' on PostgreSQL, this one's beside SQLite.</summary>
[Trait("Database", "Both")]
public sealed class SharedScheduleTests
{
    [Fact]
    public async Task On_postgresql_nodes_share_quartz_own_tables_and_with_sqlite_it_is_in_memory()
    {
        await using var bot = await TestBot.Start();
        var configuration = bot.Get<TestDatabase>().Configuration;
        await using var node = new ServiceCollection().AddLogging().AddDatabase(configuration).AddScheduling(configuration).BuildServiceProvider();
        var scheduler = await node.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var schedule = await scheduler.GetMetadata();
        await scheduler.Shutdown();
        Assert.Equal((TestDatabase.IsPostgres, TestDatabase.IsPostgres), (schedule.JobStoreClustered, schedule.JobStorePersistent));
    }
}
