using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>All that one team directly brought to one topic.</summary>
/// <param name="People">Who stands behind it, a set for each kind of people that is looked at: experts, askers.</param>
public sealed record Cell(Guid Group, Guid Topic, IReadOnlyList<IReadOnlySet<Guid>> People);

/// <summary>
/// Decides of which teams and topics a measure is said in a window. Behind every figure stand at least five people of each kind, and behind
/// everything that follows from the figures by adding and subtracting them, too: a team less the teams below it, all topics less those named,
/// a team less topics that nobody else asked about. Whatever falls short rolls up into what is above it.
/// </summary>
public static class HandlingFloor
{
    public const int Fewest = Publication.Fewest;

    /// <returns>Groups (the whole organisation among them) and topics of the whole organisation; nothing where even that is too few.</returns>
    public static (IReadOnlySet<Guid> Groups, IReadOnlySet<Guid> Topics) Decide(GroupTree tree, IReadOnlyList<Cell> cells)
    {
        if (!IsEnough(cells))
            return (new HashSet<Guid>(), new HashSet<Guid>());
        var groups = Groups(tree, cells);
        var topics = Topics(cells);
        var atomOf = tree.FromTheTop.ToDictionary(group => group, group => Published(tree, group, groups));
        while (CrossTable.Of(cells, atomOf, topics).Leak() is { } withThese)
            topics.Remove(Least(topics.Where(withThese.Contains) is var named && named.Any() ? named : topics, topic => cells.Where(cell => cell.Topic == topic)));
        return (groups, topics);
    }

    /// <summary>Enough to be said, of each kind of people.</summary>
    public static bool IsEnough(IEnumerable<Cell> cells)
    {
        var all = cells.ToList();
        return all.Count > 0 && Enumerable.Range(0, all[0].People.Count).All(kind => Behind(all, kind).Count >= Fewest);
    }

    static bool IsNoneOrEnough(IEnumerable<Cell> cells) => !cells.Any() || IsEnough(cells);

    static HashSet<Guid> Behind(IEnumerable<Cell> cells, int kind) => [.. cells.SelectMany(cell => cell.People[kind])];

    // A group less the published ones below it must be enough, or nothing: else the smallest of them stays with it.
    static HashSet<Guid> Groups(GroupTree tree, IReadOnlyList<Cell> cells)
    {
        var below = Below(tree);
        var published = tree.FromTheTop.Where(group => group == GroupTree.Whole || IsEnough(cells.Where(cell => below[group].Contains(cell.Group)))).ToHashSet();
        while (tree.FromTheTop.FirstOrDefault(group => published.Contains(group) && !IsNoneOrEnough(cells.Where(cell => Published(tree, cell.Group, published) == group)), Nobody) is var short_ && short_ != Nobody)
            published.Remove(Least(published.Where(group => group != GroupTree.Whole && Published(tree, tree.Parent(group), published) == short_), group => cells.Where(cell => below[group].Contains(cell.Group))));
        return published;
    }

    static readonly Guid Nobody = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    static HashSet<Guid> Topics(IReadOnlyList<Cell> cells)
    {
        var published = cells.Select(cell => cell.Topic).Where(topic => topic != HandlingFigure.AllTopics).Distinct().Where(topic => IsEnough(cells.Where(cell => cell.Topic == topic))).ToHashSet();
        while (!IsNoneOrEnough(cells.Where(cell => !published.Contains(cell.Topic))))
            published.Remove(Least(published, topic => cells.Where(cell => cell.Topic == topic)));
        return published;
    }

    /// <summary>The nearest published group that it is in.</summary>
    static Guid Published(GroupTree tree, Guid group, HashSet<Guid> published)
    {
        while (!published.Contains(group))
            group = tree.Parent(group);
        return group;
    }

    static Dictionary<Guid, HashSet<Guid>> Below(GroupTree tree)
    {
        var below = tree.FromTheTop.ToDictionary(group => group, group => new HashSet<Guid> { group });
        foreach (var group in tree.FromTheTop.Reverse().Where(group => group != GroupTree.Whole))
            below[tree.Parent(group)].UnionWith(below[group]);
        return below;
    }

    // The one with the fewest people behind it; of those alike always the same.
    static Guid Least(IEnumerable<Guid> of, Func<Guid, IEnumerable<Cell>> cells) =>
        of.MinBy(one => (cells(one).Select(cell => cell.People.Count).DefaultIfEmpty(0).Max() is var kinds && kinds > 0 ? Enumerable.Range(0, kinds).Min(kind => Behind(cells(one), kind).Count) : 0, one));
}
