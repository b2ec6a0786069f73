using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Bot.HrConsole.Pages.Overview;

/// <summary>The whole organisation in a few pictures: thanks of the weeks that are over, and what was published. No team, no person.</summary>
public sealed class ReadingOverview(IStore store, Register register, OrganisationWeeks weeks, TimeProvider clock)
{
    public const int Weeks = 12, Windows = 6;

    public async Task<OverviewRead> Read(CancellationToken cancel)
    {
        var book = await ValueBook.Read(register, cancel);
        var given = await KudosOfWeeks.Read(store, Cuts(), clock.GetUtcNow().UtcDateTime, cancel);
        await using var db = store.Open();
        var figures = await ReadingFigures.Of(db, GroupTree.Whole, 1, cancel);
        return new(given,
            [.. given.SelectMany(week => week.ByValue.Keys).Distinct().Select(id => (book.Find(id)?.Name ?? id, given.Sum(week => week.ByValue.GetValueOrDefault(id)))).OrderByDescending(value => value.Item2).ThenBy(value => value.Item1, StringComparer.Ordinal).Take(8)],
            await ReadingFigures.OfParticipation(db, Windows, cancel),
            figures)
        { Statements = figures is [var last, ..] ? (await StatementWords.Read(db, cancel)).Of(null, last.Window.From, last.Window.To) : null };
    }

    // When each of the last weeks that are over began, and when the last one ended: UTC, by the organisation's own days.
    List<(DateOnly Day, DateTime At)> Cuts()
    {
        var end = weeks.Of(clock.GetUtcNow().UtcDateTime);
        return [.. Enumerable.Range(0, Weeks + 1).Select(week => end.AddDays(7 * (week - Weeks))).Select(day => (day, weeks.Start(day)))];
    }
}

/// <param name="Weeks">Oldest first.</param>
/// <param name="Values">The most thanked for, by name.</param>
/// <param name="Participation">Newest first.</param>
/// <param name="Figures">The last window that was published, of the whole organisation; empty: none yet.</param>
public sealed record OverviewRead(IReadOnlyList<KudosWeek> Weeks, IReadOnlyList<(string Name, int Count)> Values, IReadOnlyList<(PublicationWindow Window, Agreement? Share)> Participation, IReadOnlyList<WindowFigures> Figures)
{
    /// <summary>The organisation's own words for the pulse's statements in that window; null: as shipped.</summary>
    public IReadOnlyList<string>? Statements { get; init; }
}
