namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>
/// The course of a question: how it stands and what happens make how it stands then, what is written down and who hears
/// what. Nothing but arithmetic: no database, no clock, no words for people. Whatever happens, every open question has
/// exactly one owner, or exactly one live offer, or stands with triage; it has a deadline that the job acts on; and it is
/// never offered to two people at once, nor to its asker.
/// </summary>
public static class Moving
{
    /// <summary>A new question, before its asker has said where it belongs.</summary>
    /// <param name="topic">Where it goes when they say nothing; null: to triage.</param>
    public static Moved Ask(Guid asker, Urgency urgency, bool needsDecision, Guid? topic, DateTime? callBack, DateTime now) => new Motion(
        new Standing(asker, now) { Topic = topic, Urgency = urgency, NeedsDecision = needsDecision, AnswerBy = now + EscalationRules.Answer(urgency), CallBackAt = callBack > now ? callBack : null },
        new Around(now, EscalationRules.Default, new ExpertFound.Nobody(), null, TimeZoneInfo.Utc))
        .Asked();

    /// <summary>Whom to look for before this can happen; null: for nobody.</summary>
    public static ExpertWanted? Wants(Standing question, Happening what, DateTime now, EscalationRules rules) => what switch
    {
        Happening.TopicChosen one when question.State is QuestionState.Choosing && one.Topic is not null => Wanted(question with { Topic = one.Topic }, now),
        Happening.TimeCame when question.Deadline <= now && question.State is QuestionState.Choosing or QuestionState.Offered or QuestionState.Triage => Wanted(question.State is QuestionState.Triage ? question with { OffersInRound = 0 } : question, now),
        Happening.Passed { To: { } to } => Wanted(question, now, to),
        Happening.Passed or Happening.NotNow when question.State is QuestionState.Offered => Wanted(question, now),
        Happening.HandedOver one when question.State is QuestionState.Owned => Wanted(question with { Topic = one.Topic ?? question.Topic }, now, one.To),
        Happening.Assigned one when question.State is QuestionState.Triage => Wanted(question with { Topic = one.Topic ?? question.Topic, OffersInRound = 0 }, now, one.To),
        Happening.Reassigned one when question.IsOpen => Wanted(question with { Topic = one.Topic ?? question.Topic, OffersInRound = 0 }, now, one.To),
        Happening.NotYet when question.Owner is null && !question.IsOpen => Wanted(question, now),
        Happening.MemberGone one when one.Who != question.Asker && question.Holder == one.Who => Wanted(question, now),
        _ => null,
    };

    public static Moved On(Standing question, Happening what, Around around)
    {
        var motion = new Motion(question, around);
        return what switch
        {
            Happening.TimeCame one => motion.TimeCame(one.IsDelivered),
            Happening.MemberGone one => motion.MemberGone(one.Who),
            Happening.TopicGone one => motion.TopicGone(one.Topic),
            Happening.TopicChosen one => motion.TopicChosen(one),
            Happening.NoteHelped one => motion.NoteHelped(one),
            Happening.Accepted one => motion.Accepted(one),
            Happening.Passed one => motion.Passed(one),
            Happening.NotNow one => motion.NotNow(one),
            Happening.Answered one => motion.Answered(one),
            Happening.Said one => motion.Said(one),
            Happening.Added one => motion.Added(one),
            Happening.Nudged one => motion.Nudged(one.By),
            Happening.UrgencyChanged one => motion.UrgencyChanged(one),
            Happening.Withdrawn one => motion.Withdrawn(one.By),
            Happening.HandedOver one => motion.HandedOver(one),
            Happening.HandoverTakenBack one => motion.HandoverTakenBack(one.By),
            Happening.Assigned one => motion.Assigned(one),
            Happening.Reassigned one => motion.Reassigned(one),
            Happening.WithdrawnFor one => motion.WithdrawnFor(one),
            Happening.Solved one => motion.Solved(one.By),
            Happening.NotYet one => motion.NotYet(one),
            Happening.RepeatedSaid one => motion.RepeatedSaid(one),
            Happening.CallBackSet one => motion.CallBackSet(one),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what.GetType().Name, "Nothing moves by this."),
        };
    }

    /// <summary>Whom the question asks for as it stands. Whoever is named may have said no before: a colleague knows why it is them after all.</summary>
    internal static ExpertWanted Wanted(Standing question, DateTime now, Guid? named = null) => new(question.Topic, question.NeedsDecision, question.Urgency, null,
        question.AnswerBy > now ? question.AnswerBy.Value : now + EscalationRules.LeastToAnswer(question.Urgency), named is null ? question.LeftOut(now) : new HashSet<Guid> { question.Asker })
    { Named = named, AskedAt = question.AskedAt };
}
