using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// What whoever leads a team may know of a question that somebody there asked and that is not solved yet: its topic, who asked, who has it, and until when.
/// Nobody's words.
/// </summary>
/// <param name="TeamId">The asker's team of now.</param>
/// <param name="Topic">Null: none of the topics.</param>
/// <param name="OwnerId">Null: nobody has it yet.</param>
/// <param name="Due">When the answer is due, UTC; null: nothing was promised yet.</param>
public sealed record TeamQuestion(Guid Id, Guid TeamId, string? Topic, Guid AskerId, Guid? OwnerId, DateTime AskedAt, DateTime? Due, bool CustomerWaits);

/// <summary>Open questions of teams, for digests and for their managers.</summary>
public static class TeamQuestions
{
    static readonly QuestionState[] Open = [QuestionState.Offered, QuestionState.Triage, QuestionState.Owned];

    /// <summary>Those whose asker is in one of these teams now, the most overdue first.</summary>
    /// <param name="overdueAt">Only those whose time had run out by then, UTC; null: all open ones.</param>
    public static async Task<IReadOnlyList<TeamQuestion>> Of(Db db, IReadOnlyCollection<Guid> teams, DateTime? overdueAt, CancellationToken cancel)
    {
        var open = db.Questions.AsNoTracking().Where(question => Open.Contains(question.State));
        if (overdueAt is { } now)
            open = open.Where(question => question.AnswerBy != null && question.AnswerBy < now);
        var rows = await (from question in open
                          join membership in db.TeamMemberships.AsNoTracking() on question.AskerId equals membership.MemberId
                          join topic in db.Topics.AsNoTracking() on question.TopicId equals topic.Id into topics
                          from topic in topics.DefaultIfEmpty()
                          where membership.To == null && teams.Contains(membership.TeamId)
                          select new { question.Id, membership.TeamId, Topic = (string?)topic.Name, question.AskerId, question.State, question.OwnerId, question.AskedAt, question.AnswerBy, question.Urgency }).ToListAsync(cancel);
        return [.. rows.OrderBy(one => one.AnswerBy ?? DateTime.MaxValue).ThenBy(one => one.AskedAt).ThenBy(one => one.Id)
            .Select(one => new TeamQuestion(one.Id, one.TeamId, one.Topic, one.AskerId, one.State is QuestionState.Owned ? one.OwnerId : null, one.AskedAt, one.AnswerBy, one.Urgency is Urgency.Waiting))];
    }

    /// <summary>How many questions of others these people answered from one moment up to another, UTC.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> Answered(Db db, IReadOnlyCollection<Guid> members, DateTime from, DateTime to, CancellationToken cancel) =>
        (await db.QuestionEvents.AsNoTracking().Where(one => one.Kind == EventKind.Answered && one.At >= from && one.At < to && one.MemberId != null && members.Contains(one.MemberId.Value))
            .Select(one => new { Member = one.MemberId!.Value, one.QuestionId }).Distinct().ToListAsync(cancel)).GroupBy(one => one.Member).ToDictionary(own => own.Key, own => own.Count());
}
