using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.MyData;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Features.Pulse;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.Features.Welcome;
using ServiceCulture.Bot.HrConsole;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Cards;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Support;

/// <summary>The whole bot over a real database, with a clock that stands still and three channels that remember.</summary>
sealed partial class TestBot : IAsyncDisposable
{
    static readonly (Channel Channel, string ExternalId)[] Installed = [(Channel.Slack, "T-ACME"), (Channel.Teams, "tenant-acme"), (Channel.Local, "local")];
    static readonly string MasterKey = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(n => (byte)n)]);

    readonly TestDatabase _database;
    readonly ServiceProvider _services;
    int _events;

    TestBot(TestDatabase database, Action<IServiceCollection>? with)
    {
        (_database, Slack, Teams, Local) = (database, new(Channel.Slack, Clock), new(Channel.Teams, Clock), new(Channel.Local, Clock));
        _services = Registered(with).BuildServiceProvider(validateScopes: true);
    }

    public FakeClock Clock { get; } = new();
    public FakeChannel Slack { get; }
    public FakeChannel Teams { get; }
    public FakeChannel Local { get; }

    /// <summary>Where the back-off's random part comes from: half of what is possible, unless a test says another.</summary>
    public double Chance { get; set; } = 0.5;

    public OutboxSettings Outbox => Get<OutboxSettings>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>What of all services is needed to make a thing that isn't one.</summary>
    public T Make<T>(params object[] given) => ActivatorUtilities.CreateInstance<T>(_services, given);

    public static async Task<TestBot> Start(Action<IServiceCollection>? with = null) => new(await TestDatabase.Create(Prepare), with);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    // What Program registers; a test in House holds the two together.
    IServiceCollection Registered(Action<IServiceCollection>? with)
    {
        var configuration = _database.Configuration;
        var services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(_database)
            .AddSingleton(new PrivacySettings { MasterKey = MasterKey })
            .AddSingleton(new OrganisationSettings())
            .AddSingleton(new ConsoleSettings { PublicUrl = "https://culture.example" })
            .AddSingleton(new OutboxSettings { PerSecond = 1000, PerPlacePerSecond = 1000, Chance = () => Chance })
            .AddDatabase(configuration)
            .AddPrivacy(configuration)
            .AddConversation()
            .AddOutbox()
            .AddSingleton(new Routes()
                .MapKudos()
                .MapValues()
                .MapCheckIns()
                .MapCrisis()
                .MapRough()
                .MapPulse()
                .MapPhrases()
                .MapEscalations()
                .MapExperts()
                .MapNotes()
                .MapDigests()
                .MapProgrammes()
                .MapMyData()
                .MapPeople()
                .MapConsole()
                .MapWelcome())
            .AddPeople().AddKudos().AddCheckIns().AddCrisis().AddRough().AddPulse().AddPhrases().AddExperts().AddEscalations().AddNotes().AddDigests().AddProgrammes().AddMyData().AddPublishing().AddConsoleSignIn()
            .AddSingleton<IVoice>(Slack).AddSingleton<IVoice>(Teams).AddSingleton<IVoice>(Local)
            .AddSingleton<ISender>(Slack).AddSingleton<ISender>(Teams).AddSingleton<ISender>(Local);
        with?.Invoke(services);
        return services;
    }

    static async Task Prepare(TestDatabase database)
    {
        var bot = new TestBot(database, null);
        await bot.Get<IStore>().Migrate(default);
        await bot.Do(async db =>
        {
            await Shipping.Bring(db, default);
            await ShippedHelp.Bring(db, default);
            await ShippedPacks.Bring(db, default);
            await ShippedPhrases.Bring(db, default);
            foreach (var (channel, externalId) in Installed)
            {
                db.Installations.Add(new Installation { Channel = channel, ExternalId = externalId, Name = $"Acme on {channel}", CreatedAt = bot.Clock.Now });
                // One at a time: their numbers are to be those of the order above.
                await db.SaveChangesAsync();
            }
        });
        await bot._services.DisposeAsync();
    }

    public static int InstallationOf(Channel channel) => Array.FindIndex(Installed, one => one.Channel == channel) + 1;

    /// <summary>Changes rows behind the bot's back, as another node would; what the bot had kept is forgotten.</summary>
    public async Task Do(Func<Db, Task> work)
    {
        await Get<IStore>().Do(async db =>
        {
            await work(db);
            return await db.SaveChangesAsync();
        }, default);
        Get<Register>().Forget();
    }

    public async Task<T> Read<T>(Func<Db, Task<T>> read)
    {
        await using var db = Get<IStore>().Open();
        return await read(db);
    }

    public Task<Message> Message(string key) => Read(db => db.Messages.AsNoTracking().SingleAsync(message => message.Key == key));

    public Task Sets(string policy, string value) => Do(async db =>
    {
        if (await db.Policies.FindAsync(policy) is { } row)
            row.Value = value;
        else
            db.Policies.Add(new Policy { Key = policy, Value = value });
    });
}
