using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>Changes the words of kudos already given: the cards change in place, and are marked.</summary>
public sealed class EditingKudos(KudosMessages messages) : IAnswer<Incoming.Press>, ITake<EditKudos>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        var (kudos, refusal) = await Find(what.Ticket.Row, turn, cancel);
        return kudos is null ? refusal! : new Reply.Open(EditKudos.Form(kudos.Id, kudos.Version, kudos.Words) with { Reopens = what.Ticket.About });
    }

    public async Task<Outcome> Take(EditKudos form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var (kudos, refusal) = await Find(what.Ticket.Row, turn, cancel);
        if (kudos is null)
            return refusal!;
        var again = EditKudos.Form(kudos.Id, kudos.Version, form.Words) with { Reopens = new Ref(EditKudos.OpenId, kudos.Id.ToString(), kudos.Version) };
        if (KudosChecks.Words(form.Words) is { } why)
            return Wrong(again, why);
        if (what.Ticket.About.Version != kudos.Version)
            return Wrong(again, $"The words were changed elsewhere in the meantime. Yours are kept here; save again to replace them.");
        if (form.Words == kudos.Words)
            return new Reply.None();
        if (turn.Again && await SameWords.Repeated((await messages.Tell(kudos, turn.Db, cancel)).To, form.Words, own: kudos.Id, turn, cancel) is { } repeated)
            return Wrong(again, repeated);
        return await Change(kudos, form.Words, turn, cancel);
    }

    async Task<Outcome> Change(KudosGiven kudos, string words, Turn turn, CancellationToken cancel)
    {
        (kudos.Words, kudos.EditedAt, kudos.Version) = (words, turn.Now, kudos.Version + 1);
        foreach (var receipt in await turn.Db.KudosReceipts.Where(receipt => receipt.KudosId == kudos.Id).ToListAsync(cancel))
            receipt.Once = SameWords.Mark(turn.Who.Id, receipt.ToId, words);
        turn.Db.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = EditKudos.Id, Row = kudos.Id.ToString(), About = turn.Who.Id });
        var (told, _) = await messages.Tell(kudos, turn.Db, cancel);
        var saved = KudosSent.Confirmation(told, $"The new words are shown wherever the old ones were.", KudosHint.For(words), canUndo: turn.Now - kudos.At <= GivingKudos.Undoable);
        return new Outcome(new Reply.Whisper(saved), await messages.Changed(kudos, told, null, turn.Db, cancel));
    }

    static async Task<(KudosGiven? Kudos, Outcome? Refusal)> Find(Guid id, Turn turn, CancellationToken cancel)
    {
        var kudos = await turn.Db.Kudos.SingleOrDefaultAsync(k => k.Id == id, cancel);
        if (kudos is null || kudos.FromId != turn.Who.Id)
            return (null, Refusing.Word($"These aren't your kudos, so nothing was changed."));
        if (kudos.HiddenAt is not null)
            return (null, Refusing.Word($"HR has hidden these kudos, so they are not shown any more and can't be edited."));
        return kudos.UndoneAt is null ? (kudos, null) : (null, Refusing.Word($"You took these kudos back, so there is nothing left to edit."));
    }

    static Outcome Wrong(Form form, Text why) => new Reply.Wrong(form.Refused(new Dictionary<string, Text> { [GiveKudos.WordsField] = why }));
}
