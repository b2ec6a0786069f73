using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.Escalations.Importing;

/// <summary>Brings the triage rota of a file into the database, all or none. What was there from the file's first start to its last end is replaced.</summary>
public sealed class ImportTriage(IStore store, TimeProvider clock)
{
    static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    sealed record Line(int Number, string Email, Guid Member, DateTime From, DateTime To);

    /// <param name="dryRun">True: says what would change, and changes nothing.</param>
    public async Task<CsvResult> Run(Stream stream, bool dryRun, CancellationToken cancel)
    {
        var faults = new List<CsvFault>();
        await using var db = store.Open();
        var people = await CsvPeople.Read(db, cancel);
        var lines = new CsvFile(stream, ExpertFields.Triage).Lines(faults).Select(row => Check(row, people, faults)).OfType<Line>().ToList();
        foreach (var person in lines.GroupBy(line => line.Member))
            Twice([.. person.OrderBy(line => line.From)], faults);
        if (faults.Count > 0)
            return CsvResult.Refused(faults);
        if (lines.Count > 0 && !dryRun)
            await store.Do(unit => Write(unit, lines, cancel), cancel);
        return new CsvResult($"{CsvResult.Of(lines.Count, "turn", "turns")} of triage for {CsvResult.Of(lines.Select(line => line.Member).Distinct().Count(), "person", "people")}.{Gaps(lines)}", dryRun, []);
    }

    async Task<int> Write(Db db, List<Line> lines, CancellationToken cancel)
    {
        var (from, to) = (lines.Min(line => line.From), lines.Max(line => line.To));
        db.TriageTurns.RemoveRange(await db.TriageTurns.Where(turn => turn.From >= from && turn.From < to).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        db.TriageTurns.AddRange(lines.Select(line => new TriageTurn { MemberId = line.Member, From = line.From, To = line.To }));
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow().UtcDateTime, Act = "triage.import", Row = string.Create(CultureInfo.InvariantCulture, $"turns={lines.Count}") });
        return await db.SaveChangesAsync(cancel);
    }

    static Line? Check(CsvRow row, CsvPeople people, List<CsvFault> faults)
    {
        var before = faults.Count;
        var person = people.Find(row, ExpertFields.Person, faults);
        var zone = person?.Zone ?? TimeZoneInfo.Utc;
        var (from, to) = (CsvMoment.Read(row, ExpertFields.Start, zone, faults), CsvMoment.Read(row, ExpertFields.End, zone, faults));
        if (to <= from)
            faults.Add(new(row.Number, ExpertFields.End, "is not after the start"));
        else if (to - from > Longest)
            faults.Add(new(row.Number, ExpertFields.End, "makes a turn of more than 31 days"));
        return faults.Count == before ? new(row.Number, row[ExpertFields.Person].ToLowerInvariant(), person!.Value.Member, from!.Value, to!.Value) : null;
    }

    static void Twice(List<Line> turns, List<CsvFault> faults)
    {
        for (var at = 1; at < turns.Count; at++)
            if (turns[at].From < turns[at - 1].To)
                faults.Add(new(Math.Max(turns[at].Number, turns[at - 1].Number), ExpertFields.Start, $"{turns[at].Email} has two turns at once, on line {Math.Min(turns[at].Number, turns[at - 1].Number)} and this one"));
    }

    // When nobody is on triage is no fault, but worth a word.
    static string Gaps(List<Line> lines)
    {
        var (gaps, until) = (0, DateTime.MaxValue);
        foreach (var line in lines.OrderBy(line => line.From))
        {
            gaps += line.From > until ? 1 : 0;
            until = until == DateTime.MaxValue || line.To > until ? line.To : until;
        }
        return gaps == 0 ? "" : $" Between them nobody is on triage in {CsvResult.Of(gaps, "gap", "gaps")}.";
    }
}
