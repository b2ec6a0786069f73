using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Support;

/// <summary>A member as tests speak of them: on one channel, under one account.</summary>
sealed record Someone(Guid Id, string Name, Channel On, string Account)
{
    public int Installation => TestBot.InstallationOf(On);

    /// <summary>Their own conversation with the bot.</summary>
    public Address Direct => new(Installation, PlaceKind.Person, Account);
}

// Who is there.
sealed partial class TestBot
{
    /// <param name="team">Made where there is none of that name.</param>
    /// <param name="leads">They manage that team.</param>
    public async Task<Someone> Member(string name, Channel on = Channel.Slack, string? team = null, bool leads = false, Roles roles = Roles.None,
        string? zone = null, string? country = null, string? email = null, bool isBot = false, bool hasLeft = false)
    {
        var who = new Someone(Guid.CreateVersion7(), name, on, $"{on}:{Folding.Key(name).Replace(' ', '-')}");
        await Do(async db =>
        {
            var account = NewAccount(who);
            db.Add(account);
            db.Add(new Member
            {
                Id = who.Id,
                Name = name,
                NameKey = Folding.Key(name),
                Email = email,
                Zone = zone,
                Country = country,
                Roles = roles,
                SaidByHr = zone is null ? Said.Name : Said.Name | Said.Zone,
                IsBot = isBot,
                LeftAt = hasLeft ? Clock.Now : null,
                HomeAccountId = account.Id,
                CreatedAt = Clock.Now,
            });
            if (team is not null)
                await Join(db, who.Id, team, leads);
        });
        return who;
    }

    /// <summary>They answered the first private card.</summary>
    public Task Chose(Taking taking, params Someone[] people) => Do(db =>
    {
        db.AddRange(people.Select(one => new Participation { MemberId = one.Id, Taking = taking, ChosenAt = Clock.Now }));
        return Task.CompletedTask;
    });

    /// <summary>The same person on another channel. Home stays where it was.</summary>
    public async Task<Someone> Also(Someone who, Channel on)
    {
        var there = who with { On = on, Account = $"{on}:{Folding.Key(who.Name).Replace(' ', '-')}" };
        await Do(db =>
        {
            db.Add(NewAccount(there));
            return Task.CompletedTask;
        });
        return there;
    }

    /// <summary>A shared place in which the bot is.</summary>
    public async Task<Address> Place(string name, Channel on = Channel.Slack)
    {
        await Do(db =>
        {
            db.Add(new Place { InstallationId = InstallationOf(on), ExternalId = $"C-{name}", Kind = PlaceKind.Channel, Name = name });
            return Task.CompletedTask;
        });
        return new Address(InstallationOf(on), PlaceKind.Channel, $"C-{name}");
    }

    /// <summary>Gives a team the place where its kudos are posted.</summary>
    public Task PostsAt(string team, Address place) => Do(async db =>
    {
        var row = await db.Teams.SingleAsync(one => one.Name == team);
        (row.KudosInstallationId, row.KudosPlaceId) = (place.Installation, place.Id);
    });

    Account NewAccount(Someone who) => new() { InstallationId = who.Installation, ExternalId = who.Account, MemberId = who.Id, CreatedAt = Clock.Now };

    async Task Join(Db db, Guid member, string name, bool leads)
    {
        var team = await db.Teams.SingleOrDefaultAsync(one => one.Name == name);
        if (team is null)
            db.Add(team = new Team { Name = name });
        if (leads)
            team.ManagerId = member;
        db.Add(new TeamMembership { TeamId = team.Id, MemberId = member, From = Clock.Now });
    }
}
