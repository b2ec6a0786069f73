using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// Brings the shifts and absences of a file into the database, all or none. Of each person in it, what was there from
/// the day of their first start to that of their last is replaced; nobody else's is touched.
/// </summary>
public sealed class ImportShifts(IStore store, TimeProvider clock)
{
    const int Together = 500;

    /// <param name="dryRun">True: says what would change, and changes nothing.</param>
    /// <param name="by">Who imports; null: the operator.</param>
    /// <param name="progress">Is told, on whatever thread reads, how many lines are done.</param>
    public async Task<CsvResult> Run(Stream stream, bool dryRun, MemberInfo? by, CancellationToken cancel, IProgress<CsvProgress>? progress = null)
    {
        if (by is not null && !Access.May(by, Right.ChangePeople))
            return CsvResult.Refused([new(0, null, "Only HR can import shifts and absences.")]);
        var faults = new List<CsvFault>();
        await using var reading = store.Open();
        var checks = new ShiftChecks(await CsvPeople.Read(reading, cancel), faults);
        var lines = CsvProgress.Tell(new CsvFile(stream, ShiftFields.Columns).Lines(faults), false, progress).Select(checks.Check).OfType<ShiftLine>().ToList();
        Twice(lines, faults);
        if (faults.Count > 0)
            return CsvResult.Refused(faults);
        var byPerson = lines.GroupBy(line => line.Member).ToList();
        if (!dryRun)
            await store.Do(db => Write(db, byPerson, by?.Id, progress, cancel), cancel);
        return new CsvResult($"{CsvResult.Of(lines.Count(line => !line.IsAbsence), "shift", "shifts")} and {CsvResult.Of(lines.Count(line => line.IsAbsence), "absence", "absences")} of {CsvResult.Of(byPerson.Count, "person", "people")}.", dryRun, []);
    }

    async Task<int> Write(Db db, List<IGrouping<Guid, ShiftLine>> people, Guid? by, IProgress<CsvProgress>? progress, CancellationToken cancel)
    {
        var written = 0;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var some in people.Chunk(Together))
        {
            var spans = some.ToDictionary(one => one.Key, Span);
            var (from, to) = (spans.Values.Min(span => span.From), spans.Values.Max(span => span.To));
            var ids = spans.Keys.ToList();
            var known = await db.Shifts.Where(shift => ids.Contains(shift.MemberId) && shift.Start >= from && shift.Start < to).ToListAsync(cancel);
            db.Shifts.RemoveRange(known.Where(shift => shift.Start >= spans[shift.MemberId].From && shift.Start < spans[shift.MemberId].To));
            await db.SaveChangesAsync(cancel);
            db.Shifts.AddRange(some.SelectMany(Rows));
            db.AddRange(ids.Select(Replanning.OfMember));
            // Whose shifts were changed sees that they were so.
            db.AddRange(ids.Select(id => new AuditEntry { At = now, Actor = by, Act = "shifts.import", Row = id.ToString(), About = id }));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            progress?.Report(new(true, written += some.Sum(one => one.Count())));
        }
        db.Audit.Add(new AuditEntry { At = now, Actor = by, Act = "shifts.import", Row = string.Create(CultureInfo.InvariantCulture, $"people={people.Count} lines={people.Sum(one => one.Count())}") });
        return await db.SaveChangesAsync(cancel);
    }

    // From the beginning of their first day in the file to the end of their last one.
    static (DateTime From, DateTime To) Span(IGrouping<Guid, ShiftLine> person)
    {
        var zone = person.First().Zone;
        return (LocalDay.Start(person.Min(line => line.Start), zone.Id), LocalDay.Start(WallClock.Day(person.Max(line => line.Start), zone).AddDays(1), zone.Id));
    }

    // One row a person and moment: where an absence begins with the shift, the shift begins where the absence ends.
    static IEnumerable<Shift> Rows(IGrouping<Guid, ShiftLine> person)
    {
        var absences = person.Where(line => line.IsAbsence).ToDictionary(line => line.Start, line => line.End);
        foreach (var line in person)
        {
            var start = line.Start;
            while (!line.IsAbsence && start < line.End && absences.TryGetValue(start, out var back))
                start = back;
            if (start < line.End)
                yield return new Shift { MemberId = person.Key, Start = start, End = line.End, IsAbsence = line.IsAbsence };
        }
    }

    static void Twice(List<ShiftLine> lines, List<CsvFault> faults)
    {
        var seen = new Dictionary<(Guid, DateTime, bool), int>();
        foreach (var line in lines)
            if (!seen.TryAdd((line.Member, line.Start, line.IsAbsence), line.Number))
                faults.Add(new(line.Number, ShiftFields.Start, $"{line.Email} has another {(line.IsAbsence ? "absence" : "shift")} with this start on line {seen[(line.Member, line.Start, line.IsAbsence)]}"));
        foreach (var shifts in lines.Where(line => !line.IsAbsence).GroupBy(line => line.Member))
        {
            ShiftLine? before = null;
            foreach (var shift in shifts.OrderBy(line => line.Start))
            {
                if (before is not null && shift.Start < before.End && shift.Start != before.Start)
                    faults.Add(new(Math.Max(shift.Number, before.Number), ShiftFields.Start, $"{shift.Email} has two shifts at once, on line {Math.Min(shift.Number, before.Number)} and this one"));
                before = shift;
            }
        }
    }
}
