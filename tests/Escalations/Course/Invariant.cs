using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Tests.Escalations.Course;

/// <summary>What is so of every question at every moment, and of every movement.</summary>
static class Invariant
{
    internal static void Holds(Standing question)
    {
        var live = question.Offers.Where(offer => offer.Outcome is OfferOutcome.Live).ToList();
        True(live.Count <= 1, "It is held out to two people at once.");
        True(question.Offers.All(offer => offer.To != question.Asker) && question.Owner != question.Asker && (question.State is not QuestionState.Triage || question.Triage != question.Asker), "It is with its asker.");
        True(question.Offers.Select(offer => offer.Number).SequenceEqual(Enumerable.Range(1, question.Offers.Count)), "Offers are counted.");
        True(question.State switch
        {
            QuestionState.Choosing => (live.Count, question.Owner, question.Triage) == (0, null, null),
            QuestionState.Offered => (live.Count, question.Owner, question.Triage) == (1, null, null),
            QuestionState.Triage => (live.Count, question.Owner) == (0, null),
            QuestionState.Owned => question is { Owner: not null, Triage: null } && live.TrueForAll(offer => offer.Kind is OfferKind.HandedOver && offer.To != question.Owner),
            _ => live.Count == 0 && question.Triage is null,
        }, "It has exactly one owner, or one live offer, or stands with triage.");
        True(question.IsClosed ? question is { DueAt: null, ClosedAt: not null } : question is { DueAt: not null, Deadline: not null, ClosedAt: null }, "What is not closed has a deadline.");
        True((question.State is QuestionState.Solved) == question.SolvedAt is not null, "Solved is what is solved.");
    }

    internal static void Holds(Standing before, Happening what, Moved moved, DateTime now)
    {
        Holds(moved.Now);
        if (moved.Refused is not null)
            True(ReferenceEquals(moved.Now, before) && moved.History.Count == 0 && moved.Notices.Count == 0, "What is refused changes nothing.");
        if (what is Happening.TimeCame && before.DueAt <= now)
            True(moved.Now.DueAt is null || moved.Now.DueAt > now, "What was due is done.");
        if (moved.Now.State is QuestionState.Solved && before.State is not QuestionState.Solved)
            True(what is Happening.Solved { By: var by } && by == before.Asker || what is Happening.NoteHelped { By: var reader } && reader == before.Asker, "Only its asker says that it is solved.");
        if (moved.Now.Live is { } live && live.Number != before.Live?.Number)
            True(moved.Notices.Any(notice => notice.To == live.To && notice.What is News.Offered), "Whoever it is held out to hears of it.");
        if (before.Live is { } was && moved.Now.Live?.Number != was.Number && moved.Now.Offers[was.Number - 1].Outcome is OfferOutcome.Expired or OfferOutcome.Lapsed)
            True(moved.Notices.Any(notice => notice.To == was.To), "Whoever it was held out to hears that it is over.");
        if (moved.Now.State != before.State)
            True(moved.History.Count > 0, "What happened is written down.");
    }

    static void True(bool so, string what)
    {
        if (!so)
            throw new InvalidOperationException(what);
    }
}
