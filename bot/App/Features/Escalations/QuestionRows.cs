using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>A question's rows as the value that <see cref="Moving"/> moves, and back.</summary>
static class QuestionRows
{
    internal static async Task<Standing> Read(Db db, Question question, CancellationToken cancel) =>
        Read(question, await db.QuestionOffers.Where(offer => offer.QuestionId == question.Id).OrderBy(offer => offer.Number).ToListAsync(cancel));

    internal static Standing Read(Question question, IEnumerable<QuestionOffer> offers) => new(question.AskerId, question.AskedAt)
    {
        Urgency = question.Urgency,
        NeedsDecision = question.NeedsDecision,
        Topic = question.TopicId,
        State = question.State,
        Owner = question.OwnerId,
        Triage = question.TriageId,
        Offers = [.. offers.Select(Read)],
        OffersInRound = question.OffersInRound,
        Deadline = question.Deadline,
        WarnAt = question.WarnAt,
        AnswerBy = question.AnswerBy,
        CallBackAt = question.CallBackAt,
        AcceptedAt = question.AcceptedAt,
        FirstAnswerAt = question.FirstAnswerAt,
        AnsweredAt = question.AnsweredAt,
        SolvedAt = question.SolvedAt,
        ClosedAt = question.ClosedAt,
        NudgedAt = question.NudgedAt,
        Transfers = question.Transfers,
        Reopened = question.Reopened,
        Overdue = question.Overdue,
        TriageRounds = question.TriageRounds,
        Repeated = question.Repeated,
        Note = question.NoteId,
    };

    internal static Offer Read(QuestionOffer offer) => new(offer.Number, offer.MemberId, offer.Kind, offer.At, offer.Until)
    {
        Outcome = offer.Outcome,
        BackAt = offer.BackAt,
        Why = offer.Why,
    };

    /// <summary>Makes the rows stand as it came out, and adds what is written down. Saved by the caller.</summary>
    internal static void Write(Db db, Question question, Moved moved, DateTime now)
    {
        Write(question, moved.Now);
        // Just read into this unit of work, or new.
        var known = db.QuestionOffers.Local.Where(offer => offer.QuestionId == question.Id).ToDictionary(offer => offer.Number);
        foreach (var offer in moved.Now.Offers)
            if (known.TryGetValue(offer.Number, out var row))
                (row.Outcome, row.BackAt, row.Until) = (offer.Outcome, offer.BackAt, offer.Until);
            else
                db.Add(New(question.Id, offer));
        foreach (var line in moved.History)
            db.Add(New(question, line, now));
        question.Version++;
    }

    static QuestionOffer New(Guid question, Offer offer) => new()
    {
        QuestionId = question,
        Number = offer.Number,
        MemberId = offer.To,
        Kind = offer.Kind,
        At = offer.At,
        Until = offer.Until,
        Outcome = offer.Outcome,
        BackAt = offer.BackAt,
        Why = offer.Why,
    };

    static QuestionEvent New(Question question, Line line, DateTime now) => new()
    {
        QuestionId = question.Id,
        Number = ++question.LastEvent,
        At = now,
        Kind = line.Kind,
        MemberId = line.By,
        OtherId = line.About,
        Words = line.Words,
        Amount = line.Amount,
    };

    static void Write(Question question, Standing now)
    {
        (question.Urgency, question.NeedsDecision, question.TopicId) = (now.Urgency, now.NeedsDecision, now.Topic);
        (question.State, question.OwnerId, question.TriageId) = (now.State, now.Owner, now.Triage);
        (question.DueAt, question.Deadline, question.WarnAt) = (now.DueAt, now.Deadline, now.WarnAt);
        (question.AnswerBy, question.CallBackAt, question.NudgedAt) = (now.AnswerBy, now.CallBackAt, now.NudgedAt);
        (question.AcceptedAt, question.FirstAnswerAt, question.AnsweredAt) = (now.AcceptedAt, now.FirstAnswerAt, now.AnsweredAt);
        (question.SolvedAt, question.ClosedAt) = (now.SolvedAt, now.ClosedAt);
        (question.Transfers, question.Reopened, question.Overdue) = (now.Transfers, now.Reopened, now.Overdue);
        (question.TriageRounds, question.OffersInRound) = (now.TriageRounds, now.OffersInRound);
        (question.Repeated, question.NoteId) = (now.Repeated, now.Note);
    }
}
