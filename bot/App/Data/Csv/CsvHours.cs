using System.Globalization;

namespace ServiceCulture.Bot.Data.Csv;

/// <summary>Reads on which days and in which hours something is: days as "Mon-Fri" or "Mon, Wed, Sat", hours as 09:00.</summary>
sealed class CsvHours(ICollection<CsvFault> faults)
{
    static readonly string[] Names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <returns>Null when nothing was given, or it is wrong.</returns>
    internal Weekdays? Days(int line, string field, string words)
    {
        if (words.Length == 0)
            return null;
        var days = Weekdays.None;
        foreach (var part in words.Split([',', ';', '|', '+', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (Several(part.ToLowerInvariant()) is { } some)
                days |= some;
            else
            {
                faults.Add(new(line, field, $"{CsvFault.Quoted(part)} is not a day; write Mon-Fri, or the days with commas or spaces between: Mon, Tue, Sat"));
                return null;
            }
        return days == Weekdays.None ? null : days;
    }

    /// <returns>Null when nothing was given, or it is wrong.</returns>
    internal (int? From, int? To)? Times(int line, (string Field, string Time) first, (string Field, string Time) last)
    {
        if (first.Time.Length == 0 && last.Time.Length == 0)
            return null;
        var (from, to) = (Minute(line, first.Field, first.Time), Minute(line, last.Field, last.Time));
        if (from is null || to is null)
            return null;
        if (from == to)
            faults.Add(new(line, last.Field, $"is the same as {first.Field}; there is a beginning and an end"));
        return (from, to);
    }

    int? Minute(int line, string field, string time)
    {
        if (TimeOnly.TryParseExact(time, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return at.Hour * 60 + at.Minute;
        faults.Add(new(line, field, time.Length == 0 ? "is missing: give both times, or neither" : $"{CsvFault.Quoted(time)} is not a time, such as 09:00"));
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
