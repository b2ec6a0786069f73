using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Rough;

/// <summary>Whom somebody asked for five minutes, and who asked them: that is the asker's, and stays for its 30 days.</summary>
public sealed class RoughData : IPersonalData
{
    public string Section => "fiveMinutes";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) =>
        await db.FiveMinutes.CountAsync(one => one.FromId == member || one.ToId == member, cancel) is var some and > 0 ? (Text)$"{new Hole.Count(some, "request", "requests")} for five minutes, from you or to you" : null;

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        var rows = await db.FiveMinutes.AsNoTracking().Where(one => one.FromId == member || one.ToId == member).OrderBy(one => one.At).ToListAsync(cancel);
        var names = await Saying.Names(db, rows.SelectMany(one => new[] { one.FromId, one.ToId }), cancel);
        json.Rows(rows, one =>
        {
            json.Say("at", one.At);
            json.Say("from", names.GetValueOrDefault(one.FromId));
            json.Say("to", names.GetValueOrDefault(one.ToId));
            json.Say("became", one.State);
        });
    }

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel) =>
        db.RemoveRange(await db.FiveMinutes.Where(one => one.FromId == member || (how.HasLeft && one.ToId == member)).ToListAsync(cancel));

    public async Task Move(Db db, Merged merged, CancellationToken cancel)
    {
        foreach (var one in await db.FiveMinutes.Where(one => one.FromId == merged.From || one.ToId == merged.From).ToListAsync(cancel))
            (one.FromId, one.ToId) = (one.FromId == merged.From ? merged.Into : one.FromId, one.ToId == merged.From ? merged.Into : one.ToId);
    }
}
