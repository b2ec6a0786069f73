using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>
/// How long something took. While a customer waits, as the clock runs: they wait at night, too. Else in the asker's own working hours: their shifts
/// where they have any, else their working days and hours without holidays; what is done outside them took no time.
/// </summary>
public static class WorkingMinutes
{
    public static double Between(WorkLife asker, Urgency urgency, DateTime from, DateTime to) => urgency is Urgency.Waiting
        ? (to - from).TotalMinutes
        : asker.Work(from, to).Where(work => asker.Shifts.Count > 0 || !asker.Holidays.Contains(work.Day))
            .Sum(work => Math.Max(0, ((work.Work.To < to ? work.Work.To : to) - (work.Work.From > from ? work.Work.From : from)).TotalMinutes));
}
