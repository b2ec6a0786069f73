using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Tests.Escalations.Course;

/// <summary>A question moved by hand: people by number, the asker is 0, triage is 9.</summary>
sealed class QuestionAtHand
{
    public static readonly DateTime Start = new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc);

    public DateTime Now { get; private set; } = Start;
    public Standing Question { get; private set; }
    public Moved Last { get; private set; }
    public ExpertFound Next { get; set; } = new ExpertFound.Nobody();
    public Guid? Triage { get; set; } = Who(9);

    public QuestionAtHand(Urgency urgency = Urgency.Waiting, int? topic = 1, DateTime? callBack = null)
    {
        Last = Moving.Ask(Who(0), urgency, needsDecision: false, topic is { } id ? Topic(id) : null, callBack, Now);
        Question = Last.Now;
    }

    public static Guid Who(int number) => new(number, 1, 1, new byte[8]);

    public static Guid Topic(int number) => new(number, 2, 2, new byte[8]);

    public static ExpertFound Found(int who) => new ExpertFound.Someone(Who(who));

    /// <summary>It is sent to its topic, and held out to this person.</summary>
    public QuestionAtHand OfferedTo(int who)
    {
        Next = Found(who);
        return On(new Happening.TopicChosen(Who(0), Topic(1)));
    }

    public QuestionAtHand OwnedBy(int who) => OfferedTo(who).On(new Happening.Accepted(Who(who), 1));

    public QuestionAtHand After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public QuestionAtHand On(Happening what)
    {
        Last = Moving.On(Question, what, new Around(Now, EscalationRules.Default, Next, Triage, TimeZoneInfo.Utc));
        Question = Last.Now;
        return this;
    }

    /// <summary>The job comes so long after, and finds this person next.</summary>
    public QuestionAtHand TimeComes(TimeSpan later, int? next = null)
    {
        Next = next is { } who ? Found(who) : new ExpertFound.Nobody();
        return After(later).On(new Happening.TimeCame());
    }

    public bool Heard(int who, News what) => Last.Notices.Any(notice => notice.To == Who(who) && notice.What == what);
}
