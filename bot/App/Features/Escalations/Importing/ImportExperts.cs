using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.Escalations.Experts;

namespace ServiceCulture.Bot.Features.Escalations.Importing;

/// <summary>
/// Brings the experts of a file into the database, all or none: a line for each person and topic. Of each topic in it the experts are those of the
/// file from then on; other topics stay. Duty, capacity and languages are the person's, and stay where the file says nothing.
/// </summary>
public sealed class ImportExperts(IStore store, TimeProvider clock)
{
    /// <param name="dryRun">True: says what would change, and changes nothing.</param>
    public async Task<CsvResult> Run(Stream stream, bool dryRun, CancellationToken cancel)
    {
        var faults = new List<CsvFault>();
        await using var db = store.Open();
        var topics = await db.Topics.AsNoTracking().Where(topic => topic.ArchivedAt == null).ToDictionaryAsync(topic => topic.NameKey, topic => topic.Id, cancel);
        var checks = new ExpertChecks(await CsvPeople.Read(db, cancel), topics, faults);
        var lines = new CsvFile(stream, ExpertFields.Columns).Lines(faults).Select(checks.Check).OfType<ExpertLine>().ToList();
        Compare(lines, faults);
        if (faults.Count > 0)
            return CsvResult.Refused(faults);
        if (!dryRun)
            await store.Do(unit => Write(unit, lines, cancel), cancel);
        var topicsNamed = lines.Select(line => line.Topic).Distinct().Count();
        return new CsvResult($"{CsvResult.Of(lines.Select(line => line.Member).Distinct().Count(), "expert", "experts")} of {CsvResult.Of(topicsNamed, "topic", "topics")}.", dryRun, []);
    }

    async Task<int> Write(Db db, List<ExpertLine> lines, CancellationToken cancel)
    {
        var topics = lines.Select(line => line.Topic).Distinct().ToList();
        var known = await db.Expertises.Where(one => topics.Contains(one.TopicId)).ToDictionaryAsync(one => (one.MemberId, one.TopicId), cancel);
        foreach (var line in lines)
            if (known.Remove((line.Member, line.Topic), out var expertise))
                expertise.Level = line.Level;
            else
                db.Expertises.Add(new Expertise { MemberId = line.Member, TopicId = line.Topic, Level = line.Level });
        db.RemoveRange(known.Values);
        await ExpertRoles.Follow(db, [.. lines.Select(line => line.Member), .. known.Values.Select(one => one.MemberId)], cancel);
        foreach (var person in lines.GroupBy(line => line.Member))
            await Settings(db, person, cancel);
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow().UtcDateTime, Act = "experts.import", Row = string.Create(CultureInfo.InvariantCulture, $"topics={topics.Count} lines={lines.Count}") });
        return await db.SaveChangesAsync(cancel);
    }

    static async Task Settings(Db db, IGrouping<Guid, ExpertLine> person, CancellationToken cancel)
    {
        var (days, hours) = (person.Select(line => line.Days).FirstOrDefault(one => one is not null), person.Select(line => line.Hours).FirstOrDefault(one => one is not null));
        var (capacity, languages) = (person.Select(line => line.Capacity).FirstOrDefault(one => one is not null), person.Select(line => line.Languages).FirstOrDefault(one => one is not null));
        if (days is null && hours is null && capacity is null && languages is null)
            return;
        var settings = await db.ExpertSettings.FindAsync([person.Key], cancel) ?? db.ExpertSettings.Add(new ExpertSettings { MemberId = person.Key, Version = 0 }).Entity;
        (settings.DutyDays, settings.Capacity, settings.Languages, settings.Version) = (days ?? settings.DutyDays, capacity ?? settings.Capacity, languages ?? settings.Languages, settings.Version + 1);
        if (hours is { } given)
            (settings.DutyFrom, settings.DutyTo) = given;
    }

    // A person has one duty, one capacity: lines of theirs that say different things can't both be meant.
    static void Compare(List<ExpertLine> lines, List<CsvFault> faults)
    {
        var seen = new Dictionary<(Guid, Guid), int>();
        foreach (var line in lines)
            if (!seen.TryAdd((line.Member, line.Topic), line.Number))
                faults.Add(new(line.Number, ExpertFields.Topic, $"{line.Email} has this topic on line {seen[(line.Member, line.Topic)]} too"));
        foreach (var person in lines.GroupBy(line => line.Member))
        {
            Differ(person, ExpertFields.DutyDays, line => line.Days?.ToString(), faults);
            Differ(person, ExpertFields.DutyFrom, line => line.Hours?.ToString(), faults);
            Differ(person, ExpertFields.Capacity, line => line.Capacity?.ToString(CultureInfo.InvariantCulture), faults);
            Differ(person, ExpertFields.Languages, line => line.Languages, faults);
        }
    }

    static void Differ(IEnumerable<ExpertLine> person, string field, Func<ExpertLine, string?> said, List<CsvFault> faults)
    {
        ExpertLine? first = null;
        foreach (var line in person.Where(line => said(line) is not null))
            if (first is null)
                first = line;
            else if (said(line) != said(first))
                faults.Add(new(line.Number, field, $"says something else of {line.Email} than line {first.Number}; it is the person's, for all their topics"));
    }
}
