using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Quartz;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>
/// The table of jobs. A job asks what is due as of the clock and may run twice, so a tick that is missed or repeated
/// does no harm. On PostgreSQL the nodes share one schedule, and a tick is one node's; with SQLite it is in memory.
/// </summary>
public static class Schedule
{
    /// <summary>A name that never changes (it is a key in the scheduler's tables), what runs, and how often.</summary>
    public sealed record Job(string Name, Type Type, TimeSpan Every);

    public static readonly IReadOnlyList<Job> Jobs =
    [
        new("read-rosters", typeof(ReadRosters), TimeSpan.FromSeconds(5)),
        new("watch-questions", typeof(WatchQuestions), TimeSpan.FromSeconds(5)),
        new("bring-back-parked", typeof(BringBackParked), TimeSpan.FromMinutes(1)),
        new("tell-who-waits", typeof(TellWhoWaits), TimeSpan.FromMinutes(1)),
        new("ask-for-programmes", typeof(AskForProgrammes), TimeSpan.FromMinutes(1)),
        new("send-digests", typeof(SendDigests), TimeSpan.FromMinutes(1)),
        new("review-notes", typeof(ReviewNotes), TimeSpan.FromMinutes(1)),
        new("meet-digest-readers", typeof(MeetDigestReaders), TimeSpan.FromMinutes(10)),
        new("meet-newcomers", typeof(MeetNewcomers), TimeSpan.FromMinutes(10)),
        new("let-leavers-go", typeof(LetLeaversGo), TimeSpan.FromMinutes(5)),
        new("keep-retention", typeof(KeepRetention), TimeSpan.FromHours(1)),
        new("freeze-figures", typeof(FreezeFigures), TimeSpan.FromHours(1)),
    ];

    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<Roster>();
        var isShared = configuration.Section<DatabaseSettings>("Database").Provider is DatabaseProvider.PostgreSql;
        return services
            .AddSingleton<Retention>()
            .AddSingleton<ForgettingPeople>()
            .AddQuartz(quartz => Configure(quartz, isShared))
            .AddSingleton<QuartzHostedService>()
            .Configure<QuartzHostedServiceOptions>(hosted => hosted.WaitForJobsToComplete = true)
            .AddHostedService<KeepingTime>();
    }

    static void Configure(IQuartzBuilder quartz, bool isShared)
    {
        // A node that dies is noticed by the others when they look, and they look so often.
        quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.IdleWaitTime) = ("service-culture", TimeSpan.FromSeconds(1)));
        if (isShared)
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.UseRegisteredDataSource = true);
                store.UseSystemTextJsonSerializer();
                store.UseClustering();
                store.ProvisionSchema();
            });
        foreach (var (name, type, every) in Jobs)
            quartz.AddJob(type, job => job.WithIdentity(name)).AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name)
                .WithSimpleSchedule(tick => tick.WithInterval(every).RepeatForever()));
    }
}
