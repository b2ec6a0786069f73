using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Scheduling;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Tests.Scheduling;

[Trait("Database", "Both")]
public sealed class RosterTests
{
    [Fact]
    public async Task A_list_is_read_a_page_a_tick_and_goes_on_where_it_stopped_after_a_restart()
    {
        await using var database = await SmallDatabase.Create();
        await Install(database);
        await Start(database);
        var source = new Pages(3);

        await Roster(database, source).ReadDue(default);
        await Start(database);
        var after = Roster(database, source);
        await after.ReadDue(default);
        await after.ReadDue(default);
        await after.ReadDue(default);

        Assert.Equal([null, "1", "2"], source.Asked);
        Assert.Equal(["Person 0", "Person 1", "Person 2"], await database.Read(db => db.Members.OrderBy(m => m.Name).Select(m => m.Name).ToListAsync()));
        database.Clock.Now += TimeSpan.FromDays(1);
        await after.ReadDue(default);
        Assert.Equal([null, "1", "2", null], source.Asked);
    }

    [Fact]
    public async Task A_platform_that_says_wait_is_asked_again_from_the_same_page_when_it_said()
    {
        await using var database = await SmallDatabase.Create();
        await Install(database);
        await Start(database);
        var source = new Pages(2) { Refuses = 1 };
        var roster = Roster(database, source);

        await roster.ReadDue(default);
        await roster.ReadDue(default);
        database.Clock.Now += TimeSpan.FromSeconds(29);
        await roster.ReadDue(default);
        Assert.Equal([null, "1"], source.Asked);
        database.Clock.Now += TimeSpan.FromSeconds(2);
        await roster.ReadDue(default);
        Assert.Equal([null, "1", "1"], source.Asked);
        Assert.Equal(2, await database.Read(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task Only_whole_workspaces_that_are_still_installed_are_read_at_start()
    {
        await using var database = await SmallDatabase.Create();
        await Install(database);
        await database.Write(
            new Installation { Channel = Channel.Slack, ExternalId = "T2", Name = "Gone", CreatedAt = database.Clock.Now, RemovedAt = database.Clock.Now },
            new Installation { Channel = Channel.Teams, ExternalId = "tenant", Name = "Teams", CreatedAt = database.Clock.Now });
        await Start(database);
        await Start(database);
        Assert.Equal("", await database.Read(db => db.RosterRuns.Select(run => run.Source).SingleAsync()));
    }

    [Fact]
    public async Task A_mark_that_is_not_taken_any_more_begins_the_list_anew()
    {
        await using var database = await SmallDatabase.Create();
        await Install(database);
        await Start(database);
        var source = new Pages(2) { Refuses = 1, With = new RosterUnreadableException("invalid_cursor") { IsFinal = true } };
        var roster = Roster(database, source);
        for (var round = 0; round < 4; round++)
        {
            await roster.ReadDue(default);
            database.Clock.Now += TimeSpan.FromMinutes(5);
        }
        Assert.Equal([null, "1", null, "1"], source.Asked);
        Assert.NotNull(await database.Read(db => db.RosterRuns.Select(run => run.FinishedAt).SingleAsync()));
    }

    [Fact]
    public async Task Shared_conversations_in_Teams_are_read_at_start_too()
    {
        await using var database = await SmallDatabase.Create();
        var (now, tomorrow) = (database.Clock.Now, database.Clock.Now.AddDays(1));
        await database.Write(new Installation { Channel = Channel.Teams, ExternalId = "tenant", Name = "Teams", CreatedAt = now });
        foreach (var (conversation, cursor) in new[] { ("19:team", null), ("19:halfway", "1"), ("19:left", null), ("a:alone", null) })
            await database.Write(new RosterRun { InstallationId = 1, Source = conversation, Cursor = cursor, DueAt = tomorrow });
        foreach (var conversation in new[] { "19:team", "19:halfway", "19:left" })
            await database.Write(new Place { InstallationId = 1, ExternalId = conversation, Kind = PlaceKind.Channel, RemovedAt = conversation == "19:left" ? now : null });
        await Start(database);
        Assert.Equal(["19:team"], await database.Read(db => db.RosterRuns.Where(run => run.DueAt <= now).Select(run => run.Source).ToListAsync()));
    }

    [Fact]
    public async Task What_a_conversation_is_called_is_written_down_with_its_list()
    {
        await using var database = await SmallDatabase.Create();
        await Install(database);
        await database.Write(new Place { InstallationId = 1, ExternalId = "C1", Kind = PlaceKind.Channel }, new RosterRun { InstallationId = 1, Source = "C1", DueAt = database.Clock.Now });
        await Roster(database, new Pages(1) { PlaceName = "front-desk" }).ReadDue(default);
        Assert.Equal("front-desk", await database.Read(db => db.Places.Select(place => place.Name).SingleAsync()));
    }

    static Task Install(SmallDatabase database) => database.Write(new Installation { Channel = Channel.Slack, ExternalId = "T1", Name = "Acme", CreatedAt = database.Clock.Now });

    static Task<int> Start(SmallDatabase database) => database.Store.Do(async db =>
    {
        await RostersAtStart.MakeDue(db, database.Clock.Now, default);
        return await db.SaveChangesAsync();
    }, default);

    // Each is a new process as far as the roster knows: what it remembers is in the rows.
    static Roster Roster(SmallDatabase database, IRosterSource source) =>
        new(database.Store, new Register(database.Store, database.Clock), [source], new Learning(new Merging(new PersonalData([], null!)), new NamedOwner(new OrganisationSettings())), database.Clock, NullLogger<Roster>.Instance);

    sealed class Pages(int count) : IRosterSource
    {
        public List<string?> Asked { get; } = [];
        public int Refuses { get; init; } = -1;
        public RosterUnreadableException With { get; init; } = new("ratelimited", TimeSpan.FromSeconds(30));
        public string? PlaceName { get; init; }
        public Channel Channel => Channel.Slack;
        bool _refused;

        public Task<RosterPage> Read(Installation installation, string source, string? cursor, CancellationToken cancel)
        {
            Asked.Add(cursor);
            var page = cursor is null ? 0 : int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture);
            if (page == Refuses && !_refused)
            {
                _refused = true;
                throw With;
            }
            var next = page + 1 < count ? $"{page + 1}" : null;
            return Task.FromResult(new RosterPage([new Sender($"U{page}") { Name = $"Person {page}" }], next) { PlaceName = PlaceName });
        }
    }
}
