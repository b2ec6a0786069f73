namespace ServiceCulture.Bot.Data;

/// <summary>A person's or an organisation's day, by their time zone.</summary>
public static class LocalDay
{
    /// <summary>The day that this moment falls on in that zone; UTC's where the zone is unknown.</summary>
    public static DateOnly Of(DateTime utc, string? zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone(zone)));

    /// <summary>The zone of that IANA name; UTC where there is none.</summary>
    public static TimeZoneInfo Zone(string? zone) => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;

    /// <summary>When the day of this moment began in that zone, in UTC; UTC's own day where the zone is unknown.</summary>
    public static DateTime Start(DateTime utc, string? zone) => Start(Of(utc, zone), zone);

    /// <summary>When that day begins in that zone, in UTC.</summary>
    public static DateTime Start(DateOnly day, string? zone)
    {
        var info = Zone(zone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where the clock skips midnight, the day begins when the skip ends.
        while (info.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        // Where the clock comes back to midnight, the day began the first time.
        return info.IsAmbiguousTime(midnight)
            ? DateTime.SpecifyKind(midnight - info.GetAmbiguousTimeOffsets(midnight).Max(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(midnight, info);
    }
}
