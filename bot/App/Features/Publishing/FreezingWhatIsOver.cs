using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>
/// Freezes every window that is over and not frozen yet, in their order, from the first in which anything was answered. May run twice, and on two nodes at
/// once: what the other froze is found frozen.
/// </summary>
public sealed class FreezingWhatIsOver(IEnumerable<IPublished> published, Gathering gathering, Freezing freezing, IServiceProvider services)
{
    readonly IStore _store = services.GetRequiredService<IStore>();
    readonly OrganisationWindows _windows = services.GetRequiredService<OrganisationWindows>();

    /// <returns>How many figures' windows were frozen: one for each question and window.</returns>
    public async Task<int> Freeze(CancellationToken stop)
    {
        var frozen = 0;
        foreach (var what in published)
            if (await Next(what, stop) is { } next)
                for (var window = next; window.Index <= _windows.LastFinished.Index; window = new(window.Index + 1))
                    frozen += await Freeze(what, window, stop);
        return frozen;
    }

    async Task<PublicationWindow?> Next(IPublished what, CancellationToken stop)
    {
        if (await freezing.Last(what.Questions, stop) is { } last)
            return new(last.Index + 1);
        await using var db = _store.Open();
        return await what.First(db, stop) is { } first ? _windows.Of(first) : null;
    }

    async Task<int> Freeze(IPublished what, PublicationWindow window, CancellationToken stop)
    {
        var (from, to) = _windows.Of(window);
        var gathered = await gathering.Gather(what, from, to, stop);
        var groups = what.ByGroup ? await Groups(stop) : [];
        var frozen = 0;
        foreach (var question in what.Questions)
            if (await freezing.Freeze(new(window, question, what.Measure, groups, gathered.GroupOf, gathered.To(question)), stop))
                frozen++;
        return frozen;
    }

    async Task<List<(Guid, Guid?)>> Groups(CancellationToken stop)
    {
        await using var db = _store.Open();
        return [.. (await db.Teams.AsNoTracking().Select(team => new { team.Id, team.ParentId }).ToListAsync(stop)).Select(team => (team.Id, team.ParentId))];
    }
}
