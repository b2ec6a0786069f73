using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Names and accounts of everybody whom a page of digests speaks of, those who left among them: two queries.</summary>
sealed class PeopleNamed
{
    readonly Dictionary<Guid, MemberInfo> _people = [];

    PeopleNamed()
    {
    }

    internal MemberInfo? Find(Guid id) => _people.GetValueOrDefault(id);

    internal static async Task<PeopleNamed> Read(Db db, IEnumerable<Guid> all, CancellationToken cancel)
    {
        var (people, ids) = (new PeopleNamed(), all.Where(id => id != Guid.Empty).Distinct().ToList());
        if (ids.Count == 0)
            return people;
        var members = await db.Members.AsNoTracking().Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Name, one.LeftAt, one.MergedInto }).ToListAsync(cancel);
        var accounts = (await db.Accounts.AsNoTracking().Where(one => ids.Contains(one.MemberId) && one.LeftAt == null).OrderBy(one => one.CreatedAt).ToListAsync(cancel)).ToLookup(one => one.MemberId);
        foreach (var member in members)
            people._people[member.Id] = new(member.Id, member.Name)
            {
                HasLeft = member.LeftAt is not null || member.MergedInto is not null,
                Accounts = [.. accounts[member.Id].Select(one => new AccountInfo(one.Id, one.InstallationId, one.ExternalId, one.Conversation))],
            };
        return people;
    }
}
