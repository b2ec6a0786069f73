using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>A line of the shift file, checked. The moments are UTC.</summary>
sealed record ShiftLine(int Number, string Email, Guid Member, TimeZoneInfo Zone, DateTime Start, DateTime End, bool IsAbsence);

/// <summary>Looks at one line of the shift file: each field is right or its fault is named.</summary>
/// <param name="people">Who it is, and in which zone a time without one is meant.</param>
sealed class ShiftChecks(CsvPeople people, ICollection<CsvFault> faults)
{
    static readonly TimeSpan LongestShift = TimeSpan.FromHours(24), LongestAbsence = TimeSpan.FromDays(366);

    /// <returns>Null when a field is wrong.</returns>
    internal ShiftLine? Check(CsvRow row)
    {
        var before = faults.Count;
        var person = people.Find(row, ShiftFields.Person, faults);
        var absence = Absence(row);
        var zone = person?.Zone ?? TimeZoneInfo.Utc;
        var (start, end) = (CsvMoment.Read(row, ShiftFields.Start, zone, faults), CsvMoment.Read(row, ShiftFields.End, zone, faults));
        if (start is { } from && end is { } to)
            Length(row, from, to, absence is true);
        return faults.Count == before ? new(row.Number, row[ShiftFields.Person].ToLowerInvariant(), person!.Value.Member, zone, start!.Value, end!.Value, absence!.Value) : null;
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
        if (row[ShiftFields.Absence].Length == 0)
            return false;
        var isAbsence = CsvFault.YesOrNo(row[ShiftFields.Absence]);
        if (isAbsence is null)
            Add(row, ShiftFields.Absence, $"{CsvFault.Quoted(row[ShiftFields.Absence])} is neither yes nor no");
        return isAbsence;
    }

    void Add(CsvRow row, string field, string why) => faults.Add(new(row.Number, field, why));
}
