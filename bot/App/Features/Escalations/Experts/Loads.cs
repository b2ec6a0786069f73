using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>How many questions people have.</summary>
public static class Loads
{
    /// <summary>What they took in so long a time counts as lately.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    /// <summary>Who is not among them has none. What is held out to somebody counts as theirs until they have said no; what is answered no longer does.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Load>> Read(Db db, IReadOnlyCollection<Guid> members, DateTime now, CancellationToken cancel)
    {
        var since = now - Lately;
        var open = await db.Questions.AsNoTracking().Where(one => one.State == QuestionState.Owned && one.OwnerId != null && members.Contains(one.OwnerId.Value))
            .GroupBy(one => one.OwnerId!.Value).Select(of => new { of.Key, Count = of.Count() }).ToDictionaryAsync(of => of.Key, of => of.Count, cancel);
        var offers = await db.QuestionOffers.AsNoTracking().Where(one => members.Contains(one.MemberId) && (one.Outcome == OfferOutcome.Live || (one.Outcome == OfferOutcome.Accepted && one.At >= since)))
            .GroupBy(one => new { one.MemberId, one.Outcome }).Select(of => new { of.Key.MemberId, of.Key.Outcome, Count = of.Count() }).ToListAsync(cancel);
        int Of(Guid member, OfferOutcome outcome) => offers.Where(one => one.MemberId == member && one.Outcome == outcome).Sum(one => one.Count);
        return members.ToDictionary(member => member, member => new Load(open.GetValueOrDefault(member) + Of(member, OfferOutcome.Live), Of(member, OfferOutcome.Accepted)));
    }
}
