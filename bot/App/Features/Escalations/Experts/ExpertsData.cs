using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Routing;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Escalations.Experts;

/// <summary>
/// What somebody is an expert of, how they set it, and when they are on triage: the lists are the organisation's and stay while they work
/// there. What the router learnt from their questions goes.
/// </summary>
public sealed class ExpertsData : IPersonalData
{
    public string Section => "expertise";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) =>
        await db.Expertises.CountAsync(one => one.MemberId == member, cancel) is var topics and > 0 ? (Text)$"That you are an expert of {new Hole.Count(topics, "topic", "topics")}, and how you set it" : null;

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        json.WriteStartObject();
        var topics = await (from one in db.Expertises join topic in db.Topics on one.TopicId equals topic.Id where one.MemberId == member orderby topic.Name select new { topic.Name, one.Level }).ToListAsync(cancel);
        json.Rows("topics", topics, one =>
        {
            json.Say("topic", one.Name);
            json.Say("level", one.Level);
        });
        json.Rows("settings", await db.ExpertSettings.AsNoTracking().Where(one => one.MemberId == member).ToListAsync(cancel), Settings);
        json.Rows("triage", await db.TriageTurns.AsNoTracking().Where(one => one.MemberId == member).OrderBy(one => one.From).ToListAsync(cancel), turn =>
        {
            json.Say("from", turn.From);
            json.Say("to", turn.To);
        });
        json.Rows("learntFrom", await db.LearntExamples.AsNoTracking().Where(one => one.MemberId == member).OrderBy(one => one.At).ToListAsync(cancel), one =>
        {
            json.Say("at", one.At);
            json.Say("words", one.Sealed is null ? null : cipher?.TryRead(one.Sealed));
        });
        json.WriteEndObject();

        void Settings(ExpertSettings one)
        {
            json.Say("dutyDays", one.DutyDays?.ToString());
            json.Say("dutyFromMinute", one.DutyFrom?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.Say("dutyToMinute", one.DutyTo?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.Say("pausedUntil", one.PausedUntil);
            json.WriteNumber("openAtOnce", one.Capacity);
            json.Say("languages", one.Languages);
        }
    }

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        db.RemoveRange(await db.ExpertSettings.Where(one => one.MemberId == member).ToListAsync(cancel));
        // Emptied, not deleted: its place in the order of learning is not to be given away again.
        foreach (var one in await db.LearntExamples.Where(one => one.MemberId == member).ToListAsync(cancel))
            (one.MemberId, one.Sealed) = (null, null);
        if (!how.HasLeft)
            return;
        db.RemoveRange(await db.Expertises.Where(one => one.MemberId == member).ToListAsync(cancel));
        db.RemoveRange(await db.TriageTurns.Where(one => one.MemberId == member).ToListAsync(cancel));
    }

    public async Task Move(Db db, Merged merged, CancellationToken cancel)
    {
        await MoveTopics(db, merged, cancel);
        if (await db.ExpertSettings.FindAsync([merged.From], cancel) is { } settings)
        {
            db.Remove(settings);
            if (!await db.ExpertSettings.AnyAsync(one => one.MemberId == merged.Into, cancel))
                db.Add(new ExpertSettings { MemberId = merged.Into, DutyDays = settings.DutyDays, DutyFrom = settings.DutyFrom, DutyTo = settings.DutyTo, PausedUntil = settings.PausedUntil, Capacity = settings.Capacity, Languages = settings.Languages });
        }
        var known = await db.TriageTurns.Where(one => one.MemberId == merged.Into).Select(one => one.From).ToListAsync(cancel);
        foreach (var turn in await db.TriageTurns.Where(one => one.MemberId == merged.From).ToListAsync(cancel))
            if (known.Contains(turn.From))
                db.Remove(turn);
            else
                turn.MemberId = merged.Into;
        await MoveLearnt(db, merged, cancel);
    }

    static async Task MoveTopics(Db db, Merged merged, CancellationToken cancel)
    {
        var theirs = await db.Expertises.Where(one => one.MemberId == merged.Into).ToDictionaryAsync(one => one.TopicId, cancel);
        foreach (var one in await db.Expertises.Where(one => one.MemberId == merged.From).ToListAsync(cancel))
        {
            db.Remove(one);
            if (theirs.TryGetValue(one.TopicId, out var same))
                same.Level = one.Level > same.Level ? one.Level : same.Level;
            else
                db.Add(new Expertise { MemberId = merged.Into, TopicId = one.TopicId, Level = one.Level });
        }
    }

    // Sealed anew; what can't be read any more goes.
    static async Task MoveLearnt(Db db, Merged merged, CancellationToken cancel)
    {
        foreach (var one in await db.LearntExamples.Where(one => one.MemberId == merged.From).ToListAsync(cancel))
            if (one.Sealed is { } words && merged.Anew(words) is { } anew)
                (one.MemberId, one.Sealed) = (merged.Into, anew);
            else
                (one.MemberId, one.Sealed) = (null, null);
    }
}
