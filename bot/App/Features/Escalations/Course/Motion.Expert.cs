namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>What those do to whom it is held out, who have it, or who are on the triage rota.</summary>
sealed partial class Motion
{
    internal Moved Accepted(Happening.Accepted what)
    {
        if (MayTake(what.By, what.Offer) is { } why)
            return Refused(why);
        Take(what.By);
        Tell(_now.Asker, News.Accepted);
        return Done();
    }

    // The triage rota's person may take it themselves: offer 0.
    Refusal? MayTake(Guid by, int number) => (_now.Live, number) switch
    {
        _ when by == _now.Asker => Refusal.ToAsker,
        _ when !_now.IsOpen => Refusal.Closed,
        (_, 0) => _now.State is QuestionState.Triage && _now.Triage == by ? null : Refusal.OfferOver,
        ({ } live, _) when live.Number == number => live.To == by ? null : Refusal.NotYours,
        _ => _now.Offers.Any(offer => offer.Number == number && offer.To == by) ? Refusal.OfferOver : Refusal.NotYours,
    };

    void Take(Guid by)
    {
        var giver = _now is { State: QuestionState.Owned, Live: not null } ? _now.Owner : null;
        if (_now.Live is null)
            _now = _now with { Offers = [.. _now.Offers, new Offer(NextOffer, by, OfferKind.Taken, Now, Now) { Outcome = OfferOutcome.Accepted }] };
        End(OfferOutcome.Accepted);
        Own(by);
        Write(EventKind.Accepted, by, giver);
        Tell(by, News.Yours);
        if (giver is null)
            return;
        Tell(giver, News.HandoverAccepted);
        Tell(_now.Asker, News.ChangedHands);
    }

    internal Moved Passed(Happening.Passed what)
    {
        if (MayTake(what.By, what.Offer) is { } why)
            return Refused(why);
        if (what.Offer == 0)
            return Refused(Refusal.NotNow);
        if (what.To == _now.Asker)
            return Refused(Refusal.ToAsker);
        if (_now.State is QuestionState.Owned)
            return what.To is null ? Back(OfferOutcome.Passed, EventKind.HandoverRefused, News.HandoverRefused, what.By, what.Why) : Refused(Refusal.NotNow);
        if (what.To is { } to && (to == what.By || around.Next is not ExpertFound.Someone found || found.Member != to))
            return Refused(to == what.By ? Refusal.ToHolder : Refusal.Nobody);
        End(OfferOutcome.Passed);
        Write(EventKind.Passed, what.By, what.To, what.Why);
        if (what.To is not null)
            HoldOut((ExpertFound.Someone)around.Next, OfferKind.Passed);
        else
            GoOn();
        return Done();
    }

    internal Moved NotNow(Happening.NotNow what)
    {
        if (MayTake(what.By, what.Offer) is { } why)
            return Refused(why);
        if (what.Offer == 0)
            return Refused(Refusal.NotNow);
        if (_now.State is QuestionState.Owned)
            return Back(OfferOutcome.NotNow, EventKind.HandoverRefused, News.HandoverRefused, what.By, "");
        End(OfferOutcome.NotNow, Now.AddMinutes(Math.Clamp(what.Minutes, 1, 24 * 60)));
        Write(EventKind.NotNow, what.By, amount: what.Minutes);
        GoOn();
        return Done();
    }

    /// <summary>A handover came to nothing: it is the giver's as before.</summary>
    Moved Back(OfferOutcome outcome, EventKind kind, News toGiver, Guid? by, string words)
    {
        var live = _now.Live!;
        End(outcome);
        SendTo(around.TopicBefore, null);
        Write(kind, by, live.To, words);
        ToAnswer();
        Tell(_now.Owner, toGiver);
        if (by != live.To)
            Tell(live.To, outcome is OfferOutcome.Expired ? News.OfferExpired : News.OfferLapsed);
        return Done();
    }

