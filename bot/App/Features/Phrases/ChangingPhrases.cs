using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Phrases;

namespace ServiceCulture.Bot.Features.Phrases;

/// <summary>Whoever added a phrase changes or withdraws it; their team's manager and HR may take it out.</summary>
public sealed class ChangingPhrases(Register register) : IAnswer<Incoming.Press>, ITake<ChangePhrases>, ITake<EditPhrase>
{
    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel) =>
        Situation.Find(what.Ticket.About.Row) is { } situation ? await List(situation, turn, null, cancel) : Refusing.Forged;

    public async Task<Outcome> Take(ChangePhrases form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (Situation.Find(what.Ticket.About.Row) is not { } situation)
            return Refusing.Forged;
        var book = await PhraseBook.Read(register, cancel);
        if (form.Phrase.Length == 0)
            return await List(situation, turn, $"Pick the phrase.", cancel);
        return book.Find(form.Phrase) is { } phrase && PhraseBook.MayTakeOut(phrase, turn.Who)
            ? new Reply.Next(await Form(phrase, phrase.Version, Read(phrase), turn, cancel))
            : Gone;
    }

    public async Task<Outcome> Take(EditPhrase form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        var row = await turn.Db.Phrases.SingleOrDefaultAsync(phrase => phrase.Id == what.Ticket.About.Row && phrase.Language == "en" && phrase.ArchivedAt == null, cancel);
        if (row is null || !PhraseBook.MayTakeOut(row, turn.Who))
            return Gone;
        if (form.TakesOut)
            return TakeOut(row, turn);
        if (!PhraseBook.MayEdit(row, turn.Who))
            return new Reply.Wrong((await Form(row, row.Version, Read(row), turn, cancel)).Refused(Fault(EditPhrase.TakeOutField, $"Tick this to take it out, or close the form to leave it.")));
        var faults = PhraseChecks.Of(form.Phrase, turn.Who, await PhraseBook.Read(register, cancel), await ValueBook.Read(register, cancel), row.Id);
        if (faults.Count == 0 && row.Version != what.Ticket.About.Version)
            faults = Fault(AddPhrase.WordsField, $"It was changed elsewhere in the meantime. Yours is kept here; save again to replace that.");
        if (faults.Count > 0)
            return new Reply.Wrong((await Form(row, row.Version, form.Phrase, turn, cancel)).Refused(faults));
        (row.Situation, row.ValueId, row.Words, row.Offer, row.Version) = (form.Phrase.Situation, form.Phrase.Value, form.Phrase.Words, form.Phrase.Offer, row.Version + 1);
        return new Reply.Whisper(PhrasesCard.Changed(row.Situation, row.Words));
    }

    static Outcome TakeOut(Phrase row, Turn turn)
    {
        (row.ArchivedAt, row.Version) = (turn.Now, row.Version + 1);
        if (row.AddedBy != turn.Who.Id)
            turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = EditPhrase.Id, Row = $"{row.Id} out", About = row.AddedBy });
        return new Reply.Whisper(PhrasesCard.TakenOut(row.Situation, row.Words));
    }

    async Task<Outcome> List(Situation situation, Turn turn, Text? fault, CancellationToken cancel)
    {
        var book = await PhraseBook.Read(register, cancel);
        var form = ChangePhrases.Form(situation.Id, [.. book.ToChange(situation, turn.Who).OrderBy(phrase => phrase.TeamId is null).Select(phrase => (phrase.Id, phrase.Words, book.TeamOf(phrase)))]);
        if (form.Fields is [Field.Pick { Choices.Count: 0 }])
            return Gone;
        return fault is null ? new Reply.Open(form) : new Reply.Wrong(form.Refused(Fault(ChangePhrases.PhraseField, fault)));
    }

    async Task<Form> Form(Phrase row, int version, AddPhrase now, Turn turn, CancellationToken cancel) =>
        EditPhrase.Form(row.Id, version, now, AddingPhrases.Choices(await ValueBook.Read(register, cancel)), PhraseBook.MayEdit(row, turn.Who));

    static AddPhrase Read(Phrase row) => new(row.Situation, row.ValueId, row.Words, row.Offer);

    static Dictionary<string, Text> Fault(string field, Text why) => new() { [field] = why };

    static Reply Gone => Refusing.Word($"This phrase is no longer there, or it isn't yours to change, so nothing was changed.");
}
