using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.HrConsole.Pages.HowItWorks;

/// <summary>Who may what, asked of the rules themselves and said in words.</summary>
public static class RightWords
{
    /// <summary>The roles of the whole organisation, as the table shows them.</summary>
    public static readonly IReadOnlyList<(string Name, Roles Roles)> Everybody = [("HR", Roles.Hr), ("Works council", Roles.WorksCouncil), ("Owner", Roles.Owner)];

    public static bool May(Roles roles, Right right) => Access.May(new MemberInfo(Guid.Empty, "") { Roles = roles }, right);

    /// <summary>Whether somebody may it of a team that they lead.</summary>
    public static bool MayOfTheirTeam(Right right)
    {
        var team = new TeamInfo(Guid.CreateVersion7(), "", null, null);
        var lead = new MemberInfo(Guid.CreateVersion7(), "")
        {
            Manages = [team],
        };
        return Access.May(lead, right, team.Id, new TeamTree([(team.Id, null)]));
    }

    public static string Say(Right right) => right switch
    {
        Right.UseConsole => "Come into the console",
        Right.SeeSettings => "See the operator's settings; of secrets only whether they are set",
        Right.SeeTexts => "Read every text in force and its history",
        Right.ChangeTexts => "Draft, publish, roll back and archive texts",
        Right.SeeRules => "See policies, programmes and switches",
        Right.ChangeRules => "Change policies, programmes and switches",
        Right.SeeFigures => "See published figures",
        Right.SeeParticipation => "See how many take part, of the whole organisation only",
        Right.SeePeople => "Search people; see team, roles, accounts, working hours, and nothing they wrote for themselves",
        Right.ChangePeople => "Import people and shifts, set deputies, erase whoever asked for it",
        Right.GiveRoles => "Give and take the roles of expert, HR and works council",
        Right.GiveOwnership => "Give and take the role of owner",
        Right.SeeQuestions => "See the board of everybody's questions",
        Right.ChangeQuestions => "Hand questions on and withdraw them; only whoever asked calls one solved",
        Right.ChangeKnowledge => "Look after topics, experts, the triage rota and notes",
        Right.SeeReports => "See kudos that were reported, hide and restore them",
        Right.SeeAudit => "Read and export the audit log",
        Right.SeeMessages => "See messages that could not be delivered, without their words; send them again or discard them",
        Right.SeeTeam => "See a team's open and overdue questions, and get its digest",
        Right.ChangeTeam => "Set where a team's kudos are posted, speak to it in the bot's name",
        _ => right.ToString(),
    };
}