    internal Moved Answered(Happening.Answered what)
    {
        if (what.By == _now.Asker)
            return Refused(Refusal.NotYours);
        if (_now.State is QuestionState.Answered && _now.Owner == what.By)
            return Again(what);
        if (!_now.IsOpen)
            return Refused(Refusal.Closed);
        if (_now.Owner != what.By && MayTake(what.By, _now.Live?.Number ?? 0) is { } why)
            return Refused(_now.Offers.Any(offer => offer.To == what.By) ? Refusal.OfferOver : why);
        if (_now.Owner != what.By)
            Take(what.By);
        else if (_now.Live is { } live)
        {
            End(OfferOutcome.Lapsed);
            Tell(live.To, News.OfferLapsed);
        }
        Wait(what);
        _notices.RemoveAll(notice => notice.What is News.Yours);
        return Done();
    }

    void Wait(Happening.Answered what)
    {
        _now = _now with { State = QuestionState.Answered, AnsweredAt = Now, FirstAnswerAt = _now.FirstAnswerAt ?? Now };
        ToConfirm();
        Write(EventKind.Answered, what.By, words: what.Words, amount: (int?)what.Decision);
        Tell(_now.Asker, News.Answered);
    }

    // Something to add to an answer already given: the asker's time begins anew.
    Moved Again(Happening.Answered what)
    {
        Wait(what);
        return Done();
    }

    void ToConfirm() => _now = _now with
    {
        WarnAt = WorkingDays.After(Now, EscalationRules.RemindAfterDays, around.Zone),
        Deadline = WorkingDays.After(Now, EscalationRules.UnconfirmedAfterDays, around.Zone),
    };

    internal Moved Said(Happening.Said what)
    {
        if (_now.IsClosed)
            return Refused(Refusal.Closed);
        if (_now.Owner is null || (what.By != _now.Asker && what.By != _now.Owner))
            return Refused(what.By == _now.Asker ? Refusal.Nobody : Refusal.NotYours);
        if (what.By == _now.Owner)
            _now = _now with { FirstAnswerAt = _now.FirstAnswerAt ?? Now };
        Write(EventKind.Said, what.By, words: what.Words);
        Tell(what.By == _now.Asker ? _now.Owner : _now.Asker, News.Said);
        return Done();
    }

    internal Moved HandedOver(Happening.HandedOver what)
    {
        if (!_now.IsOpen)
            return Refused(Refusal.Closed);
        if (_now.State is not QuestionState.Owned || _now.Owner != what.By)
            return Refused(Refusal.NotYours);
        if (_now.Live is not null)
            return Refused(Refusal.AlreadyOffered);
        if (what.To == _now.Asker)
            return Refused(Refusal.ToAsker);
        if (what.To == what.By)
            return Refused(Refusal.ToHolder);
        if (string.IsNullOrWhiteSpace(what.Brief))
            return Refused(Refusal.NoBrief);
        if (around.Next is not ExpertFound.Someone next || next.Member == _now.Asker || next.Member == what.By || (what.To is { } to && to != next.Member))
            return Refused(Refusal.Nobody);
        Write(EventKind.HandedOver, what.By, next.Member, what.Brief);
        SendTo(what.Topic, what.By);
        HoldOut(next, OfferKind.HandedOver);
        return Done();
    }

    internal Moved HandoverTakenBack(Guid by)
    {
        if (!_now.IsOpen)
            return Refused(Refusal.Closed);
        if (_now.State is not QuestionState.Owned || _now.Owner != by)
            return Refused(Refusal.NotYours);
        if (_now.Live is not { } live)
            return Refused(Refusal.OfferOver);
        End(OfferOutcome.Lapsed);
        SendTo(around.TopicBefore, null);
        Write(EventKind.HandoverTakenBack, by, live.To);
        ToAnswer();
        Tell(live.To, News.OfferLapsed);
        return Done();
    }

    internal Moved Assigned(Happening.Assigned what)
    {
        if (!_now.IsOpen)
            return Refused(Refusal.Closed);
        if (_now.State is not QuestionState.Triage)
            return Refused(Refusal.OfferOver);
        if (_now.Triage != what.By)
            return Refused(Refusal.NotYours);
        if (what.To == _now.Asker)
            return Refused(Refusal.ToAsker);
        if (around.Next is not ExpertFound.Someone next || next.Member == _now.Asker || (what.To is { } to && to != next.Member))
            return Refused(Refusal.Nobody);
        _now = _now with { TriageRounds = 0 };
        SendTo(what.Topic, what.By);
        Write(EventKind.Assigned, what.By, next.Member);
        HoldOut(next, what.To is null ? OfferKind.Chosen : OfferKind.Passed);
        return Done();
    }
}
