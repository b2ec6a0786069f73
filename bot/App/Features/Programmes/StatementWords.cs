using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>The words in which the statements of a pulse were asked of whom: for whatever tells of its figures later.</summary>
public sealed class StatementWords
{
    List<Programme> _programmes = [];
    ILookup<(string, string), PromptPack> _packs = null!;

    StatementWords()
    {
    }

    public static async Task<StatementWords> Read(Db db, CancellationToken cancel)
    {
        var programmes = await db.Programmes.AsNoTracking().Where(one => one.Kind == ProgrammeKind.Pulse && one.State != ProgrammeState.Draft).ToListAsync(cancel);
        var ids = programmes.Select(one => one.PackId).Where(id => id.Length > 0).Distinct().ToList();
        var packs = ids.Count == 0 ? [] : await db.PromptPacks.AsNoTracking().Where(one => ids.Contains(one.Id) && one.State != PackState.Draft).ToListAsync(cancel);
        return new() { _programmes = programmes, _packs = packs.ToLookup(one => (one.Id, one.Language)) };
    }

    /// <summary>HR's own, in the statements' order; where they changed in that time or differed from programme to programme, the newest. Null: as shipped.</summary>
    /// <param name="team">Null: of the whole organisation.</param>
    /// <param name="to">The day after the last.</param>
    public IReadOnlyList<string>? Of(Guid? team, DateOnly from, DateOnly to)
    {
        var then = _programmes.Where(one => !(one.To < from) && !(one.From >= to)).ToList();
        var theirs = then.FindAll(one => team is not { } id || one.Teams.Count == 0 || one.Teams.Contains(id));
        return (theirs.Count > 0 ? theirs : then).Select(one => InForce(one, to.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))).OfType<PromptPack>()
            .Where(pack => Prompts.AreStatements(pack.Prompts)).MaxBy(pack => pack.ChangedAt)?.Prompts;
    }

    // A version that is not published any more was so until it was last changed.
    PromptPack? InForce(Programme programme, DateTime end)
    {
        var versions = _packs[(programme.PackId, programme.Language)].Where(one => programme.PackVersion is not { } version || one.Version == version).ToList();
        return versions.Where(one => one.State is not PackState.Published && (one.ChangedAt >= end || programme.PackVersion is not null)).OrderBy(one => one.ChangedAt).ThenByDescending(one => one.Version).FirstOrDefault()
            ?? versions.Find(one => one.State is PackState.Published && !(one.ChangedAt >= end));
    }
}
