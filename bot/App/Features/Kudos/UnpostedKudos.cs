using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>Kudos that could not be posted in public, or did not arrive at one of their receivers: the giver is told, once. What nobody has seen when they are taken back or hidden is not sent any more.</summary>
public sealed class UnpostedKudos(Register register, KudosMessages messages) : IAnswerUndelivered
{
    public string Prefix => "kudos/";

    // Taking back and hiding write a new revision of each of their messages.
    public bool ChangesWhatItTakesBack => true;

    public async Task<IReadOnlyList<Send>> Answer(Undelivered what, Db db, CancellationToken cancel)
    {
        // One that stands there already has been seen; what could not be changed in it is no news to its giver.
        if (what.WasShown || what.Key.Split('/') is not [_, var text, "posted" or "to", ..] parts || !Guid.TryParse(text, out var id))
            return [];
        if (await db.Kudos.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, cancel) is not { UndoneAt: null, HiddenAt: null } kudos)
            return [];
        if (await register.Member(kudos.FromId, cancel) is not { Home: { } home } giver)
            return [];

        var (words, to) = await messages.Tell(kudos, db, cancel);
        // Not among the keys of the kudos' own cards: an edit does not change it.
        if (parts is [.., "to", var whom])
            return Guid.TryParse(whom, out var receiver) && await register.Member(receiver, cancel) is { HasLeft: false } missed
                ? [new Send($"kudos-unposted/{id:N}/{whom}", home, KudosNotArrived.Card(missed.Person)) { For = giver.Id }] : [];
        var told = await KudosMessages.Told(kudos, db, cancel);
        var name = await db.Places.Where(place => place.InstallationId == what.To.Installation && place.ExternalId == what.To.Id).Select(place => place.Name).FirstOrDefaultAsync(cancel);
        var card = KudosNotPosted.Card(words, name, Why(what.Why), [.. to.Where(member => told.Contains(member.Id)).Select(member => member.Person)]);
        return [new Send($"kudos-unposted/{id:N}", home, card) { For = giver.Id }];
    }

    public async Task<Fate> Decide(Message message, Db db, CancellationToken cancel) =>
        message.Key.Split('/') is [_, var text, ..] && Guid.TryParse(text, out var id)
        && await db.Kudos.AnyAsync(kudos => kudos.Id == id && (kudos.UndoneAt != null || kudos.HiddenAt != null), cancel) ? Fate.Withheld : Fate.Goes;

    static NotPosted Why(Obstacle obstacle) => obstacle switch
    {
        Obstacle.NotThere => NotPosted.NotThere,
        Obstacle.Closed => NotPosted.Closed,
        Obstacle.NotAllowed => NotPosted.NotAllowed,
        _ => NotPosted.Unknown,
    };
}
