using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

/// <summary>Whoever answered a question makes a note of it for everybody; whoever looks after a note changes it.</summary>
public sealed class KeepingNotes(NoteForms forms) : IAnswer<Incoming.Press>, ITake<KeepNote>
{
    static Outcome NotTheirs => Refusing.Word($"This question is no longer there, isn't answered, or wasn't answered by you, so no note was made.");

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (what.Ticket.About.Id == KeepNote.EditId)
            return await LookingAfterNotes.Find(what.Ticket.Row, turn, cancel) is { } own
                ? new Reply.Open(await forms.Open(own.Id.ToString(), own.Version, Of(own), "", turn, cancel))
                : LookingAfterNotes.NotTheirs;
        if (await Answered(what.Ticket.Row, turn, cancel) is not { } question)
            return NotTheirs;
        if (await Made(question, turn, cancel) is { } note)
            return new Reply.Whisper(NoteCard.Standing(LookingAfterNotes.Words(note)));
        var now = new KeepNote(question.Words, await LastAnswer(question, turn, cancel), question.TopicId?.ToString() ?? "", NoteForms.Write(NoteForms.UsualReview(turn)), []);
        return new Reply.Open(await forms.Open(question.Id.ToString(), 0, now, question.Customer, turn, cancel));
    }

    public Task<Outcome> Take(KeepNote form, Incoming.Submit what, Turn turn, CancellationToken cancel) =>
        what.Ticket.About.Version == 0 ? Make(form, what.Ticket.Row, turn, cancel) : Change(form, what.Ticket, turn, cancel);

    async Task<Outcome> Make(KeepNote form, Guid row, Turn turn, CancellationToken cancel)
    {
        if (await Answered(row, turn, cancel) is not { } question)
            return NotTheirs;
        if (await Made(question, turn, cancel) is { } before)
            return new Reply.Whisper(NoteCard.Standing(LookingAfterNotes.Words(before)));
        if (await forms.Refuse(form, row.ToString(), 0, question.Customer, turn, cancel) is { } refusal)
            return refusal;
        var note = new Note { QuestionId = question.Id, Words = "", Answer = "", AuthorId = turn.Who.Id, OwnerId = turn.Who.Id, MadeAt = turn.Now, ReviewOn = default, ChangedAt = turn.Now };
        Write(note, form, turn);
        turn.Db.Add(note);
        turn.Db.Add(new QuestionEvent { QuestionId = question.Id, Number = ++question.LastEvent, At = turn.Now, Kind = EventKind.NotePublished, MemberId = turn.Who.Id });
        question.Version++;
        return new Reply.Whisper(NoteCard.Standing(LookingAfterNotes.Words(note)));
    }

    async Task<Outcome> Change(KeepNote form, Ticket ticket, Turn turn, CancellationToken cancel)
    {
        if (await LookingAfterNotes.Find(ticket.Row, turn, cancel) is not { } note)
            return LookingAfterNotes.NotTheirs;
        var customer = await turn.Db.Questions.Where(question => question.Id == note.QuestionId).Select(question => question.Customer).SingleOrDefaultAsync(cancel) ?? "";
        if (await forms.Refuse(form, ticket.About.Row, ticket.About.Version, customer, turn, cancel) is { } refusal)
            return refusal;
        if (note.Version != ticket.About.Version)
            return new Reply.Next(await forms.Changed(form, note, customer, turn, cancel));
        Write(note, form, turn);
        LookingAfterNotes.Take(note, turn);
        return new Reply.Whisper(NoteCard.Standing(LookingAfterNotes.Words(note)));
    }

    static void Write(Note note, KeepNote form, Turn turn)
    {
        (note.Words, note.Answer, note.TopicId) = (form.Question, form.Answer, Guid.TryParse(form.Topic, out var topic) ? topic : null);
        note.ReviewOn = NoteForms.Day(form.ReviewOn)!.Value;
        (note.RemindAt, note.OutdatedAt) = (NoteForms.RemindAt(note.ReviewOn, turn.Who.Zone), null);
    }

    static KeepNote Of(Note note) => new(note.Words, note.Answer, note.TopicId?.ToString() ?? "", NoteForms.Write(note.ReviewOn), []);

    static Task<Note?> Made(Question question, Turn turn, CancellationToken cancel) => turn.Db.Notes.AsNoTracking().SingleOrDefaultAsync(note => note.QuestionId == question.Id, cancel);

    static Task<Question?> Answered(Guid id, Turn turn, CancellationToken cancel) => turn.Db.Questions.SingleOrDefaultAsync(question => question.Id == id && question.OwnerId == turn.Who.Id
        && (question.State == QuestionState.Answered || question.State == QuestionState.Unconfirmed || question.State == QuestionState.Solved), cancel);

    static async Task<string> LastAnswer(Question question, Turn turn, CancellationToken cancel) =>
        await turn.Db.QuestionEvents.Where(one => one.QuestionId == question.Id && one.Kind == EventKind.Answered && one.DeletedAt == null).OrderByDescending(one => one.Number).Select(one => one.Words).FirstOrDefaultAsync(cancel) ?? "";
}
