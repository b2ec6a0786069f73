using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;

namespace ServiceCulture.Bot.Features.People;

/// <summary>
/// The list of people as a file that the import reads again: who is here and what HR needs of them, nothing that they
/// wrote or were asked. That it was taken is written down, for everybody in it to see.
/// </summary>
public sealed class ExportingPeople(IStore store, TimeProvider clock)
{
    /// <summary>The act in the audit log. It is about everybody who is here then, and bears no name.</summary>
    public const string Act = "people.export";

    const int Together = 1000;

    /// <returns>The file in pieces; nothing where they may not.</returns>
    public async IAsyncEnumerable<string> Read(MemberInfo who, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!Access.May(who, Right.SeePeople))
            yield break;
        await store.Do(db =>
        {
            db.Audit.Add(new AuditEntry { At = clock.GetUtcNow().UtcDateTime, Actor = who.Id, Act = Act, Row = "everybody" });
            return db.SaveChangesAsync(cancel);
        }, cancel);
        yield return CsvWords.Mark + CsvWords.Row(["email", "name", "team", "manager", "roles", "zone", "language", "country", "region", "site", "work_days", "work_from", "work_to", "deputy", "deputy_always", "starts", "leaves"]);
        await using var db = store.Open();
        for (string? after = null; ;)
        {
            var page = await Page(db, after, cancel);
            foreach (var cells in page)
                yield return CsvWords.Row(cells);
            if (page.Count < Together)
                yield break;
            after = page[^1][0];
        }
    }

    static async Task<List<string?[]>> Page(Db db, string? after, CancellationToken cancel)
    {
        var rows = await db.Members.AsNoTracking().Where(member => member.Email != null && member.LeftAt == null && member.MergedInto == null && !member.IsBot && (after == null || string.Compare(member.Email, after) > 0))
            .OrderBy(member => member.Email).Take(Together).Select(member => new
            {
                member,
                Team = (from membership in db.TeamMemberships join team in db.Teams on membership.TeamId equals team.Id where membership.MemberId == member.Id && membership.To == null select team).FirstOrDefault(),
                Deputy = db.Members.Where(other => other.Id == member.DeputyId).Select(other => other.Email).FirstOrDefault(),
            }).ToListAsync(cancel);
        var managers = rows.Select(row => row.Team?.ManagerId).OfType<Guid>().Distinct().ToList();
        var emails = await db.Members.Where(member => managers.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.Email, cancel);
        return [.. rows.Select(row => Cells(row.member, row.Team, row.Team?.ManagerId is { } manager && manager != row.member.Id ? emails.GetValueOrDefault(manager) : null, row.Deputy))];
    }

    static string?[] Cells(Member who, Team? team, string? manager, string? deputy) =>
    [
        who.Email, who.Name, team?.Name, manager, Words(who.Roles, team?.ManagerId == who.Id), who.Zone, who.Culture, who.Country, who.Region, who.Site,
        Days(who.WorkDays), Time(who.WorkFrom), Time(who.WorkTo), deputy, deputy is null ? null : who.DeputyIsAlways ? "yes" : "no",
        Day(who.StartsOn), Day(who.LeavesOn),
    ];

    internal static string Words(Roles roles, bool isManager)
    {
        List<string> words = isManager ? ["manager"] : [];
        foreach (var (role, word) in ((Roles, string)[])[(Roles.Expert, "expert"), (Roles.Hr, "HR"), (Roles.WorksCouncil, "works council"), (Roles.Owner, "owner")])
            if (roles.HasFlag(role))
                words.Add(word);
        return words.Count == 0 ? "agent" : string.Join(" + ", words);
    }

    // As the import reads them: its days, not our names for several.
    static string? Days(Weekdays? days) => days is not { } some ? null : string.Join(' ', Enum.GetValues<Weekdays>().Where(day => int.PopCount((int)day) == 1 && some.HasFlag(day)));

    static string? Time(int? minute) => minute is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at / 60:00}:{at % 60:00}") : null;

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
