using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Somebody's digests, and when they wanted them. In others' digests their id stands as long as these are kept; who is erased or has left is not named there any more.</summary>
public sealed class DigestsData : IPersonalData
{
    public string Section => "digests";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) =>
        await db.Digests.CountAsync(one => one.MemberId == member, cancel) is var some and > 0 ? (Text)$"{new Hole.Count(some, "digest", "digests")} that you got, as numbers" : null;

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        json.WriteStartObject();
        json.Rows("times", await db.DigestPlans.AsNoTracking().Where(one => one.MemberId == member).OrderBy(one => one.Kind).ToListAsync(cancel), plan =>
        {
            json.Say("kind", plan.Kind);
            json.Say("rhythm", plan.Rhythm);
            json.Say("day", plan.Day);
            json.WriteNumber("minuteOfTheDay", plan.Minute);
            json.WriteBoolean("paused", plan.IsPaused);
            json.Say("nextAt", plan.NextAt);
        });
        json.Rows("digests", await db.Digests.AsNoTracking().Where(one => one.MemberId == member || one.SentTo == member).OrderBy(one => one.At).ToListAsync(cancel), digest =>
        {
            json.Say("kind", digest.Kind);
            json.Say("week", digest.Week);
            json.Say("at", digest.At);
            // What they got in somebody's place tells of that person: whom they thanked, and when.
            if (digest.MemberId == member)
                json.Say("numbers", digest.Numbers);
            json.WriteBoolean("forSomebodyElse", digest.MemberId != member);
        });
        json.Rows("saidToTeams", await db.TeamSayings.AsNoTracking().Where(one => one.MemberId == member).OrderBy(one => one.At).ToListAsync(cancel), saying =>
        {
            json.Say("at", saying.At);
            json.Say("words", saying.Words);
        });
        json.WriteEndObject();
    }

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        db.RemoveRange(await db.Digests.Where(one => one.MemberId == member).ToListAsync(cancel));
        // What they got in somebody's place stays that person's.
        foreach (var other in await db.Digests.Where(one => one.SentTo == member && one.MemberId != member).ToListAsync(cancel))
            other.SentTo = other.MemberId;
        db.RemoveRange(await db.TeamSayings.Where(one => one.MemberId == member).ToListAsync(cancel));
        var plans = await db.DigestPlans.Where(one => one.MemberId == member).ToListAsync(cancel);
        db.RemoveRange(how.HasLeft ? plans : plans.Where(plan => !plan.IsPaused));
    }

    public async Task Move(Db db, Merged merged, CancellationToken cancel)
    {
        db.RemoveRange(await db.DigestPlans.Where(one => one.MemberId == merged.From).ToListAsync(cancel));
        db.RemoveRange(await db.Digests.Where(one => one.MemberId == merged.From).ToListAsync(cancel));
        foreach (var other in await db.Digests.Where(one => one.SentTo == merged.From && one.MemberId != merged.From).ToListAsync(cancel))
            other.SentTo = merged.Into;
        foreach (var saying in await db.TeamSayings.Where(one => one.MemberId == merged.From).ToListAsync(cancel))
            saying.MemberId = merged.Into;
    }
}
