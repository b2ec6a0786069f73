using System.Globalization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Reads when somebody works: days as "Mon-Fri" or "Mon, Wed, Sat", hours as 09:00.</summary>
sealed class ImportHours(ICollection<CsvFault> faults)
{
    static readonly string[] Names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <returns>Null when nothing was given, or it is wrong.</returns>
    internal Weekdays? Days(ImportLine line)
    {
        if (line.WorkDays.Length == 0)
            return null;
        var days = Weekdays.None;
        foreach (var part in line.WorkDays.Split([',', ';', '|', '+', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (Several(part.ToLowerInvariant()) is { } some)
                days |= some;
            else
            {
                faults.Add(new(line.Number, ImportFields.WorkDays, $"“{(part.Length > 60 ? part[..60] + "…" : part)}” is not a day; write Mon-Fri, or the days with commas or spaces between: Mon, Tue, Sat"));
                return null;
            }
        return days == Weekdays.None ? null : days;
    }

    /// <returns>Null when nothing was given, or it is wrong.</returns>
    internal (int? From, int? To)? Times(ImportLine line)
    {
        if (line.WorkFrom.Length == 0 && line.WorkTo.Length == 0)
            return null;
        var (from, to) = (Minute(line, ImportFields.WorkFrom, line.WorkFrom), Minute(line, ImportFields.WorkTo, line.WorkTo));
        if (from is null || to is null)
            return null;
        if (from == to)
            faults.Add(new(line.Number, ImportFields.WorkTo, "is the same as work_from; a day of work has a beginning and an end"));
        return (from, to);
    }

    int? Minute(ImportLine line, string field, string time)
    {
        if (TimeOnly.TryParseExact(time, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return at.Hour * 60 + at.Minute;
        faults.Add(new(line.Number, field, time.Length == 0 ? "is missing: give both times, or neither" : $"“{(time.Length > 60 ? time[..60] + "…" : time)}” is not a time, such as 09:00"));
        return null;
    }

    static Weekdays? Several(string part)
    {
        var ends = part.Split('-', '–');
        if (ends.Length > 2 || ends.Any(end => Number(end) is null))
            return null;
        var (first, last) = (Number(ends[0])!.Value, Number(ends[^1])!.Value);
        var days = Weekdays.None;
        for (var at = first; ; at = (at + 1) % 7)
        {
            days |= (Weekdays)(1 << at);
            if (at == last)
                return days;
        }
    }

    static int? Number(string name) => name.Length >= 3 && Array.FindIndex(Names, one => one.StartsWith(name, StringComparison.Ordinal)) is >= 0 and var at ? at : null;
}
