using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Channels.Teams;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Tests.BotFramework;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>What the bot asks of Teams by itself: sending, and reading who there is.</summary>
[Trait("Database", "Both")]
public sealed class TeamsOutwardTests : IAsyncLifetime
{
    TeamsTalk talk = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await Start();
        await talk.Meet();
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    TeamsRoster Roster => (TeamsRoster)talk.Host.Services.GetServices<IRosterSource>().Single(source => source.Channel is Channel.Teams);

    [Theory]
    [InlineData("activities", 429, Failure.Throttled)]
    [InlineData("conversations", 429, Failure.Throttled)]
    [InlineData("activities", 502, Failure.Ambiguous)]
    [InlineData("activities", 413, Failure.Final)]
    [InlineData("conversations", 502, Failure.Safe)]
    public async Task a_failure_says_whether_to_try_again(string on, int status, Failure kind)
    {
        talk.Teams.Otherwise = call => call.Path.EndsWith(on, StringComparison.Ordinal) ? Results.StatusCode(status) : null;
        await talk.Says(Ann, "<at>Culture</at> help", Group);
        var message = await talk.Host.Read(db => db.Messages.AsNoTracking().SingleAsync());

        var failure = await Assert.ThrowsAsync<SendFailedException>(() => talk.Host.Services.GetServices<ISender>().Single().Send(message, default));

        Assert.Equal(kind, failure.Kind);
    }

    [Theory]
    [InlineData(404, "ConversationNotFound", Obstacle.NotThere)]
    [InlineData(403, "BotNotInConversationRoster", Obstacle.NotThere)]
    [InlineData(403, "BotDisabledByAdmin", Obstacle.NotAllowed)]
    [InlineData(413, "RequestEntityTooLarge", Obstacle.Unknown)]
    public async Task a_refusal_says_what_stood_in_the_way(int status, string code, Obstacle why)
    {
        talk.Teams.Otherwise = call => call.Path.EndsWith("activities", StringComparison.Ordinal)
            ? Results.Text($$"""{"error":{"message":"No.","code":"{{code}}" } }""", "application/json", statusCode: status) : null;
        await talk.Says(Ann, "<at>Culture</at> help", Group);
        var message = await talk.Host.Read(db => db.Messages.AsNoTracking().SingleAsync());

        Assert.Equal(why, (await Assert.ThrowsAsync<SendFailedException>(() => talk.Host.Services.GetServices<ISender>().Single().Send(message, default))).Obstacle);
    }

    [Fact]
    public async Task before_teams_has_spoken_there_is_nowhere_to_send_to()
    {
        await using var silent = await Start();
        var installation = await silent.Host.Read(db => db.Installations.AsNoTracking().SingleAsync());
        var message = new Message { Key = "k", InstallationId = installation.Id, PlaceKind = PlaceKind.Person, PlaceId = Ann.Id, Priority = Priority.Normal, CreatedAt = default, Body = "{}", Summary = "" };

        var failure = await Assert.ThrowsAsync<SendFailedException>(() => silent.Host.Services.GetServices<ISender>().Single().Send(message, default));

        Assert.Equal(("no-service-url", Failure.Safe), (failure.Code, failure.Kind));
    }

