using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Makes plans due: those that rest on something that changed, and those of people who have none yet.</summary>
static class Replannings
{
    const int Together = 2000;

    const string Due = """
        INSERT INTO "Plans" ("ProgrammeId", "MemberId", "NextAt")
        SELECT p."Id", m."Id", {0} FROM "Programmes" p CROSS JOIN "Members" m
        WHERE p."State" = 1 AND m."LeftAt" IS NULL AND m."MergedInto" IS NULL AND NOT m."IsBot" AND (m."StartsOn" IS NULL OR m."StartsOn" <= {1})
        """;
    const string NowAtTheLatest = " ON CONFLICT (\"ProgrammeId\", \"MemberId\") DO UPDATE SET \"NextAt\" = excluded.\"NextAt\"";
    const string OfMembers = Due + " AND m.\"Id\" IN (SELECT \"MemberId\" FROM \"Replannings\" WHERE \"MemberId\" IS NOT NULL)" + NowAtTheLatest;

    /// <summary>In its own transaction. Returns how many changes there were.</summary>
    internal static async Task<int> Apply(Db db, DateTime now, CancellationToken cancel)
    {
        var all = await db.Replannings.AsNoTracking().OrderBy(one => one.Id).Take(Together).ToListAsync(cancel);
        if (all.Exists(one => one.MemberId is not null))
            await db.Database.ExecuteSqlRawAsync(OfMembers, [now, DateOnly.FromDateTime(now)], cancel);
        foreach (var one in all.Where(one => one.MemberId is null).DistinctBy(one => (one.ProgrammeId, one.Site, one.Country)))
            await MakeDue(db, one, now, cancel);
        var done = all.ConvertAll(one => one.Id);
        await db.Replannings.Where(one => done.Contains(one.Id)).ExecuteDeleteAsync(cancel);
        return all.Count;
    }

    /// <summary>Whoever came since, by whatever way, gets plans of the programmes that are on.</summary>
    internal static Task<int> MeetNewcomers(Db db, DateTime now, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO "Plans" ("ProgrammeId", "MemberId", "NextAt")
        SELECT p."Id", m."Id", {now} FROM "Programmes" p CROSS JOIN "Members" m
        WHERE p."State" = 1 AND m."LeftAt" IS NULL AND m."MergedInto" IS NULL AND NOT m."IsBot" AND (m."StartsOn" IS NULL OR m."StartsOn" <= {DateOnly.FromDateTime(now)})
            AND NOT EXISTS (SELECT 1 FROM "Plans" known WHERE known."ProgrammeId" = p."Id" AND known."MemberId" = m."Id")
        ON CONFLICT ("ProgrammeId", "MemberId") DO NOTHING
        """, cancel);

    static Task<int> MakeDue(Db db, Replanning whose, DateTime now, CancellationToken cancel)
    {
        var values = new List<object> { now, DateOnly.FromDateTime(now) };
        var sql = new StringBuilder(Due);
        And("p", "Id", whose.ProgrammeId);
        And("m", "Site", whose.Site);
        And("m", "Country", whose.Country);
        sql.Append(NowAtTheLatest);
        return db.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancel);

        void And(string table, string column, object? value)
        {
            if (value is null)
                return;
            sql.Append(System.Globalization.CultureInfo.InvariantCulture, $" AND {table}.\"{column}\" = {{{values.Count}}}");
            values.Add(value);
        }
    }
}
