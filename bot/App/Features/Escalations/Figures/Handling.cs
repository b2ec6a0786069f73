using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>From what the questions brought to the figures that may be said.</summary>
public static class Handling
{
    /// <summary>One a measure and urgency for the whole organisation, also where it is too few; and those of teams and topics that may be said beside it.</summary>
    public static IEnumerable<HandlingFigure> Publish(PublicationWindow window, GroupTree tree, IEnumerable<Share> shares)
    {
        var all = shares.ToLookup(share => (share.Measure, share.Urgency));
        return Everything.SelectMany(one => Publish(window, tree, one.Measure, one.Urgency, [.. all[one]]));
    }

    static IEnumerable<(HandlingMeasure Measure, Course.Urgency? Urgency)> Everything =>
        from measure in Enum.GetValues<HandlingMeasure>()
        from urgency in measure is HandlingMeasure.ToAccept or HandlingMeasure.ToFirstAnswer or HandlingMeasure.ToSolved ? Enum.GetValues<Course.Urgency>().Select(one => (Course.Urgency?)one) : [null]
        select (measure, urgency);

    static IEnumerable<HandlingFigure> Publish(PublicationWindow window, GroupTree tree, HandlingMeasure measure, Course.Urgency? urgency, List<Share> shares)
    {
        var (groups, topics) = HandlingFloor.Decide(tree, [.. Cells(shares)]);
        yield return Figure(GroupTree.Whole, HandlingFigure.AllTopics, groups.Count > 0 ? shares : []);
        foreach (var group in tree.FromTheTop.Where(group => group != GroupTree.Whole && groups.Contains(group)))
            yield return Figure(group, HandlingFigure.AllTopics, [.. shares.Where(share => IsIn(tree, share.Group, group))]);
        foreach (var topic in topics.Order())
            yield return Figure(GroupTree.Whole, topic, [.. shares.Where(share => share.Topic == topic)]);

        HandlingFigure Figure(Guid group, Guid topic, List<Share> of)
        {
            (double? value, double? p90) = of.Count > 0 ? Shares.Said(measure, of) : (null, (double?)null);
            return new() { Window = window.Index, Measure = measure, Urgency = urgency is { } by ? (short)by : HandlingFigure.AnyUrgency, GroupId = group, TopicId = topic, Value = value, P90 = p90 };
        }
    }

    // Experts and askers, as far as the measure has them.
    static IEnumerable<Cell> Cells(List<Share> shares) => shares.GroupBy(share => (share.Group, share.Topic)).Select(cell => new Cell(cell.Key.Group, cell.Key.Topic,
    [
        .. shares[0].Expert is null ? Array.Empty<IReadOnlySet<Guid>>() : [Known(cell.Select(share => share.Expert))],
        .. shares[0].Asker is null ? Array.Empty<IReadOnlySet<Guid>>() : [Known(cell.Select(share => share.Asker))],
    ]));

    static HashSet<Guid> Known(IEnumerable<Guid?> people) => [.. people.OfType<Guid>().Where(one => one != Guid.Empty)];

    static bool IsIn(GroupTree tree, Guid group, Guid top)
    {
        while (group != top && group != GroupTree.Whole)
            group = tree.Parent(group);
        return group == top;
    }
}
