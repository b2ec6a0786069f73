using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Who is on leave, as HR's file of shifts says. For features that must not count on somebody who is away.</summary>
public static class Absences
{
    /// <summary>Those of the members who are on leave at that moment, UTC.</summary>
    public static async Task<IReadOnlySet<Guid>> At(Db db, IReadOnlyCollection<Guid> members, DateTime at, CancellationToken cancel) =>
        await db.Shifts.AsNoTracking().Where(shift => shift.IsAbsence && members.Contains(shift.MemberId) && shift.Start <= at && shift.End > at).Select(shift => shift.MemberId).ToHashSetAsync(cancel);
}
