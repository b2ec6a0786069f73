using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Escalations.Notes;

/// <summary>Notes somebody wrote or looks after. The notes are the organisation's knowledge and stay; the name goes.</summary>
public sealed class NotesData : IPersonalData
{
    public string Section => "notes";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) =>
        await db.Notes.CountAsync(note => note.AuthorId == member, cancel) is var count and > 0 ? (Text)$"{new Hole.Count(count, "note", "notes")} that you wrote" : null;

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        json.WriteStartObject();
        json.Rows("notes", await db.Notes.AsNoTracking().Where(note => note.AuthorId == member || note.OwnerId == member).OrderBy(note => note.MadeAt).ThenBy(note => note.Id).ToListAsync(cancel), note =>
        {
            json.Say("at", note.MadeAt);
            json.WriteBoolean("writtenByYou", note.AuthorId == member);
            json.WriteBoolean("lookedAfterByYou", note.OwnerId == member);
            json.Say("question", note.Words);
            json.Say("answer", note.Answer);
            json.Say("reviewOn", note.ReviewOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        });
        json.WriteEndObject();
    }

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        foreach (var note in await db.Notes.Where(note => note.AuthorId == member || note.OwnerId == member).ToListAsync(cancel))
        {
            note.AuthorId = note.AuthorId == member ? Guid.Empty : note.AuthorId;
            if (note.OwnerId != member)
                continue;
            note.OwnerId = null;
            // They were asked and never said: somebody else is.
            if (note is { RemindAt: null, OutdatedAt: null })
                note.RemindAt = how.At;
        }
    }

    public async Task Move(Db db, Merged merged, CancellationToken cancel)
    {
        foreach (var note in await db.Notes.Where(note => note.AuthorId == merged.From || note.OwnerId == merged.From).ToListAsync(cancel))
            (note.AuthorId, note.OwnerId) = (note.AuthorId == merged.From ? merged.Into : note.AuthorId, note.OwnerId == merged.From ? merged.Into : note.OwnerId);
    }
}
