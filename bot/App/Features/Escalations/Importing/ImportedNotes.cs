using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.Escalations.Notes;

namespace ServiceCulture.Bot.Features.Escalations.Importing;

/// <summary>Answers of past questions as notes. Nobody has looked at them yet, so nothing that may be a customer's or names a colleague comes in.</summary>
/// <param name="Words">What is said of them, after the rest.</param>
sealed record ImportedNotes(IReadOnlyList<Note> Notes, string Words)
{
    internal const int MostAnswer = 3000;
    const int ReviewAfterMonths = 6, MostLinesNamed = 10;

    internal static readonly ImportedNotes None = new([], "");

    /// <summary>Those that are new: a question that has a note already keeps it.</summary>
    internal static async Task<ImportedNotes> Of(Db db, IEnumerable<ImportHistory.Line> lines, Register register, DateTimeOffset now, CancellationToken cancel)
    {
        var names = await NamesOfMembers.Read(register, cancel);
        var known = (await db.Notes.AsNoTracking().Select(note => note.Words).ToListAsync(cancel)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (notes, left) = (new List<Note>(), new List<int>());
        foreach (var line in lines.Where(line => line.Answer.Length > 0))
            if (CustomerTraces.Find(line.Text, names).Count + CustomerTraces.Find(line.Answer, names).Count > 0)
                left.Add(line.Number);
            else if (known.Add(line.Text))
                notes.Add(Note(line, now));
        return new(notes, $" {CsvResult.Of(notes.Count, "answer becomes a note", "answers become notes")}.{(left.Count > 0 ? Left(left) : "")}");
    }

    // Nobody's: on the review date the topic's experts are asked.
    static Note Note(ImportHistory.Line line, DateTimeOffset now)
    {
        var review = DateOnly.FromDateTime(now.UtcDateTime).AddMonths(ReviewAfterMonths);
        return new() { Id = Guid.CreateVersion7(now), TopicId = line.Topic, Words = line.Text, Answer = line.Answer, AuthorId = Guid.Empty, OwnerId = null, MadeAt = line.At ?? now.UtcDateTime, ReviewOn = review, RemindAt = NoteForms.RemindAt(review, null), ChangedAt = now.UtcDateTime };
    }

    static string Left(List<int> lines) =>
        $" {CsvResult.Of(lines.Count, "is", "are")} left out, because something there may be a customer's or a colleague's: line{(lines.Count == 1 ? "" : "s")} {string.Join(", ", lines.Take(MostLinesNamed))}{(lines.Count > MostLinesNamed ? " and others" : "")}.";
}
