using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>
/// What somebody chose about being asked, when they were, and their shifts. After an erasure nothing is asked before a
/// new yes; the shifts are the organisation's, and stay.
/// </summary>
public sealed class ProgrammesData : IPersonalData
{
    public string Section => "asking";

    public async Task<Text?> Tell(Db db, Guid member, CancellationToken cancel) =>
        await db.Asks.CountAsync(ask => ask.MemberId == member, cancel) is var asks and > 0
            ? (Text)$"When you were asked or came by yourself, on {new Hole.Count(asks, "day", "days")}, and what you chose about being asked"
            : await db.Participations.AnyAsync(one => one.MemberId == member, cancel) ? (Text)$"What you chose about being asked" : null;

    public async Task Export(Db db, Guid member, Cipher? cipher, Utf8JsonWriter json, CancellationToken cancel)
    {
        json.WriteStartObject();
        json.Rows("choice", await db.Participations.AsNoTracking().Where(one => one.MemberId == member).ToListAsync(cancel), one =>
        {
            json.Say("invitedAt", one.InvitedAt);
            json.Say("taking", one.Taking);
            json.Say("chosenAt", one.ChosenAt);
            json.Say("pausedUntil", one.PausedUntil?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.Say("ownMinuteOfTheDay", one.OwnMinute?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.Say("ownDays", one.OwnDays?.ToString());
            json.WriteNumber("unansweredInARow", one.Unanswered);
            json.Say("silentSince", one.IsSilent ? one.SilentSince : null);
        });
        json.Rows("asked", await db.Asks.AsNoTracking().Where(ask => ask.MemberId == member).OrderBy(ask => ask.At).ToListAsync(cancel), ask =>
        {
            json.Say("kind", ask.Kind);
            json.Say("day", ask.Day);
            json.Say("at", ask.At);
            json.Say("became", ask.State);
        });
        json.Rows("plans", await db.Plans.AsNoTracking().Where(plan => plan.MemberId == member).ToListAsync(cancel), plan => json.Say("nextAt", plan.NextAt));
        json.Rows("shifts", await db.Shifts.AsNoTracking().Where(shift => shift.MemberId == member).OrderBy(shift => shift.Start).ToListAsync(cancel), shift =>
        {
            json.Say("start", shift.Start);
            json.Say("end", shift.End);
            json.WriteBoolean("absence", shift.IsAbsence);
        });
        json.WriteEndObject();
    }

    public async Task Erase(Db db, Guid member, Erasure how, CancellationToken cancel)
    {
        db.RemoveRange(await db.Asks.Where(ask => ask.MemberId == member).ToListAsync(cancel));
        db.RemoveRange(await db.Plans.Where(plan => plan.MemberId == member).ToListAsync(cancel));
        db.RemoveRange(await db.Replannings.Where(one => one.MemberId == member).ToListAsync(cancel));
        var choice = await db.Participations.SingleOrDefaultAsync(one => one.MemberId == member, cancel);
        if (how.HasLeft)
        {
            db.RemoveRange(await db.Shifts.Where(shift => shift.MemberId == member).ToListAsync(cancel));
            if (choice is not null)
                db.Remove(choice);
        }
        else
            Unasked(db, member, choice, how.At);
    }

    public Task Move(Db db, Merged merged, CancellationToken cancel) => MovingProgrammes.Move(db, merged.From, merged.Into, cancel);

    // A row that says "invited, and no yes" is all that keeps the bot from inviting them once more. A no stays a no.
    static void Unasked(Db db, Guid member, Participation? choice, DateTime at)
    {
        if (choice is null)
            db.Add(choice = new Participation { MemberId = member });
        choice.InvitedAt ??= at;
        choice.Taking = choice.Taking is Taking.No ? Taking.No : Taking.Undecided;
        (choice.ChosenAt, choice.PausedUntil, choice.OwnMinute, choice.OwnDays) = (null, null, null, null);
        (choice.Unanswered, choice.SilentSince, choice.Version) = (0, null, choice.Version + 1);
    }
}
