using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>What digest and console may read of groups, and all that they may: frozen figures. Who may see which group's is for them to ask; a team's are for its manager and HR.</summary>
public static partial class ReadingFigures
{
    /// <summary>Under this id stands how many took part, for HR alone.</summary>
    public const string Participation = "participation";

    /// <summary>The last windows of a team, or of the whole organisation (<see cref="GroupTree.Whole"/>), the newest first. A window in which the group was not there yet is left out.</summary>
    public static async Task<IReadOnlyList<WindowFigures>> Of(Db db, Guid group, int windows, CancellationToken cancel)
    {
        var figures = await Last(db.FrozenFigures.AsNoTracking().Where(figure => figure.GroupId == group && figure.Question != Participation), windows).ToListAsync(cancel);
        return [.. figures.GroupBy(figure => figure.Window).OrderByDescending(window => window.Key).Select(window => new WindowFigures(new(window.Key), [.. window.OrderBy(figure => figure.Question, StringComparer.Ordinal)]))];
    }

    /// <summary>How many of those asked took part, of the whole organisation, the newest window first; null: not enough. For HR, never for a manager.</summary>
    public static async Task<IReadOnlyList<(PublicationWindow Window, Agreement? Share)>> OfParticipation(Db db, int windows, CancellationToken cancel)
    {
        var figures = await Last(db.FrozenFigures.AsNoTracking().Where(figure => figure.GroupId == GroupTree.Whole && figure.Question == Participation), windows).ToListAsync(cancel);
        return [.. figures.OrderByDescending(figure => figure.Window).Select(figure => (new PublicationWindow(figure.Window), figure.Agreement))];
    }

    static IQueryable<FrozenFigure> Last(IQueryable<FrozenFigure> figures, int windows)
    {
        var last = figures.Select(figure => figure.Window).Distinct().OrderByDescending(window => window).Take(windows);
        return figures.Where(figure => last.Contains(figure.Window));
    }
}

/// <summary>One window's figures of one group, one a question.</summary>
public sealed record WindowFigures(PublicationWindow Window, IReadOnlyList<FrozenFigure> Figures);
