using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.HrConsole.SigningIn;

/// <summary>Links into the console that somebody asked for, and when they are signed in.</summary>
public sealed class ConsoleData : IPersonalData
{
    public string Section => "console";

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        json.WriteStartObject();
        json.WritePropertyName("links");
        json.Rows(await db.SignInLinks.AsNoTracking().Where(link => link.MemberId == member).ToListAsync(cancel), link =>
        {
            json.Say("until", link.Until);
            json.Say("usedAt", link.UsedAt);
        });
        json.WritePropertyName("sessions");
        json.Rows(await db.ConsoleSessions.AsNoTracking().Where(session => session.MemberId == member).ToListAsync(cancel), session =>
        {
            json.Say("from", session.From);
            json.Say("until", session.Until);
        });
        json.WriteEndObject();
    }

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        db.RemoveRange(await db.SignInLinks.Where(link => link.MemberId == member).ToListAsync(cancel));
        db.RemoveRange(await db.ConsoleSessions.Where(session => session.MemberId == member).ToListAsync(cancel));
    }

    // Both name who is signed in, so neither outlives the name.
    public Task Move(Db db, Merged merged, CancellationToken cancel) => Erase(db, merged.From, new Erasure(false, default), cancel);
}
