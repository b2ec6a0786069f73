using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.HrConsole.SigningIn;

/// <summary>
/// Who is signed in to the console. Asked at every request, at every act and every few seconds of an open page, of the
/// rows themselves: so a session ends in the instant in which its owner may no longer, on every node.
/// </summary>
public sealed class Sessions(IStore store, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>Adds a session to the unit of work; gives its secret.</summary>
    internal async Task<string> Open(Db db, Guid member, CancellationToken cancel)
    {
        var (secret, now) = (Secret.New(), clock.GetUtcNow().UtcDateTime);
        db.Add(new ConsoleSession { Hash = Secret.Hash(secret), MemberId = member, From = now, Until = now + Longest });
        db.Audit.Add(new AuditEntry { At = now, Actor = member, Act = "console.sign-in", Row = member.ToString(), About = member });
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>Whose session it is, as they stand in the rows now; null where there is none, it is over, or they may not (any more).</summary>
    /// <param name="hash">Of what the browser holds.</param>
    public async Task<MemberInfo?> Find(string hash, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = store.Open();
        if (await db.ConsoleSessions.AsNoTracking().SingleOrDefaultAsync(one => one.Hash == hash && one.Until > now, cancel) is not { } session)
            return null;
        if (await ReadingMembers.Read(db, session.MemberId, now, cancel) is { } who && Access.May(who, Right.UseConsole))
            return who;
        // Given back, a right opens a new session, never the old one again.
        await End(hash, cancel);
        return null;
    }

    public Task End(string hash, CancellationToken cancel) => store.Do(db => db.ConsoleSessions.Where(one => one.Hash == hash).ExecuteDeleteAsync(cancel), cancel);
}
