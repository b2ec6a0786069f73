using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>At start the people of every workspace and of every shared conversation in Teams are read anew; a list that was being read goes on where it stopped.</summary>
public static class RostersAtStart
{
    /// <summary>Teams has no list of a whole tenant: its lists are those of conversations. Those of one person alone keep their day, so that what joins meanwhile is not behind thousands of them.</summary>
    public static async Task MakeDue(Db db, DateTime now, CancellationToken cancel)
    {
        var workspaces = await db.Installations.AsNoTracking().Where(i => i.Channel == Channel.Slack && i.RemovedAt == null).Select(i => i.Id).ToListAsync(cancel);
        foreach (var id in workspaces)
            await Roster.ReadSoon(db, id, "", now, cancel);
        var teams = db.Installations.Where(i => i.Channel == Channel.Teams && i.RemovedAt == null).Select(i => i.Id);
        await db.RosterRuns
            .Where(run => teams.Contains(run.InstallationId) && run.Cursor == null && run.DueAt > now && db.Places.Any(p => p.InstallationId == run.InstallationId && p.ExternalId == run.Source && p.RemovedAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.DueAt, now), cancel);
    }

    /// <summary>A workspace that told who it is only after the start has no list yet.</summary>
    public static async Task MakeNewDue(IStore store, DateTime now, CancellationToken cancel)
    {
        await using var reading = store.Open();
        if (!await WithoutList(reading).AnyAsync(cancel))
            return;
        await store.Do(async db =>
        {
            foreach (var id in await WithoutList(db).ToListAsync(cancel))
                await Roster.ReadSoon(db, id, "", now, cancel);
            return await db.SaveChangesAsync(cancel);
        }, cancel);
    }

    static IQueryable<int> WithoutList(Db db) => db.Installations.AsNoTracking()
        .Where(i => i.Channel == Channel.Slack && i.RemovedAt == null && !db.RosterRuns.Any(run => run.InstallationId == i.Id && run.Source == ""))
        .Select(i => i.Id);
}
