using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>Where a team's public kudos are posted when they are given in private: set by the team's manager, or by HR.</summary>
public sealed class SettingKudosChannel(Register register) : IAnswer<Incoming.Press>, ITake<KudosChannel>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        await Form(turn, turn.Where, cancel) is { } form ? new Reply.Open(form with { Reopens = what.Ticket.About }) : NotTheirs;

    public async Task<Outcome> Take(KudosChannel form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var where = what.Ticket.Where;
        if (await Form(turn, where, cancel) is not { } again)
            return NotTheirs;
        Reply.Wrong Wrong(string field, Text why) => new(again.Filled(what.Answers).Refused(new Dictionary<string, Text> { [field] = why }));

        var id = Guid.TryParse(form.Team, out var picked) ? picked : Guid.Empty;
        if (await (await Theirs(turn, cancel)).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } team)
            return Wrong(KudosChannel.TeamField, $"Pick one of your teams.");
        if (form.Place == KudosChannel.Nowhere)
            return Set(team, null, KudosChannel.Cleared(team.Name), turn);
        if (form.Place == KudosChannel.Here && where.Kind is not PlaceKind.Person)
            return Set(team, where, KudosChannel.Saved(team.Name, null), turn);
        return await Place(form.Place, turn.Db, cancel) is { } place
            ? Set(team, new Address(place.InstallationId, place.Kind, place.ExternalId), KudosChannel.Saved(team.Name, place.Name ?? place.ExternalId), turn)
            : Wrong(KudosChannel.PlaceField, $"Pick where they are posted. I may have been taken out of the channel that you picked.");
    }

    static Outcome NotTheirs => Refusing.Word($"A team's manager or HR sets where its kudos are posted, so nothing was changed.");

    static Reply.Whisper Set(Team team, Address? place, Card said, Turn turn)
    {
        if ((team.KudosInstallationId, team.KudosPlaceId) != (place?.Installation, place?.Id))
        {
            (team.KudosInstallationId, team.KudosPlaceId) = (place?.Installation, place?.Id);
            turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = KudosChannel.Id, Row = team.Id.ToString() });
        }
        return new Reply.Whisper(said);
    }

    // Null for whoever has no team to set it for.
    async Task<Form?> Form(Turn turn, Address where, CancellationToken cancel)
    {
        var teams = await (await Theirs(turn, cancel)).AsNoTracking().OrderBy(team => team.Name).Take(KudosChannel.Most).ToListAsync(cancel);
        if (teams.Count == 0)
            return null;
        var places = await Known(turn.Db).AsNoTracking().OrderBy(place => place.Name).Take(KudosChannel.Most).ToListAsync(cancel);
        return KudosChannel.Form(
            [.. teams.Select(team => new Choice(team.Id.ToString(), Text.Of(team.Name), Now(team, places)))],
            [.. places.Select(place => new Choice(place.Id.ToString(CultureInfo.InvariantCulture), Text.Of(place.Name!)))],
            canBeHere: where.Kind is not PlaceKind.Person);
    }

    static Text Now(Team team, List<Place> places) =>
        team.KudosPlaceId is null ? (Text)$"No channel yet"
        : places.Find(place => place.InstallationId == team.KudosInstallationId && place.ExternalId == team.KudosPlaceId) is { Name: { } name } ? (Text)$"Now in {name}"
        : $"Has a channel already";

    // All of them for HR; else those that they lead, with the teams below.
    async Task<IQueryable<Team>> Theirs(Turn turn, CancellationToken cancel)
    {
        if (Access.May(turn.Who, Right.ChangeTeam))
            return turn.Db.Teams;
        var tree = await TeamTree.Read(register, cancel);
        var led = Access.Leads(turn.Who).SelectMany(team => tree.Below(team.Id).Prepend(team.Id)).Distinct().ToList();
        return turn.Db.Teams.Where(team => led.Contains(team.Id));
    }

    // A private channel bears no name here, so that nobody learns of it: it is chosen from within.
    static IQueryable<Place> Known(Db db) => db.Places.Where(place => place.RemovedAt == null && place.Kind == PlaceKind.Channel && place.Name != null);

    static async Task<Place?> Place(string number, Db db, CancellationToken cancel) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await Known(db).AsNoTracking().SingleOrDefaultAsync(place => place.Id == id, cancel) : null;
}
