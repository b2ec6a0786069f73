using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServiceCulture.Bot;
using ServiceCulture.Bot.Channels.Slack;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bench.Asking;

/// <summary>
/// So many members over 38 zones in a database of their own, all of them willing, and five programmes, one for each of
/// five sites, that all ask in one and the same minute of everybody's day: nobody is spread, so that the largest minute
/// is as large as can be. The job, its rows and its messages are the bot's own, drawn for Slack; nothing is delivered.
/// </summary>
sealed class Organisation : IAsyncDisposable
{
    public const int Programmes = 5;

    /// <summary>A Sunday on which nowhere is Monday nine o'clock yet.</summary>
    public static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    static readonly string[] Zones =
    [
        "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Halifax", "America/St_Johns",
        "America/Sao_Paulo", "America/Santiago", "Atlantic/Azores", "Europe/London", "Europe/Lisbon", "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Warsaw",
        "Europe/Athens", "Africa/Johannesburg", "Africa/Cairo", "Europe/Istanbul", "Africa/Nairobi", "Asia/Tehran", "Asia/Dubai", "Asia/Kabul", "Asia/Karachi", "Asia/Kolkata",
        "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok", "Asia/Singapore", "Asia/Tokyo", "Australia/Adelaide", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland",
        "Pacific/Chatham", "Pacific/Apia",
    ];

    readonly string _server, _name = $"service_culture_bench_{Environment.ProcessId}";
    readonly ServiceProvider _services;
    readonly MovedClock _clock = new();

    Organisation(string server)
    {
        _server = server;
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = _name }.ConnectionString;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Database:Provider", "PostgreSql"), new("ConnectionStrings:ServiceCulture", connection)]).Build();
        _services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(new PrivacySettings { MasterKey = Convert.ToBase64String(new byte[32]) })
            .AddSingleton(new OutboxSettings())
            .AddDatabase(configuration).AddConversation().AddOutbox().AddSingleton<IVoice, SlackVoice>()
            .AddProgrammes().AddSingleton<IAsking, AskingForCheckIns>()
            .BuildServiceProvider();
    }

    public static async Task<Organisation> Make(string server, int members)
    {
        var organisation = new Organisation(server);
        await organisation.OnServer($"CREATE DATABASE {organisation._name}");
        await organisation.Store.Migrate(default);
        await organisation.Fill(members);
        return organisation;
    }

    IStore Store => _services.GetRequiredService<IStore>();

    /// <summary>The job's run of that minute. Returns how many were asked.</summary>
    public Task<int> Minute(DateTime now)
    {
        _clock.Now = now;
        return _services.GetRequiredService<AskingWhoIsDue>().Run(default);
    }

    /// <summary>The same, of an organisation that is planned here.</summary>
    public async Task<List<DateTime>> Planned()
    {
        await Minute(Start);
        return await Moments();
    }

    /// <summary>The minutes at which anybody is due in the next day and a half.</summary>
    public async Task<List<DateTime>> Moments()
    {
        await using var db = Store.Open();
        return await db.Plans.Where(plan => plan.NextAt < Start.AddHours(36)).Select(plan => plan.NextAt!.Value).Distinct().OrderBy(at => at).ToListAsync();
    }

    /// <exception cref="InvalidOperationException">There are not as many questions and messages as people asked, each once.</exception>
    public async Task Check(int asked)
    {
        await using var db = Store.Open();
        var (asks, people, messages, members) = (await db.Asks.CountAsync(), await db.Asks.Select(ask => ask.MemberId).Distinct().CountAsync(), await db.Messages.CountAsync(), await db.Members.CountAsync());
        if (asks != asked || people != asked || messages != asked || asked != members)
            throw new InvalidOperationException($"{members} members, {asked} asked, {asks} questions to {people} people, {messages} messages.");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await OnServer($"DROP DATABASE {_name} WITH (FORCE)");
    }

    async Task Fill(int members)
    {
        await using var db = Store.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        db.Installations.Add(new Installation { Channel = Channel.Slack, ExternalId = "T1", Name = "Bench", CreatedAt = Start });
        for (var site = 1; site <= Programmes; site++)
        {
            var programme = new Programme { Name = $"Programme {site}", Kind = ProgrammeKind.CheckIn, State = ProgrammeState.On, PackId = "core", Sites = [$"Site {site}"], WindowFrom = 540, WindowTo = 541, ResponseMinutes = 1440 };
            db.AddRange(programme, Replanning.OfProgramme(programme.Id));
        }
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Members" ("Id", "Name", "NameKey", "Zone", "Site", "Roles", "IsBot", "IsStub", "HomeIsChosen", "CreatedAt")
            SELECT gen_random_uuid(), 'Person ' || n, 'person ' || n, ({Zones}::text[])[1 + n % 38], 'Site ' || (1 + n / 38 % 5), 0, false, false, false, {Start} FROM generate_series(1, {members}) n
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Accounts" ("Id", "InstallationId", "ExternalId", "MemberId", "CreatedAt") SELECT gen_random_uuid(), (SELECT "Id" FROM "Installations"), 'U' || "Id", "Id", {Start} FROM "Members"
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Participations" ("MemberId", "Taking", "ChosenAt", "Unanswered", "Version") SELECT "Id", 1, {Start}, 0, 1 FROM "Members"
            """);
        await db.Database.ExecuteSqlAsync($"ANALYZE");
    }

    async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    sealed class MovedClock : TimeProvider
    {
        public DateTime Now { get; set; } = Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
