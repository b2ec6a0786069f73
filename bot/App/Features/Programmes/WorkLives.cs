using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>When people work, with their shifts, absences and holidays. For features that need somebody who is there.</summary>
public static class WorkLives
{
    /// <returns>Whoever left, was merged or is a bot is not among them.</returns>
    public static async Task<IReadOnlyDictionary<Guid, (MemberInfo Who, WorkLife Life)>> Read(Db db, IReadOnlyCollection<Guid> members, DateTime now, CancellationToken cancel)
    {
        var people = await PeopleToAsk.Read(db, members, now, cancel);
        return members.Distinct().Select(people.Find).OfType<PeopleToAsk.Known>().ToDictionary(one => one.Row.Id, one => (one.Info, people.LifeOf(one, "")));
    }

    /// <summary>One person's, a fortnight before and after a moment; null where there is no such member.</summary>
    internal static async Task<WorkLife?> Around(Db db, Guid member, DateTime now, CancellationToken cancel) =>
        (await Between(db, [member], now - WorkLife.Fortnight, now + WorkLife.Fortnight, cancel)).GetValueOrDefault(member);

    /// <summary>Whether somebody is at work at that moment, as far as anybody said: not on leave, and in their shift or in hours of their own.</summary>
    public static async Task<bool> IsAtWork(Db db, Guid member, DateTime now, CancellationToken cancel) =>
        (await Read(db, [member], now, cancel)).TryGetValue(member, out var one) && IsAtWork(one.Life, now);

    static bool IsAtWork(WorkLife life, DateTime now) => life.IsKnown
        ? life.Work(now, now.AddMinutes(1)).Any(work => work.Work.Has(now) && !life.IsDayOff(work.Day))
        : !life.Absences.Any(absence => absence.Has(now)) && !life.IsDayOff(WallClock.Day(now, life.Zone));

    /// <summary>How people worked in a time that is over, those who left since among them: for reckoning in working hours.</summary>
    /// <param name="from">UTC; shifts and holidays from then up to <paramref name="to"/> are looked at, and who had any shift in it worked these only.</param>
    public static async Task<IReadOnlyDictionary<Guid, WorkLife>> Between(Db db, IReadOnlyCollection<Guid> members, DateTime from, DateTime to, CancellationToken cancel)
    {
        var (first, last) = (DateOnly.FromDateTime(from).AddDays(-1), DateOnly.FromDateTime(to).AddDays(1));
        var people = await db.Members.AsNoTracking().Where(member => members.Contains(member.Id)).ToListAsync(cancel);
        var shifts = (await db.Shifts.AsNoTracking().Where(shift => members.Contains(shift.MemberId) && shift.End > from && shift.Start < to).ToListAsync(cancel)).ToLookup(shift => shift.MemberId);
        var holidays = (await db.Holidays.AsNoTracking().Where(day => day.Day >= first && day.Day <= last).ToListAsync(cancel)).ToLookup(day => (day.Country, day.Region), day => day.Day);
        return people.ToDictionary(one => one.Id, one => WorkLife.Of(one, shifts[one.Id], Of(one), isSwitchedOff: false));

        HashSet<DateOnly> Of(Member who) => who.Country is not { } country ? [] : [.. holidays[(country, "")], .. who.Region is { Length: > 0 } region ? holidays[(country, region)] : []];
    }
}
