using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>The first private card, and what somebody chooses on it.</summary>
public sealed class Inviting : IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (what.Ticket.About.Id == Invitation.AgainId)
            return await AskAgain(what, turn, cancel);
        var parts = what.Ticket.About.Row.Split('/');
        if (parts.Length != 2 || !Guid.TryParse(parts[0], out var card) || Read(parts[1]) is not { } taking)
            return Refusing.Forged;
        // This card's answer can be chosen anew from a new card.
        if (IsFromBeforeErasure(what, turn))
            return Refusing.Word(Invitation.Gone);
        await Choose(taking, turn, cancel);
        var chosen = Invitation.Chosen(parts[1]);
        // The message behind the card too, so that it stands so after a reload.
        return new Outcome(new Reply.Replace(chosen), new Send(Key(card), new Address(0, PlaceKind.Person, ""), chosen) { Changes = true });
    }

    /// <summary>The card for somebody who came by themselves and never chose; null for everybody else.</summary>
    public static async Task<Card?> Unchosen(Turn turn, CancellationToken cancel) =>
        await turn.Db.Participations.AnyAsync(one => one.MemberId == turn.Who.Id && one.ChosenAt != null, cancel) ? null : Card(Choices.NewCard(turn.Now));

    /// <summary>The message that invites.</summary>
    internal static Send To(MemberInfo who, Address home, DateTime now)
    {
        var card = Choices.NewCard(now);
        return new(Key(card), home, Card(card)) { For = who.Id, Priority = Priority.Bulk };
    }

    static string Key(Guid card) => $"invite/{card:N}";

    static Card Card(Guid card) => Invitation.Card(card.ToString(), Invitation.Sees(Publication.Fewest));

    static async Task Choose(Taking taking, Turn turn, CancellationToken cancel)
    {
        var participation = await Choices.Of(turn, cancel);
        if (participation.Taking == taking && participation.ChosenAt is not null)
            return;
        (participation.Taking, participation.ChosenAt) = (taking, turn.Now);
        Choices.Changed(participation, turn);
    }

    /// <summary>A card that was drawn before its person had their data erased. A form from then is refused before it comes to a feature.</summary>
    public static bool IsFromBeforeErasure(Incoming.Press what, Turn turn) => turn.Who.ErasedAt > (what.Ticket.DrawnAt ?? DateTime.MinValue);

    static async Task<Outcome> AskAgain(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (IsFromBeforeErasure(what, turn))
            return Refusing.Word(Invitation.Gone);
        await Asks.Heard(turn.Db, turn.Who.Id, cancel);
        return new Reply.Replace(Wish.Of(await turn.Db.Participations.SingleOrDefaultAsync(one => one.MemberId == turn.Who.Id, cancel))?.Allows(await DayOfWork.Find(turn.Db, turn.Who, turn.Now, cancel)) is true ? Invitation.AskedAgain : Invitation.NotAskedAgain);
    }

    static Taking? Read(string choice) => choice switch
    {
        Invitation.AtStart => Taking.AtStart,
        Invitation.AtEnd => Taking.AtEnd,
        Invitation.OnMyOwn => Taking.OnMyOwn,
        Invitation.No => Taking.No,
        _ => null,
    };
}
