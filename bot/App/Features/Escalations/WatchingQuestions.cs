using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>
/// Acts on what is due: warnings, offers that ran out, late answers, reminders, call-backs; and on people who are gone. A
/// question a transaction, so that one that fails holds up none; every node may run it, and the version lets one of two win.
/// </summary>
public sealed partial class WatchingQuestions(IStore store, Escalating escalating, Post post, IServiceProvider services)
{
    internal const int Page = 200;
    static readonly QuestionState[] Unowned = [QuestionState.Choosing, QuestionState.Offered, QuestionState.Triage];

    readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
    readonly ILogger<WatchingQuestions> _log = services.GetRequiredService<ILogger<WatchingQuestions>>();

    /// <returns>How many questions moved.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var moved = 0;
        foreach (var (id, gone) in await Gone(cancel))
            moved += await Move(id, _ => Task.FromResult<Happening?>(new Happening.MemberGone(gone)), cancel);
        foreach (var (id, topic) in await Archived(cancel))
            moved += await Move(id, _ => Task.FromResult<Happening?>(new Happening.TopicGone(topic)), cancel);
        for (var (from, after) = (DateTime.MinValue, Guid.Empty); ;)
        {
            var due = await Due(from, after, cancel);
            foreach (var (id, _) in due)
                moved += await Move(id, it => TimeCame(it.Db, it.Question, cancel), cancel);
            if (due.Count < Page)
                break;
            (after, from) = due[^1];
        }
        if (moved > 0)
            post.Wake();
        return moved;
    }

    // Pages by key, so that what can't be moved is not looked at again in this run.
    async Task<List<(Guid Id, DateTime At)>> Due(DateTime from, Guid after, CancellationToken cancel)
    {
        var now = Now;
        await using var db = store.Open();
        var due = await db.Questions.AsNoTracking().Where(question => question.DueAt != null && question.DueAt <= now && (question.DueAt > from || (question.DueAt == from && question.Id > after)))
            .OrderBy(question => question.DueAt).ThenBy(question => question.Id).Take(Page).Select(question => new { question.Id, question.DueAt }).ToListAsync(cancel);
        return [.. due.Select(one => (one.Id, one.DueAt!.Value))];
    }

    async Task<List<(Guid Question, Guid Gone)>> Gone(CancellationToken cancel)
    {
        await using var db = store.Open();
        var gone = db.Members.Where(member => member.LeftAt != null);
        var holding = from question in db.Questions where question.DueAt != null from member in gone where member.Id == question.AskerId || member.Id == question.OwnerId || member.Id == question.TriageId select new { question.Id, Gone = member.Id };
        var asked = from offer in db.QuestionOffers where offer.Outcome == OfferOutcome.Live join member in gone on offer.MemberId equals member.Id select new { Id = offer.QuestionId, Gone = member.Id };
        return [.. (await holding.Union(asked).OrderBy(one => one.Id).Take(Page).ToListAsync(cancel)).Select(one => (one.Id, one.Gone))];
    }

    // Whoever has a question answers it all the same; nobody else is asked for that topic, and nothing of it is offered to a customer.
    async Task<List<(Guid Question, Guid Topic)>> Archived(CancellationToken cancel)
    {
        await using var db = store.Open();
        var some = await (from question in db.Questions
                          join topic in db.Topics on question.TopicId equals topic.Id
                          where question.DueAt != null && topic.ArchivedAt != null && Unowned.Contains(question.State)
                          orderby question.Id
                          select new { question.Id, Topic = topic.Id }).Take(Page).ToListAsync(cancel);
        return [.. some.Select(one => (one.Id, one.Topic))];
    }

    async Task<Happening?> TimeCame(Db db, Question question, CancellationToken cancel)
    {
        if (question.DueAt is not { } due || due > Now)
            return null;
        var live = await db.QuestionOffers.AsNoTracking().Where(offer => offer.QuestionId == question.Id && offer.Outcome == OfferOutcome.Live).Select(offer => (int?)offer.Number).SingleOrDefaultAsync(cancel);
        var key = QuestionMessages.OfferKey(question.Id, live ?? 0);
        return new Happening.TimeCame(live is null || !await db.Messages.AnyAsync(message => message.Key == key && message.SentRevision == 0 && message.DeadAt == null, cancel));
    }

    async Task<int> Move(Guid id, Func<(Db Db, Question Question), Task<Happening?>> what, CancellationToken cancel)
    {
        try
        {
            return await store.Do(async db =>
            {
                if (await Escalating.Find(db, id, cancel) is not { } question || await what((db, question)) is not { } happening)
                    return 0;
                var happened = await escalating.Happens(db, question, happening, Now, cancel);
                await post.Enqueue(db, happened.Sends, Now, cancel);
                await db.SaveChangesAsync(cancel);
                return 1;
            }, cancel);
        }
        catch (Exception failure) when (UniqueViolation.IsOneOf(failure))
        {
            // Somebody acted in the same moment, or another node was first: what is still due then is due at the next tick.
            return 0;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NotMoved(id, failure.GetType().Name);
            return 0;
        }
    }

    DateTime Now => _clock.GetUtcNow().UtcDateTime;

    [LoggerMessage(Level = LogLevel.Error, Message = "Question {Question} could not be moved ({Failure}); it is tried again at the next tick")]
    partial void NotMoved(Guid question, string failure);
}
