namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>What whoever looks after all questions does. They never solve one: that is its asker's word.</summary>
sealed partial class Motion
{
    internal Moved Reassigned(Happening.Reassigned what)
    {
        if (!_now.IsOpen)
            return Refused(Refusal.Closed);
        if (what.To == _now.Asker)
            return Refused(Refusal.ToAsker);
        if (around.Next is not ExpertFound.Someone next || next.Member == _now.Asker || (what.To is { } to && to != next.Member))
            return Refused(Refusal.Nobody);
        var (holder, live) = (_now.Holder, _now.Live);
        if (next.Member == holder || next.Member == live?.To)
            return Refused(Refusal.ToHolder);
        End(OfferOutcome.Lapsed);
        Tell(live?.To, News.OfferLapsed);
        if (holder != live?.To && holder != _now.Asker)
            Tell(holder, News.Reassigned);
        _now = _now with { TriageRounds = 0, OffersInRound = 0, Overdue = 0 };
        SendTo(what.Topic, what.By);
        Write(EventKind.Assigned, what.By, next.Member);
        HoldOut(next, what.To is null ? OfferKind.Chosen : OfferKind.Passed);
        return Done();
    }

    internal Moved WithdrawnFor(Happening.WithdrawnFor what)
    {
        if (!_now.IsOpen)
            return Refused(Refusal.Closed);
        Leave(QuestionState.Withdrawn, EventKind.Withdrawn, News.Withdrawn, what.By);
        _history[^1] = _history[^1] with { Words = what.Why };
        Tell(_now.Asker, News.WithdrawnFor);
        return Done();
    }
}
