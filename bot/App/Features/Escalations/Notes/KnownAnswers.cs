using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

/// <summary>An answer that there is already.</summary>
/// <param name="Words">The question; of one that is no note, what looks like a customer's is masked, in the answer as well.</param>
/// <param name="Author">Who answered; Guid.Empty: a colleague who is no longer known.</param>
/// <param name="At">When it was answered, or the note last changed, UTC.</param>
public sealed record KnownAnswer(KnownKey Key, string Words, string Answer, Guid Author, DateTime At, bool IsOutdated, double Likeness);

/// <summary>
/// Answers that there are already: notes, and questions that were answered. Each search first reads what is new, so that the
/// next asker finds it, on whichever node; what was found is shown as its row stands now, or not at all.
/// </summary>
public sealed class KnownAnswers(IStore store) : IDisposable
{
    /// <summary>Most that are shown.</summary>
    public const int Most = 3;

    const int Looked = 20, Page = 1000;
    const double SameTopic = 1.15;

    // A row stands later than its time says: its turn began before it was saved, perhaps on a node whose clock is behind.
    static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    readonly SemaphoreSlim _one = new(1);
    DateTime _notes, _questions;

    public KnownTexts Texts { get; } = new();

    /// <summary>Up to three, the likeliest first, what is outdated last.</summary>
    public async Task<IReadOnlyList<KnownAnswer>> For(Db db, string words, Guid? topic, CancellationToken cancel)
    {
        await CatchUp(db, once: true, cancel);
        var likeness = Texts.Find(words, Looked).ToDictionary(one => one.Key, one => one.Likeness);
        var found = new List<(KnownAnswer Answer, Guid? Topic)>();
        var questions = likeness.Keys.Where(key => !key.IsNote).Select(key => key.Id).ToList();
        var notes = likeness.Keys.Where(key => key.IsNote).Select(key => key.Id).ToList();
        foreach (var note in await db.Notes.AsNoTracking().Where(note => notes.Contains(note.Id) || (note.QuestionId != null && questions.Contains(note.QuestionId.Value))).ToListAsync(cancel))
        {
            var key = new KnownKey(true, note.Id);
            found.Add((new(key, note.Words, note.Answer, note.AuthorId, note.ChangedAt, note.OutdatedAt is not null, Math.Max(likeness.GetValueOrDefault(key), Of(note.QuestionId))), note.TopicId));
            if (note.QuestionId is { } from)
                questions.Remove(from);
        }
        found.AddRange(await Answered(db, questions, likeness, cancel));
        foreach (var gone in likeness.Keys.Where(key => key.IsNote ? !found.Exists(one => one.Answer.Key == key) : questions.Contains(key.Id) && !found.Exists(one => one.Answer.Key == key)))
            Texts.Drop(gone);
        return [.. found.OrderBy(one => one.Answer.IsOutdated).ThenByDescending(one => one.Answer.Likeness * (topic is not null && one.Topic == topic ? SameTopic : 1)).ThenByDescending(one => one.Answer.At).Select(one => one.Answer).Take(Most)];

        double Of(Guid? question) => question is { } id ? likeness.GetValueOrDefault(new(false, id)) : 0;
    }

    /// <summary>One that was shown, as it stands now; null: it is gone.</summary>
    public static async Task<KnownAnswer?> One(Db db, Guid id, CancellationToken cancel) =>
        await db.Notes.AsNoTracking().SingleOrDefaultAsync(note => note.Id == id, cancel) is { } note
            ? new(new(true, id), note.Words, note.Answer, note.AuthorId, note.ChangedAt, note.OutdatedAt is not null, 1)
            : (await Answered(db, [id], new Dictionary<KnownKey, double>(), cancel)).Select(one => one.Answer).SingleOrDefault();

    /// <summary>The topic that a person gave it: a note's, or that in which an earlier question was solved; null: none.</summary>
    public static async Task<Guid?> TopicOf(Db db, Guid id, CancellationToken cancel) =>
        await db.Notes.Where(note => note.Id == id).Select(note => note.TopicId).SingleOrDefaultAsync(cancel)
        ?? await db.Questions.Where(question => question.Id == id && question.State == QuestionState.Solved && question.NoteId == null).Select(question => question.TopicId).SingleOrDefaultAsync(cancel);

