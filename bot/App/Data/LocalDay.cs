namespace ServiceCulture.Bot.Data;

/// <summary>A person's own day.</summary>
public static class LocalDay
{
    /// <summary>When the day of this moment began in that zone, in UTC; UTC's own day where the zone is unknown.</summary>
    public static DateTime Start(DateTime utc, string? zone)
    {
        var info = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
        var midnight = DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, info).Date, DateTimeKind.Unspecified);
        // Where the clock skips midnight, the day begins when the skip ends.
        while (info.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        // Where the clock comes back to midnight, the day began the first time.
        return info.IsAmbiguousTime(midnight)
            ? DateTime.SpecifyKind(midnight - info.GetAmbiguousTimeOffsets(midnight).Max(), DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(midnight, info);
    }
}
