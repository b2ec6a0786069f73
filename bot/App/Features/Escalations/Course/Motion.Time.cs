namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>What time does, and what goes from under a question: people, topics, platforms.</summary>
sealed partial class Motion
{
    internal Moved TimeCame(bool isDelivered)
    {
        if (_now.IsClosed)
            return Done();
        if (_now.CallBackAt <= Now)
            CallBack();
        if (_now.Deadline <= Now)
            Over(isDelivered);
        else if (_now.WarnAt <= Now)
            Warn();
        return Done();
    }

    void CallBack()
    {
        _now = _now with { CallBackAt = null };
        Write(EventKind.CallBackDue);
        Tell(_now.Asker, News.CallBack);
    }

    void Warn()
    {
        _now = _now with { WarnAt = null };
        if (_now.State is QuestionState.Answered)
        {
            Write(EventKind.Reminded);
            Tell(_now.Asker, News.ConfirmReminder);
            return;
        }
        Write(EventKind.Warned, about: _now.Live?.To ?? _now.Holder);
        Tell(_now.Live?.To ?? _now.Holder, _now switch { { Live: not null } => News.OfferWarned, { State: QuestionState.Triage } => News.TriageWarned, { State: QuestionState.Choosing } => News.ChooseWarned, _ => News.AnswerWarned });
    }

    void Over(bool isDelivered)
    {
        if (_now.State is QuestionState.Answered)
            NoWord();
        else if (Now - _now.Deadline > EscalationRules.Away && _now.State is not QuestionState.Choosing)
            WasAway();
        else if (_now.Live is { } live)
            OfferOver(live, isDelivered);
        else if (_now.State is QuestionState.Owned)
            AnswerOver();
        else if (_now.State is QuestionState.Choosing)
            GoOn();
        else
            TriageOver();
    }

    // The bot was away while it ran out: that time does not count, so whoever it waits for gets it all again.
    void WasAway()
    {
        if (_now.Live is { } live)
            Reset(live);
        else if (_now.State is QuestionState.Triage)
            Due(Now, Now + EscalationRules.Triage(_now.Urgency, _now.TriageRounds), warns: _now.Triage is not null);
        else
            Due(Now, Now + EscalationRules.LeastToAnswer(_now.Urgency));
        Write(EventKind.Delayed);
        Tell(_now.Asker, News.Delayed);
    }

    void OfferOver(Offer live, bool isDelivered)
    {
        if (!isDelivered && live.Until - live.At < around.Rules.Undelivered(_now.Urgency))
        {
            Write(EventKind.Delayed, about: live.To);
            Reset(live);
            return;
        }
        if (_now.State is QuestionState.Owned)
        {
            Back(isDelivered ? OfferOutcome.Expired : OfferOutcome.Undelivered, EventKind.HandoverExpired, News.HandoverExpired, null, "");
            return;
        }
        End(isDelivered ? OfferOutcome.Expired : OfferOutcome.Undelivered);
        Write(isDelivered ? EventKind.OfferExpired : EventKind.OfferUndelivered, about: live.To);
        Tell(live.To, News.OfferExpired);
        GoOn();
    }

    // Once over, whoever has it and the asker hear that; twice, and a person of the rota looks at it.
    void AnswerOver()
    {
        _now = _now with { Overdue = _now.Overdue + 1 };
        Write(EventKind.Overdue, about: _now.Owner, amount: _now.Overdue);
        if (_now.Overdue < EscalationRules.MostOverdue)
        {
            Due(Now, Now + EscalationRules.LeastToAnswer(_now.Urgency));
            Tell(_now.Owner, News.AnswerOverdue);
            Tell(_now.Asker, News.Late);
            return;
        }
        Tell(_now.Owner, News.TakenFromYou);
        ToTriage();
    }

    // Somebody may have come on duty meanwhile, or it is another's turn on the rota.
    void TriageOver()
    {
        var was = _now.Triage;
        _now = _now with { OffersInRound = 0 };
        if (around.Next is ExpertFound.Someone)
            GoOn();
        else
            ToTriage();
        if (_now.State is QuestionState.Triage && _now.Triage == was)
            Tell(was, News.TriageOver);
        else if (was is not null && _now.Holder != was)
            Tell(was, News.OfferLapsed);
    }

    // Never without a reminder that stood for a working day.
    void NoWord()
    {
        if (_now.WarnAt is not null)
        {
            Warn();
            _now = _now with { Deadline = WorkingDays.After(Now, EscalationRules.RemindAfterDays, around.Zone) };
            return;
        }
        Close(QuestionState.Unconfirmed);
        Write(EventKind.Unconfirmed);
        Tell(_now.Asker, News.Unconfirmed);
    }

    internal Moved MemberGone(Guid who)
    {
        if (who == _now.Asker)
        {
            if (!_now.IsClosed)
                Leave(QuestionState.AskerLeft, EventKind.AskerLeft, News.AskerLeft, null);
            return Done();
        }
        var (holds, live) = (_now.Holder == who, _now.Live);
        if (live?.To == who)
            End(OfferOutcome.Gone);
        if (_now.Owner == who && !_now.IsOpen)
            _now = _now with { Owner = null };
        if (!_now.IsOpen || (!holds && live?.To != who))
            return Done();
        Write(EventKind.ExpertLeft, about: who);
        if (!holds)
        {
            // Held out by its owner to somebody who is gone.
            SendTo(around.TopicBefore, null);
            ToAnswer();
            Tell(_now.Owner, News.HandoverExpired);
            return Done();
        }
        if (_now.Owner == who)
            OwnerGone(live);
        else
            Next();
        return Done();
    }

    // A handover that is open goes on as an offer: somebody is asked already.
    void OwnerGone(Offer? live)
    {
        Tell(_now.Asker, News.ExpertLeft);
        _now = _now with { Owner = null };
        if (live is null)
            Next();
        else
            _now = _now with { State = QuestionState.Offered, OffersInRound = _now.OffersInRound + 1 };
    }

    void Next()
    {
        _now = _now with { Triage = null, OffersInRound = 0 };
        GoOn();
    }

    internal Moved TopicGone(Guid topic)
    {
        if (_now.Topic != topic || _now.IsClosed)
            return Done();
        _now = _now with { Topic = null };
        Write(EventKind.TopicArchived, about: topic);
        if (_now.State is QuestionState.Choosing)
            ToTriage();
        return Done();
    }
}
