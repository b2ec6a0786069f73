using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Pulse;

/// <summary>What somebody said to the weekly statements: theirs, and gone with them.</summary>
public sealed class PulseData : IPersonalData
{
    public string Section => "pulse";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) =>
        await db.PulseAnswers.CountAsync(answer => answer.MemberId == member, cancel) is var some and > 0 ? (Text)$"{new Hole.Count(some, "answer", "answers")} to the weekly statements, sealed with your key" : null;

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel) =>
        json.Rows(await db.PulseAnswers.AsNoTracking().Where(answer => answer.MemberId == member).OrderBy(answer => answer.At).ToListAsync(cancel), answer =>
        {
            json.Say("at", answer.At);
            json.Say("statement", answer.Statement);
            json.Say("agrees", cipher?.TryRead(answer.Agrees) switch { PulseAnswer.Yes => "yes", PulseAnswer.No => "no", _ => null });
        });

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel) =>
        db.RemoveRange(await db.PulseAnswers.Where(answer => answer.MemberId == member).ToListAsync(cancel));

    public async Task Move(Db db, Merged merged, CancellationToken cancel)
    {
        foreach (var answer in await db.PulseAnswers.Where(answer => answer.MemberId == merged.From).ToListAsync(cancel))
            if (merged.Anew(answer.Agrees) is { } agrees)
                (answer.MemberId, answer.Agrees) = (merged.Into, agrees);
            else
                db.Remove(answer);
    }
}
