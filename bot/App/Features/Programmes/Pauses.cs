using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Who has paused. For features that write to people by themselves: to whoever has, they don't.</summary>
public static class Pauses
{
    /// <summary>Those of the members who have paused on their own day of this moment; a night shift is one.</summary>
    public static async Task<IReadOnlySet<Guid>> Among(Db db, IReadOnlyCollection<MemberInfo> members, DateTime now, CancellationToken cancel)
    {
        var ids = members.Select(who => who.Id).ToList();
        var until = await db.Participations.AsNoTracking().Where(one => ids.Contains(one.MemberId) && one.PausedUntil != null).ToDictionaryAsync(one => one.MemberId, one => one.PausedUntil, cancel);
        var paused = new HashSet<Guid>();
        foreach (var who in members)
            if (until.TryGetValue(who.Id, out var first) && (first > LocalDay.Of(now, who.Zone) || (first == LocalDay.Of(now, who.Zone) && first > await DayOfWork.Find(db, who, now, cancel))))
                paused.Add(who.Id);
        return paused;
    }
}
