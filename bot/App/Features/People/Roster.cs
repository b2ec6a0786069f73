using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.People;

/// <summary>
/// Reads who there is, at start, then daily, and when somebody joins: a page a round, so that it is paced, and from
/// where it stopped, so that a restart costs nothing.
/// </summary>
public sealed class Roster(IStore store, Register register, IEnumerable<IRosterSource> sources, Learning learning, TimeProvider clock, ILogger<Roster> log)
{
    static readonly TimeSpan Daily = TimeSpan.FromDays(1), AfterFailure = TimeSpan.FromMinutes(5);

    /// <summary>Makes a list due now.</summary>
    public static async Task ReadSoon(Db db, int installation, string source, DateTime now, CancellationToken cancel)
    {
        var run = db.RosterRuns.Local.FirstOrDefault(r => r.InstallationId == installation && r.Source == source)
            ?? await db.RosterRuns.SingleOrDefaultAsync(r => r.InstallationId == installation && r.Source == source, cancel);
        if (run is null)
            db.RosterRuns.Add(new RosterRun { InstallationId = installation, Source = source, DueAt = now });
        else if (run.Cursor is null)
            run.DueAt = now;
    }

    /// <summary>Reads one page of every list that is due. True while more is due.</summary>
    public async Task<bool> ReadDue(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = store.Open();
        var due = await db.RosterRuns.AsNoTracking().Where(run => run.DueAt <= now).OrderBy(run => run.DueAt).Take(20).ToListAsync(cancel);
        foreach (var run in due)
            await ReadPage(run, now, cancel);
        return due.Count > 0;
    }

    async Task ReadPage(RosterRun run, DateTime now, CancellationToken cancel)
    {
        var installation = await register.Installation(run.InstallationId, cancel);
        var source = installation is { RemovedAt: null } ? sources.FirstOrDefault(s => s.Channel == installation.Channel) : null;
        if (source is null)
        {
            await Write(run, new RosterPage([], null), now + Daily, cancel);
            return;
        }
        try
        {
            var page = await source.Read(installation!, run.Source, run.Cursor, cancel);
            await Write(run, page, page.Next is null ? now + Daily : now, cancel);
            Log.PageRead(log, run.InstallationId, page.People.Count, page.Next is null);
        }
        catch (RosterUnreadableException failure)
        {
            Log.Unreadable(log, run.InstallationId, failure.Message);
            // A mark that is not taken any more would be refused for ever: the list is read from its beginning.
            await Write(run, new RosterPage([], failure.IsFinal ? null : run.Cursor), now + (failure.RetryAfter ?? AfterFailure), cancel);
        }
    }

    // The people of a page and the mark of the next are one commit: a crash between them repeats a page at most.
    async Task Write(RosterRun run, RosterPage page, DateTime due, CancellationToken cancel)
    {
        var touched = await store.Do(async db =>
        {
            await learning.Learn(db, run.InstallationId, page.People, clock.GetUtcNow().UtcDateTime, cancel);
            if (page.PlaceName is { } name && await db.Places.SingleOrDefaultAsync(p => p.InstallationId == run.InstallationId && p.ExternalId == run.Source, cancel) is { } place)
                place.Name = name;
            var isNews = Register.Touched(db);
            var row = await db.RosterRuns.SingleAsync(r => r.InstallationId == run.InstallationId && r.Source == run.Source, cancel);
            (row.Cursor, row.DueAt) = (page.Next, due);
            row.FinishedAt = page.Next is null && page.People.Count > 0 ? clock.GetUtcNow().UtcDateTime : row.FinishedAt;
            await db.SaveChangesAsync(cancel);
            return isNews;
        }, cancel);
        // Most days most people are as they were; then what is kept of them stays.
        if (touched)
            register.Forget();
    }
}
