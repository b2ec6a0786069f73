using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

/// <summary>A note as whoever looks after all of them sees it.</summary>
public sealed record TendedNote(Guid Id, int Version, string Question, string Answer, string Topic, string Author, DateOnly ReviewOn, bool IsOutdated);

/// <summary>Everybody's notes, for whoever looks after what the organisation knows.</summary>
public sealed class TendingNotes(IStore store, Register register, TimeProvider clock)
{
    /// <summary>At most so many are listed; a search finds the rest.</summary>
    public const int Most = 100;
    const int FewestWords = 8;

    /// <summary>Most characters of a question, of an answer.</summary>
    public const int MostQuestion = 2000, MostAnswer = 3000;

    /// <summary>Those whose question or answer has these words, the next review first.</summary>
    public async Task<IReadOnlyList<TendedNote>> Find(string words, CancellationToken cancel)
    {
        await using var db = store.Open();
        var notes = db.Notes.AsNoTracking().AsQueryable();
        // The database's own lower case: what the culture of this process is, it does not know.
#pragma warning disable CA1304, CA1311, CA1862
        foreach (var word in words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            notes = notes.Where(note => note.Words.ToLower().Contains(word) || note.Answer.ToLower().Contains(word));
#pragma warning restore CA1304, CA1311, CA1862
        var rows = await notes.OrderBy(note => note.OutdatedAt != null).ThenBy(note => note.ReviewOn).ThenBy(note => note.Id).Take(Most).ToListAsync(cancel);
        var topics = await db.Topics.AsNoTracking().ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancel);
        var authors = rows.ConvertAll(note => note.AuthorId);
        var names = await db.Members.AsNoTracking().Where(member => authors.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
        return [.. rows.Select(note => new TendedNote(note.Id, note.Version, note.Words, note.Answer, note.TopicId is { } topic ? topics.GetValueOrDefault(topic, "") : "", names.GetValueOrDefault(note.AuthorId, "A colleague"), note.ReviewOn, note.OutdatedAt is not null))];
    }

    /// <summary>What in these words may be a customer's or names a colleague; whoever saves says that it is harmless.</summary>
    public async Task<IReadOnlyList<string>> Found(string question, string answer, CancellationToken cancel)
    {
        var names = await NamesOfMembers.Read(register, cancel);
        return [.. CustomerTraces.Find(question, names).Concat(CustomerTraces.Find(answer, names)).Select(one => one.Words).Distinct()];
    }

    /// <param name="harmless">What was found in the words is no customer's.</param>
    /// <returns>Why it was not saved; null: it was.</returns>
    public async Task<string?> Save(MemberInfo who, TendedNote note, bool harmless, CancellationToken cancel)
    {
        var today = LocalDay.Of(Now, who.Zone);
        if (note.Question.Trim().Length is < FewestWords or > MostQuestion || note.Answer.Trim().Length is < FewestWords or > MostAnswer)
            return $"A sentence each, please: the question up to {MostQuestion} characters, the answer up to {MostAnswer}.";
        if (note.ReviewOn <= today || note.ReviewOn > today.AddYears(3))
            return "A review day after today, please, and within 3 years.";
        if (!harmless && await Found(note.Question, note.Answer, cancel) is { Count: > 0 } found)
            return $"Take out what may be a customer's or a colleague's name, or tick that it is not: {string.Join(", ", found.Select(one => $"“{one}”"))}.";
        return await Change(who, note, "note.keep", row => (row.Words, row.Answer, row.ReviewOn, row.RemindAt, row.OutdatedAt) = (note.Question.Trim(), note.Answer.Trim(), note.ReviewOn, NoteForms.RemindAt(note.ReviewOn, who.Zone), null), cancel);
    }

    /// <inheritdoc cref="Save"/>
    public Task<string?> MarkOutdated(MemberInfo who, TendedNote note, CancellationToken cancel) =>
        Change(who, note, "note.outdated", row => (row.OutdatedAt, row.RemindAt) = (Now, null), cancel);

    /// <inheritdoc cref="Save"/>
    public Task<string?> Delete(MemberInfo who, TendedNote note, CancellationToken cancel) => Change(who, note, "note.delete", null, cancel);

    /// <summary>The note as it stands, to be put back so after a change; null: it is not there.</summary>
    public async Task<Note?> Standing(Guid id, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Notes.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
    }

    /// <summary>Puts a note back as it was before its last change, or before it was deleted.</summary>
    /// <returns>Why it was not put back; null: it was.</returns>
    public Task<string?> PutBack(MemberInfo who, Note before, CancellationToken cancel) => store.Do(async db =>
    {
        var row = await db.Notes.SingleOrDefaultAsync(one => one.Id == before.Id, cancel);
        if (row is not null && row.Version != before.Version + 1)
            return "Somebody changed this note in the meantime, so nothing was put back. The list shows how it stands now.";
        if (row is null)
            db.Add(row = await Again(before, db, cancel));
        else
            (row.Words, row.Answer, row.ReviewOn, row.RemindAt, row.OutdatedAt) = (before.Words, before.Answer, before.ReviewOn, before.RemindAt, before.OutdatedAt);
        (row.ChangedAt, row.Version) = (Now, before.Version + 2);
        db.Audit.Add(new AuditEntry { At = Now, Actor = who.Id, Act = "note.put-back", Row = row.Id.ToString(), About = row.AuthorId == Guid.Empty ? null : row.AuthorId });
        await db.SaveChangesAsync(cancel);
        return (string?)null;
    }, cancel);

    // Whoever had their data erased while it was gone is not named by it any more.
    static async Task<Note> Again(Note before, Db db, CancellationToken cancel)
    {
        var here = await db.Members.Where(one => (one.Id == before.AuthorId || one.Id == before.OwnerId) && one.ErasedAt == null).Select(one => one.Id).ToListAsync(cancel);
        return new()
        {
            Id = before.Id,
            QuestionId = before.QuestionId,
            TopicId = before.TopicId,
            Words = before.Words,
            Answer = before.Answer,
            AuthorId = here.Contains(before.AuthorId) ? before.AuthorId : Guid.Empty,
            OwnerId = before.OwnerId is { } owner && here.Contains(owner) ? owner : null,
            MadeAt = before.MadeAt,
            ReviewOn = before.ReviewOn,
            RemindAt = before.RemindAt,
            OutdatedAt = before.OutdatedAt,
            ChangedAt = before.ChangedAt,
        };
    }

    Task<string?> Change(MemberInfo who, TendedNote note, string act, Action<Note>? change, CancellationToken cancel) => store.Do(async db =>
    {
        if (await db.Notes.SingleOrDefaultAsync(one => one.Id == note.Id, cancel) is not { } row)
            return "This note is no longer there.";
        if (row.Version != note.Version)
            return "Somebody changed this note in the meantime, so nothing was saved. The list shows how it stands now.";
        if (change is null)
            db.Remove(row);
        else
        {
            change(row);
            (row.ChangedAt, row.Version) = (Now, row.Version + 1);
        }
        db.Audit.Add(new AuditEntry { At = Now, Actor = who.Id, Act = act, Row = row.Id.ToString(), About = row.AuthorId == Guid.Empty ? null : row.AuthorId });
        await db.SaveChangesAsync(cancel);
        return (string?)null;
    }, cancel);

    DateTime Now => clock.GetUtcNow().UtcDateTime;
}
