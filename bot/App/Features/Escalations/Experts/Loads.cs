using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>How many questions people have.</summary>
public static class Loads
{
    /// <summary>What they took in so long a time counts as lately.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    /// <summary>Open is what they have and what is held out to them now; an answered question is neither. Who is not among them has none.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Load>> Read(Db db, IReadOnlyCollection<Guid> members, DateTime now, CancellationToken cancel)
    {
        var since = now - Lately;
        var open = await db.Questions.Where(one => one.State == QuestionState.Owned && members.Contains(one.OwnerId!.Value))
            .GroupBy(one => one.OwnerId!.Value).Select(some => new { some.Key, Count = some.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
        var offers = await db.QuestionOffers.Where(one => members.Contains(one.MemberId) && (one.Outcome == OfferOutcome.Live || (one.Outcome == OfferOutcome.Accepted && one.At >= since)))
            .GroupBy(one => new { one.MemberId, one.Outcome }).Select(some => new { some.Key.MemberId, some.Key.Outcome, Count = some.Count() }).ToListAsync(cancel);
        return members.Distinct().ToDictionary(member => member, member => new Load(open.GetValueOrDefault(member) + Of(member, OfferOutcome.Live), Of(member, OfferOutcome.Accepted)));

        int Of(Guid member, OfferOutcome outcome) => offers.Find(one => one.MemberId == member && one.Outcome == outcome)?.Count ?? 0;
    }
}
