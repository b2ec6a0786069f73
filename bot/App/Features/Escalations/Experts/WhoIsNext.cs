using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>Finds the next expert for a question, and who is on triage. Reads only.</summary>
public sealed class WhoIsNext(Chance chance)
{
    /// <summary>Whom to offer the question, with the reason; or why nobody, and until when.</summary>
    public async Task<Next> Find(Db db, Need need, DateTime now, CancellationToken cancel) =>
        ChoosingExpert.Choose(need, await ReadingExperts.Of(db, need.Topic, now, cancel), now, chance.Below);

    /// <summary>Who is on triage now, apart from those left out: whoever began last comes first, because they still have the most of their turn.</summary>
    /// <returns>The member, or null and when the next turn begins (null: none is planned).</returns>
    public static async Task<(Guid? Member, DateTime? NextTurn)> OnTriage(Db db, IReadOnlySet<Guid> leaveOut, DateTime now, CancellationToken cancel)
    {
        var turns = await (from turn in db.TriageTurns.AsNoTracking()
                           join member in db.Members.AsNoTracking() on turn.MemberId equals member.Id
                           where turn.To > now && member.LeftAt == null && member.MergedInto == null
                           orderby turn.From descending, turn.MemberId
                           select new { turn.MemberId, turn.From }).ToListAsync(cancel);
        var others = turns.Where(turn => !leaveOut.Contains(turn.MemberId)).ToList();
        return others.Find(turn => turn.From <= now) is { } there
            ? (there.MemberId, null)
            : (null, others.Count > 0 ? others.Min(turn => turn.From) : null);
    }
}

/// <summary>Chance, from a source that tests put in the place of the machine's.</summary>
public sealed class Chance(Func<double> source)
{
    /// <summary>A number from 0 up to the given one.</summary>
    public int Below(int most) => Math.Clamp((int)(source() * most), 0, most - 1);
}

/// <summary>All that choosing needs to know of a topic's experts.</summary>
static class ReadingExperts
{
    internal static async Task<IReadOnlyList<Expert>> Of(Db db, Guid topic, DateTime now, CancellationToken cancel) =>
        [.. (await Of(db, await db.Expertises.AsNoTracking().Where(one => one.TopicId == topic).ToListAsync(cancel), now, cancel))[topic]];

    /// <summary>The same of all topics, each person read once.</summary>
    internal static async Task<ILookup<Guid, Expert>> OfAll(Db db, DateTime now, CancellationToken cancel) =>
        await Of(db, await db.Expertises.AsNoTracking().Where(one => db.Topics.Any(topic => topic.Id == one.TopicId && topic.ArchivedAt == null)).ToListAsync(cancel), now, cancel);

    static async Task<ILookup<Guid, Expert>> Of(Db db, List<Expertise> named, DateTime now, CancellationToken cancel)
    {
        var ids = named.Select(one => one.MemberId).Distinct().ToList();
        var settings = await db.ExpertSettings.AsNoTracking().Where(one => ids.Contains(one.MemberId)).ToDictionaryAsync(one => one.MemberId, cancel);
        var lives = await WorkLives.Read(db, ids, now, cancel);
        var loads = await Loads.Read(db, ids, now, cancel);
        // Who can't be reached can't be offered anything.
        return named.Where(one => lives.TryGetValue(one.MemberId, out var known) && known.Who.Home is not null)
            .ToLookup(one => one.TopicId, one => Describe(one.Level, lives[one.MemberId].Life, lives[one.MemberId].Who, settings.GetValueOrDefault(one.MemberId), loads.GetValueOrDefault(one.MemberId)));
    }

    static Expert Describe(ExpertLevel level, WorkLife life, MemberInfo who, ExpertSettings? settings, Load load) => new(
        who.Id, level, new Duty(life, settings?.DutyDays, settings?.DutyFrom, settings?.DutyTo), settings?.PausedUntil, settings?.Capacity ?? ExpertSettings.UsualCapacity,
        Languages(settings, who), load)
    { ErasedAt = who.ErasedAt };

    static string[] Languages(ExpertSettings? settings, MemberInfo who) => settings is { Languages.Length: > 0 }
        ? settings.Languages.Split(',')
        : who.Culture is { Length: >= 2 } culture ? [culture[..2]] : [];
}
