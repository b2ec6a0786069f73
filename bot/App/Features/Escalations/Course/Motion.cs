namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>One movement while it is made: the steps that several happenings have in common.</summary>
sealed partial class Motion(Standing question, Around around)
{
    readonly List<Line> _history = [];
    readonly List<Notice> _notices = [];

    readonly Standing _was = question;
    Standing _now = question;

    DateTime Now => around.Now;

    Moved Done() => new(_now, _history, _notices);

    Moved Refused(Refusal why) => new(_was, [], []) { Refused = why, Nobody = why is Refusal.Nobody ? around.Next as ExpertFound.Nobody : null };

    void Write(EventKind kind, Guid? by = null, Guid? about = null, string words = "", int? amount = null) => _history.Add(new(kind, by, about, words, amount));

    void Tell(Guid? whom, News what, DateTime? until = null)
    {
        if (whom is { } member)
            _notices.Add(new(member, what, until));
    }

    int NextOffer => _now.Offers.Count == 0 ? 1 : _now.Offers[^1].Number + 1;

    /// <summary>To whoever has it, except the one who did it.</summary>
    void TellHolder(News what, Guid by)
    {
        if (_now.Holder is { } holder && holder != by)
            Tell(holder, what);
    }

    // A deadline, and the warning before it.
    void Due(DateTime from, DateTime deadline, bool warns = true) => _now = _now with
    {
        Deadline = deadline,
        WarnAt = warns ? from + (deadline - from) * EscalationRules.WarnAt : null,
    };

    /// <summary>The next person, or triage where enough were asked or nobody is there.</summary>
    void GoOn()
    {
        if (around.Next is ExpertFound.Someone someone && _now.OffersInRound < around.Rules.Offers(_now.Urgency) && !_now.LeftOut(Now).Contains(someone.Member))
            HoldOut(someone, OfferKind.Chosen);
        else
            ToTriage();
    }

    /// <summary>Holds it out to somebody whom nobody else could be holding it from.</summary>
    void HoldOut(ExpertFound.Someone to, OfferKind kind)
    {
        var from = to.From > Now ? to.From.Value : Now;
        var offer = new Offer(NextOffer, to.Member, kind, Now, from + around.Rules.OfferTime(_now.Urgency)) { Why = to.Why };
        _now = _now with { Offers = [.. _now.Offers, offer] };
        if (kind is not OfferKind.HandedOver)
            _now = _now with { State = QuestionState.Offered, Owner = null, Triage = null, OffersInRound = _now.OffersInRound + 1 };
        Due(from, offer.Until);
        Write(EventKind.Offered, about: to.Member, amount: offer.Number);
        Tell(to.Member, News.Offered);
        // The asker hears at once that nobody is there yet, and since when somebody is.
        if (from > Now && kind is not OfferKind.HandedOver)
            Tell(_now.Asker, News.FirstOnDuty, from);
    }

    void End(OfferOutcome outcome, DateTime? backAt = null)
    {
        if (_now.Live is { } live)
            _now = _now with { Offers = [.. _now.Offers.Select(offer => offer == live ? offer with { Outcome = outcome, BackAt = backAt } : offer)] };
    }

    // The asker hears at once when nobody is there, and since when again; else that a person looks at it now.
    void ToTriage()
    {
        var turn = around.Triage == _now.Asker ? null : around.Triage;
        var wasThere = _now.State is QuestionState.Triage && _now.Triage == turn;
        _now = _now with { State = QuestionState.Triage, Owner = null, Triage = turn, TriageRounds = wasThere ? _now.TriageRounds + 1 : 0, OffersInRound = 0 };
        var (until, round) = ((around.Next as ExpertFound.Nobody)?.Until, Now + EscalationRules.Triage(_now.Urgency, _now.TriageRounds));
        // Where nobody is there, it goes to the first who is, in the moment in which they come.
        Due(Now, turn is null && until > Now && until < round ? until.Value : round, warns: turn is not null);
        if (wasThere)
            return;
        Write(EventKind.ToTriage, about: turn);
        Tell(turn, News.Triage);
        Tell(_now.Asker, turn is null ? News.NobodyOnDuty : News.ToTriage, until);
    }

    // From which topic, the line before tells that named one.
    void SendTo(Guid? topic, Guid? by)
    {
        if (topic is null || topic == _now.Topic)
            return;
        _now = _now with { Topic = topic };
        Write(EventKind.TopicChanged, by, topic);
    }

    void Own(Guid member)
    {
        var changesHands = _was.AcceptedAt is not null && (_was.Owner ?? LastOwner) != member;
        _now = _now with { State = QuestionState.Owned, Owner = member, Triage = null, AcceptedAt = Now, Overdue = 0, Transfers = _now.Transfers + (changesHands ? 1 : 0) };
        ToAnswer();
    }

    void ToAnswer()
    {
        var least = Now + EscalationRules.LeastToAnswer(_now.Urgency);
        Due(Now, _now.AnswerBy is { } by && by > least ? by : least);
    }

    Guid? LastOwner => _was.Offers.LastOrDefault(offer => offer.Outcome is OfferOutcome.Accepted)?.To;

    void Close(QuestionState state)
    {
        End(OfferOutcome.Lapsed);
        _now = _now with { State = state, ClosedAt = Now, Deadline = null, WarnAt = null, CallBackAt = null, Triage = null };
    }
}
