using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>When somebody's work ends. For features that give something back to them then.</summary>
public static class EndOfWork
{
    /// <summary>The end of the shift they are in, else of the next one that begins on their own day; without shifts, of their working hours.</summary>
    /// <returns>The moment in UTC. Not of work where none is known for the rest of the day: then it is the day's own end.</returns>
    public static async Task<(DateTime At, bool IsWork)> Find(Db db, MemberInfo who, DateTime now, CancellationToken cancel)
    {
        var (from, to) = (now - WorkLife.Fortnight, now + WorkLife.Fortnight);
        var tomorrow = LocalDay.Start(LocalDay.Of(now, who.Zone).AddDays(1), who.Zone);
        if (await db.Members.AsNoTracking().SingleOrDefaultAsync(one => one.Id == who.Id, cancel) is not { } member)
            return (tomorrow, false);
        var shifts = await db.Shifts.AsNoTracking().Where(shift => shift.MemberId == who.Id && shift.End > from && shift.Start < to).ToListAsync(cancel);
        return WorkLife.Of(member, shifts, new HashSet<DateOnly>(), isSwitchedOff: false).Stints(now, tomorrow).FirstOrDefault() is { } stint ? (stint.Whole.To, true) : (tomorrow, false);
    }
}
