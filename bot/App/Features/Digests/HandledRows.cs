using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Cards.Digests;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Published figures of how questions were handled, as digests keep and tell them.</summary>
static class HandledRows
{
    static readonly HandlingMeasure[] Times = [HandlingMeasure.ToAccept, HandlingMeasure.ToFirstAnswer, HandlingMeasure.ToSolved];

    /// <summary>The times that may be said, and of the other measures those that are named.</summary>
    internal static List<HandledCount> Kept(IEnumerable<HandlingSaid> figures, params IReadOnlyList<HandlingMeasure> also) =>
        [.. figures.Where(one => one.Value is not null && (Times.Contains(one.Measure) || also.Contains(one.Measure))).Select(one => new HandledCount(one.Measure, one.Urgency, one.Group, one.Value!.Value, one.P90))];

    /// <summary>By urgency, the most urgent first.</summary>
    internal static List<HandledTimes> Told(IEnumerable<HandledCount> kept) =>
        [.. kept.Where(one => one.Urgency is not null && Times.Contains(one.Measure)).GroupBy(one => one.Urgency!.Value).OrderByDescending(own => own.Key)
            .Select(own => new HandledTimes(For(own.Key), Of(own, HandlingMeasure.ToAccept), Of(own, HandlingMeasure.ToFirstAnswer), Of(own, HandlingMeasure.ToSolved)))];

    static HandledTime? Of(IEnumerable<HandledCount> own, HandlingMeasure measure) =>
        own.FirstOrDefault(one => one.Measure == measure) is { } found ? new(Whole(found.Value), found.P90 is { } nine ? Whole(nine) : null) : null;

    static HandledFor For(Urgency urgency) => urgency switch { Urgency.Waiting => HandledFor.Waiting, Urgency.Today => HandledFor.Today, _ => HandledFor.Week };

    static int Whole(double minutes) => (int)Math.Round(minutes, MidpointRounding.AwayFromZero);
}
