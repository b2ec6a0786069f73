using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Experts;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>What is so around a question as something happens to it: who is next, whose turn on the triage rota it is, the rules in force.</summary>
public sealed class LookingAround(WhoIsNext who, Register register)
{
    public async Task<Around> Look(Db db, Question question, Standing standing, Happening what, DateTime now, CancellationToken cancel)
    {
        var rules = await Rules(cancel);
        var asker = await register.Member(question.AskerId, cancel);
        var wanted = Moving.Wants(standing, what, now, rules);
        var next = wanted is null ? new ExpertFound.Nobody() : await Find(db, wanted with { Culture = question.Culture }, question.AskerId, now, cancel);
        var gone = what is Happening.MemberGone one ? one.Who : question.AskerId;
        var (triage, _) = await WhoIsNext.OnTriage(db, new HashSet<Guid> { question.AskerId, gone }, now, cancel);
        return new Around(now, rules, next, triage, LocalDay.Zone(asker?.Zone));
    }

    public async ValueTask<EscalationRules> Rules(CancellationToken cancel)
    {
        var policies = await register.Policies(cancel);
        return EscalationRules.Default with { WaitingOffer = policies.OfferWaiting, TodayOffer = policies.OfferToday, WeekOffer = policies.OfferWeek };
    }

    async Task<ExpertFound> Find(Db db, ExpertWanted wanted, Guid asker, DateTime now, CancellationToken cancel)
    {
        if (wanted.Named is { } named)
            return await register.Member(named, cancel) is { IsBot: false, HasLeft: false, Home: not null } colleague && colleague.Id != asker ? new ExpertFound.Someone(colleague.Id) : new ExpertFound.Nobody();
        if (wanted.Topic is not { } topic || await db.Topics.FindAsync([topic], cancel) is not { ArchivedAt: null })
            return new ExpertFound.Nobody();
        var language = wanted.Culture is { Length: >= 2 } culture ? culture[..2].ToLowerInvariant() : null;
        return await who.Find(db, new Need(topic, wanted.NeedsDecision, asker, language, wanted.Before, wanted.LeaveOut), now, cancel) switch
        {
            Next.Offer offer => new ExpertFound.Someone(offer.Member, offer.Reason.Stored, offer.From > now ? offer.From : null),
            Next.Nobody nobody => new ExpertFound.Nobody(nobody.Until),
            _ => new ExpertFound.Nobody(),
        };
    }
}
