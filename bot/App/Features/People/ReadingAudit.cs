using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>Which entries; what is null is not asked for.</summary>
/// <param name="Act">The act; or the beginning of several, with its dot, such as <c>people.</c></param>
/// <param name="From">UTC, that moment included.</param>
/// <param name="To">UTC, that moment not included.</param>
public sealed record AuditFilter(string? Act = null, Guid? Actor = null, Guid? About = null, DateTime? From = null, DateTime? To = null);

/// <summary>One entry with names; no name: the program itself, or nobody in particular.</summary>
public sealed record AuditLook(long Id, DateTime At, string Act, string Row, string? Actor, string? About);

/// <summary>Reads the audit log for HR. Whoever asks for the entries about one person has looked at them: that is written down too.</summary>
public sealed class ReadingAudit(IStore store, TimeProvider clock)
{
    /// <summary>The acts in the audit log.</summary>
    public const string LookAct = "audit.look", ExportAct = "audit.export";

    const int Together = 1000;

    // From one act to the next along the index: the log is long and the acts are few.
    const string EachAct = """
        WITH RECURSIVE found(one) AS (SELECT min("Act") FROM "Audit" UNION ALL SELECT (SELECT min("Act") FROM "Audit" WHERE "Act" > found.one) FROM found WHERE found.one IS NOT NULL)
        SELECT found.one AS "Value" FROM found WHERE found.one IS NOT NULL ORDER BY found.one
        """;

    /// <param name="before">The entry after which the page goes on; null: the newest.</param>
    /// <returns>The newest first; nothing where they may not.</returns>
    public async Task<IReadOnlyList<AuditLook>> Read(MemberInfo who, AuditFilter filter, long? before, int most, CancellationToken cancel)
    {
        if (!Access.May(who, Right.SeeAudit))
            return [];
        if (filter.About is not null && before is null)
            await Note(who, LookAct, filter, cancel);
        await using var db = store.Open();
        return await Page(db, filter, before, most, cancel);
    }

    /// <returns>The acts that there are, for picking one.</returns>
    public async Task<IReadOnlyList<string>> Acts(MemberInfo who, CancellationToken cancel)
    {
        if (!Access.May(who, Right.SeeAudit))
            return [];
        await using var db = store.Open();
        return await db.Database.SqlQueryRaw<string>(EachAct).ToListAsync(cancel);
    }

    /// <returns>The same as a file, in pieces.</returns>
    public async IAsyncEnumerable<string> Export(MemberInfo who, AuditFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!Access.May(who, Right.SeeAudit))
            yield break;
        await Note(who, ExportAct, filter, cancel);
        yield return CsvWords.Mark + CsvWords.Row(["at", "act", "by", "about", "row"]);
        await using var db = store.Open();
        for (long? before = null; ;)
        {
            var page = await Page(db, filter, before, Together, cancel);
            foreach (var entry in page)
                yield return CsvWords.Row([entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), entry.Act, entry.Actor, entry.About, entry.Row]);
            if (page.Count < Together)
                yield break;
            before = page[^1].Id;
        }
    }

    static async Task<List<AuditLook>> Page(Db db, AuditFilter filter, long? before, int most, CancellationToken cancel)
    {
        var entries = db.Audit.AsNoTracking();
        if (filter.Act is { Length: > 0 } act)
            entries = act.EndsWith('.') ? entries.Where(entry => entry.Act.StartsWith(act)) : entries.Where(entry => entry.Act == act);
        if (filter.Actor is { } actor)
            entries = entries.Where(entry => entry.Actor == actor);
        if (filter.About is { } about)
            entries = entries.Where(entry => entry.About == about);
        if (filter.From is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (filter.To is { } to)
            entries = entries.Where(entry => entry.At < to);
        if (before is { } last)
            entries = entries.Where(entry => entry.Id < last);
        return await entries.OrderByDescending(entry => entry.Id).Take(most).Select(entry => new AuditLook(entry.Id, entry.At, entry.Act, entry.Row,
            db.Members.Where(one => one.Id == entry.Actor).Select(one => one.Name).FirstOrDefault(), db.Members.Where(one => one.Id == entry.About).Select(one => one.Name).FirstOrDefault())).ToListAsync(cancel);
    }

    Task<int> Note(MemberInfo who, string act, AuditFilter filter, CancellationToken cancel) => store.Do(db =>
    {
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow().UtcDateTime, Actor = who.Id, Act = act, Row = filter.Act ?? "all", About = filter.About });
        return db.SaveChangesAsync(cancel);
    }, cancel);
}
