using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Whoever leads a team says one sentence to it under a new result; once a window, where its kudos are posted.</summary>
public sealed class SayingToTeam(Register register) : IAnswer<Incoming.Press>, ITake<SayToTeam>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (Theirs(what.Ticket, turn) is not { } own)
            return NotTheirs;
        if (await IsSaid(own.Team.Id, own.Window, turn, cancel))
            return new Reply.Whisper(SayToTeam.Before);
        return new Reply.Open(SayToTeam.Form(what.Ticket.About.Row, own.Team.Name, await Place(own.Team, cancel)));
    }

    public async Task<Outcome> Take(SayToTeam form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (Theirs(what.Ticket, turn) is not { } own)
            return NotTheirs;
        if (await IsSaid(own.Team.Id, own.Window, turn, cancel))
            return new Reply.Whisper(SayToTeam.Before);
        var place = await Place(own.Team, cancel);
        if (form.Words.Length is < SayToTeam.Fewest or > SayToTeam.Most)
            return new Reply.Wrong(SayToTeam.Form(what.Ticket.About.Row, own.Team.Name, place, form.Words).Refused(new Dictionary<string, Text>
            {
                [SayToTeam.WordsField] = $"A sentence of {SayToTeam.Fewest} to {SayToTeam.Most} characters, please: what you heard, and what you will do.",
            }));
        turn.Db.Add(new TeamSaying { TeamId = own.Team.Id, Window = own.Window, MemberId = turn.Who.Id, At = turn.Now, Words = form.Words });
        turn.Db.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = SayToTeam.Id, Row = what.Ticket.About.Row });
        Send[] sends = own.Team.KudosPlace is { } to && place is not null ? [new Send($"saying/{own.Team.Id:N}/{own.Window}", to, SayToTeam.Posted(own.Team.Name, turn.Who.Person, form.Words))] : [];
        return new Outcome(new Reply.Whisper(SayToTeam.Said(place)), sends);
    }

    internal static string Row(Guid team, int window) => string.Create(CultureInfo.InvariantCulture, $"{team:N}/{window}");

    static (TeamInfo Team, int Window)? Theirs(Ticket ticket, Turn turn) =>
        ticket.About.Row.Split('/') is [var id, var number] && Guid.TryParse(id, out var team) && int.TryParse(number, CultureInfo.InvariantCulture, out var window)
            && Access.Leads(turn.Who).FirstOrDefault(one => one.Id == team) is { } own ? (own, window) : null;

    static Outcome NotTheirs => Refusing.Word($"Only whoever leads this team can say something to it here, so nothing was said.");

    static Task<bool> IsSaid(Guid team, int window, Turn turn, CancellationToken cancel) => turn.Db.TeamSayings.AnyAsync(one => one.TeamId == team && one.Window == window, cancel);

    async Task<string?> Place(TeamInfo team, CancellationToken cancel) => team.KudosPlace is not { } address ? null : (await register.Get(("place", address.Installation, address.Id), db => db.Places.AsNoTracking()
        .FirstOrDefaultAsync(one => one.InstallationId == address.Installation && one.ExternalId == address.Id && one.RemovedAt == null, cancel), keepNone: true)) is { } place ? place.Name ?? "the team's channel" : null;
}
