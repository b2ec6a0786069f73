using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Kudos;

/// <summary>
/// Thanks that somebody gave and got. What they gave stays with those who got it, with their name or as from a colleague;
/// what they got goes.
/// </summary>
public sealed class KudosData(KudosMessages messages, Post post) : IPersonalData
{
    /// <summary>The giver of kudos whose giver does not want to be named any more.</summary>
    internal static readonly Guid AColleague = Guid.Empty;

    /// <summary>Cards that are younger than this change in place when their giver takes their name out of them.</summary>
    static readonly TimeSpan Changes = TimeSpan.FromDays(90);

    public string Section => "kudos";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel)
    {
        var (given, received) = (await db.Kudos.CountAsync(kudos => kudos.FromId == member, cancel), await db.KudosReceipts.CountAsync(receipt => receipt.ToId == member, cancel));
        return given + received == 0 ? null : (Text)$"Kudos: {given} given, {received} received";
    }

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        var received = await (from receipt in db.KudosReceipts join kudos in db.Kudos on receipt.KudosId equals kudos.Id where receipt.ToId == member orderby kudos.At select kudos).AsNoTracking().ToListAsync(cancel);
        var given = await db.Kudos.AsNoTracking().Where(kudos => kudos.FromId == member).OrderBy(kudos => kudos.At).ToListAsync(cancel);
        var ids = given.Concat(received).Select(kudos => kudos.Id).ToList();
        var to = (await db.KudosReceipts.AsNoTracking().Where(receipt => ids.Contains(receipt.KudosId)).ToListAsync(cancel)).ToLookup(receipt => receipt.KudosId, receipt => receipt.ToId);
        var values = (await db.KudosValues.AsNoTracking().Where(value => ids.Contains(value.KudosId)).ToListAsync(cancel)).ToLookup(value => value.KudosId, value => value.ValueId);
        var names = await Saying.Names(db, received.Select(kudos => kudos.FromId).Concat(to.SelectMany(some => some)), cancel);
        json.WriteStartObject();
        json.Rows("given", given, kudos => Write(json, kudos, "to", to[kudos.Id], values[kudos.Id], names));
        json.Rows("received", received, kudos => Write(json, kudos, "from", [kudos.FromId], values[kudos.Id], names));
        json.Rows("reported", await db.KudosReports.AsNoTracking().Where(report => report.ById == member).OrderBy(report => report.At).ToListAsync(cancel), report =>
        {
            json.Say("at", report.At);
            json.Say("reason", report.Reason);
            json.Say("words", report.Words);
        });
        json.WriteEndObject();
    }

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        // What somebody told HR goes with them; that it was told stays.
        foreach (var report in await db.KudosReports.Where(report => report.ById == member).ToListAsync(cancel))
            (report.ById, report.Words) = (null, "");
        if (how.HasLeft)
        {
            // What they once had kept under their name stays so; of the rest they never said.
            var wished = await Wished(db, member, cancel);
            await TakeNameOut(db, db.Kudos.Where(kudos => kudos.FromId == member && (wished == null || kudos.At > wished)), how, cancel);
            return;
        }
        if (!how.KeepsName)
            await TakeNameOut(db, db.Kudos.Where(kudos => kudos.FromId == member), how, cancel);
        var receipts = await db.KudosReceipts.Where(receipt => receipt.ToId == member).ToListAsync(cancel);
        db.RemoveRange(receipts);
        var ids = receipts.Select(receipt => receipt.KudosId).ToList();
        var alsoToOthers = await db.KudosReceipts.Where(receipt => ids.Contains(receipt.KudosId) && receipt.ToId != member).Select(receipt => receipt.KudosId).ToListAsync(cancel);
        var alone = ids.Except(alsoToOthers).ToList();
        db.RemoveRange(await db.KudosReports.Where(report => alone.Contains(report.KudosId)).ToListAsync(cancel));
        db.RemoveRange(await db.KudosValues.Where(value => alone.Contains(value.KudosId)).ToListAsync(cancel));
        db.RemoveRange(await db.Kudos.Where(kudos => alone.Contains(kudos.Id)).ToListAsync(cancel));
    }

    public async Task<bool> NeedsName(Db db, Guid member, CancellationToken cancel) =>
        await Wished(db, member, cancel) is { } wished && await db.Kudos.AnyAsync(kudos => kudos.FromId == member && kudos.At <= wished, cancel);

    // When they had their data erased by their own wish: kudos from before then that still bear their name do so because they said it.
    static Task<DateTime?> Wished(Db db, Guid member, CancellationToken cancel) => db.Members.Where(one => one.Id == member).Select(one => one.ErasedAt).SingleOrDefaultAsync(cancel);

    public Task Move(Db db, Merged merged, CancellationToken cancel) => KudosOfMerged.Move(db, merged.From, merged.Into, cancel);

    // The team goes too, and the hash of giver and words: both could tell who it was.
    async Task TakeNameOut(Db db, IQueryable<KudosGiven> which, Erasure how, CancellationToken cancel)
    {
        foreach (var kudos in await which.ToListAsync(cancel))
        {
            (kudos.FromId, kudos.FromTeamId, kudos.Day, kudos.DayNumber, kudos.Version) = (AColleague, null, null, null, kudos.Version + 1);
            foreach (var receipt in await db.KudosReceipts.Where(receipt => receipt.KudosId == kudos.Id).ToListAsync(cancel))
                receipt.Once = null;
            if (kudos.UndoneAt is null && how.At - kudos.At <= Changes)
                await post.Enqueue(db, await messages.Changed(kudos, (await messages.Tell(kudos, db, cancel)).Words, null, db, cancel), how.At, cancel);
        }
    }

    static void Write(Utf8JsonWriter json, KudosGiven kudos, string whom, IEnumerable<Guid> people, IEnumerable<string> values, Dictionary<Guid, string> names)
    {
        json.Say("at", kudos.At);
        json.Say(whom, string.Join(", ", people.Select(id => names.GetValueOrDefault(id, "a colleague"))));
        json.Say("words", kudos.Words);
        json.Say("customer", kudos.CustomerWords);
        json.Say("values", string.Join(", ", values));
        json.Say("about", kudos.Link);
        json.Say("audience", kudos.Audience);
        json.Say("takenBackAt", kudos.UndoneAt);
    }
}
