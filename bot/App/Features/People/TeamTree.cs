using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.People;

/// <summary>The teams and what stands above and below each. Teams that stand above each other in a circle do no harm: nobody is their own parent.</summary>
public sealed class TeamTree
{
    readonly Dictionary<Guid, Guid?> _parents;
    readonly ILookup<Guid, Guid> _children;

    /// <param name="teams">Each team, and the one that it belongs to.</param>
    public TeamTree(IEnumerable<(Guid Id, Guid? Parent)> teams)
    {
        _parents = teams.ToDictionary(team => team.Id, team => team.Parent);
        _children = _parents.Where(team => team.Value is not null).ToLookup(team => team.Value!.Value, team => team.Key);
    }

    /// <summary>As it stands in the database, read once and kept for a while.</summary>
    public static async ValueTask<TeamTree> Read(Register register, CancellationToken cancel) =>
        (await register.Get("team tree", async db => new TeamTree((await db.Teams.AsNoTracking().Select(team => new { team.Id, team.ParentId }).ToListAsync(cancel)).Select(team => (team.Id, team.ParentId)))))!;

    public bool Knows(Guid team) => _parents.ContainsKey(team);

    /// <summary>The teams that it belongs to, the nearest first; not itself.</summary>
    public IReadOnlyList<Guid> Above(Guid team)
    {
        var above = new List<Guid>();
        for (var at = Parent(team); at is { } one && one != team && !above.Contains(one); at = Parent(one))
            above.Add(one);
        return above;
    }

    /// <summary>All teams that belong to it, at whatever depth, the nearest first; not itself.</summary>
    public IReadOnlyList<Guid> Below(Guid team)
    {
        var (below, met) = (new List<Guid>(), new HashSet<Guid> { team });
        for (var next = new Queue<Guid>([team]); next.TryDequeue(out var at);)
            foreach (var child in _children[at].Where(met.Add))
            {
                below.Add(child);
                next.Enqueue(child);
            }
        return below;
    }

    Guid? Parent(Guid team) => _parents.GetValueOrDefault(team) is { } parent && Knows(parent) ? parent : null;
}
