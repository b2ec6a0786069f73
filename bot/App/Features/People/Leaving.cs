using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Somebody leaves: from then on nothing is sent to them, and nothing offered. What still waits for them is not sent any more.</summary>
static class Leaving
{
    /// <summary>The <see cref="Message.LastError"/> of what was not sent because its reader had left.</summary>
    internal const string ReaderLeft = "reader-left";

    /// <param name="at">When; that may be past.</param>
    internal static async Task Mark(Db db, Member member, DateTime at, DateTime now, CancellationToken cancel)
    {
        if (member.LeftAt is not null)
            return;
        member.LeftAt = at;
        foreach (var message in await db.Messages.Where(one => one.ForMember == member.Id && one.SentRevision < one.Revision && one.DeadAt == null).ToListAsync(cancel))
            (message.DeadAt, message.LastError) = (now, ReaderLeft);
    }

    /// <summary>The end of somebody's last day, where they are.</summary>
    internal static DateTime End(DateOnly last, string? zone) => LocalDay.Start(last.AddDays(1), zone);
}

/// <summary>Lets those go whose last day, as HR said it, is over where they are.</summary>
public sealed class LettingGo(IStore store, Register register, TimeProvider clock)
{
    const int Together = 200;

    /// <returns>How many left.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var all = 0;
        for (Guid? after = null; ;)
        {
            var (gone, last) = await store.Do(db => Some(db, after, cancel), cancel);
            all += gone;
            if (last is null)
                break;
            after = last;
        }
        if (all > 0)
            register.Forget();
        return all;
    }

    // Pages by key: for some the last day is over on the calendar, and not yet where they are.
    async Task<(int Gone, Guid? Last)> Some(Db db, Guid? after, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now).AddDays(1);
        var due = await db.Members.Where(one => one.LeavesOn != null && one.LeavesOn <= today && one.LeftAt == null && one.MergedInto == null && (after == null || one.Id > after))
            .OrderBy(one => one.Id).Take(Together).ToListAsync(cancel);
        var gone = 0;
        foreach (var member in due)
            if (Leaving.End(member.LeavesOn!.Value, member.Zone) is var end && end <= now)
            {
                await Leaving.Mark(db, member, end, now, cancel);
                gone++;
            }
        await db.SaveChangesAsync(cancel);
        return (gone, due.Count < Together ? null : due[^1].Id);
    }
}
