using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Privacy;

/// <summary>All that any feature keeps of one person, as one: told, exported, erased, moved.</summary>
public sealed class PersonalData(IEnumerable<IPersonalData> parts, Vault vault)
{
    readonly IReadOnlyList<IPersonalData> _parts = [.. parts.OrderBy(part => part.Section, StringComparer.Ordinal)];

    public IReadOnlyList<string> Sections => [.. _parts.Select(part => part.Section)];

    /// <summary>A line for each part that has something to say.</summary>
    public async Task<IReadOnlyList<Text>> Tell(Db db, Guid member, CancellationToken cancel)
    {
        var lines = new List<Text>();
        foreach (var part in _parts)
            if (await part.Tell(db, member, cancel) is { } line)
                lines.Add(line);
        return lines;
    }

    /// <summary>One JSON object, a property a part.</summary>
    public async Task<byte[]> Export(Db db, Guid member, DateTime now, CancellationToken cancel)
    {
        var cipher = await vault.Find(member, cancel);
        using var bytes = new MemoryStream();
        await using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.Say("exportedAt", now);
            foreach (var part in _parts)
            {
                json.WritePropertyName(part.Section);
                await part.Export(db, member, cipher, json, cancel);
            }
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>The name of whoever left and is not named any more.</summary>
    public const string Nameless = "A former colleague";

    /// <summary>Destroys the key at once; takes the rows out of the unit of work, and remembers in it when. Whoever left loses their name too, unless they wished it kept.</summary>
    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        await vault.Destroy(member, cancel);
        var keepsName = !how.HasLeft || await NeedsName(db, member, cancel);
        foreach (var part in _parts)
            await part.Erase(db, member, how, cancel);
        if (await db.Members.SingleOrDefaultAsync(one => one.Id == member, cancel) is not { } row)
            return;
        row.ErasedAt = how.At;
        // A stub is described anew by its platform, should they come back.
        if (!keepsName)
            (row.Name, row.NameKey, row.IsStub) = (Nameless, Folding.Key(Nameless), true);
    }

    async Task<bool> NeedsName(Db db, Guid member, CancellationToken cancel)
    {
        foreach (var part in _parts)
            if (await part.NeedsName(db, member, cancel))
                return true;
        return false;
    }

    /// <summary>
    /// Gives all that the one has to the other, sealed with the other's key. The one's own key stays: it goes once this
    /// is saved (<see cref="Forget"/>), so that a save that fails loses nothing.
    /// </summary>
    public async Task Move(Db db, Guid from, Guid into, CancellationToken cancel)
    {
        var old = await vault.Find(from, cancel);
        var merged = new Merged(from, into, old, old is null ? null : await vault.FindOrMake(into, cancel));
        foreach (var part in _parts)
            await part.Move(db, merged, cancel);
    }

    /// <summary>Destroys the key of somebody who has nothing sealed any more.</summary>
    public Task Forget(Guid member, CancellationToken cancel) => vault.Destroy(member, cancel);
}
