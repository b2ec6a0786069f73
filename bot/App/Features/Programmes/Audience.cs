using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.Programmes;

/// <summary>Whom a programme is for: each condition that it names, all of them together.</summary>
static class Audience
{
    internal static bool Includes(Programme programme, MemberInfo who) =>
        !who.IsBot && !who.HasLeft
        && (programme.Teams.Count == 0 || (who.Team is { } team && programme.Teams.Contains(team.Id)))
        && (programme.Roles is AudienceRoles.None || (programme.Roles & Of(who)) != 0)
        && (programme.Sites.Count == 0 || (who.Site is { } site && programme.Sites.Contains(site)));

    static AudienceRoles Of(MemberInfo who) => (AudienceRoles)who.Roles | (who.Manages.Count > 0 ? AudienceRoles.Manager : AudienceRoles.None);
}
