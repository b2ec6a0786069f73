using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>An expert of a topic, as whoever names experts sees them.</summary>
public sealed record TopicExpert(string Name, bool CanDecide, DutyHours Hours, bool IsOnDuty, DateTime? OnDutyFrom, DateTime? PausedUntil, int Open, int Capacity, int Lately);

/// <summary>When an expert is there in any week: minutes of their own day, in the zone that is named; an end that is not later than the start is the next day's.</summary>
/// <param name="ByShifts">They work in shifts and have set no hours of their own: then the days and minutes say nothing.</param>
public sealed record DutyHours(Weekdays Days, int From, int To, string Zone, bool ByShifts);

/// <summary>A topic with its samples and experts.</summary>
public sealed record TopicRead(Guid Id, string Name, string Description, IReadOnlyList<string> Samples, IReadOnlyList<TopicExpert> Experts);

/// <summary>A turn of the triage rota.</summary>
public sealed record RotaTurn(Guid Id, string Who, DateTime From, DateTime To);

/// <summary>The topics in use, their experts' hours and load, and the rota. For whoever names experts.</summary>
public static class ReadingTopics
{
    const int MostTurns = 20;

    public static async Task<IReadOnlyList<TopicRead>> All(Db db, DateTime now, CancellationToken cancel)
    {
        var samples = (await db.TopicSamples.AsNoTracking().OrderBy(one => one.Place).ToListAsync(cancel)).ToLookup(one => one.TopicId, one => one.Words);
        var experts = await ReadingExperts.OfAll(db, now, cancel);
        var ids = experts.SelectMany(some => some).Select(one => one.Member).Distinct().ToList();
        var names = await db.Members.AsNoTracking().Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
        var topics = await db.Topics.AsNoTracking().Where(one => one.ArchivedAt == null).OrderBy(one => one.NameKey).ToListAsync(cancel);
        return [.. topics.Select(topic => new TopicRead(topic.Id, topic.Name, topic.Description, [.. samples[topic.Id]], [.. experts[topic.Id].Select(one => Read(one, names[one.Member], now)).OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)]))];
    }

    /// <summary>Topics that are out of use, by name: what was asked keeps theirs.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> Archived(Db db, CancellationToken cancel) =>
        [.. (await db.Topics.AsNoTracking().Where(one => one.ArchivedAt != null).OrderBy(one => one.NameKey).Select(one => new { one.Id, one.Name }).ToListAsync(cancel)).Select(one => (one.Id, one.Name))];

    public static async Task<IReadOnlyList<RotaTurn>> Rota(Db db, DateTime now, CancellationToken cancel) =>
        await (from turn in db.TriageTurns.AsNoTracking()
               join member in db.Members.AsNoTracking() on turn.MemberId equals member.Id
               where turn.To > now && member.LeftAt == null
               orderby turn.From, member.NameKey
               select new RotaTurn(turn.Id, member.Name, turn.From, turn.To)).Take(MostTurns).ToListAsync(cancel);

    static TopicExpert Read(Expert one, string name, DateTime now) => new(name, one.Level is ExpertLevel.CanDecide, one.Duty.Hours, one.Duty.Has(now), one.Duty.FirstFrom(now), one.PausedUntil > now ? one.PausedUntil : null, one.Load.Open, one.Capacity, one.Load.Lately);
}

/// <summary>A sentence that was tried becomes a sample of the topic where it belongs; the router learns it within a minute.</summary>
public sealed class AddingSamples(IStore store, TimeProvider clock)
{
    /// <returns>Why it was not added; null: it was, or is there already.</returns>
    public Task<string?> Add(MemberInfo who, Guid topic, string words, CancellationToken cancel) => store.Do(async db =>
    {
        words = words.Trim();
        if (words.Length is 0 or > TopicSample.MostWords)
            return $"A sentence of at most {TopicSample.MostWords} characters, please.";
        if (await db.Topics.SingleOrDefaultAsync(one => one.Id == topic && one.ArchivedAt == null, cancel) is not { } row)
            return "This topic is no longer in use.";
        var samples = await db.TopicSamples.AsNoTracking().Where(one => one.TopicId == topic).ToListAsync(cancel);
        if (samples.Exists(one => one.Words == words))
            return null;
        db.Add(new TopicSample { TopicId = topic, Place = samples.Count == 0 ? 0 : samples.Max(one => one.Place) + 1, Words = words });
        row.Version++;
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow().UtcDateTime, Actor = who.Id, Act = "topics.sample", Row = topic.ToString() });
        await db.SaveChangesAsync(cancel);
        return (string?)null;
    }, cancel);
}
