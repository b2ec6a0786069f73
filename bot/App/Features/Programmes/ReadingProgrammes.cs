using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Which programmes there are, for HR's overview.</summary>
public static class ReadingProgrammes
{
    /// <summary>Those that run, and those that are paused, by name; drafts and ended ones are neither.</summary>
    public static async Task<(IReadOnlyList<string> On, IReadOnlyList<string> Paused)> Standing(Db db, CancellationToken cancel)
    {
        var all = await db.Programmes.AsNoTracking().Where(one => one.State == ProgrammeState.On || one.State == ProgrammeState.Paused).OrderBy(one => one.Name).Select(one => new { one.Name, one.State }).ToListAsync(cancel);
        return ([.. all.Where(one => one.State is ProgrammeState.On).Select(one => one.Name)], [.. all.Where(one => one.State is ProgrammeState.Paused).Select(one => one.Name)]);
    }
}
