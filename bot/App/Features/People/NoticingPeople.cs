using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.People;

/// <summary>People joined or changed, as the platform tells: written down; a list that grew is read again.</summary>
public sealed class NoticingPeople(Learning learning) : IAnswer<Incoming.PeopleChanged>
{
    public async Task<Outcome> Answer(Incoming.PeopleChanged what, Turn turn, CancellationToken cancel)
    {
        var told = what.People.Where(person => person.Name is not null || person.VerifiedEmail is not null || person.IsGone).ToList();
        await learning.Learn(turn.Db, what.From.Installation, told, turn.Now, cancel);
        if (told.Count < what.People.Count && !what.Gone)
            await Roster.ReadSoon(turn.Db, what.From.Installation, what.From.Where.Kind is PlaceKind.Person ? "" : what.From.Where.Id, turn.Now, cancel);
        return Outcome.Nothing;
    }
}

/// <summary>Conversations that the bot came into, or was put out of.</summary>
public sealed class NoticingPlaces : IAnswer<Incoming.PlaceChanged>, IAnswer<Incoming.Uninstalled>
{
    public async Task<Outcome> Answer(Incoming.PlaceChanged what, Turn turn, CancellationToken cancel)
    {
        var (db, installation, where) = (turn.Db, what.From.Installation, turn.Where);
        if (where.Kind is PlaceKind.Person)
            return await Personal(what, turn, cancel);

        var place = await db.Places.SingleOrDefaultAsync(p => p.InstallationId == installation && p.ExternalId == where.Id, cancel);
        // Slack tells of every channel's new name, also where the bot is not.
        if (what.Change is PlaceChange.Renamed)
        {
            place?.Name = what.Name ?? place.Name;
            return Outcome.Nothing;
        }
        if (place is null)
            db.Places.Add(place = new Place { InstallationId = installation, ExternalId = where.Id, Kind = where.Kind });
        place.Name = what.Name ?? place.Name;
        place.RemovedAt = what.Change is PlaceChange.Removed ? turn.Now : null;
        if (what.Change is PlaceChange.Added)
            await Roster.ReadSoon(db, installation, where.Id, turn.Now, cancel);
        return Outcome.Nothing;
    }

    /// <summary>Nothing is sent there or read from there until it is installed again.</summary>
    public async Task<Outcome> Answer(Incoming.Uninstalled what, Turn turn, CancellationToken cancel)
    {
        var installation = await turn.Db.Installations.SingleAsync(i => i.Id == what.From.Installation, cancel);
        installation.RemovedAt = turn.Now;
        return Outcome.Nothing;
    }

    static async Task<Outcome> Personal(Incoming.PlaceChanged what, Turn turn, CancellationToken cancel)
    {
        var account = await turn.Db.Accounts.SingleOrDefaultAsync(a => a.InstallationId == what.From.Installation && a.ExternalId == what.From.Who.Id, cancel);
        if (account is not null && what.Change is (PlaceChange.Removed or PlaceChange.Blocked))
            account.BlockedAt = turn.Now;
        else if (account is not null)
            await ComingBack.Unblock(turn.Db, account, turn.Now, cancel);
        // Whoever is in no shared place with the bot is in no list either, but in their own conversation's.
        if (what is { Change: PlaceChange.Added, From.Conversation: { } conversation })
            await Roster.ReadSoon(turn.Db, what.From.Installation, conversation, turn.Now, cancel);
        return Outcome.Nothing;
    }
}
