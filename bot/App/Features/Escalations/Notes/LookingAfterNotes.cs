using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

/// <summary>Says on its review date whether a note is still right; and who may say so: its owner, else whoever can decide in its topic, else HR.</summary>
public sealed class LookingAfterNotes : IAnswer<Incoming.Press>, ITake<DeleteNote>
{
    internal static Outcome NotTheirs => Refusing.Word($"This note is no longer there, or it isn't yours to look after, so nothing was changed.");

    public async Task<Outcome> Answer(Incoming.Press what, Turn turn, CancellationToken cancel)
    {
        if (await Find(what.Ticket.Row, turn, cancel) is not { } note)
            return NotTheirs;
        if (what.Ticket.About.Id == NoteCard.DeleteId)
            return new Reply.Open(DeleteNote.Form(Words(note)));
        // Somebody was first, or this is the second press: the card as it stands.
        if (note.Version != what.Ticket.About.Version)
            return new Reply.Replace(NoteCard.Standing(Words(note)));
        if (what.Ticket.About.Id == NoteCard.OutdatedId)
            (note.OutdatedAt, note.RemindAt) = (turn.Now, null);
        else
            (note.ReviewOn, note.RemindAt) = (NoteForms.UsualReview(turn), NoteForms.RemindAt(NoteForms.UsualReview(turn), turn.Who.Zone));
        Take(note, turn);
        return new Reply.Replace(NoteCard.Standing(Words(note)));
    }

    public async Task<Outcome> Take(DeleteNote form, Incoming.Submit what, Turn turn, CancellationToken cancel)
    {
        if (await Find(what.Ticket.Row, turn, cancel) is not { } note)
            return NotTheirs;
        if (note.Version != what.Ticket.About.Version)
            return new Reply.Next(DeleteNote.Form(Words(note)));
        turn.Db.Remove(note);
        turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = DeleteNote.Id, Row = note.Id.ToString(), About = note.AuthorId == Guid.Empty ? null : note.AuthorId });
        return new Reply.Whisper(DeleteNote.Done);
    }

    /// <summary>The note, where whoever acts may say something about it.</summary>
    internal static async Task<Note?> Find(Guid id, Turn turn, CancellationToken cancel)
    {
        var who = turn.Who.Id;
        return await turn.Db.Notes.SingleOrDefaultAsync(note => note.Id == id, cancel) is { } note
            && (note.OwnerId == who || note.AuthorId == who || Access.May(turn.Who, Right.ChangeKnowledge)
                || await turn.Db.Expertises.AnyAsync(one => one.TopicId == note.TopicId && one.MemberId == who && one.Level == ExpertLevel.CanDecide, cancel)) ? note : null;
    }

    /// <summary>It was changed; from now on whoever changed it is asked.</summary>
    internal static void Take(Note note, Turn turn) => (note.OwnerId, note.ChangedAt, note.Version) = (turn.Who.Id, turn.Now, note.Version + 1);

    internal static NoteWords Words(Note note) => new(note.Id.ToString(), note.Version, note.Words, note.Answer, note.ReviewOn, note.OutdatedAt is not null);
}