    /// <summary>Reads all that came since it last looked.</summary>
    public async Task CatchUp(CancellationToken cancel)
    {
        await using var db = store.Open();
        await CatchUp(db, once: false, cancel);
    }

    // Once: a page only, for somebody waits.
    async Task CatchUp(Db db, bool once, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            _notes = await Read(_notes, (from, most) => Notes(db, from, most, cancel), once);
            _questions = await Read(_questions, (from, most) => Questions(db, from, most, cancel), once);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    // Where more rows than a page stand at one moment, the page grows.
    async Task<DateTime> Read(DateTime seen, Func<DateTime, int, Task<List<(KnownKey Key, long Version, string Words, DateTime At)>>> read, bool once)
    {
        for (var (from, most) = (seen > DateTime.MinValue + Overlap ? seen - Overlap : DateTime.MinValue, Page); ;)
        {
            var some = await read(from, most);
            foreach (var (key, version, words, _) in some)
                Texts.Take(key, version, words);
            if (some.Count > 0 && some[^1].At > seen)
                seen = some[^1].At;
            if (some.Count < most || (once && seen > from))
                return seen;
            (from, most) = some[^1].At > from ? (some[^1].At, Page) : (from, most * 2);
        }
    }

    static async Task<List<(KnownKey Key, long Version, string Words, DateTime At)>> Notes(Db db, DateTime from, int most, CancellationToken cancel) =>
        [.. (await db.Notes.AsNoTracking().Where(note => note.ChangedAt >= from).OrderBy(note => note.ChangedAt).ThenBy(note => note.Id).Take(most).Select(note => new { note.Id, note.Version, note.Words, note.ChangedAt }).ToListAsync(cancel))
            .Select(note => (new KnownKey(true, note.Id), (long)note.Version, note.Words, note.ChangedAt))];

    static async Task<List<(KnownKey Key, long Version, string Words, DateTime At)>> Questions(Db db, DateTime from, int most, CancellationToken cancel) =>
        [.. (await db.Questions.AsNoTracking().Where(question => question.AnsweredAt >= from).OrderBy(question => question.AnsweredAt).ThenBy(question => question.Id).Take(most).Select(question => new { question.Id, question.Words, At = question.AnsweredAt!.Value }).ToListAsync(cancel))
            .Select(question => (new KnownKey(false, question.Id), question.At.Ticks, question.Words, question.At))];

    static async Task<List<(KnownAnswer Answer, Guid? Topic)>> Answered(Db db, IReadOnlyList<Guid> ids, IReadOnlyDictionary<KnownKey, double> likeness, CancellationToken cancel)
    {
        var questions = await db.Questions.AsNoTracking().Where(question => ids.Contains(question.Id) && question.OwnerId != null && question.AnsweredAt != null
            && (question.State == QuestionState.Answered || question.State == QuestionState.Unconfirmed || question.State == QuestionState.Solved)).ToListAsync(cancel);
        var answers = (await db.QuestionEvents.AsNoTracking().Where(one => ids.Contains(one.QuestionId) && one.Kind == EventKind.Answered && one.DeletedAt == null && one.Words != "").Select(one => new { one.QuestionId, one.Number, one.Words }).ToListAsync(cancel))
            .GroupBy(one => one.QuestionId).ToDictionary(some => some.Key, some => some.MaxBy(one => one.Number)!.Words);
        return [.. questions.Where(question => answers.ContainsKey(question.Id)).Select(question => (new KnownAnswer(new(false, question.Id), CustomerTraces.Masked(question.Words, question.Customer), CustomerTraces.Masked(answers[question.Id], question.Customer),
            question.OwnerId!.Value, question.AnsweredAt!.Value, false, likeness.GetValueOrDefault(new(false, question.Id))), question.TopicId))];
    }
}
