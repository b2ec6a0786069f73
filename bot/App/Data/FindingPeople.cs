using Microsoft.EntityFrameworkCore;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Data;

/// <summary>Finds members as people name them. Nobody who left, no bots, nobody merged into another.</summary>
public static class FindingPeople
{
    /// <summary>Members whose name, or a part of it, begins with the words; all where there are none.</summary>
    public static async Task<IReadOnlyList<Choice>> Matching(Db db, string words, int most, CancellationToken cancel)
    {
        var key = Folding.Key(words);
        var email = words.Trim().ToLowerInvariant().Replace("\0", "", StringComparison.Ordinal);
        var people = Present(db);
        if (key.Length > 0)
            people = people.Where(m => m.NameKey.StartsWith(key) || m.NameKey.Contains(" " + key) || (m.Email != null && m.Email.StartsWith(email)));
        return await Choices(db, people.OrderBy(m => m.NameKey).Take(most), cancel);
    }

    /// <summary>The people of a team.</summary>
    public static Task<IReadOnlyList<Choice>> InTeam(Db db, Guid team, int most, CancellationToken cancel) =>
        Choices(db, Present(db).Where(m => db.TeamMemberships.Any(t => t.MemberId == m.Id && t.TeamId == team && t.To == null)).OrderBy(m => m.NameKey).Take(most), cancel);

    /// <summary>Members of whose name this is the first word, with their names folded.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Key)>> Beginning(Db db, string firstWord, CancellationToken cancel)
    {
        var key = Folding.Key(firstWord);
        if (key.Length == 0)
            return [];
        var found = await Present(db).Where(m => m.NameKey == key || m.NameKey.StartsWith(key + " ")).OrderBy(m => m.NameKey).Take(100).Select(m => new { m.Id, m.NameKey }).ToListAsync(cancel);
        return [.. found.Select(m => (m.Id, m.NameKey))];
    }

    public static Choice Choice(Guid id, string name, string? team) => new(id.ToString(), Text.Of(name), team is null ? null : Text.Of(team));

    static IQueryable<Member> Present(Db db) => db.Members.AsNoTracking().Where(m => m.LeftAt == null && m.MergedInto == null && !m.IsBot);

    static async Task<IReadOnlyList<Choice>> Choices(Db db, IQueryable<Member> people, CancellationToken cancel)
    {
        var rows = await people.Select(m => new
        {
            m.Id,
            m.Name,
            Team = (from membership in db.TeamMemberships
                    join team in db.Teams on membership.TeamId equals team.Id
                    where membership.MemberId == m.Id && membership.To == null
                    select team.Name).FirstOrDefault(),
        }).ToListAsync(cancel);
        return [.. rows.Select(row => Choice(row.Id, row.Name, row.Team))];
    }
}
