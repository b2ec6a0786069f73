namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>What the asker does.</summary>
sealed partial class Motion
{
    internal Moved Asked()
    {
        Write(EventKind.Asked, _now.Asker, _now.Topic, amount: (int)_now.Urgency);
        Due(Now, Now + EscalationRules.Choosing(_now.Urgency));
        return Done();
    }

    internal Moved TopicChosen(Happening.TopicChosen what)
    {
        if (what.By != _now.Asker)
            return Refused(Refusal.NotYours);
        if (_now.IsClosed)
            return Refused(Refusal.Closed);
        if (_now.State is not QuestionState.Choosing)
            return Refused(Refusal.NotNow);
        _now = _now with { Topic = what.Topic };
        Write(EventKind.TopicChosen, what.By, what.Topic);
        if (what.Topic is null)
            ToTriage();
        else
            GoOn();
        return Done();
    }

    internal Moved NoteHelped(Happening.NoteHelped what)
    {
        if (what.By != _now.Asker)
            return Refused(Refusal.NotYours);
        if (!_now.IsOpen)
            return Refused(Refusal.Closed);
        _now = _now with { Note = what.Note, SolvedAt = Now };
        Leave(QuestionState.Solved, EventKind.SolvedByNote, News.Solved, what.By, what.Note);
        return Done();
    }

    internal Moved Added(Happening.Added what)
    {
        if (what.By != _now.Asker)
            return Refused(Refusal.NotYours);
        if (_now.IsClosed)
            return Refused(Refusal.Closed);
        Write(EventKind.Added, what.By, words: what.Words);
        Tell(_now.State is QuestionState.Answered ? _now.Owner : null, News.Added);
        TellHolder(News.Added, what.By);
        if (_now is { State: QuestionState.Owned, Live: { } live })
            Tell(live.To, News.Added);
        return Done();
    }

    internal Moved Nudged(Guid by)
    {
        if (by != _now.Asker)
            return Refused(Refusal.NotYours);
        if (!_now.IsOpen)
            return Refused(Refusal.Closed);
        if (_now.State is QuestionState.Choosing || _now.Holder is null)
            return Refused(Refusal.Nobody);
        if (_now.NudgedAt + EscalationRules.BetweenNudges > Now)
            return Refused(Refusal.TooSoon);
        _now = _now with { NudgedAt = Now };
        Write(EventKind.Nudged, by, _now.Holder);
        Tell(_now.Holder, News.Nudge);
        return Done();
    }

    internal Moved UrgencyChanged(Happening.UrgencyChanged what)
    {
        if (what.By != _now.Asker)
            return Refused(Refusal.NotYours);
        if (!_now.IsOpen)
            return Refused(Refusal.Closed);
        if (what.Urgency == _now.Urgency)
            return Refused(Refusal.NotNow);
        _now = _now with { Urgency = what.Urgency, AnswerBy = Now + EscalationRules.Answer(what.Urgency), TriageRounds = 0 };
        Write(EventKind.UrgencyChanged, what.By, amount: (int)what.Urgency);
        if (_now.Live is { } live)
            Reset(live);
        else if (_now.State is QuestionState.Triage)
            Due(Now, Now + EscalationRules.Triage(_now.Urgency, 0), warns: _now.Triage is not null);
        else if (_now.State is QuestionState.Choosing)
            Due(Now, Now + EscalationRules.Choosing(_now.Urgency));
        else
            ToAnswer();
        TellHolder(News.UrgencyChanged, what.By);
        return Done();
    }

    // A live offer gets the new urgency's time from now on.
    void Reset(Offer live)
    {
        var until = Now + around.Rules.OfferTime(_now.Urgency);
        _now = _now with { Offers = [.. _now.Offers.Select(offer => offer == live ? offer with { Until = until } : offer)] };
        Due(Now, until);
    }

    internal Moved Withdrawn(Guid by)
    {
        if (by != _now.Asker)
            return Refused(Refusal.NotYours);
        if (!_now.IsOpen)
            return Refused(Refusal.Closed);
        Leave(QuestionState.Withdrawn, EventKind.Withdrawn, News.Withdrawn, by);
        return Done();
    }

    // Whoever has it hears why it is over, and whoever it is held out to that there is nothing to do.
    void Leave(QuestionState state, EventKind kind, News toOwner, Guid? by, Guid? about = null)
    {
        var (holder, live) = (_now.Holder, _now.Live);
        Close(state);
        Write(kind, by, about);
        if (live is not null)
            Tell(live.To, News.OfferLapsed);
        if (holder is not null && holder != live?.To && holder != _now.Asker)
            Tell(holder, toOwner);
    }

    internal Moved Solved(Guid by)
    {
        if (by != _now.Asker)
            return Refused(Refusal.NotYours);
        if (_now.State is QuestionState.Solved or QuestionState.Withdrawn or QuestionState.AskerLeft)
            return Refused(Refusal.Closed);
        if (_now.State is not (QuestionState.Owned or QuestionState.Answered or QuestionState.Unconfirmed))
            return Refused(Refusal.NotNow);
        var live = _now.Live;
        _now = _now with { SolvedAt = Now };
        Close(QuestionState.Solved);
        Write(EventKind.Solved, by);
        if (live is not null)
            Tell(live.To, News.OfferLapsed);
        Tell(_now.Owner, News.Solved);
        return Done();
    }

    // With everything that was said, to whoever answered it; where they are gone, to the next.
    internal Moved NotYet(Happening.NotYet what)
    {
        if (what.By != _now.Asker)
            return Refused(Refusal.NotYours);
        if (_now.State is not (QuestionState.Answered or QuestionState.Unconfirmed or QuestionState.Solved))
            return Refused(_now.IsOpen ? Refusal.NotNow : Refusal.Closed);
        _now = _now with { SolvedAt = null, ClosedAt = null, Note = null, Reopened = _now.Reopened + 1, AnswerBy = Now + EscalationRules.Answer(_now.Urgency), OffersInRound = 0, Overdue = 0, TriageRounds = 0 };
        Write(EventKind.NotYet, what.By, words: what.Words);
        if (_now.Owner is { } owner)
        {
            _now = _now with { State = QuestionState.Owned };
            ToAnswer();
            Tell(owner, News.NotYet);
        }
        else
            GoOn();
        return Done();
    }

    internal Moved RepeatedSaid(Happening.RepeatedSaid what)
    {
        if (what.By != _now.Asker)
            return Refused(Refusal.NotYours);
        if (_now.State is not (QuestionState.Solved or QuestionState.Answered or QuestionState.Unconfirmed))
            return Refused(Refusal.NotNow);
        _now = _now with { Repeated = what.Yes ? Repeated.Yes : Repeated.No };
        Write(EventKind.RepeatedSaid, what.By, amount: what.Yes ? 1 : 0);
        return Done();
    }

    internal Moved CallBackSet(Happening.CallBackSet what)
    {
        if (what.By != _now.Asker)
            return Refused(Refusal.NotYours);
        if (_now.IsClosed)
            return Refused(Refusal.Closed);
        if (what.At <= Now)
            return Refused(Refusal.NotNow);
        _now = _now with { CallBackAt = what.At };
        Write(EventKind.CallBackSet, what.By);
        return Done();
    }
}
