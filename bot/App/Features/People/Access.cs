using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.People;

/// <summary>
/// The one rule of who may see and change what, for bot, digest and console alike. HR and the owner may all but what is
/// nobody's; the works council sees settings, texts and rules, and no person; whoever manages a team, or stands in for
/// whoever does, sees that team and those below it. Whoever left, and a bot, may nothing.
/// </summary>
public static class Access
{
    static readonly FrozenDictionary<Roles, FrozenSet<Right>> Whole = new Dictionary<Roles, FrozenSet<Right>>
    {
        [Roles.Hr] = All.Except([Right.GiveOwnership]).ToFrozenSet(),
        [Roles.Owner] = All.ToFrozenSet(),
        [Roles.WorksCouncil] = [Right.UseConsole, Right.SeeSettings, Right.SeeTexts, Right.SeeRules],
    }.ToFrozenDictionary();

    static readonly FrozenSet<Right> OfTeams = [Right.SeeFigures, Right.SeeTeam, Right.ChangeTeam];

    static Right[] All => Enum.GetValues<Right>();

    /// <summary>Whether they may, in the whole organisation.</summary>
    public static bool May(MemberInfo who, Right right) => IsHere(who) && Whole.Any(role => who.Roles.HasFlag(role.Key) && role.Value.Contains(right));

    /// <summary>Whether they may, of one team: in the whole organisation, or because they lead it or a team above it.</summary>
    /// <param name="team">A team that does not exist is nobody's.</param>
    public static bool May(MemberInfo who, Right right, Guid team, TeamTree teams) =>
        May(who, right) || (OfTeams.Contains(right) && IsHere(who) && teams.Knows(team) && Led(who).Any(led => led.Id == team || teams.Above(team).Contains(led.Id)));

    /// <summary>The teams that they lead themselves now, as manager or standing in for one; those below are not named.</summary>
    public static IReadOnlyList<TeamInfo> Leads(MemberInfo who) => IsHere(who) ? [.. Led(who).DistinctBy(team => team.Id)] : [];

    /// <summary>Whoever looks after what belongs to nobody else: HR, and where there is nobody in HR, the owners.</summary>
    /// <returns>Nobody who left, no bots; in an order of their own.</returns>
    public static async Task<IReadOnlyList<Guid>> Keepers(Db db, int most, CancellationToken cancel)
    {
        var here = db.Members.Where(member => member.LeftAt == null && member.MergedInto == null && !member.IsBot).OrderBy(member => member.Id).AsQueryable();
        var hr = await here.Where(member => (member.Roles & Roles.Hr) != 0).Select(member => member.Id).Order().Take(most).ToListAsync(cancel);
        return hr.Count > 0 ? hr : await here.Where(member => (member.Roles & Roles.Owner) != 0).Select(member => member.Id).Order().Take(most).ToListAsync(cancel);
    }

    static bool IsHere(MemberInfo who) => who is { HasLeft: false, IsBot: false };

    static IEnumerable<TeamInfo> Led(MemberInfo who) => who.Manages.Concat(who.StandsInFor);
}
