using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Scheduling;

namespace ServiceCulture.Tests.Scheduling;

[Trait("Database", "Both")]
public sealed class RetentionTests
{
    [Fact]
    public async Task What_is_old_goes_and_what_is_young_stays()
    {
        await using var database = await SmallDatabase.Create();
        var now = database.Clock.Now;
        foreach (var days in new[] { 0.9, 1.1, 6.9, 7.1, 29.9, 30.1 })
            await database.Write(
                new SeenEvent { InstallationId = 1, EventId = $"e{days}", At = now.AddDays(-days) },
                new Draft { MemberId = Guid.NewGuid(), Form = "kudos.give", Answers = "{}", At = now.AddDays(-days) },
                new LocalPost { Place = "p", Html = "h", Revision = 1, At = now.AddDays(-days) },
                Sent($"sent{days}", now.AddDays(-days)),
                Dead($"dead{days}", now.AddDays(-days)));

        await new Retention(database.Store, database.Clock).Keep(default);

        Assert.Equal(3, await database.Read(db => db.Seen.CountAsync()));
        Assert.Equal(1, await database.Read(db => db.Drafts.CountAsync()));
        Assert.Equal(5, await database.Read(db => db.LocalPosts.CountAsync()));
        Assert.Equal(["dead30.1", "sent29.9", "sent30.1", "sent7.1"], await database.Read(db => db.Messages.Where(m => m.Body == "" && m.Summary == "").OrderBy(m => m.Key).Select(m => m.Key).ToListAsync()));
        Assert.Equal(12, await database.Read(db => db.Messages.CountAsync()));
        Assert.Equal(0, await new Retention(database.Store, database.Clock).Keep(default));
    }

    [Fact]
    public async Task A_body_that_is_wanted_again_stays()
    {
        await using var database = await SmallDatabase.Create();
        var message = Sent("k", database.Clock.Now.AddDays(-8));
        message.Revision = 2;
        await database.Write(message);
        Assert.Equal(0, await new Retention(database.Store, database.Clock).Keep(default));
        Assert.Equal("body", await database.Read(db => db.Messages.Select(m => m.Body).SingleAsync()));
    }

    [Fact]
    public async Task More_than_one_batch_is_forgotten_in_one_run()
    {
        await using var database = await SmallDatabase.Create();
        await database.Write([.. Enumerable.Range(0, 1_201).Select(n => new SeenEvent { InstallationId = 1, EventId = $"e{n}", At = database.Clock.Now.AddDays(-8) })]);
        Assert.Equal(1_201, await new Retention(database.Store, database.Clock).Keep(default));
        Assert.Equal(0, await database.Read(db => db.Seen.CountAsync()));
    }

    static Message Sent(string key, DateTime at)
    {
        var message = New(key, at);
        (message.SentRevision, message.SentAt) = (1, at);
        return message;
    }

    static Message Dead(string key, DateTime at)
    {
        var message = New(key, at);
        message.DeadAt = at;
        return message;
    }

    static Message New(string key, DateTime at) => new()
    {
        Key = key,
        InstallationId = 1,
        PlaceKind = PlaceKind.Channel,
        PlaceId = "p",
        Priority = Priority.Normal,
        CreatedAt = at,
        Body = "body",
        Summary = "summary",
    };
}
