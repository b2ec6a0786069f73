using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>What is asked, and so what is said of a group.</summary>
public enum Measure : short { Balance = 1, Agreement }

/// <summary>What is published of one group: one word, one step, or that not enough people answered. Never a count, never a distribution.</summary>
public sealed record Figure(Guid GroupId, BalanceWord? Balance, Agreement? Agreement)
{
    public bool NotEnoughAnswers => Balance is null && Agreement is null;
}

/// <param name="Figures">One for the whole organisation (<see cref="GroupTree.Whole"/>) and for each group.</param>
/// <param name="Counted">Whose answers each published figure is made of. For the memory and for tests; nobody is shown it.</param>
/// <param name="Sums">The memory for the next window.</param>
public sealed record Snapshot(IReadOnlyList<Figure> Figures, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Counted, PublishedSums Sums);

/// <summary>
/// Decides once, for a finished window and one question, what is published. Two gates, both blind to what was answered: <see cref="Suppression"/> for the
/// groups of one window beside each other, <see cref="PublishedSums"/> for everything published before. What the second refuses stays
/// hidden, and the first chooses anew around it, until neither objects. Both treat a figure as if it were the exact sum; it is far less.
/// </summary>
public static class Publication
{
    /// <summary>How many must have answered. A constant: nobody can lower it.</summary>
    public const int Fewest = 5;

    public static Snapshot Decide(Measure measure, GroupTree tree, Answerers answerers, PublishedSums before)
    {
        var welcoming = before.Copy();
        welcoming.Welcome(tree, answerers);
        var refused = new HashSet<Guid>();
        while (true)
        {
            var (sums, counted) = (welcoming.Copy(), new Dictionary<Guid, IReadOnlyList<Guid>>());
            var agreed = true;
            foreach (var group in LargestFirst(tree, answerers, refused))
                if (sums.Count(answerers.In(group)) is { } members)
                    counted[group] = members;
                else
                    agreed = !refused.Add(group);
            if (agreed)
                return new([.. tree.FromTheTop.Select(group => Figure(measure, group, counted.GetValueOrDefault(group), answerers))], counted, sums);
        }
    }

    static List<Guid> LargestFirst(GroupTree tree, Answerers answerers, HashSet<Guid> refused)
    {
        var published = Suppression.Published(tree, group => answerers.Directly(group).Count(), refused);
        return [.. tree.FromTheTop.Where(published.Contains).OrderByDescending(group => answerers.In(group).Count)];
    }

    static Figure Figure(Measure measure, Guid group, IReadOnlyList<Guid>? counted, Answerers answerers)
    {
        var steps = counted?.Select(answerers.Step).ToList();
        return new(group,
            steps is not null && measure == Measure.Balance ? Figures.Balance(steps) : null,
            steps is not null && measure == Measure.Agreement ? Figures.Agreeing(steps) : null);
    }
}
