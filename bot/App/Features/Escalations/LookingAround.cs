using Microsoft.EntityFrameworkCore;
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
        // Who hands it over or sends it on asks for one topic only.
        if (triage is null && next is ExpertFound.Nobody nobody && what is not (Happening.HandedOver or Happening.Assigned))
            next = nobody with { Until = await SomebodyFrom(db, nobody.Until, question.AskerId, now, cancel) };
        return new Around(now, rules, next, triage, LocalDay.Zone(asker?.Zone)) { TopicBefore = standing.Live is { Kind: OfferKind.HandedOver } ? await TopicBefore(db, question.Id, cancel) : null };
    }

    public async ValueTask<EscalationRules> Rules(CancellationToken cancel)
    {
        var policies = await register.Policies(cancel);
        return EscalationRules.Default with { WaitingOffer = policies.OfferWaiting, TodayOffer = policies.OfferToday, WeekOffer = policies.OfferWeek };
    }

    /// <summary>When nobody is there: the first of when somebody who could answer is on duty again and when the triage rota goes on; null: neither is known.</summary>
    internal static async Task<DateTime?> SomebodyFrom(Db db, DateTime? duty, Guid asker, DateTime now, CancellationToken cancel) =>
        (await Experts.WhoIsNext.OnTriage(db, new HashSet<Guid> { asker }, now, cancel)).NextTurn is { } turn && !(duty < turn) ? turn : duty;

    // A handover to another topic that comes to nothing gives it back to the topic it came from.
    static async Task<Guid?> TopicBefore(Db db, Guid question, CancellationToken cancel)
    {
        var lines = await db.QuestionEvents.AsNoTracking().Where(one => one.QuestionId == question && Topical.Contains(one.Kind)).OrderByDescending(one => one.Number).Select(one => new { one.Number, one.Kind, one.OtherId }).ToListAsync(cancel);
        return lines is [{ Kind: EventKind.TopicChanged } sent, { Kind: EventKind.HandedOver } handed, ..] && sent.Number == handed.Number + 1
            && lines.Skip(2).FirstOrDefault(one => one.Kind is not EventKind.HandedOver) is { Kind: not EventKind.TopicArchived } before ? before.OtherId : null;
    }

    static readonly EventKind[] Topical = [EventKind.Asked, EventKind.TopicChosen, EventKind.TopicChanged, EventKind.TopicArchived, EventKind.HandedOver];

    // Nobody is asked by the rules for a topic that was archived: a person looks where it belongs now.
    async Task<ExpertFound> Find(Db db, ExpertWanted wanted, DateTime now, CancellationToken cancel) =>
        wanted.Named is null && (wanted.Topic is not { } topic || await db.Topics.FindAsync([topic], cancel) is not { ArchivedAt: null })
            ? new ExpertFound.Nobody()
            : await choosing.Next(db, wanted, now, cancel);
}
