using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>When somebody is there for questions: on the duty days and hours they gave, else as they work. Absences and holidays are no duty.</summary>
/// <param name="Days">Null: as they work; so are the minutes of their own day.</param>
public sealed record Duty(WorkLife Life, Weekdays? Days = null, int? From = null, int? To = null)
{
    /// <summary>So far ahead duty is looked for: further than that shifts aren't known.</summary>
    public static readonly TimeSpan Ahead = WorkLife.Fortnight;

    /// <summary>The same hours week by week.</summary>
    public DutyHours Hours => new(Days ?? Life.WorkDays, From ?? Life.WorkFrom, To ?? Life.WorkTo, Life.Zone.Id, ByShifts: Days is null && From is null && Life.Shifts.Count > 0);

    /// <summary>The first moment from then on at which they are on duty: that very one when they already are. Null: none within a fortnight.</summary>
    public DateTime? FirstFrom(DateTime moment)
    {
        var first = Within(moment, moment + Ahead).Select(one => one.From > moment ? one.From : moment).DefaultIfEmpty().Min();
        return first == default ? null : first;
    }

    public bool Has(DateTime moment) => FirstFrom(moment) == moment;

    /// <summary>All their duty that ends after the one moment and begins before the other.</summary>
    internal List<Stretch> Within(DateTime from, DateTime to) => Days is null && From is null
        ? [.. Life.Work(from, to).Where(work => Life.Shifts.Count > 0 || !Life.Holidays.Contains(work.Day)).Select(work => work.Work)]
        : [.. Own(from, to).ToList().Without(Life.Absences).Where(one => one.To > from && one.From < to)];

    IEnumerable<Stretch> Own(DateTime from, DateTime to)
    {
        var days = Days ?? Life.WorkDays;
        for (var day = WallClock.Day(from, Life.Zone).AddDays(-1); day <= WallClock.Day(to, Life.Zone); day = day.AddDays(1))
            if (days.Has(day) && !Life.Holidays.Contains(day))
                yield return WallClock.Between(day, From ?? Life.WorkFrom, To ?? Life.WorkTo, Life.Zone);
    }
}
