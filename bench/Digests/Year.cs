using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceCulture.Bot;
using ServiceCulture.Bot.Channels.Slack;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bench.Digests;

/// <summary>
/// A year of kudos in a database of its own: teams of ten, each with a manager; a fifth of the kudos thank two people, three in five name a value and one in five names two.
/// One in ten is private. Counting, rows and messages are the bot's own, drawn for Slack; nothing is delivered.
/// </summary>
sealed class Year : IAsyncDisposable
{
    const int TeamSize = 10, Page = 5000;

    static readonly DateTime Now = new(2026, 3, 3, 10, 0, 0, DateTimeKind.Utc);
    static readonly string[] SomeValues = ["empathy", "patience", "passion", "persistence", "desire-to-improve", "friendliness", "fairness", "control", "alternatives", "information", "service", "respect"];

    readonly string _server, _name = $"service_culture_bench_{Environment.ProcessId}";
    readonly ServiceProvider _services;
    List<Guid> _managers = [];
    readonly List<string> _counted = [];
    long _grouped;

    Year(string server)
    {
        _server = server;
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = _name, CommandTimeout = 600 }.ConnectionString;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Database:Provider", "PostgreSql"), new("ConnectionStrings:ServiceCulture", connection)]).Build();
        _services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(new StoppedClock())
            .AddSingleton(new PrivacySettings { MasterKey = Convert.ToBase64String(new byte[32]) })
            .AddSingleton(new OutboxSettings()).AddSingleton(new OrganisationSettings())
            .AddDatabase(configuration).AddConversation().AddOutbox().AddSingleton<IVoice, SlackVoice>()
            .AddDigests()
            .BuildServiceProvider();
    }

    IStore Store => _services.GetRequiredService<IStore>();

    WeekSpan Span => _services.GetRequiredService<OrganisationWeeks>().Over(Now, 1);

    public static async Task<Year> Make(string server, int kudos, int teams)
    {
        var year = new Year(server);
        await year.OnServer($"CREATE DATABASE {year._name}");
        await year.Store.Migrate(default);
        await year.Fill(kudos, teams);
        return year;
    }

    /// <summary>What the digests' rows cost the database alone: one statement over the very five weeks, by team, value and part.</summary>
    public async Task Group() => _grouped = await Group(Span.Earliest, Span.From, Span.To);

    /// <summary>The same over all kudos of the year.</summary>
    public Task GroupYear() => Group(Now.AddDays(-366), Span.From, Now);

    /// <summary>Every manager's digest of the week, five thousand in a transaction as the job does it.</summary>
    public async Task Count()
    {
        _counted.Clear();
        var (digest, span) = (_services.GetRequiredService<ManagersDigest>(), Span);
        foreach (var some in _managers.Chunk(Page))
            _counted.AddRange((await Store.Do(async db =>
            {
                await LongLists.Expect(db, some.Length, default);
                return await digest.Count(db, [.. some.Select(one => new DigestDue(one, span))], Now, default);
            }, default)).Values);
    }

    /// <summary>The job's run in which all of them are due.</summary>
    public Task<int> Send() => _services.GetRequiredService<SendingDigests>().Run(default);

    /// <exception cref="InvalidOperationException">The digests' numbers are not those of the rows.</exception>
    public async Task Check()
    {
        await using var db = Store.Open();
        var (from, to) = (Span.Earliest, Span.To);
        var received = _counted.Select(ManagerNumbers.Read).Sum(one => one.Received + one.Before.Sum());
        var rows = await (from receipt in db.KudosReceipts join one in db.Kudos on receipt.KudosId equals one.Id where receipt.At >= @from && receipt.At < to && one.Audience == KudosAudience.Public && one.UndoneAt == null select one.Id).CountAsync();
        if (rows != received || rows == 0 || _grouped == 0)
            throw new InvalidOperationException($"{rows} thanks in the rows, {received} in the digests.");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await OnServer($"DROP DATABASE {_name} WITH (FORCE)");
    }

    async Task<long> Group(DateTime from, DateTime week, DateTime to)
    {
        await using var db = Store.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("""
            SELECT r."ToTeamId", v."ValueId", r."At" >= $2, count(*) FROM "KudosReceipts" r JOIN "Kudos" k ON k."Id" = r."KudosId" LEFT JOIN "KudosValues" v ON v."KudosId" = r."KudosId"
            WHERE r."At" >= $1 AND r."At" < $3 AND k."Audience" = 0 AND k."UndoneAt" IS NULL AND r."ToTeamId" IS NOT NULL GROUP BY 1, 2, 3
            """, (NpgsqlConnection)db.Database.GetDbConnection()) { Parameters = { new() { Value = from }, new() { Value = week }, new() { Value = to } } };
        await using var rows = await command.ExecuteReaderAsync();
        long all = 0;
        while (await rows.ReadAsync())
            all += rows.GetInt64(3);
        return all;
    }

    async Task Fill(int kudos, int teams)
    {
        await using var db = Store.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        db.Installations.Add(new Installation { Channel = Channel.Slack, ExternalId = "T1", Name = "Bench", CreatedAt = Now });
        await Bot.Features.Values.Shipping.Bring(db, default);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync($"SELECT setseed(0.5)");
        await db.Database.ExecuteSqlAsync($"""
            CREATE TABLE bench_people AS SELECT gen_random_uuid() AS id, n, n / {TeamSize} AS team FROM generate_series(0, {(teams * TeamSize) - 1}) n
            """);
        await db.Database.ExecuteSqlAsync($"""CREATE TABLE bench_teams AS SELECT gen_random_uuid() AS id, n, (SELECT id FROM bench_people p WHERE p.n = t.n * {TeamSize}) AS manager FROM generate_series(0, {teams - 1}) t(n)""");
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Members" ("Id", "Name", "NameKey", "Zone", "Roles", "IsBot", "IsStub", "HomeIsChosen", "CreatedAt") SELECT id, 'Person ' || n, 'person ' || n, 'UTC', 0, false, false, false, {Now} FROM bench_people
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Accounts" ("Id", "InstallationId", "ExternalId", "MemberId", "CreatedAt") SELECT gen_random_uuid(), (SELECT "Id" FROM "Installations"), 'U' || "Id", "Id", {Now} FROM "Members"
            """);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "Teams" ("Id", "Name", "ManagerId") SELECT id, 'Team ' || n, manager FROM bench_teams""");
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "TeamMemberships" ("Id", "TeamId", "MemberId", "From") SELECT gen_random_uuid(), t.id, p.id, {Now.AddYears(-2)} FROM bench_people p JOIN bench_teams t ON t.n = p.team
            """);
        await db.Database.ExecuteSqlAsync($"""
            CREATE TABLE bench_kudos AS SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || right(replace(gen_random_uuid()::text, '-', ''), 19))::uuid AS id, n, giver, receiver, at
            FROM (SELECT n, floor(random() * {teams * TeamSize})::int AS giver, floor(random() * {teams * TeamSize})::int AS receiver, {Now}::timestamptz - random() * interval '365 days' AS at FROM generate_series(1, {kudos}) n) AS given
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Kudos" ("Id", "FromId", "FromTeamId", "Words", "FromCustomer", "Audience", "At", "Version")
            SELECT k.id, p.id, t.id, 'You stayed with the caller about the double charge until it was sorted, so nobody had to ring again ' || k.n, false, CASE WHEN k.n % 10 = 0 THEN 1 ELSE 0 END, k.at, 1
            FROM bench_kudos k JOIN bench_people p ON p.n = k.giver JOIN bench_teams t ON t.n = p.team ORDER BY k.at
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "KudosReceipts" ("KudosId", "ToId", "ToTeamId", "At")
            SELECT k.id, p.id, t.id, k.at FROM bench_kudos k CROSS JOIN generate_series(0, 1) second JOIN bench_people p ON p.n = (k.receiver + second) % {teams * TeamSize} JOIN bench_teams t ON t.n = p.team
            WHERE second = 0 OR k.n % 5 = 0 ORDER BY k.at
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "KudosValues" ("KudosId", "ValueId") SELECT k.id, ({SomeValues}::text[])[1 + (k.n + which * 5) % 12] FROM bench_kudos k CROSS JOIN generate_series(0, 1) which
            WHERE (which = 0 AND k.n % 5 < 4) OR (which = 1 AND k.n % 5 = 0) ORDER BY k.at
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "DigestPlans" ("MemberId", "Kind", "Rhythm", "Day", "Minute", "IsPaused", "NextAt", "Version") SELECT manager, 0, 0, 2, 600, false, {Now}, 1 FROM bench_teams
            """);
        await db.Database.ExecuteSqlAsync($"DROP TABLE bench_people, bench_teams, bench_kudos");
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        _managers = await db.Teams.Select(team => team.ManagerId!.Value).OrderBy(id => id).ToListAsync();
        _services.GetRequiredService<Register>().Forget();
    }

    async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
