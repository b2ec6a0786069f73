using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Operating;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Scheduling;

namespace ServiceCulture.Tests.Scheduling;

[Trait("Database", "Both")]
public sealed class HealthTests
{
    [Fact]
    public async Task Ready_when_all_is_there_and_not_when_the_scheduler_stands()
    {
        await using var database = await SmallDatabase.Create();
        await using var app = await Start(database.Store, database.Keys);
        Assert.Equal((HttpStatusCode.OK, """{"ok":true,"failing":[]}"""), await Get(app, "ready"));

        await (await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).Standby();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"ok":false,"failing":["scheduler"]}"""), await Get(app, "ready"));
        Assert.Equal((HttpStatusCode.OK, """{"ok":true,"failing":[]}"""), await Get(app, "live"));
    }

    [Fact]
    public async Task Not_ready_before_the_migrations()
    {
        await using var database = await SmallDatabase.Create(migrated: false);
        await using var app = await Start(database.Store, database.Keys);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"ok":false,"failing":["migrations"]}"""), await Get(app, "ready"));
        await database.Store.Migrate(default);
        Assert.Equal(HttpStatusCode.OK, (await Get(app, "ready")).Status);
    }

    [Fact]
    public async Task Not_ready_while_the_database_is_away_and_no_word_why()
    {
        await using var database = await SmallDatabase.Create();
        await using var app = await Start(new Away(), database.Keys);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"ok":false,"failing":["database","migrations"]}"""), await Get(app, "ready"));
        Assert.Equal(HttpStatusCode.OK, (await Get(app, "live")).Status);
    }

    [Fact]
    public async Task Not_ready_while_the_key_store_is_away()
    {
        await using var database = await SmallDatabase.Create();
        await using var app = await Start(database.Store, "Data Source=/nowhere/at/all/keys.db;Mode=ReadOnly;Pooling=False");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"ok":false,"failing":["keys"]}"""), await Get(app, "ready"));
    }

    static async Task<(HttpStatusCode Status, string Body)> Get(Running app, string which)
    {
        using var client = app.Client();
        using var answer = await client.GetAsync(new Uri($"/healthz/{which}", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    static async Task<Running> Start(IStore store, string keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(store).AddSingleton<TimeProvider>(new StandingClock()).AddSingleton(new KeyStore(Microsoft.Data.Sqlite.SqliteFactory.Instance.CreateDataSource(keys))).AddSingleton<Register>().AddScheduling(new ConfigurationBuilder().Build()).AddHealth();
        var app = builder.Build();
        app.MapHealth();
        await app.StartAsync();
        // Nobody waits here for the seconds that the program leaves to its first requests.
        await (await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).Start();
        return new Running(app);
    }

    /// <summary>Stops before it goes: a job that still runs would write into a folder that is being deleted.</summary>
    sealed class Running(WebApplication app) : IAsyncDisposable
    {
        public IServiceProvider Services => app.Services;

        public HttpClient Client() => app.GetTestClient();

        public async ValueTask DisposeAsync()
        {
            var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            await app.StopAsync();
            await scheduler.Shutdown(waitForJobsToComplete: true);
            await app.DisposeAsync();
        }
    }

    sealed class Away : IStore
    {
        public Db Open() => throw new InvalidOperationException("secret words about the server");
        public Task Save(Db db, CancellationToken cancel) => throw new InvalidOperationException();
        public Task<T> Do<T>(Func<Db, Task<T>> work, CancellationToken cancel) => throw new InvalidOperationException();
        public Task Execute(IReadOnlyList<Statement> statements, CancellationToken cancel) => throw new InvalidOperationException();
    }
}
