using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Data;

static class ReadingMembers
{
    /// <param name="now">Who is away, and so stood in for, is as of then.</param>
    internal static async Task<MemberInfo?> Read(Db db, Guid id, DateTime now, CancellationToken cancel) => (await Read(db, [id], now, cancel)).GetValueOrDefault(id);

    /// <summary>Those that there are, under the ids that were asked for: whoever was merged is who they are now.</summary>
    internal static async Task<Dictionary<Guid, MemberInfo>> Read(Db db, IReadOnlyCollection<Guid> ids, DateTime now, CancellationToken cancel)
    {
        var members = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
        var standsInFor = await StandingIn.Teams(db, ids, now, cancel);
        var read = (await Describe(db, [.. members.Where(m => m.MergedInto is null)], ids, cancel))
            .ToDictionary(one => one.Row.Id, one => one.Info with { StandsInFor = [.. standsInFor[one.Row.Id].Select(Describe)] });
        var merged = members.Where(m => m.MergedInto is not null).ToDictionary(m => m.Id, m => m.MergedInto!.Value);
        if (merged.Count == 0)
            return read;
        var others = await Read(db, [.. merged.Values.Distinct()], now, cancel);
        foreach (var (id, other) in merged)
            if (others.TryGetValue(other, out var info))
                read[id] = info;
        return read;
    }

    /// <summary>
    /// For a job that goes through everybody. What only somebody who acts is asked for is left out: for whom they stand in.
    /// Whoever left, was merged or is a bot is not among them.
    /// </summary>
    internal static async Task<List<(Member Row, MemberInfo Info)>> ReadMany(Db db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) => await Describe(db,
        await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id) && m.LeftAt == null && m.MergedInto == null && !m.IsBot).ToListAsync(cancel), ids, cancel);

    static async Task<List<(Member Row, MemberInfo Info)>> Describe(Db db, List<Member> members, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (members.Count == 0)
            return [];
        var accounts = (await Known(db).Where(a => ids.Contains(a.Account.MemberId)).ToListAsync(cancel)).ToLookup(a => a.Account.MemberId);
        var teams = (await (from membership in db.TeamMemberships.AsNoTracking()
                            join team in db.Teams.AsNoTracking() on membership.TeamId equals team.Id
                            where ids.Contains(membership.MemberId) && membership.To == null
                            select new { membership.MemberId, Team = team }).ToListAsync(cancel)).ToLookup(one => one.MemberId, one => one.Team);
        var managed = (await db.Teams.AsNoTracking().Where(t => t.ManagerId != null && ids.Contains(t.ManagerId.Value)).OrderBy(t => t.Name).ToListAsync(cancel)).ToLookup(t => t.ManagerId!.Value);
        return [.. members.Select(member => (member, Describe(member, [.. accounts[member.Id]], teams[member.Id].FirstOrDefault(), [.. managed[member.Id]])))];
    }

    // Where the bot was taken off nobody is reached, whatever their account says.
    static IQueryable<KnownAs> Known(Db db) => db.Accounts.AsNoTracking().Where(a => a.LeftAt == null).OrderBy(a => a.CreatedAt)
        .Select(a => new KnownAs { Account = a, IsGone = db.Installations.Any(i => i.Id == a.InstallationId && i.RemovedAt != null) });

    static MemberInfo Describe(Member member, List<KnownAs> accounts, Team? team, List<Team> manages)
    {
        var known = accounts.OrderBy(a => a.IsGone).ThenBy(a => a.Account.BlockedAt is not null).ThenBy(a => a.Account.Id != member.HomeAccountId).FirstOrDefault();
        var account = known?.Account;
        var mailbox = account is null ? null : new Address(account.InstallationId, PlaceKind.Person, account.ExternalId);
        return new(member.Id, member.Name)
        {
            Email = member.Email,
            Zone = member.Zone,
            Culture = member.Culture,
            Follows = (member.Follows(Said.Zone) ? Said.Zone : Said.None) | (member.Follows(Said.Language) ? Said.Language : Said.None),
            Country = member.Country,
            Site = member.Site,
            Roles = member.Roles,
            IsBot = member.IsBot,
            HasLeft = member.LeftAt is not null,
            Deputy = member.DeputyId,
            ErasedAt = member.ErasedAt,
            Team = team is null ? null : Describe(team),
            Manages = [.. manages.Select(Describe)],
            Accounts = [.. accounts.Select(a => new AccountInfo(a.Account.Id, a.Account.InstallationId, a.Account.ExternalId, a.Account.Conversation))],
            Home = known is { IsGone: false, Account.BlockedAt: null } ? mailbox : null,
            Mailbox = mailbox,
        };
    }

    sealed class KnownAs
    {
        public required Account Account { get; init; }
        public required bool IsGone { get; init; }
    }

    static TeamInfo Describe(Team team) => new(team.Id, team.Name, team.ManagerId,
        team.KudosPlaceId is null ? null : new Address(team.KudosInstallationId!.Value, PlaceKind.Channel, team.KudosPlaceId));
}