    [Fact]
    public async Task where_messages_go_follows_the_last_activity()
    {
        var moved = talk.Message(Ann, "help").With("serviceUrl", talk.Teams.ServiceUrl + "/moved");
        await talk.Post(moved.Json.ToJsonString(), talk.Mint.With(claims => claims["serviceurl"] = talk.Teams.ServiceUrl + "/moved"));

        Assert.StartsWith("moved/v3/", Assert.Single(await talk.Received()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task people_are_read_a_page_at_a_time_and_guests_are_known_as_guests()
    {
        var guest = new JsonObject { ["id"] = "29:guest", ["name"] = "Gus Guest", ["email"] = "gus@elsewhere.example", ["tenantId"] = "99999999-0000-0000-0000-000000000000" };
        talk.Teams.Otherwise = call => Results.Text(new JsonObject
        {
            ["continuationToken"] = "the next page",
            ["members"] = new JsonArray(Ann.Member, guest),
        }.ToJsonString(), "application/json");
        var installation = await talk.Host.Read(db => db.Installations.AsNoTracking().SingleAsync());

        var page = await Roster.Read(installation, Group, null, default);

        Assert.Equal("the next page", page.Next);
        Assert.Equal((Ann.Id, "ann@example.org", Ann.DirectoryId, false), (page.People[0].Id, page.People[0].VerifiedEmail, page.People[0].DirectoryId, page.People[0].IsGuest));
        Assert.Equal((null, true), (page.People[1].VerifiedEmail, page.People[1].IsGuest));
        Assert.Empty((await Roster.Read(installation, "", null, default)).People);
    }

    [Theory]
    [InlineData(404, false)]
    [InlineData(403, false)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    public async Task a_list_that_can_not_be_read_now_is_told_from_one_that_is_gone(int status, bool later)
    {
        talk.Teams.Otherwise = _ => Results.StatusCode(status);
        var installation = await talk.Host.Read(db => db.Installations.AsNoTracking().SingleAsync());

        if (later)
            await Assert.ThrowsAsync<RosterUnreadableException>(() => Roster.Read(installation, Group, null, default));
        else
            Assert.Null((await Roster.Read(installation, Group, null, default)).Next);
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(500, false)]
    public async Task a_mark_that_is_too_old_is_told_from_an_outage(int status, bool isFinal)
    {
        talk.Teams.Otherwise = _ => Results.StatusCode(status);
        var installation = await talk.Host.Read(db => db.Installations.AsNoTracking().SingleAsync());

        Assert.Equal(isFinal, (await Assert.ThrowsAsync<RosterUnreadableException>(() => Roster.Read(installation, Group, "old", default))).IsFinal);
    }

    [Fact]
    public async Task whoever_has_the_bot_to_themselves_is_read_from_their_own_chat()
    {
        var dora = new Colleague("dora", "Dora Dunn");
        talk.Teams.Members[$"a:{dora.Id}"] = new JsonArray(dora.Member);
        await talk.Post(talk.Activity("conversationUpdate", dora).With("membersAdded", new JsonArray(dora.Account, new JsonObject { ["id"] = BotId })));
        await talk.ReadPeople();

        Assert.Equal("dora@example.org", await talk.Host.Read(async db => (await db.Accounts.SingleAsync(account => account.ExternalId == dora.Id)).VerifiedEmail));
    }

    [Fact]
    public async Task teams_and_channels_are_known_by_name_until_they_are_gone()
    {
        const string Channel = "19:calls@thread.tacv2";
        JsonObject Data(string what, string? channel = null, string team = "Care") => new()
        {
            ["tenant"] = new JsonObject { ["id"] = ConnectorMint.Tenant },
            ["team"] = new JsonObject { ["id"] = Team, ["name"] = team },
            ["channel"] = channel is null ? null : new JsonObject { ["id"] = Channel, ["name"] = channel },
            ["eventType"] = what,
        };
        Task Happens(string what, string? channel = null, string team = "Care") => talk.Post(talk.Activity("conversationUpdate", Ann, Team).With("channelData", Data(what, channel, team)));
        Task<List<string>> Places() => talk.Host.Read(db => db.Places.Where(place => place.RemovedAt == null).OrderBy(place => place.Name).Select(place => place.Name!).ToListAsync());

        await Happens("channelCreated", "Calls");
        await Happens("teamRenamed", team: "Care and Claims");
        Assert.Equal(["Calls", "Care and Claims"], await Places());
        await Happens("channelRenamed", "Phone");
        Assert.Equal(["Care and Claims", "Phone"], await Places());
        await Happens("channelDeleted", "Phone");
        await Happens("teamDeleted");
        Assert.Empty(await Places());
    }

    [Fact]
    public async Task who_leaves_a_team_has_not_left_the_organisation()
    {
        await talk.Post(talk.Activity("conversationUpdate", Ann, Team).With("membersRemoved", new JsonArray(Bella.Account)));

        Assert.False(await talk.Host.Read(db => db.Accounts.AnyAsync(account => account.LeftAt != null)));
    }
}
