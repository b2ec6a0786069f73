using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Bot.Features.Escalations.Figures;

public static partial class ReadingHandling
{
    /// <summary>The same of many teams in the last frozen window, read at once. Empty: nothing was frozen yet.</summary>
    public static async Task<IReadOnlyDictionary<Guid, HandlingOf>> LastOf(Db db, IReadOnlyCollection<Guid> groups, CancellationToken cancel)
    {
        if (await db.HandlingFigures.MaxAsync(figure => (int?)figure.Window, cancel) is not { } last)
            return new Dictionary<Guid, HandlingOf>();
        var tree = await Tree(db, cancel);
        var named = groups.SelectMany(group => Up(tree, group)).Distinct().ToList();
        var figures = (await db.HandlingFigures.AsNoTracking().Where(figure => figure.Window == last && figure.TopicId == HandlingFigure.AllTopics && named.Contains(figure.GroupId)).ToListAsync(cancel)).ToLookup(figure => (figure.Measure, figure.By));
        return groups.ToDictionary(group => group, group => Of(tree, group, new(last), figures));
    }
}
