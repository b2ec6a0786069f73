namespace ServiceCulture.Bot.Features.Escalations.Course;

/// <summary>How long what may take, by urgency. HR's policies may change the offers' times; the rest is the house's.</summary>
public sealed record EscalationRules
{
    public static readonly EscalationRules Default = new();

    public TimeSpan WaitingOffer { get; init; } = TimeSpan.FromSeconds(45);
    public TimeSpan TodayOffer { get; init; } = TimeSpan.FromMinutes(20);
    public TimeSpan WeekOffer { get; init; } = TimeSpan.FromHours(3);

    /// <summary>Offers before a person of the triage rota looks at it: while a customer waits, and else.</summary>
    public int WaitingOffers { get; init; } = 2;
    public int OtherOffers { get; init; } = 3;

    /// <summary>The share of each deadline after which whoever it waits for is warned.</summary>
    public const double WarnAt = 0.75;

    /// <summary>Later than this, the bot itself was away, and the time did not count.</summary>
    public static readonly TimeSpan Away = TimeSpan.FromMinutes(2);

    /// <summary>Times over before triage takes it from whoever has it.</summary>
    public const int MostOverdue = 2;

    /// <summary>Between two nudges.</summary>
    public static readonly TimeSpan BetweenNudges = TimeSpan.FromMinutes(2);

    public TimeSpan OfferTime(Urgency urgency) => By(urgency, WaitingOffer, TodayOffer, WeekOffer);

    public int Offers(Urgency urgency) => urgency is Urgency.Waiting ? WaitingOffers : OtherOffers;

    /// <summary>For the asker, to say where it belongs.</summary>
    public static TimeSpan Choosing(Urgency urgency) => By(urgency, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30));

    /// <summary>For triage, to send it on; doubled with each round without a change, up to four hours.</summary>
    public static TimeSpan Triage(Urgency urgency, int rounds) =>
        new[] { By(urgency, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(30), TimeSpan.FromHours(3)) * Math.Pow(2, Math.Min(rounds, 8)), TimeSpan.FromHours(4) }.Min();

    /// <summary>From asking to the answer.</summary>
    public static TimeSpan Answer(Urgency urgency) => By(urgency, TimeSpan.FromMinutes(15), TimeSpan.FromHours(6), TimeSpan.FromDays(5));

    /// <summary>At least so long for whoever has just got it.</summary>
    public static TimeSpan LeastToAnswer(Urgency urgency) => By(urgency, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromDays(1));

    /// <summary>So long an offer that has not reached its platform is waited for; then the next person gets it.</summary>
    public TimeSpan Undelivered(Urgency urgency) => By(urgency, WaitingOffer * 3, TimeSpan.FromHours(2), TimeSpan.FromHours(12));

    /// <summary>Working days until the asker is reminded to say whether it is solved, and after which it is "answered, unconfirmed".</summary>
    public const int RemindAfterDays = 1, UnconfirmedAfterDays = 2;

    static T By<T>(Urgency urgency, T waiting, T today, T week) => urgency switch { Urgency.Waiting => waiting, Urgency.Today => today, _ => week };
}

/// <summary>Working days, Monday to Friday on somebody's own wall.</summary>
public static class WorkingDays
{
    /// <summary>The same time of day so many working days later; from a weekend on, counted from its end.</summary>
    public static DateTime After(DateTime utc, int days, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        for (var left = days; left > 0;)
        {
            local = local.AddDays(1);
            if (local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }
}
