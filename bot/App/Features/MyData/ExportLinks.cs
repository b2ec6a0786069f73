using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards.MyData;

namespace ServiceCulture.Bot.Features.MyData;

/// <summary>Makes the links to one's own data, and gives the file of one: once, in its time, to whoever holds it.</summary>
public sealed class ExportLinks(PublicAddress address, PersonalData personal, IStore store, TimeProvider clock)
{
    /// <summary>Adds a link for whoever acts; one that they had before works no more. Null where people have no address to reach this server.</summary>
    internal async Task<(Uri Link, DateTime Until)?> Make(Turn turn, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        if (address.For($"{ExportPage.Path}/{token}") is not { } link)
            return null;
        turn.Db.RemoveRange(await turn.Db.ExportLinks.Where(one => one.MemberId == turn.Who.Id).ToListAsync(cancel));
        var until = turn.Now.AddMinutes(TakeMyData.Minutes);
        turn.Db.Add(new ExportLink { Hash = Hash(token), MemberId = turn.Who.Id, Until = until });
        return (link, until);
    }

    /// <summary>The file behind a link; null where it is none, was used or is too old. A file that can't be made leaves the link as it was.</summary>
    public async Task<byte[]?> Use(string token, CancellationToken cancel)
    {
        var (hash, now) = (Hash(token), clock.GetUtcNow().UtcDateTime);
        byte[] file;
        await using (var db = store.Open())
        {
            if (await db.ExportLinks.AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash && one.UsedAt == null && one.Until > now, cancel) is not { } link)
                return null;
            file = await personal.Export(db, link.MemberId, now, cancel);
        }
        var isFirst = await store.Do(db => db.ExportLinks.Where(one => one.Hash == hash && one.UsedAt == null && one.Until > now)
            .ExecuteUpdateAsync(one => one.SetProperty(row => row.UsedAt, now), cancel), cancel) == 1;
        return isFirst ? file : null;
    }

    static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>Links that somebody asked for: the hash of each, and until when it works.</summary>
public sealed class ExportLinksData : IPersonalData
{
    public string Section => "exportLinks";

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel) =>
        json.Rows(await db.ExportLinks.AsNoTracking().Where(link => link.MemberId == member).ToListAsync(cancel), link =>
        {
            json.Say("until", link.Until);
            json.Say("usedAt", link.UsedAt);
        });

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel) =>
        db.RemoveRange(await db.ExportLinks.Where(link => link.MemberId == member).ToListAsync(cancel));

    // A link names whose file it gives, so it does not outlive the name.
    public async Task Move(Db db, Merged merged, CancellationToken cancel) =>
        db.RemoveRange(await db.ExportLinks.Where(link => link.MemberId == merged.From).ToListAsync(cancel));
}
