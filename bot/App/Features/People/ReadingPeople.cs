using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.People;

/// <summary>One of a list of people.</summary>
public sealed record PersonLine(Guid Id, string Name, string? Email, string? Team, Roles Roles, DateOnly? LeavesOn, DateTime? LeftAt);

/// <summary>A person as HR sees them: who they are here, and nothing that they wrote.</summary>
public sealed record PersonView(Member Who, string? Team, string? Manager, string? Deputy, IReadOnlyList<string> Leads, IReadOnlyList<string> StandsInFor, IReadOnlyList<PersonAccount> Accounts);

/// <summary>How a platform knows somebody.</summary>
public sealed record PersonAccount(Channel On, string Where, bool IsBlocked, bool HasLeft);

/// <summary>Searches people for HR, and shows one: each look is written down, for whoever was looked at to see.</summary>
public sealed class ReadingPeople(IStore store, TimeProvider clock)
{
    /// <summary>The act in the audit log.</summary>
    public const string Act = "people.look";

    /// <param name="words">The beginning of a name, of a part of it, or of an e-mail; empty: all.</param>
    /// <param name="leavers">True: only those who left or whose last day is set.</param>
    /// <returns>A page by name; and how many there are in all.</returns>
    public async Task<(IReadOnlyList<PersonLine> People, int All)> Search(MemberInfo who, string words, bool leavers, int skip, int take, CancellationToken cancel)
    {
        if (!Access.May(who, Right.SeePeople))
            return ([], 0);
        await using var db = store.Open();
        var people = db.Members.AsNoTracking().Where(member => member.MergedInto == null && !member.IsBot);
        people = leavers ? people.Where(member => member.LeftAt != null || member.LeavesOn != null) : people.Where(member => member.LeftAt == null);
        var (key, email) = (Folding.Key(words), words.Trim().ToLowerInvariant().Replace("\0", "", StringComparison.Ordinal));
        if (key.Length > 0)
            people = people.Where(member => member.NameKey.StartsWith(key) || member.NameKey.Contains(" " + key) || (member.Email != null && member.Email.StartsWith(email)));
        var page = await people.OrderBy(member => member.NameKey).ThenBy(member => member.Id).Skip(skip).Take(take).ToListAsync(cancel);
        var teams = await Teams(db, page.ConvertAll(member => member.Id), cancel);
        return ([.. page.Select(member => new PersonLine(member.Id, member.Name, member.Email, teams[member.Id].FirstOrDefault(), member.Roles, member.LeavesOn, member.LeftAt))], await people.CountAsync(cancel));
    }

    // A query of its own: within the other one the team would be looked up for every line that is skipped, too.
    static async Task<ILookup<Guid, string>> Teams(Db db, List<Guid> members, CancellationToken cancel) =>
        (await (from membership in db.TeamMemberships.AsNoTracking()
                join team in db.Teams on membership.TeamId equals team.Id
                where members.Contains(membership.MemberId) && membership.To == null
                select new { membership.MemberId, team.Name }).ToListAsync(cancel)).ToLookup(one => one.MemberId, one => one.Name);

    /// <returns>Null where nobody is there, or whoever asks may not see them.</returns>
    public async Task<PersonView?> Look(MemberInfo who, Guid id, CancellationToken cancel) => !Access.May(who, Right.SeePeople) ? null : await store.Do(async db =>
    {
        if (await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id && member.MergedInto == null, cancel) is not { } member)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        db.Audit.Add(new AuditEntry { At = now, Actor = who.Id, Act = Act, Row = id.ToString(), About = id });
        await db.SaveChangesAsync(cancel);
        return await View(db, member, now, cancel);
    }, cancel);

    /// <summary>Somebody whom they have open, after a change of theirs; that is no new look.</summary>
    public async Task<PersonView?> Again(MemberInfo who, Guid id, CancellationToken cancel)
    {
        if (!Access.May(who, Right.SeePeople))
            return null;
        await using var db = store.Open();
        return await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id && member.MergedInto == null, cancel) is { } member
            ? await View(db, member, clock.GetUtcNow().UtcDateTime, cancel)
            : null;
    }

    static async Task<PersonView> View(Db db, Member member, DateTime now, CancellationToken cancel)
    {
        var team = await (from membership in db.TeamMemberships.AsNoTracking()
                          join one in db.Teams on membership.TeamId equals one.Id
                          where membership.MemberId == member.Id && membership.To == null
                          select one).FirstOrDefaultAsync(cancel);
        var accounts = await (from account in db.Accounts.AsNoTracking()
                              join installation in db.Installations on account.InstallationId equals installation.Id
                              where account.MemberId == member.Id
                              orderby account.CreatedAt
                              select new PersonAccount(installation.Channel, installation.Name, account.BlockedAt != null, account.LeftAt != null)).ToListAsync(cancel);
        return new(member, team?.Name, await Name(db, team?.ManagerId, cancel), await Name(db, member.DeputyId, cancel),
            await db.Teams.Where(one => one.ManagerId == member.Id).OrderBy(one => one.Name).Select(one => one.Name).ToListAsync(cancel),
            await StandingIn.Teams(db, member.Id, now).OrderBy(one => one.Name).Select(one => one.Name).ToListAsync(cancel), accounts);
    }

    static Task<string?> Name(Db db, Guid? id, CancellationToken cancel) => db.Members.Where(member => member.Id == id).Select(member => (string?)member.Name).SingleOrDefaultAsync(cancel);
}
