using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Data;

public sealed class UniqueViolationTests : OverTheDatabase
{
    [Fact]
    public async Task The_table_of_a_primary_key_is_told() => Assert.Equal("Seen", await Meets(
        new SeenEvent { InstallationId = 1, EventId = "E", At = Bot.Clock.Now }, new SeenEvent { InstallationId = 1, EventId = "E", At = Bot.Clock.Now }));

    [Fact]
    public async Task The_table_of_a_unique_index_is_told() => Assert.Equal("Teams", await Meets(new Team { Name = "Care" }, new Team { Name = "Care" }));

    [Fact]
    public async Task Another_failure_is_none()
    {
        await using var db = Bot.Get<IStore>().Open();
        db.Add(new Team { Name = null! });
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => Bot.Get<IStore>().Save(db, default));
        Assert.False(UniqueViolation.IsOneOf(failure));
        Assert.False(UniqueViolation.IsOneOf(new InvalidOperationException()));
    }

    [Fact]
    public async Task A_row_that_moved_on_is_one_too()
    {
        await Bot.Do(db =>
        {
            db.Add(new Message { Key = "a", InstallationId = 1, PlaceKind = PlaceKind.Channel, PlaceId = "C", Priority = Priority.Normal, CreatedAt = Bot.Clock.Now, DueAt = Bot.Clock.Now, Body = "", Summary = "" });
            return Task.CompletedTask;
        });
        await using var db = Bot.Get<IStore>().Open();
        (await db.Messages.SingleAsync()).Revision = 2;
        await Bot.Do(other => other.Messages.ExecuteUpdateAsync(set => set.SetProperty(message => message.Revision, 5)));
        Assert.True(UniqueViolation.IsOneOf(await Assert.ThrowsAnyAsync<DbUpdateException>(() => Bot.Get<IStore>().Save(db, default))));
    }

    async Task<string> Meets(object first, object second)
    {
        await Save(first);
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => Save(second));
        Assert.True(UniqueViolation.IsOneOf(failure));
        return new[] { "Seen", "Teams", "Kudos" }.Single(table => UniqueViolation.IsIn(failure, table));
    }

    async Task Save(object row)
    {
        await using var db = Bot.Get<IStore>().Open();
        db.Add(row);
        await Bot.Get<IStore>().Save(db, default);
    }
}
