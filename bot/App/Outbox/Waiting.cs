using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Outbox;

/// <summary>The dispatcher's statements: claiming what waits, and writing down how it went. They touch the sent half of a message only.</summary>
public sealed class Waiting(IStore store)
{
    /// <summary>How long a claim holds. Whoever comes back later finds the fence moved on.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // A lease that ran out means that a node died with the send under way: an update may be repeated, a first
    // post may already stand there. The condition stands twice because PostgreSQL looks again only at the outer one
    // when another claim was first.
    const string Claiming = """
        UPDATE "Messages" SET "LeaseUntil" = {0}, "Fence" = "Fence" + 1,
            "UncertainAt" = CASE WHEN "LeaseUntil" IS NOT NULL AND "RemoteId" IS NULL THEN {1} ELSE "UncertainAt" END
        WHERE "Id" IN (SELECT "Id" FROM "Messages"
            WHERE "InstallationId" = {2} AND "SentRevision" < "Revision" AND "DeadAt" IS NULL AND "DueAt" <= {1} AND ("LeaseUntil" IS NULL OR "LeaseUntil" <= {1})
            ORDER BY "Priority", "DueAt" LIMIT {3})
        AND "SentRevision" < "Revision" AND ("LeaseUntil" IS NULL OR "LeaseUntil" <= {1})
        RETURNING *
        """;

    /// <summary>In the order in which they are to go: the database gives back what it updated in any order.</summary>
    public async Task<List<Message>> Claim(int installation, int most, DateTime now, CancellationToken cancel)
    {
        var claimed = await store.Do(db => db.Messages.FromSqlRaw(Claiming, now + Lease, now, installation, most).AsNoTracking().ToListAsync(cancel), cancel);
        return [.. claimed.OrderBy(message => message.Priority).ThenBy(message => message.DueAt).ThenBy(message => message.Id)];
    }

    /// <summary>Whether anything of the installation may go now: reading first spares an idle database its writing.</summary>
    public async Task<bool> Any(int installation, DateTime now, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Messages.AnyAsync(m => m.InstallationId == installation && m.SentRevision < m.Revision && m.DeadAt == null
            && m.DueAt <= now && (m.LeaseUntil == null || m.LeaseUntil <= now), cancel);
    }

    public static Statement Sent(Message message, Sent sent, DateTime now) => new("""
        UPDATE "Messages" SET "SentRevision" = @p0, "RemoteId" = @p1, "RemotePlace" = @p2, "SentAt" = @p3, "LeaseUntil" = NULL, "Attempts" = 0, "LastError" = NULL
        WHERE "Id" = @p4 AND "Fence" = @p5
        """, message.Revision, sent.RemoteId, sent.RemotePlace, now, message.Id, message.Fence);

    // Not a failure; the code is ours, and no channel has one with a hyphen.
    public static Statement Withheld(Message message, DateTime now) => new("""
        UPDATE "Messages" SET "DeadAt" = CASE WHEN "Revision" > @p0 THEN NULL ELSE @p1 END, "LastError" = @p2, "LeaseUntil" = NULL
        WHERE "Id" = @p3 AND "Fence" = @p4
        """, message.Revision, now, Message.NotWanted, message.Id, message.Fence);

    public static Statement Later(Message message, DateTime due) => new("""
        UPDATE "Messages" SET "DueAt" = @p0, "LeaseUntil" = NULL WHERE "Id" = @p1 AND "Fence" = @p2
        """, due, message.Id, message.Fence);

    public static Statement Failed(Message message, string code, DateTime due, bool uncertain, DateTime now) => new("""
        UPDATE "Messages" SET "DueAt" = @p0, "Attempts" = "Attempts" + 1, "LastError" = @p1, "LeaseUntil" = NULL,
            "UncertainAt" = CASE WHEN @p2 THEN @p3 ELSE "UncertainAt" END
        WHERE "Id" = @p4 AND "Fence" = @p5
        """, due, code, uncertain, now, message.Id, message.Fence);

    // No try: it was not refused, only put off.
    public static Statement Throttled(Message message, string code, DateTime due) => new("""
        UPDATE "Messages" SET "DueAt" = @p0, "LastError" = @p1, "LeaseUntil" = NULL WHERE "Id" = @p2 AND "Fence" = @p3
        """, due, code, message.Id, message.Fence);

    /// <summary>The platform is there again: what waits for minutes after its failed tries is due now.</summary>
    public static Statement NoLonger(int installation, DateTime now) => new("""
        UPDATE "Messages" SET "DueAt" = @p0
        WHERE "InstallationId" = @p1 AND "SentRevision" < "Revision" AND "DeadAt" IS NULL AND "DueAt" > @p0 AND "Attempts" >= 4 AND "LeaseUntil" IS NULL
        """, now, installation);

    // A newer revision came while this one was refused: that one has not been tried yet.
    public static Statement Dead(Message message, string code, DateTime now) => new("""
        UPDATE "Messages" SET "DeadAt" = CASE WHEN "Revision" > @p0 THEN NULL ELSE @p1 END, "Attempts" = "Attempts" + 1, "LastError" = @p2, "LeaseUntil" = NULL
        WHERE "Id" = @p3 AND "Fence" = @p4
        """, message.Revision, now, code, message.Id, message.Fence);
}
