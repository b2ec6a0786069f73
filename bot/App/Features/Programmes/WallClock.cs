using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>What the clock on a person's wall says, in UTC: also on the days on which it is moved.</summary>
static class WallClock
{
    internal const int MinutesADay = 24 * 60;

    /// <summary>That minute of that day. One that is skipped comes when the skip ends; of one that comes twice, the first.</summary>
    internal static DateTime At(DateOnly day, int minute, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        if (!zone.SupportsDaylightSavingTime)
            return TimeZoneInfo.ConvertTimeToUtc(local, zone);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return zone.IsAmbiguousTime(local)
            ? DateTime.SpecifyKind(local - zone.GetAmbiguousTimeOffsets(local).Max(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }

    /// <summary>From one minute of the day to another, on the next day where that is not later.</summary>
    internal static Stretch Between(DateOnly day, int from, int to, TimeZoneInfo zone) =>
        new(At(day, from, zone), to > from ? At(day, to, zone) : At(day.AddDays(1), to, zone));

    /// <summary>The same minutes of each of these days, and of the evening before them.</summary>
    internal static List<Stretch> Daily(Stretch around, int from, int to, TimeZoneInfo zone)
    {
        var days = new List<Stretch>();
        for (var day = Day(around.From, zone).AddDays(-1); day <= Day(around.To, zone); day = day.AddDays(1))
            days.Add(Between(day, from, to, zone));
        return days;
    }

    internal static DateOnly Day(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    internal static bool Has(this Weekdays days, DateOnly day) => days.HasFlag((Weekdays)(1 << (((int)day.DayOfWeek + 6) % 7)));
}
