namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>Something that happens to a question. Who did it comes from the envelope; whether they may is looked at in <see cref="Moving"/>.</summary>
public abstract record Happening
{
    Happening() { }

    /// <summary>The asker says where it belongs; null: none of these.</summary>
    public sealed record TopicChosen(Guid By, Guid? Topic) : Happening;

    /// <summary>A known answer was all that the asker needed.</summary>
    public sealed record NoteHelped(Guid By, Guid Note) : Happening;

    /// <summary>A warning, a deadline or a call-back is due.</summary>
    /// <param name="IsDelivered">False: the live offer has not reached its platform yet.</param>
    public sealed record TimeCame(bool IsDelivered = true) : Happening;

    /// <param name="Offer">Its number; 0: out of triage.</param>
    public sealed record Accepted(Guid By, int Offer) : Happening;

    /// <param name="To">Whom they named; null: whoever is next.</param>
    public sealed record Passed(Guid By, int Offer, Guid? To, string Why) : Happening;

    public sealed record NotNow(Guid By, int Offer, int Minutes) : Happening;

    /// <summary>An answer: at once with an offer, out of triage, or by whoever has it.</summary>
    /// <param name="Decision">Where a decision was asked for and it says what was decided.</param>
    public sealed record Answered(Guid By, string Words, Decision? Decision = null) : Happening;

    /// <summary>A word of either side in the conversation.</summary>
    public sealed record Said(Guid By, string Words) : Happening;

    /// <summary>Something more to know, from the asker.</summary>
    public sealed record Added(Guid By, string Words) : Happening;

    public sealed record Nudged(Guid By) : Happening;

    public sealed record UrgencyChanged(Guid By, Urgency Urgency) : Happening;

    public sealed record Withdrawn(Guid By) : Happening;

    /// <summary>Whoever has it holds it out to a person, or to whoever knows a topic.</summary>
    public sealed record HandedOver(Guid By, Guid? To, Guid? Topic, string Brief) : Happening;

    public sealed record HandoverTakenBack(Guid By) : Happening;

    /// <summary>Triage sends it to a person or a topic.</summary>
    public sealed record Assigned(Guid By, Guid? To, Guid? Topic) : Happening;

    /// <summary>Whoever looks after all questions gives it to a person or a topic, wherever it stands. Whether they may is looked at by who lets them.</summary>
    public sealed record Reassigned(Guid By, Guid? To, Guid? Topic) : Happening;

    /// <summary>Whoever looks after all questions takes it back for its asker, who reads why.</summary>
    public sealed record WithdrawnFor(Guid By, string Why) : Happening;

    public sealed record Solved(Guid By) : Happening;

    public sealed record NotYet(Guid By, string Words) : Happening;

    public sealed record RepeatedSaid(Guid By, bool Yes) : Happening;

    /// <param name="At">UTC; null: no call-back any more.</param>
    public sealed record CallBackSet(Guid By, DateTime? At) : Happening;

    /// <summary>They left the company, or had their data erased.</summary>
    public sealed record MemberGone(Guid Who) : Happening;

    public sealed record TopicGone(Guid Topic) : Happening;
}

/// <summary>What is so around a question as something happens to it.</summary>
/// <param name="Next">Who was found for what <see cref="Moving.Wants"/> asked for; nobody where it asked for nobody.</param>
/// <param name="Triage">Whose turn on the triage rota it is; null: nobody's.</param>
/// <param name="Zone">The asker's own.</param>
public sealed record Around(DateTime Now, EscalationRules Rules, ExpertFound Next, Guid? Triage, TimeZoneInfo Zone)
{
    /// <summary>The topic from which it is being handed over to another; null: it is not.</summary>
    public Guid? TopicBefore { get; init; }
}

/// <summary>Why something does not happen. Each is a sentence on a card.</summary>
public enum Refusal
{
    /// <summary>Not theirs to do.</summary>
    NotYours,

    /// <summary>Closed already.</summary>
    Closed,

    /// <summary>The offer is over: somebody else has it, or is asked now.</summary>
    OfferOver,

    /// <summary>It would go to the one who asked.</summary>
    ToAsker,

    /// <summary>It would go to the one who has it already.</summary>
    ToHolder,

    /// <summary>Nobody can be reached there now.</summary>
    Nobody,

    /// <summary>It is held out to somebody already.</summary>
    AlreadyOffered,

    /// <summary>They nudged a moment ago.</summary>
    TooSoon,

    /// <summary>It is not at that point.</summary>
    NotNow,

    /// <summary>A handover without a word about what was said so far.</summary>
    NoBrief,
}

/// <summary>News for one person; their card is changed anyway.</summary>
public enum News
{
    /// <summary>To somebody: the question is held out to you.</summary>
    Offered,

    /// <summary>To whom it is or was held out.</summary>
    OfferWarned, OfferExpired, OfferLapsed, Yours,

    /// <summary>To triage.</summary>
    Triage, TriageWarned, TriageOver,

    /// <summary>To the owner.</summary>
    AnswerWarned, AnswerOverdue, TakenFromYou, Nudge, Added, UrgencyChanged, Withdrawn, Solved, NotYet, HandoverAccepted, HandoverRefused, HandoverExpired, AskerLeft, Said, Reassigned,

    /// <summary>To the asker.</summary>
    NobodyOnDuty, Accepted, Answered, Late, ToTriage, ExpertLeft, ConfirmReminder, Unconfirmed, CallBack, Delayed, ChangedHands, ChooseWarned, WithdrawnFor, FirstOnDuty,
}

/// <param name="Until">A moment that belongs to it: when somebody is on duty again, or for the first time.</param>
public sealed record Notice(Guid To, News What, DateTime? Until = null);

/// <summary>A line of the history that is to be written.</summary>
public sealed record Line(EventKind Kind, Guid? By = null, Guid? About = null, string Words = "", int? Amount = null);

/// <summary>What came of a happening: how it stands now, what is written down, who hears what. Or why nothing did.</summary>
public sealed record Moved(Standing Now, IReadOnlyList<Line> History, IReadOnlyList<Notice> Notices)
{
    public Refusal? Refused { get; init; }

    /// <summary>Who was looked for and not found, where that is why.</summary>
    public ExpertFound.Nobody? Nobody { get; init; }
}
