using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Tests.Support;

/// <summary>
/// The real program over HTTP on a free port of this machine, with a database of its own and a clock that stands still.
/// Its workers don't run: what is sent is sent by <see cref="Deliver"/>.
/// </summary>
sealed class BotHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 1, 4, 45, TimeSpan.Zero);

    readonly TestDatabase _database;
    readonly Running _running = new();
    readonly Factory _factory;

    BotHost(IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? services, string environment, TestDatabase database)
    {
        _database = database;
        var all = new Dictionary<string, string>
        {
            ["ConnectionStrings:Keys"] = database.Keys,
            ["ConnectionStrings:ServiceCulture"] = database.Connection,
            ["Database:Provider"] = database.Provider,
            ["Privacy:MasterKey"] = Convert.ToBase64String(new byte[32]),
            ["Console:PublicUrl"] = "https://culture.example",
            ["Outbox:PerSecond"] = "1000",
            ["Outbox:PerPlacePerSecond"] = "1000",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        _factory = new Factory(all, environment, its => Replace(its, services));
        _factory.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _factory.StartServer();
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = Address };
    }

    /// <param name="settings">Besides the database and the master key.</param>
    /// <param name="services">What a test puts in the place of the program's own.</param>
    public static async Task<BotHost> Open(IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null, string environment = "Testing")
    {
        var database = await TestDatabase.Create(TestDatabase.Migrated);
        try
        {
            return new(settings ?? new Dictionary<string, string>(), services, environment, database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public TestClock Clock { get; } = new(Start);

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _factory.Services;

    public FlakyStore Store => (FlakyStore)Services.GetRequiredService<IStore>();

    /// <summary>Reads the database beside the program.</summary>
    public async Task<T> Read<T>(Func<Db, Task<T>> read)
    {
        await using var db = Store.Open();
        return await read(db);
    }

    /// <summary>Until every request is done with, also with what came after its answer.</summary>
    public Task Quiet() => _running.All();

    /// <summary>Sends all that is due by the clock.</summary>
    public async Task Deliver()
    {
        await Quiet();
        var dispatcher = Services.GetRequiredService<Dispatcher>();
        while (await dispatcher.SendDue(CancellationToken.None) == TimeSpan.Zero)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Quiet();
        Client.Dispose();
        await _factory.DisposeAsync();
        await _database.DisposeAsync();
    }

    void Replace(IServiceCollection its, Action<IServiceCollection>? services)
    {
        foreach (var worker in its.Where(it => it.ServiceType == typeof(IHostedService) && IsWorker(it)).ToList())
            its.Remove(worker);
        its.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        its.WrapStore(store => new FlakyStore(store));
        its.AddSingleton<IStartupFilter>(_running);
        services?.Invoke(its);
    }

    // The server itself is a hosted service too; that one stays.
    static bool IsWorker(ServiceDescriptor it) =>
        it.ImplementationType?.FullName is { } name && (name.StartsWith("ServiceCulture.", StringComparison.Ordinal) || name.StartsWith("Quartz.", StringComparison.Ordinal));

    sealed class Factory(IReadOnlyDictionary<string, string> settings, string environment, Action<IServiceCollection> services) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment);
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services);
        }
    }

    /// <summary>Knows the requests under way: an answer is out before its request is done with. The local page's stream of posts and the console's socket end with their page only.</summary>
    sealed class Running : IStartupFilter
    {
        readonly ConcurrentDictionary<TaskCompletionSource, bool> _requests = [];

        public Task All() => Task.WhenAll(_requests.Keys.Select(request => request.Task));

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, rest) =>
            {
                if (http.Request.Path == "/try/posts" || http.Request.Path.StartsWithSegments("/console/_blazor"))
                {
                    await rest(http);
                    return;
                }
                var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _requests[done] = true;
                try
                {
                    await rest(http);
                }
                finally
                {
                    _requests.TryRemove(done, out _);
                    done.SetResult();
                }
            });
            next(app);
        };
    }
}
