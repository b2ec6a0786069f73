using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>
/// Brings the people of a file into the database, all of them or nobody. People whom the file does not name are left
/// alone. The file is read twice: first it is only looked at, then it is written in one transaction.
/// </summary>
public sealed class ImportPeople(IStore store, Register register, NamedOwner owner, TimeProvider clock)
{
    const int Together = 500;

    /// <param name="stream">The file; it must be able to go back.</param>
    /// <param name="dryRun">True: says what would change, and changes nothing.</param>
    /// <param name="by">Who imports; null: the operator, who may all.</param>
    /// <param name="progress">Is told, on whatever thread reads, how many lines are done.</param>
    public async Task<CsvResult> Run(Stream stream, bool dryRun, MemberInfo? by, CancellationToken cancel, IProgress<CsvProgress>? progress = null)
    {
        if (by is not null && !Access.May(by, Right.ChangePeople))
            return CsvResult.Refused([new(0, null, "Only HR can import people.")]);
        var file = new CsvFile(stream, ImportFields.Columns);
        var faults = new List<CsvFault>();
        var plan = new ImportPlan(faults);
        foreach (var person in People(file, faults, false, progress))
            plan.Add(person);
        plan.CheckManagers(await Known(plan.Outsiders(), cancel));
        plan.Teams.CheckCircles(await Parents(cancel));
        var managers = plan.Managers();
        if (faults.Count > 0)
            return CsvResult.Refused(faults);

        try
        {
            var written = await Write(() => People(file, [], true, progress), plan, managers, dryRun, by, cancel);
            return new CsvResult(written.Words(), dryRun, []);
        }
        catch (CsvRefusedException refused)
        {
            return CsvResult.Refused([refused.Fault]);
        }
    }

    async Task<ImportCounts> Write(Func<IEnumerable<ImportPerson>> people, ImportPlan plan, Dictionary<string, string> managers, bool dryRun, MemberInfo? by, CancellationToken cancel)
    {
        if (dryRun)
        {
            await using var db = store.Open();
            return await Write(people(), plan, managers, Writing(db, by, save: false), cancel);
        }
        var counts = await store.Do(db => Write(people(), plan, managers, Writing(db, by, save: true), cancel), cancel);
        register.Forget();
        return counts;
    }

    ImportWriting Writing(Db db, MemberInfo? by, bool save) => new(db, owner, new(clock.GetUtcNow().UtcDateTime, by, save));

    static async Task<ImportCounts> Write(IEnumerable<ImportPerson> people, ImportPlan plan, Dictionary<string, string> managers, ImportWriting writing, CancellationToken cancel)
    {
        await writing.Teams(plan.Teams, cancel);
        foreach (var some in people.Chunk(Together))
            await writing.People(some, cancel);
        await writing.Managers(managers, cancel);
        await writing.Deputies(plan.Deputies, cancel);
        var counts = writing.Counts;
        // The file was changed between the look and the writing: what was looked at is not what would be written.
        if (counts.All != plan.Count)
            throw new CsvRefusedException(new(0, null, "The file was changed while it was read. Please try again."));
        await writing.Close(string.Create(CultureInfo.InvariantCulture, $"new={counts.New} changed={counts.Changed} unchanged={counts.Unchanged} teams={counts.TeamsCreated}"), cancel);
        return counts;
    }

    static IEnumerable<ImportPerson> People(CsvFile file, List<CsvFault> faults, bool isSecond, IProgress<CsvProgress>? progress)
    {
        var checks = new ImportChecks(faults);
        return CsvProgress.Tell(file.Lines(faults), isSecond, progress).Select(row => checks.Check(ImportLine.Of(row))).OfType<ImportPerson>();
    }

    async Task<IReadOnlyDictionary<string, string?>> Parents(CancellationToken cancel)
    {
        await using var db = store.Open();
        var teams = await db.Teams.AsNoTracking().OrderBy(team => team.Name).Select(team => new { team.Id, team.Name, team.ParentId }).ToListAsync(cancel);
        var keys = teams.ToDictionary(team => team.Id, team => ImportPlan.TeamKey(team.Name));
        return teams.GroupBy(team => keys[team.Id]).ToDictionary(team => team.Key, team => team.First().ParentId is { } parent ? keys.GetValueOrDefault(parent) : null);
    }

    async Task<IReadOnlySet<string>> Known(IReadOnlyList<string> emails, CancellationToken cancel)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await using var db = store.Open();
        foreach (var some in emails.Chunk(Together))
            known.UnionWith(await db.Members.Where(m => m.Email != null && some.Contains(m.Email)).Select(m => m.Email!).ToListAsync(cancel));
        return known;
    }
}
