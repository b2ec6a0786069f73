namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>The organisation's groups at a window's end. Every group hangs on the whole organisation, if need be directly.</summary>
public sealed class GroupTree
{
    /// <summary>Stands for the whole organisation wherever a group's id is asked for.</summary>
    public static readonly Guid Whole = Guid.Empty;

    readonly Dictionary<Guid, Guid> _parents;
    readonly ILookup<Guid, Guid> _children;

    /// <param name="groups">Ids with their parents; a parent that isn't there, or a circle of parents, counts as none.</param>
    public GroupTree(IEnumerable<(Guid Id, Guid? Parent)> groups)
    {
        var given = groups.OrderBy(group => group.Id).ToDictionary(group => group.Id, group => group.Parent ?? Whole);
        _parents = given.ToDictionary(group => group.Key, group => LeadsUp(given, group.Key) ? group.Value : Whole);
        _children = _parents.ToLookup(group => group.Value, group => group.Key);
        FromTheTop = [.. Below(Whole)];
    }

    /// <summary>The whole organisation and every group, each after its parent and next to its own; always in the same order.</summary>
    public IReadOnlyList<Guid> FromTheTop { get; }

    public IEnumerable<Guid> Children(Guid group) => _children[group];

    public Guid Parent(Guid group) => _parents[group];

    /// <summary>That group, or the whole organisation where it isn't in the tree.</summary>
    public Guid Known(Guid? group) => group is { } id && _parents.ContainsKey(id) ? id : Whole;

    static bool LeadsUp(Dictionary<Guid, Guid> parents, Guid group)
    {
        var seen = new HashSet<Guid>();
        while (group != Whole)
            if (!seen.Add(group) || !parents.TryGetValue(group, out group))
                return false;
        return true;
    }

    IEnumerable<Guid> Below(Guid top)
    {
        var waiting = new Stack<Guid>([top]);
        while (waiting.TryPop(out var group))
        {
            yield return group;
            foreach (var child in Children(group).Reverse())
                waiting.Push(child);
        }
    }
}
