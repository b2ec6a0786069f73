using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>
/// How long things are kept, and the forgetting of them: some rows at a time, each time a transaction of its own, so
/// that turns never wait long behind it. What is forgotten is named by its age alone: running twice changes nothing.
/// </summary>
public sealed class Retention(IStore store, TimeProvider clock)
{
    const int Together = 500;

    /// <summary>Closed questions are kept so long.</summary>
    static readonly TimeSpan Questions = TimeSpan.FromDays(90);

    internal static readonly IReadOnlyList<(Func<Policies, TimeSpan> Keep, string Sql)> Rules =
    [
        (_ => TimeSpan.FromDays(7), """
            DELETE FROM "Seen" WHERE ("InstallationId", "EventId") IN
                (SELECT "InstallationId", "EventId" FROM "Seen" WHERE "At" < {0} ORDER BY "At" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(1), """
            DELETE FROM "Drafts" WHERE "Id" IN (SELECT "Id" FROM "Drafts" WHERE "At" < {0} ORDER BY "At" LIMIT {1})
            """),
        // A body that is wanted again (a newer revision waits) stays; the outer condition holds against a change meanwhile.
        (_ => TimeSpan.FromDays(7), """
            UPDATE "Messages" SET "Body" = '', "Summary" = '' WHERE "SentRevision" >= "Revision" AND "Body" <> '' AND "SentAt" < {0} AND "Id" IN
                (SELECT "Id" FROM "Messages" WHERE "SentAt" < {0} AND "Body" <> '' AND "SentRevision" >= "Revision" ORDER BY "SentAt" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(30), """
            UPDATE "Messages" SET "Body" = '', "Summary" = '' WHERE "DeadAt" < {0} AND "Body" <> '' AND "Id" IN
                (SELECT "Id" FROM "Messages" WHERE "DeadAt" IS NOT NULL AND "DeadAt" < {0} AND "Body" <> '' ORDER BY "DeadAt" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(30), """
            DELETE FROM "LocalPosts" WHERE "Id" IN (SELECT "Id" FROM "LocalPosts" WHERE "At" < {0} ORDER BY "Id" LIMIT {1})
            """),
        // What people wrote for themselves, and what of it is numbers.
        (Private, """
            DELETE FROM "Thoughts" WHERE "Id" IN (SELECT "Id" FROM "Thoughts" WHERE "At" < {0} ORDER BY "At" LIMIT {1})
            """),
        (Private, """
            DELETE FROM "CheckIns" WHERE "Id" IN (SELECT "Id" FROM "CheckIns" WHERE "At" < {0} ORDER BY "At" LIMIT {1})
            """),
        (Private, """
            DELETE FROM "PulseAnswers" WHERE ("AskId", "Statement") IN (SELECT "AskId", "Statement" FROM "PulseAnswers" WHERE "At" < {0} ORDER BY "At" LIMIT {1})
            """),
        // That somebody was asked, or asked a colleague; who works when.
        (_ => TimeSpan.FromDays(90), """
            DELETE FROM "Asks" WHERE "Id" IN (SELECT "Id" FROM "Asks" WHERE "At" < {0} ORDER BY "At" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(30), """
            DELETE FROM "FiveMinutes" WHERE "Id" IN (SELECT "Id" FROM "FiveMinutes" WHERE "At" < {0} ORDER BY "At" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(30), """
            DELETE FROM "Shifts" WHERE "Id" IN (SELECT "Id" FROM "Shifts" WHERE "End" < {0} ORDER BY "End" LIMIT {1})
            """),
        // Questions with all that was said, from their closing on; what hangs on one goes before it.
        (_ => Questions, """
            DELETE FROM "QuestionEvents" WHERE ("QuestionId", "Number") IN
                (SELECT e."QuestionId", e."Number" FROM "Questions" q JOIN "QuestionEvents" e ON e."QuestionId" = q."Id" WHERE q."ClosedAt" < {0} LIMIT {1})
            """),
        (_ => Questions, """
            DELETE FROM "QuestionOffers" WHERE ("QuestionId", "Number") IN
                (SELECT o."QuestionId", o."Number" FROM "Questions" q JOIN "QuestionOffers" o ON o."QuestionId" = q."Id" WHERE q."ClosedAt" < {0} LIMIT {1})
            """),
        (_ => Questions, """
            DELETE FROM "RelayedMessages" WHERE ("QuestionId", "Event", "TargetKey") IN
                (SELECT r."QuestionId", r."Event", r."TargetKey" FROM "Questions" q JOIN "RelayedMessages" r ON r."QuestionId" = q."Id" WHERE q."ClosedAt" < {0} LIMIT {1})
            """),
        (_ => Questions, """
            DELETE FROM "Questions" WHERE "ClosedAt" < {0} AND "Id" IN (SELECT "Id" FROM "Questions" WHERE "ClosedAt" < {0} ORDER BY "ClosedAt" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(30), """
            DELETE FROM "TriageTurns" WHERE "Id" IN (SELECT "Id" FROM "TriageTurns" WHERE "To" < {0} ORDER BY "To" LIMIT {1})
            """),
        // A question that was learnt from; a file of past questions stays. First the words; the row once every model was built without it.
        (_ => TimeSpan.FromDays(90), """
            UPDATE "LearntExamples" SET "Sealed" = NULL, "MemberId" = NULL WHERE "Sealed" IS NOT NULL AND "Id" IN
                (SELECT "Id" FROM "LearntExamples" WHERE "QuestionId" IS NOT NULL AND "Sealed" IS NOT NULL AND "At" < {0} ORDER BY "At" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(90), """
            DELETE FROM "LearntExamples" WHERE "Id" IN (SELECT "Id" FROM "LearntExamples" WHERE "QuestionId" IS NOT NULL AND "At" < {0}
                AND "Position" <= (SELECT MAX("UpTo") FROM "RouterGenerations") ORDER BY "At" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(366), """
            DELETE FROM "TeamSayings" WHERE ("TeamId", "Window") IN (SELECT "TeamId", "Window" FROM "TeamSayings" WHERE "At" < {0} ORDER BY "At" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(366), """
            DELETE FROM "Digests" WHERE ("MemberId", "Kind", "Week") IN (SELECT "MemberId", "Kind", "Week" FROM "Digests" WHERE "At" < {0} ORDER BY "At" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(1), """
            DELETE FROM "ExportLinks" WHERE "Hash" IN (SELECT "Hash" FROM "ExportLinks" WHERE "Until" < {0} LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(1), """
            DELETE FROM "SignInLinks" WHERE "Hash" IN (SELECT "Hash" FROM "SignInLinks" WHERE "Until" < {0} ORDER BY "Until" LIMIT {1})
            """),
        (_ => TimeSpan.FromDays(1), """
            DELETE FROM "ConsoleSessions" WHERE "Hash" IN (SELECT "Hash" FROM "ConsoleSessions" WHERE "Until" < {0} ORDER BY "Until" LIMIT {1})
            """),
    ];

    /// <returns>How many rows were deleted or emptied.</returns>
    public async Task<int> Keep(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var policies = await InForce(cancel);
        var all = 0;
        foreach (var (keep, sql) in Rules)
            all += await Forget(sql, now - keep(policies), cancel);
        return all;
    }

    static TimeSpan Private(Policies policies) => TimeSpan.FromDays(policies.PrivateDays);

    async Task<Policies> InForce(CancellationToken cancel)
    {
        await using var db = store.Open();
        return Policies.From(await db.Policies.AsNoTracking().ToListAsync(cancel));
    }

    async Task<int> Forget(string sql, DateTime before, CancellationToken cancel)
    {
        for (var all = 0; ;)
        {
            var some = await store.Do(db => db.Database.ExecuteSqlRawAsync(sql, [before, Together], cancel), cancel);
            all += some;
            if (some < Together)
                return all;
        }
    }
}
