using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>The digest of whoever leads teams: about the people in these teams, not in those below them.</summary>
public sealed class ManagersDigest(IStore store, Register register, TellingManagers telling) : IDigest
{
    /// <summary>So far back it is known whom a manager thanked last.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    public DigestKind Kind => DigestKind.Manager;

    public bool IsFor(MemberInfo who) => Access.Leads(who).Count > 0;

    public async Task<IReadOnlyDictionary<Guid, string>> Count(Db db, IReadOnlyList<DigestDue> due, DateTime now, CancellationToken cancel) =>
        (await Numbers(db, due, now, cancel)).ToDictionary(one => one.Key, one => one.Value.Kept());

    public Task<IReadOnlyList<Card>> Tell(Db db, IReadOnlyList<Digest> digests, DateTime now, CancellationToken cancel) => telling.Tell(db, digests, now, cancel);

    /// <summary>A few queries, however many managers they are.</summary>
    public async Task<IReadOnlyDictionary<Guid, ManagerNumbers>> Numbers(Db db, IReadOnlyList<DigestDue> due, DateTime now, CancellationToken cancel)
    {
        var managers = due.Select(one => one.Member).ToList();
        var teams = (await db.Teams.AsNoTracking().Where(team => team.ManagerId != null && managers.Contains(team.ManagerId.Value)).Select(team => new { team.Id, Manager = team.ManagerId!.Value }).ToListAsync(cancel)).OrderBy(team => team.Id).ToLookup(team => team.Manager, team => team.Id);
        var ids = teams.SelectMany(own => own).ToList();
        var (from, to) = (due.Min(one => one.Span.Earliest), due.Max(one => one.Span.To));
        var policies = await register.Policies(cancel);
        var (received, given, mates) = await LongLists.Read(store, db, due.Count,
            async own => (await ReadingTeamKudos.Received(own, ids, from, to, policies, cancel)).ToLookup(one => one.TeamId),
            async own => (await ReadingTeamKudos.Given(own, managers, now - Remembered, cancel)).ToLookup(one => one.FromId),
            own => Mates(own, ids, now, cancel), cancel);
        var earlier = await Earlier(db, managers, due.Max(one => one.Span.Last), cancel);
        var around = await AroundTeams.Read(db, ids, due.Min(one => one.Span.From), now, cancel);
        var values = (await ValueBook.Read(register, cancel)).ForKudos.Select(value => value.Id).ToList();
        var all = new Dictionary<Guid, ManagerNumbers>(due.Count);
        foreach (var (manager, span) in due)
            if (teams[manager].ToList() is { Count: > 0 } own)
            {
                var before = earlier[manager].Where(one => one.Last < span.Last).MaxBy(one => one.Last);
                var numbers = CountingTeamWeeks.Count(new(manager, own, span, [.. own.SelectMany(team => received[team])], [.. given[manager]], [.. own.SelectMany(team => mates[team]).DistinctBy(mate => mate.Id)], values) { Earlier = before }, now);
                all[manager] = around.AddTo(numbers, span, before);
            }
        return all;
    }

    // Who is there and at work: nobody is held against them whom they can't meet.
    static async Task<ILookup<Guid, Mate>> Mates(Db db, List<Guid> teams, DateTime now, CancellationToken cancel)
    {
        var members = await (from membership in db.TeamMemberships.AsNoTracking()
                             join member in db.Members.AsNoTracking() on membership.MemberId equals member.Id
                             where teams.Contains(membership.TeamId) && membership.To == null && member.LeftAt == null && member.MergedInto == null && !member.IsBot
                             select new { membership.TeamId, membership.MemberId, membership.From }).ToListAsync(cancel);
        var away = await Absences.At(db, [.. members.Select(one => one.MemberId)], now, cancel);
        return members.Where(one => !away.Contains(one.MemberId)).ToLookup(one => one.TeamId, one => new Mate(one.MemberId, one.From));
    }

    // A few rows each: the last may be of the very week that is counted once more, for a preview.
    static async Task<ILookup<Guid, ManagerNumbers>> Earlier(Db db, List<Guid> managers, DateOnly before, CancellationToken cancel)
    {
        var since = before.AddDays(-7 * 10);
        var kept = await db.Digests.AsNoTracking().Where(one => managers.Contains(one.MemberId) && one.Kind == DigestKind.Manager && one.Week >= since)
            .Select(one => new { one.MemberId, one.Numbers }).ToListAsync(cancel);
        return kept.ToLookup(one => one.MemberId, one => ManagerNumbers.Read(one.Numbers));
    }
}
