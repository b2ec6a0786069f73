using ServiceCulture.Bot.Features.Escalations.Course;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>A line of a question's history without its words.</summary>
public sealed record PastEvent(int Number, DateTime At, EventKind Kind, Guid? By, Guid? About, int? Amount);

/// <summary>One question as its history tells it up to a moment: what the figures count, and nothing that anybody wrote.</summary>
/// <param name="asker">Guid.Empty: whoever asked has had their data erased.</param>
/// <param name="events">In their order, none later than the moment.</param>
public sealed class HandledQuestion(Guid asker, Guid? topic, IReadOnlyList<PastEvent> events)
{
    readonly List<PastEvent> _accepted = [.. events.Where(one => one.Kind is EventKind.Accepted)];

    /// <summary>Its beginning is there.</summary>
    public bool IsWhole => events.Count > 0 && events[0].Kind is EventKind.Asked;

    public Guid Asker => asker;
    public Guid? Topic => topic;
    public DateTime AskedAt => events.First(one => one.Kind is EventKind.Asked).At;

    /// <summary>As it was said last.</summary>
    public Urgency Urgency => (Urgency)(events.Last(one => one.Kind is EventKind.Asked or EventKind.UrgencyChanged).Amount ?? (int)Urgency.Today);

    public PastEvent? Accepted => _accepted.FirstOrDefault();

    /// <summary>The first word of somebody who had it.</summary>
    public PastEvent? FirstAnswer => events.FirstOrDefault(one => one.Kind is EventKind.Answered || (one.Kind is EventKind.Said && one.By is { } by && _accepted.Exists(other => other.By == by && other.Number < one.Number)));

    /// <summary>It was solved, by an expert or a known answer, and that held; a question that was solved before and opened again counts where it was solved first.</summary>
    public PastEvent? SolvedWithin(DateTime from)
    {
        var solved = events.Where(one => one.Kind is EventKind.Solved or EventKind.SolvedByNote).ToList();
        return solved.Count > 0 && solved[0].At >= from && !events.Any(one => one.Kind is EventKind.NotYet && one.Number > solved[^1].Number) ? solved[^1] : null;
    }

    /// <summary>How it ended after somebody had it, by its asker's word or without one; null where it did not, or ended before and was counted then.</summary>
    public PastEvent? EndedWithin(DateTime from)
    {
        var ends = events.Where(one => one.Kind is EventKind.Solved or EventKind.Unconfirmed).ToList();
        return ends.Count > 0 && ends[0].At >= from && !events.Any(one => one.Number > ends[^1].Number && one.Kind is EventKind.NotYet or EventKind.SolvedByNote) ? ends[^1] : null;
    }

    /// <summary>What its asker said last; null where they said it before, and it was counted then.</summary>
    public PastEvent? RepeatedWithin(DateTime from) => events.Where(one => one.Kind is EventKind.RepeatedSaid).ToList() is [{ } first, ..] all && first.At >= from ? all[^1] : null;

    /// <summary>Who had it last; Guid.Empty: a colleague who had their data erased.</summary>
    public Guid LastOwner => _accepted.Count > 0 ? _accepted[^1].By ?? Guid.Empty : Guid.Empty;

    /// <summary>How often somebody else took it than who had it.</summary>
    public int Transfers => _accepted.Zip(_accepted.Skip(1)).Count(pair => pair.First.By is null || pair.First.By != pair.Second.By);

    /// <summary>Whether whoever was offered it first solved it, at once and for good; null: it can't be said of whom is not known any more.</summary>
    public bool? IsFirstTimeRight
    {
        get
        {
            var first = events.FirstOrDefault(one => one.Kind is EventKind.Offered);
            if (_accepted.Exists(one => one.By is null) || first is { About: null })
                return null;
            return first is not null && _accepted.Count > 0 && _accepted[0].By == first.About && Transfers == 0 && !events.Any(one => one.Kind is EventKind.NotYet);
        }
    }

    /// <summary>Each time somebody took it from then on.</summary>
    public IEnumerable<PastEvent> TakenSince(DateTime from) => _accepted.Where(one => one.At >= from);
}
