using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>
/// Four weeks, Monday to Sunday, counted from one Monday for good: no window overlaps another and none can be chosen. Its
/// days are the organisation's own; its moments are where those days begin in the organisation's zone.
/// </summary>
public readonly record struct PublicationWindow(int Index)
{
    const int Days = 28;
    static readonly DateOnly s_first = new(2024, 1, 1);

    /// <summary>The first day.</summary>
    public DateOnly From => s_first.AddDays(Days * Index);

    /// <summary>The day after the last.</summary>
    public DateOnly To => From.AddDays(Days);

    public static PublicationWindow Of(DateOnly day) => new((int)Math.Floor((day.DayNumber - s_first.DayNumber) / (double)Days));

    /// <summary>The last window that is over in that zone; it can be frozen, the one after it cannot.</summary>
    public static PublicationWindow LastFinished(DateTime utc, string? zone) => new(Of(LocalDay.Of(utc, zone)).Index - 1);

    /// <summary>When it began, UTC.</summary>
    public DateTime Start(string? zone) => LocalDay.Start(From, zone);

    /// <summary>When it was over, UTC: the next one's start. Membership is read as of this moment.</summary>
    public DateTime End(string? zone) => LocalDay.Start(To, zone);
}
