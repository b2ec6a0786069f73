using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations;

/// <summary>What is so around a question as something happens to it: who is next, whose turn on the triage rota it is, the rules in force.</summary>
public sealed class LookingAround(IChooseExperts choosing, Register register)
{
    public async Task<Around> Look(Db db, Question question, Standing standing, Happening what, DateTime now, CancellationToken cancel)
    {
        var rules = await Rules(cancel);
        var asker = await register.Member(question.AskerId, cancel);
        var wanted = Moving.Wants(standing, what, now, rules);
        ExpertFound next = wanted is null ? new ExpertFound.Nobody() : await Find(db, wanted with { Culture = question.Culture }, now, cancel);
        var triage = await choosing.Triage(db, now, question.AskerId, cancel);
        if (triage is null && next is ExpertFound.Nobody nobody)
            next = new ExpertFound.Nobody(await SomebodyFrom(db, nobody.Until, question.AskerId, now, cancel));
        return new Around(now, rules, next, triage, LocalDay.Zone(asker?.Zone));
    }

    public async ValueTask<EscalationRules> Rules(CancellationToken cancel)
    {
        var policies = await register.Policies(cancel);
        return EscalationRules.Default with { WaitingOffer = policies.OfferWaiting, TodayOffer = policies.OfferToday, WeekOffer = policies.OfferWeek };
    }

    /// <summary>When nobody is there: the first of when somebody who could answer is on duty again and when the triage rota goes on; null: neither is known.</summary>
    internal static async Task<DateTime?> SomebodyFrom(Db db, DateTime? duty, Guid asker, DateTime now, CancellationToken cancel) =>
        (await Experts.WhoIsNext.OnTriage(db, new HashSet<Guid> { asker }, now, cancel)).NextTurn is { } turn && !(duty < turn) ? turn : duty;

    // Nobody is asked by the rules for a topic that was archived: a person looks where it belongs now.
    async Task<ExpertFound> Find(Db db, ExpertWanted wanted, DateTime now, CancellationToken cancel) =>
        wanted.Named is null && (wanted.Topic is not { } topic || await db.Topics.FindAsync([topic], cancel) is not { ArchivedAt: null })
            ? new ExpertFound.Nobody()
            : await choosing.Next(db, wanted, now, cancel);
}
