using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bench.Consoles;

/// <summary>
/// What a year leaves behind: kudos (a fifth to two people, four in five for a value, one in ten private, 120 reported and still waiting, 60 hidden), what was published of every team in
/// thirteen windows, half as many entries in the audit log as there are kudos, messages that were sent and some that were not.
/// </summary>
static class Year
{
    const int Windows = 13, Newest = 710;

    static readonly string[] SomeValues = ["empathy", "patience", "passion", "persistence", "desire-to-improve", "friendliness", "fairness", "control", "alternatives", "information", "service", "respect"];
    static readonly string[] Questions = ["balance", "participation", "supported", "heard", "learning", "fair", "proud"];
    static readonly string[] Acts = ["people.look", "people.import", "kudos.look", "kudos.report", "question.view", "question.ask", "policies.set", "console.sign-in", "messages.again", "note.keep", "topics.set", "roles.give"];

    public static async Task Fill(Db db, int kudos, int teams)
    {
        var (now, people) = (DateTime.UtcNow, teams * Organisation.TeamSize);
        await Thanks(db, kudos, people, now);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "FrozenFigures" ("Window", "Question", "GroupId", "Balance", "Agreement")
            SELECT w, q, g, CASE WHEN q = 'balance' THEN 1 END, CASE WHEN q <> 'balance' THEN 3 END
            FROM generate_series({Newest - Windows + 1}, {Newest}) w CROSS JOIN unnest({Questions}::text[]) q
            CROSS JOIN (SELECT id AS g FROM bench_teams UNION ALL SELECT {Guid.Empty}) groups WHERE q <> 'participation' OR g = {Guid.Empty}
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Audit" ("At", "Actor", "Act", "Row", "About")
            SELECT {now}::timestamptz - (1 - s.n / {kudos / 2.0}) * interval '365 days', h.id, ({Acts}::text[])[1 + s.n % 12], gen_random_uuid()::text, CASE WHEN s.n % 2 = 0 THEN p.id END
            FROM generate_series(1, {kudos / 2}) s(n) JOIN bench_people h ON h.n = s.n % 20 JOIN bench_people p ON p.n = s.n * 7 % {people}
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Messages" ("Id", "Key", "InstallationId", "PlaceKind", "PlaceId", "ForMember", "Priority", "CreatedAt", "Revision", "Body", "Summary", "SentRevision", "DueAt", "Attempts", "Fence", "SentAt", "LastError", "DeadAt", "UncertainAt")
            SELECT gen_random_uuid(), 'digest/' || s.n, (SELECT "Id" FROM "Installations"), 0, 'U' || p.n, p.id, 1, {now}::timestamptz - interval '1 day', 1, '', '', CASE WHEN s.n % 100 = 0 THEN 0 ELSE 1 END, {now}, 1, 1,
                CASE WHEN s.n % 100 <> 0 THEN {now} END, CASE WHEN s.n % 100 = 0 THEN 'channel_not_found' END, CASE WHEN s.n % 100 = 0 THEN {now} END, CASE WHEN s.n % 333 = 1 THEN {now} END
            FROM generate_series(1, {people}) s(n) JOIN bench_people p ON p.n = s.n % {people}
            """);
        await db.Database.ExecuteSqlAsync($"DROP TABLE bench_people, bench_teams");
    }

    static async Task Thanks(Db db, int kudos, int people, DateTime now)
    {
        await db.Database.ExecuteSqlAsync($"""
            CREATE TABLE bench_kudos AS SELECT gen_random_uuid() AS id, n, floor(random() * {people})::int AS giver, floor(random() * {people})::int AS receiver, {now}::timestamptz - random() * interval '365 days' AS at FROM generate_series(1, {kudos}) n
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Kudos" ("Id", "FromId", "FromTeamId", "Words", "FromCustomer", "Audience", "At", "Version", "HiddenAt")
            SELECT k.id, p.id, t.id, 'You stayed with the caller about the double charge until it was sorted, so nobody had to ring again ' || k.n, false, CASE WHEN k.n % 10 = 0 THEN 1 ELSE 0 END, k.at, 1, CASE WHEN k.n BETWEEN 201 AND 260 THEN k.at END
            FROM bench_kudos k JOIN bench_people p ON p.n = k.giver JOIN bench_teams t ON t.n = p.team ORDER BY k.at
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "KudosReceipts" ("KudosId", "ToId", "ToTeamId", "At")
            SELECT k.id, p.id, t.id, k.at FROM bench_kudos k CROSS JOIN generate_series(0, 1) second JOIN bench_people p ON p.n = (k.receiver + second) % {people} JOIN bench_teams t ON t.n = p.team
            WHERE second = 0 OR k.n % 5 = 0 ORDER BY k.at
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "KudosValues" ("KudosId", "ValueId") SELECT k.id, ({SomeValues}::text[])[1 + (k.n + which * 5) % 12] FROM bench_kudos k CROSS JOIN generate_series(0, 1) which
            WHERE (which = 0 AND k.n % 5 < 4) OR (which = 1 AND k.n % 5 = 0) ORDER BY k.at
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "KudosReports" ("Id", "KudosId", "ById", "Reason", "Words", "At", "SettledAt")
            SELECT gen_random_uuid(), k.id, p.id, 'hurtful', 'Please look at this.', k.at, CASE WHEN k.n > 120 THEN k.at END FROM bench_kudos k JOIN bench_people p ON p.n = k.n % {people} WHERE k.n <= 1000
            """);
        await db.Database.ExecuteSqlAsync($"DROP TABLE bench_kudos");
    }
}
