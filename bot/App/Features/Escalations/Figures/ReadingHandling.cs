using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>
/// How questions were handled: what chat, digest and console may read of it, and all that they may. Frozen figures of windows of four weeks; who may see
/// which group's is for them to ask.
/// </summary>
public static partial class ReadingHandling
{
    /// <summary>The windows that are frozen, the newest first.</summary>
    public static async Task<IReadOnlyList<PublicationWindow>> Windows(Db db, int most, CancellationToken cancel) =>
        [.. (await db.HandlingFigures.Select(figure => figure.Window).Distinct().OrderByDescending(window => window).Take(most).ToListAsync(cancel)).Select(window => new PublicationWindow(window))];

    /// <summary>
    /// Every measure of a team with all below it, or of the whole organisation (<see cref="GroupTree.Whole"/>), in one window. Where the team's own may not be
    /// said, the nearest team's above it stands there; where not even the organisation's may, nothing. Null: that window is not frozen.
    /// </summary>
    public static async Task<HandlingOf?> Of(Db db, Guid group, PublicationWindow window, CancellationToken cancel)
    {
        var figures = (await db.HandlingFigures.AsNoTracking().Where(figure => figure.Window == window.Index && figure.TopicId == HandlingFigure.AllTopics).ToListAsync(cancel)).ToLookup(figure => (figure.Measure, figure.By));
        if (figures.Count == 0)
            return null;
        return Of(await Tree(db, cancel), group, window, figures);
    }

    static async Task<GroupTree> Tree(Db db, CancellationToken cancel) =>
        new((await db.Teams.AsNoTracking().Select(team => new { team.Id, team.ParentId }).ToListAsync(cancel)).Select(team => (team.Id, team.ParentId)));

    static HandlingOf Of(GroupTree tree, Guid group, PublicationWindow window, ILookup<(HandlingMeasure Measure, Urgency? By), HandlingFigure> figures)
    {
        var up = Up(tree, group);
        return new(window, [.. figures.OrderBy(one => one.Key.Measure).ThenByDescending(one => one.Key.By).Select(one => Said(one.Key.Measure, one.Key.By, Nearest(up, one)))]);
    }

    // The group and all above it, the whole organisation last.
    static List<Guid> Up(GroupTree tree, Guid group)
    {
        var up = new List<Guid> { tree.Known(group) };
        while (up[^1] != GroupTree.Whole)
            up.Add(tree.Parent(up[^1]));
        return up;
    }

    /// <summary>The topics of which something may be said in that window, by their names, with the figures; what is missing rolls up to all topics.</summary>
    public static async Task<IReadOnlyList<TopicHandling>> ByTopic(Db db, PublicationWindow window, CancellationToken cancel)
    {
        var figures = await db.HandlingFigures.AsNoTracking().Where(figure => figure.Window == window.Index && figure.TopicId != HandlingFigure.AllTopics).ToListAsync(cancel);
        var ids = figures.Select(figure => figure.TopicId).Distinct().ToList();
        var names = await db.Topics.AsNoTracking().Where(topic => ids.Contains(topic.Id)).ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancel);
        return [.. figures.Where(figure => names.ContainsKey(figure.TopicId)).GroupBy(figure => figure.TopicId).OrderBy(topic => names[topic.Key], StringComparer.OrdinalIgnoreCase)
            .Select(topic => new TopicHandling(topic.Key, names[topic.Key], [.. topic.OrderBy(figure => figure.Measure).ThenByDescending(figure => figure.By).Select(figure => Said(figure.Measure, figure.By, figure))]))];
    }

    static HandlingFigure? Nearest(List<Guid> up, IEnumerable<HandlingFigure> figures) =>
        up.Select(group => figures.FirstOrDefault(figure => figure.GroupId == group)).FirstOrDefault(figure => figure is not null);

    static HandlingSaid Said(HandlingMeasure measure, Urgency? urgency, HandlingFigure? figure) => new(measure, urgency, figure?.GroupId ?? GroupTree.Whole, figure?.Value, figure?.P90);
}

/// <summary>One window's figures of one group.</summary>
public sealed record HandlingOf(PublicationWindow Window, IReadOnlyList<HandlingSaid> Figures)
{
    public HandlingSaid? Of(HandlingMeasure measure, Urgency? urgency = null) => Figures.FirstOrDefault(figure => figure.Measure == measure && figure.Urgency == urgency);
}

/// <summary>A topic of the whole organisation, and what may be said of it.</summary>
public sealed record TopicHandling(Guid Topic, string Name, IReadOnlyList<HandlingSaid> Figures);

/// <param name="Urgency">Null: all together.</param>
/// <param name="Group">Of whom it is: the group that was asked for, or the nearest above it of which it may be said; <see cref="GroupTree.Whole"/>: the whole organisation.</param>
/// <param name="Value">Minutes (the median), percent, a mean or a multiple, by the measure; null: not enough.</param>
/// <param name="P90">Minutes, of times.</param>
public sealed record HandlingSaid(HandlingMeasure Measure, Urgency? Urgency, Guid Group, double? Value, double? P90)
{
    public bool IsNotEnough => Value is null;
}
