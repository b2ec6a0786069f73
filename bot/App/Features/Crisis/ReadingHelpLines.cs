using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>What the console lists of help lines.</summary>
public static class ReadingHelpLines
{
    /// <summary>All lines, by country and name, confirmed or not.</summary>
    public static async Task<IReadOnlyList<HelpLine>> All(Db db, CancellationToken cancel) =>
        await db.HelpLines.AsNoTracking().OrderBy(line => line.Country).ThenBy(line => line.Name).ThenBy(line => line.Number).ToListAsync(cancel);
}
