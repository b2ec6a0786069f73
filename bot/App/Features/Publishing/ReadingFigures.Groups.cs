using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Publishing;

public static partial class ReadingFigures
{
    /// <summary>The figures of many teams in the last frozen window, for whoever leads them; of which there is not enough, none. Null: nothing was frozen yet.</summary>
    public static async Task<(PublicationWindow Window, IReadOnlyList<FrozenFigure> Figures)?> LastOf(Db db, IReadOnlyCollection<Guid> groups, CancellationToken cancel)
    {
        if (await db.FrozenFigures.MaxAsync(figure => (int?)figure.Window, cancel) is not { } last)
            return null;
        var figures = await db.FrozenFigures.AsNoTracking().Where(figure => figure.Window == last && groups.Contains(figure.GroupId) && figure.Question != Participation && (figure.Balance != null || figure.Agreement != null)).ToListAsync(cancel);
        return (new(last), [.. figures.OrderBy(figure => figure.GroupId).ThenBy(figure => figure.Question, StringComparer.Ordinal)]);
    }
}
