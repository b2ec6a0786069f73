using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>On which days and at which moments a plan falls due: by the clock on the person's own wall.</summary>
static class WhenDue
{
    /// <summary>The first time after that moment, UTC.</summary>
    internal static DateTime Next(DigestPlan plan, string? zone, DateTime after)
    {
        var info = LocalDay.Zone(zone);
        for (var day = LocalDay.Of(after, zone).AddDays(-1); ; day = day.AddDays(1))
            if (Falls(plan, day) && WallClock.At(day, plan.Minute, info) is var at && at > after)
                return at;
    }

    /// <summary>How many weeks lie between that day's digest and the one before it: so many it covers.</summary>
    internal static int Weeks(DigestPlan plan, DateOnly day)
    {
        while (!Falls(plan, day))
            day = day.AddDays(-1);
        var before = day.AddDays(-7);
        while (!Falls(plan, before))
            before = before.AddDays(-7);
        return (day.DayNumber - before.DayNumber) / 7;
    }

    /// <summary>The time that this due moment stands for in their zone of now: somebody may have travelled since it was planned.</summary>
    internal static DateTime Meant(DigestPlan plan, string? zone) => Next(plan, zone, plan.NextAt!.Value.AddHours(-26));

    // Every second week is the same for everybody, and the first of such days makes the month.
    static bool Falls(DigestPlan plan, DateOnly day) => day.DayOfWeek == plan.Day && plan.Rhythm switch
    {
        Rhythm.Fortnightly => day.DayNumber / 7 % 2 == 0,
        Rhythm.Monthly => day.Day <= 7,
        _ => true,
    };
}
