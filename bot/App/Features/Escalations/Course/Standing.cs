namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>When the customer needs it.</summary>
public enum Urgency : short { Week, Today, Waiting }

/// <summary>
/// Open, and each time exactly one who has it: Choosing (the asker says where it belongs), Offered (one live offer),
/// Triage (the rota), Owned. Then Answered: it waits for the asker's word. The rest is closed.
/// </summary>
public enum QuestionState : short { Choosing, Offered, Triage, Owned, Answered, Unconfirmed, Solved, Withdrawn, AskerLeft }

public enum Repeated : short { Unknown, No, Yes }

/// <summary>What was decided. Never renumbered: it stands in rows, as the answer's number.</summary>
public enum Decision : short { Refused, Granted, InPart }

/// <summary>Chosen by the rules, named by the colleague who passed it, handed over by whoever has it, taken out of triage.</summary>
public enum OfferKind : short { Chosen, Passed, HandedOver, Taken }

/// <summary>Undelivered: it never reached them. Lapsed: something else happened meanwhile (withdrawn, answered).</summary>
public enum OfferOutcome : short { Live, Accepted, Passed, NotNow, Expired, Undelivered, Lapsed, Gone }

/// <summary>What an event of a question's history is. Never renumbered: it stands in rows.</summary>
public enum EventKind : short
{
    Asked, TopicChosen, Offered, OfferExpired, OfferUndelivered, Passed, NotNow, Accepted, Answered, Added, Said, Nudged, UrgencyChanged,
    Withdrawn, HandedOver, HandoverRefused, HandoverExpired, HandoverTakenBack, ToTriage, Assigned, Overdue, Delayed, Solved, NotYet, Reminded,
    Unconfirmed, RepeatedSaid, AskerLeft, ExpertLeft, TopicArchived, SolvedByNote, CallBackSet, CallBackDue, Warned, NotePublished, TopicChanged,
}

/// <summary>A question held out to one person.</summary>
/// <param name="Number">From 1; grows with each.</param>
/// <param name="BackAt">Not now: when they may be asked again.</param>
public sealed record Offer(int Number, Guid To, OfferKind Kind, DateTime At, DateTime Until)
{
    public OfferOutcome Outcome { get; init; }
    public DateTime? BackAt { get; init; }

    /// <summary>Why it is them.</summary>
    public string Why { get; init; } = "";
}

/// <summary>All that the rules go by, of one question. A value: moving it makes another.</summary>
public sealed record Standing(Guid Asker, DateTime AskedAt)
{
    public Urgency Urgency { get; init; }
    public bool NeedsDecision { get; init; }
    public Guid? Topic { get; init; }
    public QuestionState State { get; init; }
    public Guid? Owner { get; init; }
    public Guid? Triage { get; init; }
    public IReadOnlyList<Offer> Offers { get; init; } = [];
    public int OffersInRound { get; init; }
    public DateTime? Deadline { get; init; }
    public DateTime? WarnAt { get; init; }
    public DateTime? AnswerBy { get; init; }
    public DateTime? CallBackAt { get; init; }
    public DateTime? AcceptedAt { get; init; }
    public DateTime? FirstAnswerAt { get; init; }
    public DateTime? AnsweredAt { get; init; }
    public DateTime? SolvedAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public DateTime? NudgedAt { get; init; }
    public int Transfers { get; init; }
    public int Reopened { get; init; }
    public int Overdue { get; init; }
    public int TriageRounds { get; init; }
    public Repeated Repeated { get; init; }
    public Guid? Note { get; init; }

    /// <summary>The one offer that can be accepted now; null: none.</summary>
    public Offer? Live => Offers.LastOrDefault(offer => offer.Outcome is OfferOutcome.Live);

    /// <summary>Somebody has to do something for the customer.</summary>
    public bool IsOpen => State is QuestionState.Choosing or QuestionState.Offered or QuestionState.Triage or QuestionState.Owned;

    public bool IsClosed => State is QuestionState.Unconfirmed or QuestionState.Solved or QuestionState.Withdrawn or QuestionState.AskerLeft;

    /// <summary>Who has it: one person, or null where it stands with a triage rota on which nobody is.</summary>
    public Guid? Holder => State switch
    {
        QuestionState.Choosing or QuestionState.Answered => Asker,
        QuestionState.Offered => Live?.To,
        QuestionState.Triage => Triage,
        QuestionState.Owned => Owner,
        _ => null,
    };

    /// <summary>When the job has to look at it next.</summary>
    public DateTime? DueAt => IsClosed ? null : new[] { Deadline, WarnAt, CallBackAt }.Min();

    /// <summary>Whom it is not offered to: its asker, who has it, had it or passed it, who let it run out in this round, and who said "not now" until then.</summary>
    public IReadOnlySet<Guid> LeftOut(DateTime now) => new HashSet<Guid>(Offers.Where(offer => IsOut(offer, now)).Select(offer => offer.To).Append(Asker).Concat(Owner is { } owner ? [owner] : []));

    bool IsOut(Offer offer, DateTime now) => offer.Outcome switch
    {
        OfferOutcome.Live or OfferOutcome.Accepted or OfferOutcome.Passed or OfferOutcome.Gone => true,
        OfferOutcome.Expired or OfferOutcome.Undelivered => offer.Number > Offers[^1].Number - OffersInRound,
        OfferOutcome.NotNow => offer.BackAt > now,
        _ => false,
    };
}
