using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Settings;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Weeks as the organisation cuts them: by its own zone, from its own first day of the week.</summary>
public sealed class OrganisationWeeks(OrganisationSettings organisation)
{
    /// <summary>So many weeks before are shown to compare with.</summary>
    public const int Before = 4;

    /// <summary>The first day of the week that this moment falls into.</summary>
    public DateOnly Of(DateTime utc)
    {
        var day = LocalDay.Of(utc, organisation.TimeZone);
        return day.AddDays(-((7 + (int)day.DayOfWeek - (int)organisation.WeekStart) % 7));
    }

    /// <summary>When that week began, UTC.</summary>
    public DateTime Start(DateOnly first) => LocalDay.Start(first, organisation.TimeZone);

    /// <summary>The last weeks that are over, and the four before them.</summary>
    public WeekSpan Over(DateTime utc, int weeks) => Span(Of(utc).AddDays(-7), weeks, null);

    /// <summary>The week that is under way, up to this moment, and the four before it.</summary>
    public WeekSpan UnderWay(DateTime utc) => Span(Of(utc), 1, utc);

    WeekSpan Span(DateOnly last, int weeks, DateTime? upTo)
    {
        var first = last.AddDays(-7 * (weeks - 1));
        return new(first, last, [.. Enumerable.Range(-Before, Before + 1).Select(week => Start(first.AddDays(7 * week))), upTo ?? Start(last.AddDays(7))]) { IsSoFar = upTo is not null };
    }
}

/// <summary>The weeks that a digest is about, and the four before them.</summary>
/// <param name="First">The first day of the first week.</param>
/// <param name="Last">The first day of the last week.</param>
/// <param name="Cuts">When each of the four weeks before began, when those of the digest began, and when they were over: UTC, rising.</param>
public sealed record WeekSpan(DateOnly First, DateOnly Last, IReadOnlyList<DateTime> Cuts)
{
    /// <summary>The week is not over yet.</summary>
    public bool IsSoFar { get; init; }
    public int Weeks => ((Last.DayNumber - First.DayNumber) / 7) + 1;
    public DateTime Earliest => Cuts[0];
    public DateTime From => Cuts[^2];
    public DateTime To => Cuts[^1];

    /// <summary>0 to 3: one of the weeks before; 4: those of the digest; -1: neither.</summary>
    public int Part(DateTime at)
    {
        if (at >= To)
            return -1;
        var part = Cuts.Count - 2;
        while (part >= 0 && at < Cuts[part])
            part--;
        return part;
    }
}
