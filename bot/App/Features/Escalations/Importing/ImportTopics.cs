using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.Escalations.Importing;

/// <summary>
/// Brings the topics of a file into the database, all or none. A topic that is there is found by its name and changed; its samples are
/// replaced where the file has any. Topics that the file doesn't name stay.
/// </summary>
public sealed class ImportTopics(IStore store, Register register, TimeProvider clock)
{
    const string Topic = "topic", Description = "description", Samples = "samples", Meanwhile = "meanwhile", ForCustomer = "for_customer", Archived = "archived";
    internal const int MostSamples = 100;

    static readonly CsvColumns Columns = new([Topic, Description, Samples, Meanwhile, ForCustomer, Archived], [Topic], new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["topic"] = Topic,
        ["name"] = Topic,
        ["category"] = Topic,
        ["description"] = Description,
        ["samples"] = Samples,
        ["samplequestions"] = Samples,
        ["examples"] = Samples,
        ["meanwhile"] = Meanwhile,
        ["offermeanwhile"] = Meanwhile,
        ["forcustomer"] = ForCustomer,
        ["forthecustomer"] = ForCustomer,
        ["archived"] = Archived,
    });

    sealed record Line(int Number, string Name, string Description, IReadOnlyList<string> Samples, string Meanwhile, string ForCustomer, bool? Archived)
    {
        internal string Key => Folding.Key(Name);
    }

    /// <param name="dryRun">True: says what would change, and changes nothing.</param>
    public async Task<CsvResult> Run(Stream stream, bool dryRun, CancellationToken cancel)
    {
        var faults = new List<CsvFault>();
        var lines = new CsvFile(stream, Columns).Lines(faults).Select(row => Check(row, faults)).OfType<Line>().ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
            if (!seen.TryAdd(line.Key, line.Number))
                faults.Add(new(line.Number, Topic, $"the same topic is on line {seen[line.Key]} too"));
        if (faults.Count > 0)
            return CsvResult.Refused(faults);
        await using var db = store.Open();
        var known = await db.Topics.AsNoTracking().Select(topic => topic.NameKey).ToListAsync(cancel);
        if (!dryRun)
        {
            await store.Do(unit => Write(unit, lines, cancel), cancel);
            register.Forget();
        }
        var changed = lines.Count(line => known.Contains(line.Key));
        return new CsvResult($"{CsvResult.Of(lines.Count - changed, "new topic", "new topics")}, {changed.ToString(CultureInfo.InvariantCulture)} brought up to date, with {CsvResult.Of(lines.Sum(line => line.Samples.Count), "sample", "samples")}.", dryRun, []);
    }

    async Task<int> Write(Db db, List<Line> lines, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await db.Topics.ToDictionaryAsync(topic => topic.NameKey, cancel);
        foreach (var line in lines)
            if (known.TryGetValue(line.Key, out var topic))
            {
                topic.Version++;
                await Change(db, topic, line, now, cancel);
            }
            else
                await Change(db, db.Topics.Add(new Topic { Name = line.Name, NameKey = line.Key, CreatedAt = now }).Entity, line, now, cancel);
        db.Audit.Add(new AuditEntry { At = now, Act = "topics.import", Row = string.Create(CultureInfo.InvariantCulture, $"lines={lines.Count}") });
        return await db.SaveChangesAsync(cancel);
    }

    // What the file leaves empty stays as it is.
    static async Task Change(Db db, Topic topic, Line line, DateTime now, CancellationToken cancel)
    {
        topic.Name = line.Name;
        topic.Description = line.Description.Length > 0 ? line.Description : topic.Description;
        topic.Meanwhile = line.Meanwhile.Length > 0 ? line.Meanwhile : topic.Meanwhile;
        topic.ForCustomer = line.ForCustomer.Length > 0 ? line.ForCustomer : topic.ForCustomer;
        topic.ArchivedAt = line.Archived is { } archived ? archived ? topic.ArchivedAt ?? now : null : topic.ArchivedAt;
        if (line.Samples.Count == 0)
            return;
        db.RemoveRange(await db.TopicSamples.Where(sample => sample.TopicId == topic.Id).ToListAsync(cancel));
        db.AddRange(line.Samples.Select((words, at) => new TopicSample { TopicId = topic.Id, Place = at, Words = words }));
    }

    static Line? Check(CsvRow row, List<CsvFault> faults)
    {
        var before = faults.Count;
        if (row[Topic].Length == 0)
            Add(Topic, "is missing");
        Words(Topic, Escalations.Topic.MostName);
        foreach (var field in new[] { Description, Meanwhile, ForCustomer })
            Words(field, Escalations.Topic.MostWords, lines: true);
        var samples = row[Samples].Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (samples.Count > MostSamples)
            Add(Samples, $"holds {samples.Count} samples; at most {MostSamples}, please. Past questions come with the history file");
        if (samples.Find(sample => sample.Length > TopicSample.MostWords) is { } tooLong)
            Add(Samples, $"{CsvFault.Quoted(tooLong)} is longer than {TopicSample.MostWords} characters; samples are parted by |");
        bool? archived = row[Archived].Length == 0 ? null : CsvFault.YesOrNo(row[Archived]);
        if (archived is null && row[Archived].Length > 0)
            Add(Archived, $"{CsvFault.Quoted(row[Archived])} is neither yes nor no");
        return faults.Count == before ? new(row.Number, row[Topic], row[Description], samples, row[Meanwhile], row[ForCustomer], archived) : null;

        void Add(string field, string why) => faults.Add(new(row.Number, field, why));

        void Words(string field, int most, bool lines = false)
        {
            if (row[field].Length > most)
                Add(field, $"is longer than {most} characters");
            else if (row[field].Any(one => char.IsControl(one) && !(lines && one is '\n' or '\r')))
                Add(field, "contains a line break or another control character");
        }
    }
}
