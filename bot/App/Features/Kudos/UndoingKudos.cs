using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>Takes kudos back within five minutes: what was posted changes in place.</summary>
public sealed class UndoingKudos(KudosMessages messages) : IAnswer<Incoming.Press>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        var kudos = await turn.Db.Kudos.SingleOrDefaultAsync(k => k.Id == what.Ticket.Row, cancel);
        if (kudos is null || kudos.FromId != turn.Who.Id)
            return Refusing.Word($"These aren't your kudos, so nothing was changed.");
        if (kudos.UndoneAt is not null)
            return new Reply.Replace(KudosSent.Undone);
        if (turn.Now - kudos.At > GivingKudos.Undoable)
            return Refusing.Word($"Kudos can be taken back for five minutes, and those are over. You can still edit the words.");

        (kudos.UndoneAt, kudos.Version) = (turn.Now, kudos.Version + 1);
        (kudos.Day, kudos.DayNumber) = (null, null);
        foreach (var receipt in await turn.Db.KudosReceipts.Where(r => r.KudosId == kudos.Id).ToListAsync(cancel))
            receipt.Once = null;
        turn.Db.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = KudosSent.UndoId, Row = kudos.Id.ToString(), About = turn.Who.Id });
        var (words, _) = await messages.Tell(kudos, turn.Db, cancel);
        return new Outcome(new Reply.Replace(KudosSent.Undone), await messages.Changed(kudos, words, KudosCard.TakenBack(words.From), turn.Db, cancel));
    }
}
