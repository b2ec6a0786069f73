using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.CheckIns;

/// <summary>Steps and thoughts: everything of them is their author's, and goes with them.</summary>
public sealed class CheckInsData : IPersonalData
{
    public string Section => "checkIns";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) =>
        $"Sealed with a key of your own: {new Hole.Count(await db.CheckIns.CountAsync(one => one.MemberId == member, cancel), "check-in", "check-ins")} and {new Hole.Count(await db.Thoughts.CountAsync(one => one.MemberId == member, cancel), "thought", "thoughts")}";

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        json.WriteStartObject();
        json.Rows("days", await db.CheckIns.AsNoTracking().Where(one => one.MemberId == member).OrderBy(one => one.At).ToListAsync(cancel), one =>
        {
            json.Say("day", one.Day);
            json.Say("at", one.At);
            json.Say("step", cipher?.TryRead(one.Step));
        });
        json.Rows("thoughts", await db.Thoughts.AsNoTracking().Where(one => one.MemberId == member).OrderBy(one => one.At).ToListAsync(cancel), one =>
        {
            json.Say("at", one.At);
            json.Say("comesBackAt", one.BackAt);
            if (cipher is not null && ThoughtWords.Open(cipher, one) is { } words)
                Write(json, words);
        });
        json.WriteEndObject();
    }

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        db.RemoveRange(await db.CheckIns.Where(one => one.MemberId == member).ToListAsync(cancel));
        db.RemoveRange(await db.Thoughts.Where(one => one.MemberId == member).ToListAsync(cancel));
    }

    /// <summary>A day that both have keeps the later step; what can't be read any more goes.</summary>
    public async Task Move(Db db, Merged merged, CancellationToken cancel)
    {
        var theirs = await db.CheckIns.Where(one => one.MemberId == merged.Into).ToDictionaryAsync(one => one.Day, cancel);
        foreach (var one in await db.CheckIns.Where(one => one.MemberId == merged.From).ToListAsync(cancel))
        {
            var step = merged.Anew(one.Step);
            if (theirs.TryGetValue(one.Day, out var other) && step is not null && one.At > other.At)
                other.Step = step;
            if (other is not null || step is null)
                db.Remove(one);
            else
                (one.MemberId, one.Step) = (merged.Into, step);
        }
        foreach (var one in await db.Thoughts.Where(one => one.MemberId == merged.From).ToListAsync(cancel))
            if (merged.Anew(one.Sealed) is { } words)
                (one.MemberId, one.Sealed, one.Version) = (merged.Into, words, one.Version + 1);
            else
                db.Remove(one);
    }

    static void Write(Utf8JsonWriter json, ThoughtWords words)
    {
        json.Say("thought", words.Words);
        json.Say("pattern", words.Pattern);
        json.Say("otherThought", words.Swap);
        json.WriteBoolean("isTrue", words.IsTrue);
        json.Say("wouldHelp", words.WouldHelp);
        json.Say("helped", words.Helped);
    }
}
