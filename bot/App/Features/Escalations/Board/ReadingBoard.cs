using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations.Board;

/// <summary>An open question on the board: where it stands, and nothing of what was written.</summary>
/// <param name="Holder">Who has it, is asked or looks after it; empty: nobody.</param>
/// <param name="Deadline">UTC, of what is to happen next.</param>
public sealed record BoardRow(Guid Id, string Asker, string Topic, QuestionState State, Urgency Urgency, string Holder, DateTime AskedAt, DateTime? Deadline, DateTime? AnswerBy, int Transfers);

/// <summary>A page of the board.</summary>
/// <param name="States">How many open questions stand where, of all.</param>
public sealed record BoardPage(IReadOnlyList<BoardRow> Rows, IReadOnlyDictionary<QuestionState, int> States)
{
    /// <param name="state">Null: all open ones.</param>
    public int Count(QuestionState? state) => state is { } one ? States.GetValueOrDefault(one) : States.Values.Sum();
}

/// <summary>A question as whoever looks after all of them reads it.</summary>
public sealed record BoardQuestion(Guid Id, string Words, string Tried, string Customer, string Need, IReadOnlyList<(string Who, DateTime At, string What, string Words)> History);

/// <summary>The board of everybody's open questions. Who may see it is for the page to ask.</summary>
public static class ReadingBoard
{
    /// <summary>The next deadline first.</summary>
    /// <param name="state">Only those that stand so; null: all open ones.</param>
    public static async Task<BoardPage> Open(Db db, QuestionState? state, int skip, int take, CancellationToken cancel)
    {
        var open = db.Questions.AsNoTracking().Where(one => one.ClosedAt == null);
        var states = await open.GroupBy(one => one.State).Select(own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancel);
        var rows = await open.Where(one => state == null || one.State == state).OrderBy(one => one.Deadline == null).ThenBy(one => one.Deadline).ThenBy(one => one.Id).Skip(skip).Take(take).ToListAsync(cancel);
        return new(await Told(db, rows, cancel), states);
    }

    static async Task<IReadOnlyList<BoardRow>> Told(Db db, List<Question> rows, CancellationToken cancel)
    {
        var ids = rows.ConvertAll(one => one.Id);
        var live = await db.QuestionOffers.AsNoTracking().Where(offer => ids.Contains(offer.QuestionId) && offer.Outcome == OfferOutcome.Live).ToDictionaryAsync(offer => offer.QuestionId, offer => offer.MemberId, cancel);
        var topics = await db.Topics.AsNoTracking().ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancel);
        var names = await Names(db, [.. rows.Select(one => one.AskerId), .. rows.Select(Holder).OfType<Guid>()], cancel);
        return [.. rows.Select(one => new BoardRow(one.Id, Name(one.AskerId), one.TopicId is { } topic ? topics.GetValueOrDefault(topic, "") : "", one.State, one.Urgency, Holder(one) is { } holder ? Name(holder) : "", one.AskedAt, one.Deadline, one.AnswerBy, one.Transfers))];

        Guid? Holder(Question one) => one.State switch
        {
            QuestionState.Offered => live.TryGetValue(one.Id, out var asked) ? asked : null,
            QuestionState.Triage => one.TriageId,
            QuestionState.Choosing => one.AskerId,
            _ => one.OwnerId,
        };

        string Name(Guid id) => names.GetValueOrDefault(id, "A colleague");
    }

    /// <summary>What was written in it. Written down in the audit log, where its asker finds it.</summary>
    public static async Task<BoardQuestion?> Read(Db db, Guid id, MemberInfo who, DateTime now, CancellationToken cancel)
    {
        if (await db.Questions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } question)
            return null;
        var events = await db.QuestionEvents.AsNoTracking().Where(one => one.QuestionId == id && one.DeletedAt == null).OrderBy(one => one.Number).ToListAsync(cancel);
        var names = await Names(db, [.. events.Select(one => one.MemberId).OfType<Guid>()], cancel);
        db.Audit.Add(new AuditEntry { At = now, Actor = who.Id, Act = "question.view", Row = id.ToString(), About = question.AskerId == Guid.Empty ? null : question.AskerId });
        await db.SaveChangesAsync(cancel);
        return new(id, question.Words, question.Tried, question.Customer, question.Need, History(events, names, await db.Topics.AsNoTracking().ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancel)));
    }

    static List<(string Who, DateTime At, string What, string Words)> History(List<QuestionEvent> events, Dictionary<Guid, string> names, Dictionary<Guid, string> topics)
    {
        var (told, at) = (new List<(string, DateTime, string, string)>(), (string?)null);
        foreach (var one in events)
        {
            var before = at;
            at = one.Kind is EventKind.Asked or EventKind.TopicChosen or EventKind.TopicChanged ? one.OtherId is { } topic ? topics.GetValueOrDefault(topic) : null : one.Kind is EventKind.TopicArchived ? null : at;
            var where = (one.Kind, before, at) switch
            {
                (EventKind.TopicChanged, { } from, { } to) => $" from “{from}” to “{to}”",
                (EventKind.TopicChanged or EventKind.TopicChosen, _, { } to) => $": “{to}”",
                _ => "",
            };
            told.Add((one.MemberId is { } by ? names.GetValueOrDefault(by, "A colleague") : "The bot", one.At, Words(one.Kind) + where, one.Words));
        }
        return told;
    }

    // OfferExpired is "offer expired".
    static string Words(EventKind kind) => string.Concat(kind.ToString().Select((letter, at) => char.IsUpper(letter) ? $"{(at > 0 ? " " : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    static Task<Dictionary<Guid, string>> Names(Db db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        db.Members.AsNoTracking().Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
}
