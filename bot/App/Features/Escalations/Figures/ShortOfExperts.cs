using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>A topic that too few people carry.</summary>
/// <param name="Experts">Who can be reached; <paramref name="Deciders"/> of them can decide.</param>
/// <param name="HoursAsked">In so many hours of the week it was asked about in the last two weeks; in <paramref name="HoursShort"/> of them fewer than two were on duty.</param>
public sealed record ShortOfExperts(Guid Topic, string Name, int Experts, int Deciders, int HoursAsked, int HoursShort)
{
    /// <summary>Fewer than two of what every topic needs two of.</summary>
    public const int Enough = 2;

    /// <summary>The topics in use that are short of experts, of people who can decide, or of somebody on duty when they are asked about. For whoever names experts; nobody is named.</summary>
    public static async Task<IReadOnlyList<ShortOfExperts>> Read(Db db, DateTime now, CancellationToken cancel)
    {
        var since = now - WorkLife.Fortnight;
        var asked = (await db.Questions.AsNoTracking().Where(one => one.TopicId != null && one.AskedAt >= since && one.AskedAt <= now).Select(one => new { one.TopicId, one.AskedAt }).ToListAsync(cancel)).ToLookup(one => one.TopicId!.Value, one => one.AskedAt);
        var found = new List<ShortOfExperts>();
        var all = await ReadingExperts.OfAll(db, now, cancel);
        foreach (var topic in await db.Topics.AsNoTracking().Where(topic => topic.ArchivedAt == null).OrderBy(topic => topic.NameKey).ToListAsync(cancel))
        {
            var experts = all[topic.Id].ToList();
            var duty = experts.ConvertAll(expert => expert.Duty.Within(since, now.AddTicks(1)));
            var hours = asked[topic.Id].GroupBy(at => (at.DayOfWeek, at.Hour)).Select(hour => hour.Min()).ToList();
            var one = new ShortOfExperts(topic.Id, topic.Name, experts.Count, experts.Count(expert => expert.Level is ExpertLevel.CanDecide), hours.Count, hours.Count(at => duty.Count(own => own.Exists(work => work.From <= at && at < work.To)) < Enough));
            if (one.Experts < Enough || one.Deciders < Enough || one.HoursShort > 0)
                found.Add(one);
        }
        return found;
    }
}

/// <summary>When nobody is on the triage rota.</summary>
public static class RotaGaps
{
    /// <summary>The stretches of the next two weeks in which a question that fits no topic would find nobody.</summary>
    public static async Task<IReadOnlyList<Stretch>> Read(Db db, DateTime now, CancellationToken cancel)
    {
        var to = now + WorkLife.Fortnight;
        var turns = await (from turn in db.TriageTurns.AsNoTracking()
                           join member in db.Members.AsNoTracking() on turn.MemberId equals member.Id
                           where turn.To > now && turn.From < to && member.LeftAt == null && member.MergedInto == null
                           select new Stretch(turn.From, turn.To)).ToListAsync(cancel);
        return new List<Stretch> { new(now, to) }.Without(turns);
    }
}
