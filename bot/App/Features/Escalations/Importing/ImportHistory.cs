using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Bot.Features.Escalations.Routing;

namespace ServiceCulture.Bot.Features.Escalations.Importing;

/// <summary>
/// Brings past questions with their topics, so that the router starts warm: all of a file or nothing. What is there already is not taken twice. A question without
/// a topic teaches nothing and is passed over. Where HR asks for it, the answers become notes that the next asker finds.
/// </summary>
/// <param name="asNotes">The answers become notes, except those in which something looks like a customer's or a colleague's.</param>
public sealed class ImportHistory(IStore store, Register register, TimeProvider clock, bool asNotes = false)
{
    const string Text = "text", Category = "category", Answer = "answer", Date = "date";
    const int MostText = 4000;

    static readonly CsvColumns Columns = new([Text, Category, Answer, Date], [Text, Category], new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["text"] = Text,
        ["question"] = Text,
        ["category"] = Category,
        ["topic"] = Category,
        ["answer"] = Answer,
        ["date"] = Date,
    });

    internal sealed record Line(int Number, string Text, Guid Topic, string Answer, DateTime? At);

    /// <param name="dryRun">True: says what would change, and changes nothing.</param>
    public async Task<CsvResult> Run(Stream stream, bool dryRun, CancellationToken cancel)
    {
        var faults = new List<CsvFault>();
        await using var db = store.Open();
        var topics = await db.Topics.AsNoTracking().Where(topic => topic.ArchivedAt == null).ToDictionaryAsync(topic => topic.NameKey, topic => topic.Id, cancel);
        var unknown = new Dictionary<string, (int First, int Count)>(StringComparer.Ordinal);
        var (lines, passed) = (new List<Line>(), 0);
        foreach (var row in new CsvFile(stream, Columns).Lines(faults))
            if (row[Category].Length == 0 || row[Category] == RoutingScore.Nowhere)
                passed++;
            else if (Check(row, topics, unknown, faults) is { } line)
                lines.Add(line);
        faults.AddRange(unknown.Select(one => new CsvFault(one.Value.First, Category,
            $"{CsvFault.Quoted(one.Key)} is no topic in use{(one.Value.Count > 1 ? $", here and on {CsvResult.Of(one.Value.Count - 1, "later line", "later lines")}" : "")}; topics come with the topics file, or from HR")));
        if (faults.Count > 0)
            return CsvResult.Refused(faults);
        var rows = await New(db, lines, cancel);
        var notes = asNotes ? await ImportedNotes.Of(db, lines, register, clock.GetUtcNow(), cancel) : ImportedNotes.None;
        if (!dryRun)
            await store.Do(unit => Write(unit, rows, notes.Notes, cancel), cancel);
        return new CsvResult($"{CsvResult.Of(rows.Count, "past question", "past questions")} of {CsvResult.Of(rows.Select(row => row.TopicId).Distinct().Count(), "topic", "topics")}; {CsvResult.Of(lines.Count - rows.Count, "was", "were")} there already, {CsvResult.Of(passed, "has", "have")} no topic.{notes.Words}", dryRun, []);
    }

    async Task<List<LearntExample>> New(Db db, List<Line> lines, CancellationToken cancel)
    {
        var known = (await db.LearntExamples.AsNoTracking().Where(one => one.Words != null).Select(one => new { one.TopicId, one.Words }).ToListAsync(cancel)).Select(one => (one.TopicId, one.Words!)).ToHashSet();
        var now = clock.GetUtcNow();
        return [.. lines.Where(line => known.Add((line.Topic, line.Text))).Select(line => new LearntExample { Id = Guid.CreateVersion7(now), TopicId = line.Topic, Words = line.Text, At = line.At ?? now.UtcDateTime })];
    }

    async Task<int> Write(Db db, List<LearntExample> rows, IReadOnlyList<Note> notes, CancellationToken cancel)
    {
        await ManyRows.Insert(db, rows, cancel);
        await ManyRows.Insert(db, [.. notes], cancel);
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow().UtcDateTime, Act = "history.import", Row = string.Create(CultureInfo.InvariantCulture, $"questions={rows.Count} notes={notes.Count}") });
        return await db.SaveChangesAsync(cancel);
    }

    Line? Check(CsvRow row, Dictionary<string, Guid> topics, Dictionary<string, (int First, int Count)> unknown, List<CsvFault> faults)
    {
        var before = faults.Count;
        if (row[Text].Length is 0 or > MostText)
            faults.Add(new(row.Number, Text, row[Text].Length == 0 ? "is missing" : $"is longer than {MostText} characters"));
        if (!topics.TryGetValue(Folding.Key(row[Category]), out var topic) && !topics.TryGetValue(Folding.Key(row[Category].Replace('_', ' ')), out topic))
        {
            unknown[row[Category]] = unknown.TryGetValue(row[Category], out var seen) ? seen with { Count = seen.Count + 1 } : (row.Number, 1);
            return null;
        }
        DateTime? at = DateOnly.TryParseExact(row[Date], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null;
        if (at is null && row[Date].Length > 0)
            faults.Add(new(row.Number, Date, $"{CsvFault.Quoted(row[Date])} is not a day, such as 2026-11-30"));
        else if (at > clock.GetUtcNow().UtcDateTime.AddDays(1))
            faults.Add(new(row.Number, Date, $"{CsvFault.Quoted(row[Date])} lies ahead"));
        if (asNotes && row[Answer].Length > ImportedNotes.MostAnswer)
            faults.Add(new(row.Number, Answer, $"is longer than {ImportedNotes.MostAnswer} characters, the most a note may have"));
        return faults.Count == before ? new(row.Number, row[Text], topic, row[Answer], at) : null;
    }
}
