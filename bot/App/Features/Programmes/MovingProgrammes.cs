using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Two members turned out to be one person: of two choices the stricter one holds, and a day is asked about once.</summary>
static class MovingProgrammes
{
    internal static async Task Move(Db db, Guid from, Guid into, CancellationToken cancel)
    {
        await Choice(db, from, into, cancel);
        await Asks(db, from, into, cancel);
        await Plans(db, from, into, cancel);
        db.Add(Replanning.OfMember(into));
        var starts = await db.Shifts.Where(shift => shift.MemberId == into).Select(shift => shift.Start).ToHashSetAsync(cancel);
        foreach (var shift in await db.Shifts.Where(shift => shift.MemberId == from).ToListAsync(cancel))
            if (starts.Add(shift.Start))
                shift.MemberId = into;
            else
                db.Remove(shift);
    }

    // The member is the key, so the row is written anew.
    static async Task Choice(Db db, Guid from, Guid into, CancellationToken cancel)
    {
        if (await db.Participations.SingleOrDefaultAsync(one => one.MemberId == from, cancel) is not { } theirs)
            return;
        db.Remove(theirs);
        var stays = await db.Participations.SingleOrDefaultAsync(one => one.MemberId == into, cancel);
        if (stays is null)
            db.Add(stays = new Participation { MemberId = into });
        else
            stays.Version++;
        stays.InvitedAt = Earlier(stays.InvitedAt, theirs.InvitedAt);
        stays.Taking = Stricter(stays.Taking, theirs.Taking);
        stays.ChosenAt = Later(stays.ChosenAt, theirs.ChosenAt);
        stays.PausedUntil = stays.PausedUntil is { } pause && !(theirs.PausedUntil > pause) ? pause : theirs.PausedUntil;
        (stays.OwnMinute, stays.OwnDays) = (stays.OwnMinute ?? theirs.OwnMinute, stays.OwnDays ?? theirs.OwnDays);
        (stays.Unanswered, stays.SilentSince) = (Math.Max(stays.Unanswered, theirs.Unanswered), Later(stays.SilentSince, theirs.SilentSince));
    }

    // A no before everything; then coming by oneself; then a yes to be asked. Undecided is no choice.
    internal static Taking Stricter(Taking one, Taking other) => Strictness(one) >= Strictness(other) ? one : other;

    static int Strictness(Taking taking) => taking switch { Taking.No => 3, Taking.OnMyOwn => 2, Taking.Undecided => 0, _ => 1 };

    static async Task Asks(Db db, Guid from, Guid into, CancellationToken cancel)
    {
        var known = (await db.Asks.Where(ask => ask.MemberId == into).ToListAsync(cancel)).ToDictionary(ask => (ask.Kind, ask.Day));
        foreach (var ask in await db.Asks.Where(ask => ask.MemberId == from).ToListAsync(cancel))
        {
            if (!known.TryGetValue((ask.Kind, ask.Day), out var same))
            {
                db.Entry(ask).Property(one => one.MemberId).CurrentValue = into;
                continue;
            }
            if (ask.State is AskState.Answered && same.State is not AskState.Answered)
                (same.State, same.RemindAt, same.Version) = (AskState.Answered, null, same.Version + 1);
            db.Remove(ask);
        }
    }

    static async Task Plans(Db db, Guid from, Guid into, CancellationToken cancel)
    {
        var known = await db.Plans.Where(plan => plan.MemberId == into).ToDictionaryAsync(plan => plan.ProgrammeId, cancel);
        foreach (var plan in await db.Plans.Where(plan => plan.MemberId == from).ToListAsync(cancel))
        {
            db.Remove(plan);
            if (known.TryGetValue(plan.ProgrammeId, out var same))
                same.NextAt = Earlier(same.NextAt, plan.NextAt);
            else
                db.Add(new Plan { ProgrammeId = plan.ProgrammeId, MemberId = into, NextAt = plan.NextAt });
        }
    }

    static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other ?? one : one;

    static DateTime? Later(DateTime? one, DateTime? other) => one is null || other > one ? other ?? one : one;
}
