using System.Globalization;

namespace ServiceCulture.Bot.Data.Csv;

/// <summary>Reads a moment, written in a person's own zone or with an offset.</summary>
static class CsvMoment
{
    static readonly string[] Local = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];
    static readonly string[] WithZone = [.. Local.Select(one => one + "zzz"), .. Local.Select(one => one + "'Z'")];

    /// <returns>In UTC; null, and a fault, where it is none.</returns>
    internal static DateTime? Read(CsvRow row, string field, TimeZoneInfo zone, ICollection<CsvFault> faults)
    {
        var words = row[field];
        if (DateTimeOffset.TryParseExact(words, WithZone, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
            return exact.UtcDateTime;
        if (!DateTime.TryParseExact(words, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            Add(words.Length == 0 ? "is missing" : $"{CsvFault.Quoted(words)} is not a moment, such as 2026-11-24 09:00 (in the person's own zone) or 2026-11-24T09:00+01:00");
        else if (zone.IsInvalidTime(local))
            Add($"{CsvFault.Quoted(words)} does not exist in {zone.Id}: the clock is put forward over it");
        // Of an hour that comes twice, the first is meant; whoever means the second says its offset.
        else
            return zone.IsAmbiguousTime(local)
                ? DateTime.SpecifyKind(local - zone.GetAmbiguousTimeOffsets(local).Max(), DateTimeKind.Utc)
                : TimeZoneInfo.ConvertTimeToUtc(local, zone);
        return null;

        void Add(string why) => faults.Add(new(row.Number, field, why));
    }
}
