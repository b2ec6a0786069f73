using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Which day of somebody's it is: a night shift is one.</summary>
static class DayOfWork
{
    /// <summary>The day on which the shift began that they are in, also after midnight; outside any shift the day of their own zone.</summary>
    internal static async Task<DateOnly> Find(Db db, MemberInfo who, DateTime now, CancellationToken cancel) =>
        await WorkLives.Around(db, who.Id, now, cancel) is { } life ? Of(life, now) : LocalDay.Of(now, who.Zone);

    /// <summary>The same for several moments, none more than a fortnight from now.</summary>
    internal static async Task<Func<DateTime, DateOnly>> Days(Db db, MemberInfo who, DateTime now, CancellationToken cancel) =>
        await WorkLives.Around(db, who.Id, now, cancel) is { } life ? moment => Of(life, moment) : moment => LocalDay.Of(moment, who.Zone);

    /// <inheritdoc cref="Find"/>
    internal static DateOnly Of(WorkLife life, DateTime now) =>
        life.Stints(now, now.AddTicks(1)).FirstOrDefault(stint => stint.Whole.Has(now))?.Day ?? WallClock.Day(now, life.Zone);
}
