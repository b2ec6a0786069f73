using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>Whom a question goes to next, out of the rows.</summary>
public sealed class Choosing(WhoIsNext next) : IChooseExperts
{
    public async Task<ExpertFound> Next(Db db, ExpertWanted wanted, DateTime now, CancellationToken cancel)
    {
        if (wanted.Named is { } named)
            return await Named(db, named, wanted, now, cancel);
        if (wanted.Topic is not { } topic)
            return new ExpertFound.Nobody();
        var need = new Need(topic, wanted.NeedsDecision, wanted.Culture is { Length: >= 2 } culture ? culture[..2] : null, wanted.Before, wanted.LeaveOut) { AskedAt = wanted.AskedAt };
        return await next.Find(db, need, now, cancel) switch
        {
            Experts.Next.Offer offer => new ExpertFound.Someone(offer.Member, offer.Reason.Stored, offer.From == now ? null : offer.From),
            Experts.Next.Nobody nobody => new ExpertFound.Nobody(nobody.Until, nobody.Why),
            var other => throw new InvalidOperationException($"Nothing is known of {other}."),
        };
    }

    public async Task<Guid?> Triage(Db db, DateTime now, Guid asker, CancellationToken cancel) =>
        (await WhoIsNext.OnTriage(db, new HashSet<Guid> { asker }, now, cancel)).Member;

    static async Task<ExpertFound> Named(Db db, Guid named, ExpertWanted wanted, DateTime now, CancellationToken cancel)
    {
        var people = await WorkLives.Read(db, [named], now, cancel);
        return !wanted.LeaveOut.Contains(named) && people.TryGetValue(named, out var one) && one.Who.Home is not null
            ? new ExpertFound.Someone(named)
            : new ExpertFound.Nobody();
    }
}
