using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Phrases;

/// <summary>Phrases that somebody added for their team: the words are the team's and stay, who wrote them goes.</summary>
public sealed class PhrasesData : IPersonalData
{
    public string Section => "phrases";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) =>
        await db.Phrases.CountAsync(phrase => phrase.AddedBy == member, cancel) is var some and > 0 ? (Text)$"{new Hole.Count(some, "phrase", "phrases")} that you added for your team" : null;

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel) =>
        json.Rows(await db.Phrases.AsNoTracking().Where(phrase => phrase.AddedBy == member).OrderBy(phrase => phrase.Id).ToListAsync(cancel), phrase =>
        {
            json.Say("situation", phrase.Situation);
            json.Say("words", phrase.Words);
            json.Say("offer", phrase.Offer);
            json.Say("archivedAt", phrase.ArchivedAt);
        });

    public Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel) => Rename(db, member, null, cancel);

    public Task Move(Db db, Merged merged, CancellationToken cancel) => Rename(db, merged.From, merged.Into, cancel);

    static async Task Rename(Db db, Guid from, Guid? to, CancellationToken cancel)
    {
        foreach (var phrase in await db.Phrases.Where(phrase => phrase.AddedBy == from).ToListAsync(cancel))
            db.Entry(phrase).Property(one => one.AddedBy).CurrentValue = to;
    }
}
