using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// Brings the holidays of a file into the database, all or none. Of each country and year in it, what was there is
/// replaced; other countries and years stay.
/// </summary>
public sealed class ImportHolidays(IStore store, Register register, TimeProvider clock)
{
    const int LongestName = 100;

    sealed record Line(int Number, string Country, string Region, DateOnly Day, string Name);

    /// <param name="dryRun">True: says what would change, and changes nothing.</param>
    /// <param name="by">Who imports; null: the operator.</param>
    public async Task<CsvResult> Run(Stream stream, bool dryRun, MemberInfo? by, CancellationToken cancel)
    {
        if (by is not null && !Access.May(by, Right.ChangeRules))
            return CsvResult.Refused([new(0, null, "Only HR can import holidays.")]);
        var faults = new List<CsvFault>();
        var lines = new CsvFile(stream, HolidayFields.Columns).Lines(faults).Select(row => Check(row, faults)).OfType<Line>().ToList();
        var seen = new Dictionary<(string, string, DateOnly), int>();
        foreach (var line in lines)
            if (!seen.TryAdd((line.Country, line.Region, line.Day), line.Number))
                faults.Add(new(line.Number, HolidayFields.Day, $"the same day is on line {seen[(line.Country, line.Region, line.Day)]} too"));
        if (faults.Count > 0)
            return CsvResult.Refused(faults);
        if (!dryRun)
        {
            await store.Do(db => Write(db, lines, by?.Id, cancel), cancel);
            register.Forget();
        }
        return new CsvResult($"{CsvResult.Of(lines.Count, "holiday", "holidays")} of {CsvResult.Of(lines.Select(line => line.Country).Distinct().Count(), "country", "countries")}.", dryRun, []);
    }

    async Task<int> Write(Db db, List<Line> lines, Guid? by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var year in lines.Select(line => (line.Country, line.Day.Year)).Distinct().ToList())
        {
            var (first, last) = (new DateOnly(year.Year, 1, 1), new DateOnly(year.Year, 12, 31));
            db.Holidays.RemoveRange(await db.Holidays.Where(one => one.Country == year.Country && one.Day >= first && one.Day <= last).ToListAsync(cancel));
        }
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        db.Holidays.AddRange(lines.Select(line => new Holiday { Country = line.Country, Region = line.Region, Day = line.Day, Name = line.Name }));
        db.Audit.Add(new AuditEntry { At = now, Actor = by, Act = "holidays.import", Row = string.Create(CultureInfo.InvariantCulture, $"lines={lines.Count}") });
        db.AddRange(lines.Select(line => line.Country).Distinct().Select(Replanning.InCountry));
        await db.SaveChangesAsync(cancel);
        return lines.Count;
    }

    static Line? Check(CsvRow row, List<CsvFault> faults)
    {
        var before = faults.Count;
        var country = row[HolidayFields.Country].ToUpperInvariant();
        if (!Countries.Knows(country))
            Add(HolidayFields.Country, country.Length == 0 ? "is missing" : $"{CsvFault.Quoted(row[HolidayFields.Country])} is not a country code of two letters (ISO 3166){(Countries.Meant(country) is { } meant ? $"; did you mean {meant}?" : ", such as DE")}");
        if (ProgrammeForms.On(row[HolidayFields.Day]) is not { } day)
            Add(HolidayFields.Day, row[HolidayFields.Day].Length == 0 ? "is missing" : $"{CsvFault.Quoted(row[HolidayFields.Day])} is not a day, such as 2026-12-25");
        else if (day.Year is < 2000 or > 2100)
            Add(HolidayFields.Day, "lies before 2000 or after 2100");
        if (row[HolidayFields.Name].Length == 0)
            Add(HolidayFields.Name, "is missing");
        foreach (var field in new[] { HolidayFields.Name, HolidayFields.Region })
            if (row[field].Length > LongestName || row[field].Any(char.IsControl))
                Add(field, $"is longer than {LongestName} characters or contains a line break");
        return faults.Count == before ? new(row.Number, country, row[HolidayFields.Region], ProgrammeForms.On(row[HolidayFields.Day])!.Value, row[HolidayFields.Name]) : null;

        void Add(string field, string why) => faults.Add(new(row.Number, field, why));
    }
}
