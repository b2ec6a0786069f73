using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>
/// What publishing keeps of a person: that their answers to a question were counted at least once. The figures themselves hold nobody, and what was
/// published can't be taken back: so their places in the memory stay, and nobody knows any more whose they were.
/// </summary>
public sealed class PublishingData : IPersonalData
{
    public string Section => "counted";

    /// <summary>The questions, as a list.</summary>
    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        json.WriteStartArray();
        foreach (var question in await db.CountedSeats.Where(seat => seat.MemberId == member).Select(seat => seat.Question).Order().ToListAsync(cancel))
            json.WriteStringValue(question);
        json.WriteEndArray();
    }

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        foreach (var seat in await db.CountedSeats.Where(seat => seat.MemberId == member).ToListAsync(cancel))
            seat.MemberId = null;
    }

    /// <summary>A person has one place in a question's memory. Where both have one, the other's stays, and is nobody's.</summary>
    public async Task Move(Db db, Merged merged, CancellationToken cancel)
    {
        var taken = await db.CountedSeats.Where(seat => seat.MemberId == merged.Into).Select(seat => seat.Question).ToHashSetAsync(cancel);
        foreach (var seat in await db.CountedSeats.Where(seat => seat.MemberId == merged.From).ToListAsync(cancel))
            seat.MemberId = taken.Contains(seat.Question) ? null : merged.Into;
    }
}
