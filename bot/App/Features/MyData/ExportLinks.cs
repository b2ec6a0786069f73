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

/// <summary>Makes the links to one's own data, and gives the file of one: once, in its time, to whoever also knows the code that its asker alone was shown.</summary>
public sealed class ExportLinks(PublicAddress address, PersonalData personal, IStore store, TimeProvider clock)
{
    // No letter or digit that is taken for another; eight of them are not to be guessed in a quarter of an hour.
    const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 8;

    /// <summary>Adds a link for whoever acts; one that they had before works no more. Null where people have no address to reach this server.</summary>
    internal async Task<(Uri Link, string Code, DateTime Until)?> Make(Turn turn, CancellationToken cancel)
    {
        var (token, code) = (Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), RandomNumberGenerator.GetString(Letters, Length).Insert(Length / 2, "-"));
        if (address.For($"{ExportPage.Path}/{token}") is not { } link)
            return null;
        turn.Db.RemoveRange(await turn.Db.ExportLinks.Where(one => one.MemberId == turn.Who.Id).ToListAsync(cancel));
        var until = turn.Now.AddMinutes(TakeMyData.Minutes);
        turn.Db.Add(new ExportLink { Hash = Hash(token, code), MemberId = turn.Who.Id, Until = until });
        return (link, code, until);
    }

    /// <summary>The file behind a link; null where it is none, was used or is too old, or where this is not its code. A file that can't be made leaves the link as it was.</summary>
    public async Task<byte[]?> Use(string token, string code, CancellationToken cancel)
    {
        var (hash, now) = (Hash(token, code), clock.GetUtcNow().UtcDateTime);
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

    // As it was typed: small letters, spaces or no dash are no fault.
    static string Hash(string token, string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{token}/{new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)])}")));
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
