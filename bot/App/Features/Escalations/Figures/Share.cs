using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>What one question brings to one measure.</summary>
/// <param name="Urgency">Null: the measure is of all urgencies together.</param>
/// <param name="Group">The asker's team when they asked; of the spread, the expert's. <see cref="Publishing.GroupTree.Whole"/>: none.</param>
/// <param name="Topic">Guid.Empty: none.</param>
/// <param name="Expert">Who stands behind it; null: no expert does. Guid.Empty: one who is not known any more.</param>
/// <param name="Asker">Null: askers do not count here.</param>
public sealed record Share(HandlingMeasure Measure, Urgency? Urgency, Guid Group, Guid Topic, Guid? Expert, Guid? Asker, double Value);

/// <summary>From a question's history to what it brings to each measure in one window.</summary>
public static class Shares
{
    /// <param name="groupOf">Somebody's team at a moment.</param>
    /// <param name="minutes">Minutes between two moments as they count for that asker and urgency.</param>
    public static IEnumerable<Share> Of(HandledQuestion question, DateTime from, Func<Guid, DateTime, Guid> groupOf, Func<Guid, Urgency, DateTime, DateTime, double> minutes)
    {
        var (asked, urgency, group) = (question.AskedAt, question.Urgency, groupOf(question.Asker, question.AskedAt));
        if (question.Accepted is { } accepted && accepted.At >= from)
            yield return Time(HandlingMeasure.ToAccept, accepted, accepted.By);
        if (question.FirstAnswer is { } answer && answer.At >= from)
            yield return Time(HandlingMeasure.ToFirstAnswer, answer, answer.By);
        foreach (var taken in question.TakenSince(from))
            if (taken.By is { } by)
                yield return new(HandlingMeasure.Spread, null, groupOf(by, taken.At), Guid.Empty, by, null, 1);
        if (question.RepeatedWithin(from) is { } repeated)
            yield return Rate(HandlingMeasure.Repeated, repeated.Amount == 1);
        if (question.EndedWithin(from) is { } ended)
            yield return Rate(HandlingMeasure.Unconfirmed, ended.Kind is EventKind.Unconfirmed);
        if (question.SolvedWithin(from) is not { } solved)
            yield break;
        yield return Rate(HandlingMeasure.WithoutAsking, solved.Kind is EventKind.SolvedByNote) with { Expert = null };
        if (solved.Kind is EventKind.SolvedByNote)
            yield break;
        yield return Time(HandlingMeasure.ToSolved, solved, question.LastOwner);
        yield return Rate(HandlingMeasure.Transfers, false) with { Value = question.Transfers };
        if (question.IsFirstTimeRight is { } right)
            yield return Rate(HandlingMeasure.FirstTimeRight, right);

        Share Time(HandlingMeasure measure, PastEvent end, Guid? expert) =>
            new(measure, urgency, group, question.Topic ?? Guid.Empty, expert ?? Guid.Empty, question.Asker, minutes(question.Asker, urgency, asked, end.At));

        Share Rate(HandlingMeasure measure, bool yes) => new(measure, null, group, question.Topic ?? Guid.Empty, question.LastOwner, question.Asker, yes ? 1 : 0);
    }

    /// <summary>What is said of them, rounded: times to minutes, rates to steps of five percent, transfers to tenths, the spread to halves.</summary>
    public static (double? Value, double? P90) Said(HandlingMeasure measure, IReadOnlyList<Share> shares) => measure switch
    {
        HandlingMeasure.ToAccept or HandlingMeasure.ToFirstAnswer or HandlingMeasure.ToSolved => (Rank(shares, 50), Rank(shares, 90)),
        HandlingMeasure.Transfers => (Math.Round(shares.Average(one => one.Value), 1, MidpointRounding.AwayFromZero), null),
        HandlingMeasure.Spread => (Busiest(shares), null),
        _ => (5 * Math.Round(20 * shares.Average(one => one.Value), MidpointRounding.AwayFromZero), null),
    };

    // The smallest value that so many percent don't exceed.
    static double Rank(IReadOnlyList<Share> shares, int percent)
    {
        var values = shares.Select(one => one.Value).Order().ToList();
        return Math.Round(values[(percent * values.Count + 99) / 100 - 1], MidpointRounding.AwayFromZero);
    }

    static double Busiest(IReadOnlyList<Share> shares)
    {
        var loads = shares.GroupBy(one => one.Expert).Select(own => own.Count()).ToList();
        return Math.Round(2.0 * loads.Max() * loads.Count / shares.Count, MidpointRounding.AwayFromZero) / 2;
    }
}
