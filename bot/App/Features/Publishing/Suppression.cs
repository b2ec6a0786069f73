namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>
/// Which groups of one window may be published beside each other. In a tree, what a window's published sums give away is each published
/// group minus the published ones below it, and unions of such remainders, so each remainder has to be nobody or at least
/// five people who answered. Besides, as we promise it: the group itself, its parent minus the group, and its hidden siblings together with the people
/// directly in the parent, each nobody or at least five, whether the parent is published or not.
/// <para>
/// From the leaves upwards, each group keeps the best way to publish what is below it for each size of what stays hidden (0 to 4, and 5 for
/// more): once for itself published, once hidden. A parent takes its children one by one. At the top the best of all is read back. So all conditions
/// hold at once, over the whole tree, with nothing left to repeat; the best is the most groups, then the most people in them, then the first found.
/// Only numbers of people are looked at, never an answer: that a group is hidden says nothing about what anybody answered.
/// </para>
/// </summary>
public sealed class Suppression
{
    const int More = 5, Shown = 6, Ways = 7, States = 72;
    const long Impossible = -1, OneGroup = 1L << 32;

    readonly GroupTree _tree;
    readonly IReadOnlySet<Guid> _refused;
    readonly Dictionary<Guid, int> _people = [];
    readonly Dictionary<Guid, Node> _nodes = [];

    Suppression(GroupTree tree, Func<Guid, int> directly, IReadOnlySet<Guid> refused)
    {
        (_tree, _refused) = (tree, refused);
        foreach (var group in tree.FromTheTop.Reverse())
        {
            _people[group] = directly(group) + tree.Children(group).Sum(child => _people[child]);
            _nodes[group] = Best(group, directly(group));
        }
    }

    /// <param name="directly">How many answered who are in the group itself, not in one below.</param>
    /// <param name="refused">Groups that stay hidden for another reason.</param>
    public static IReadOnlySet<Guid> Published(GroupTree tree, Func<Guid, int> directly, IReadOnlySet<Guid> refused)
    {
        var plan = new Suppression(tree, directly, refused);
        var published = new HashSet<Guid>();
        plan.ReadBack(GroupTree.Whole, Best(plan._nodes[GroupTree.Whole].Value), published);
        return published;
    }

    Node Best(Guid group, int directly)
    {
        var layers = new List<Step[]> { Start(directly) };
        foreach (var child in _tree.Children(group))
            layers.Add(With(layers[^1], child, MayShow(child) && Fits(_people[group] - _people[child])));
        return Ends(layers, MayShow(group) ? OneGroup + _people[group] : Impossible);
    }

    static Step[] Start(int directly)
    {
        var start = Empty();
        start[State(Math.Min(directly, More), Math.Min(directly, More), false)] = new(0, 0, 0);
        return start;
    }

    Step[] With(Step[] before, Guid child, bool mayShow)
    {
        var (after, node, people) = (Empty(), _nodes[child], Math.Min(_people[child], More));
        for (var state = 0; state < States; state++)
            for (var way = 0; before[state].Value != Impossible && way < Ways; way++)
            {
                if (node.Value[way] == Impossible || way == Shown && !mayShow)
                    continue;
                var (hidden, rest, any) = (state / 12, state / 2 % 6, state % 2 == 1);
                var next = way == Shown ? State(hidden, rest, true) : State(Math.Min(hidden + people, More), Math.Min(rest + way, More), any);
                var value = before[state].Value + node.Value[way];
                if (value > after[next].Value)
                    after[next] = new(value, state, way);
            }
        return after;
    }

    // What is hidden beside a published child must be nobody or enough; what is left of a published group, too.
    static Node Ends(List<Step[]> layers, long shown)
    {
        var (value, end) = (Enumerable.Repeat(Impossible, Ways).ToArray(), new int[Ways]);
        for (var state = 0; state < States; state++)
        {
            var (hidden, rest, any, best) = (state / 12, state / 2 % 6, state % 2 == 1, layers[^1][state].Value);
            if (best == Impossible || any && !Fits(hidden))
                continue;
            if (best > value[rest])
                (value[rest], end[rest]) = (best, state);
            if (shown != Impossible && Fits(rest) && best + shown > value[Shown])
                (value[Shown], end[Shown]) = (best + shown, state);
        }
        return new(layers, value, end);
    }

    void ReadBack(Guid group, int way, HashSet<Guid> published)
    {
        if (way == Shown)
            published.Add(group);
        var (node, state) = (_nodes[group], _nodes[group].End[way]);
        foreach (var (child, layer) in _tree.Children(group).Zip(node.Layers.Skip(1)).Reverse())
        {
            ReadBack(child, layer[state].Way, published);
            state = layer[state].From;
        }
    }

    // Of two ways that are as good, the one that shows the group.
    static int Best(long[] value) => value[Shown] == value.Max() ? Shown : Array.IndexOf(value, value.Max());

    bool MayShow(Guid group) => _people[group] >= Publication.Fewest && !_refused.Contains(group);

    static bool Fits(int people) => people is 0 or >= Publication.Fewest;

    static int State(int hidden, int rest, bool any) => hidden * 12 + rest * 2 + (any ? 1 : 0);

    static Step[] Empty() => [.. Enumerable.Repeat(new Step(Impossible, 0, 0), States)];

    readonly record struct Step(long Value, int From, int Way);

    /// <param name="Value">By what is left hidden, 0 to 5; last, for the group published.</param>
    sealed record Node(List<Step[]> Layers, long[] Value, int[] End);
}
