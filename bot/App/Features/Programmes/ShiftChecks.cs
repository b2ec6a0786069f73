using System.Globalization;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>A line of the shift file, checked. The moments are UTC.</summary>
sealed record ShiftLine(int Number, string Email, Guid Member, TimeZoneInfo Zone, DateTime Start, DateTime End, bool IsAbsence);

/// <summary>Looks at one line of the shift file: each field is right or its fault is named.</summary>
/// <param name="people">By e-mail: who it is, and in which zone a time without one is meant.</param>
sealed class ShiftChecks(IReadOnlyDictionary<string, (Guid Member, TimeZoneInfo Zone)> people, ICollection<CsvFault> faults)
{
    static readonly string[] Local = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];
    static readonly string[] WithZone = [.. Local.Select(one => one + "zzz"), .. Local.Select(one => one + "'Z'")];
    static readonly TimeSpan LongestShift = TimeSpan.FromHours(24), LongestAbsence = TimeSpan.FromDays(366);

    /// <returns>Null when a field is wrong.</returns>
    internal ShiftLine? Check(CsvRow row)
    {
        var before = faults.Count;
        var email = row[ShiftFields.Person].ToLowerInvariant();
        var isKnown = people.TryGetValue(email, out var person);
        if (!isKnown)
            Add(row, ShiftFields.Person, email.Length == 0 ? "is missing" : $"{Quoted(email)} is nobody I know; people come with the people file, by their e-mail");
        var absence = Absence(row);
        var zone = person.Zone ?? TimeZoneInfo.Utc;
        var (start, end) = (Moment(row, ShiftFields.Start, zone), Moment(row, ShiftFields.End, zone));
        if (start is { } from && end is { } to)
            Length(row, from, to, absence is true);
        return faults.Count == before ? new(row.Number, email, person.Member, zone, start!.Value, end!.Value, absence!.Value) : null;
    }

    void Length(CsvRow row, DateTime from, DateTime to, bool isAbsence)
    {
        if (to <= from)
            Add(row, ShiftFields.End, "is not after the start; of a night shift the end is on the next day");
        else if (to - from > (isAbsence ? LongestAbsence : LongestShift))
            Add(row, ShiftFields.End, isAbsence ? "makes an absence of more than a year" : "makes a shift of more than 24 hours");
    }

    bool? Absence(CsvRow row)
    {
        switch (row[ShiftFields.Absence].ToLowerInvariant())
        {
            case "" or "no" or "n" or "false" or "0":
                return false;
            case "yes" or "y" or "true" or "1" or "x":
                return true;
            default:
                Add(row, ShiftFields.Absence, $"{Quoted(row[ShiftFields.Absence])} is neither yes nor no");
                return null;
        }
    }

    DateTime? Moment(CsvRow row, string field, TimeZoneInfo zone)
    {
        var words = row[field];
        if (DateTimeOffset.TryParseExact(words, WithZone, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
            return exact.UtcDateTime;
        if (!DateTime.TryParseExact(words, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            Add(row, field, words.Length == 0 ? "is missing" : $"{Quoted(words)} is not a moment, such as 2026-11-24 09:00 (in the person's own zone) or 2026-11-24T09:00+01:00");
        else if (zone.IsInvalidTime(local))
            Add(row, field, $"{Quoted(words)} does not exist in {zone.Id}: the clock is put forward over it");
        // Of an hour that comes twice, the first is meant; whoever means the second says its offset.
        else
            return zone.IsAmbiguousTime(local)
                ? DateTime.SpecifyKind(local - zone.GetAmbiguousTimeOffsets(local).Max(), DateTimeKind.Utc)
                : TimeZoneInfo.ConvertTimeToUtc(local, zone);
        return null;
    }

    void Add(CsvRow row, string field, string why) => faults.Add(new(row.Number, field, why));

    internal static string Quoted(string words) => $"“{(words.Length > 60 ? words[..60] + "…" : words)}”";
}
