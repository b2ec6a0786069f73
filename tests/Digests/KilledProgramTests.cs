using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Tests.Operating;
using ServiceCulture.Tests.Slack;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Digests;

/// <summary>A Tuesday at ten on which the power goes: the built program in a process of its own, killed while it sends, and started again on the same database.</summary>
[Trait("Database", "Both")]
public sealed class KilledProgramTests : IAsyncLifetime
{
    const int Managers = 120, KilledAt = 25;

    readonly CancellationTokenSource _late = new(TimeSpan.FromMinutes(4));
    TestDatabase _database = null!;
    SlackOverHttp _slack = null!;
    ServiceProvider _services = null!;
    int _posted;

    public async ValueTask InitializeAsync()
    {
        (_database, _slack) = (await TestDatabase.Empty(), await SlackOverHttp.Start());
        _services = new ServiceCollection().AddDatabase(_database.Configuration).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _late.Dispose();
    }

    [Fact]
    public async Task Everybody_has_their_digest_once_and_what_was_under_way_is_named_as_uncertain()
    {
        var users = Enumerable.Range(0, Managers).Select(n => $"U{n:D6}").ToList();
        users.ForEach(user => _slack.Slack.AddUser(user, $"Lead {user}"));
        await using (var migrating = new WholeProgram(Settings(), "migrate"))
            Assert.Equal(0, await migrating.Ended(_late.Token));
        await using (var meeting = new WholeProgram(Settings()))
            await WholeProgram.Until(async () => await Read(db => db.Accounts.CountAsync(account => account.ExternalId.StartsWith("U0"))) == Managers, _late.Token);
        await AllAreDue();

        await using var killed = new WholeProgram(Settings());
        _slack.Slack.Before = async method =>
        {
            if (method == "chat.postMessage" && Interlocked.Increment(ref _posted) == KilledAt)
                await killed.Kill();
        };
        await WholeProgram.Until(() => Task.FromResult(Volatile.Read(ref _posted) >= KilledAt), _late.Token);
        await killed.Kill();
        Assert.InRange(await Read(db => db.Messages.CountAsync(message => message.SentRevision > 0)), 1, Managers - 1);
        await TimePasses();

        await using var next = new WholeProgram(Settings());
        await WholeProgram.Until(async () => await Read(db => db.Messages.CountAsync(message => message.SentRevision > 0 && message.Key.StartsWith("digest/"))) == Managers, _late.Token);
        Assert.Equal(Managers, await Read(db => db.Digests.CountAsync(digest => digest.Kind == DigestKind.Manager)));
        Assert.Equal(Managers, await Read(db => db.Messages.CountAsync(message => message.Key.StartsWith("digest/"))));
        var uncertain = (await Read(db => db.Messages.Where(message => message.UncertainAt != null).Select(message => message.PlaceId).ToListAsync())).ToHashSet();
        Assert.NotEmpty(uncertain);
        Assert.All(users, user => Assert.InRange(_slack.Slack.In(FakeSlack.Direct(user)).Count, 1, uncertain.Contains(user) ? 2 : 1));
        Assert.Empty(_slack.Slack.Faults);
    }

    // Whoever came by the roster leads a team of their own, and their digest is due at once.
    Task<int> AllAreDue() => Store.Do(async db =>
    {
        var now = WholeProgram.Now.UtcDateTime;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        foreach (var id in await db.Accounts.Where(account => account.ExternalId.StartsWith("U0")).Select(account => account.MemberId).ToListAsync())
        {
            db.Teams.Add(new Team { Name = $"Team {id:N}", ManagerId = id });
            db.DigestPlans.Add(new DigestPlan { MemberId = id, Kind = DigestKind.Manager, Rhythm = Rhythm.Weekly, Day = now.DayOfWeek, Minute = (now.Hour * 60) + now.Minute, NextAt = now });
        }
        foreach (var member in await db.Members.ToListAsync())
            member.Zone = "UTC";
        return await db.SaveChangesAsync();
    }, default);

    // What was claimed by the dead is free after two minutes; so long nobody waits here.
    Task<int> TimePasses() => Store.Do(async db =>
    {
        var past = WholeProgram.Now.UtcDateTime.AddMinutes(-1);
        await db.Lanes.ExecuteUpdateAsync(set => set.SetProperty(lane => lane.LeaseUntil, past));
        return await db.Messages.Where(message => message.LeaseUntil != null).ExecuteUpdateAsync(set => set.SetProperty(message => message.LeaseUntil, past));
    }, default);

    IStore Store => _services.GetRequiredService<IStore>();

    async Task<T> Read<T>(Func<Db, Task<T>> read)
    {
        await using var db = Store.Open();
        return await read(db);
    }

    Dictionary<string, string> Settings() => new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Database:Provider"] = TestDatabase.Provider,
        ["ConnectionStrings:ServiceCulture"] = _database.Connection,
        ["ConnectionStrings:Keys"] = _database.Keys,
        ["Privacy:MasterKey"] = Convert.ToBase64String(new byte[32]),
        ["Slack:SigningSecret"] = SlackSigned.Secret,
        ["Slack:BotToken"] = FakeSlack.Token,
        ["Slack:ApiUrl"] = _slack.ApiUrl,
    };
}
