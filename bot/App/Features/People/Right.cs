namespace ServiceCulture.Bot.Features.People;

/// <summary>What somebody may see or change of what is not their own. Their own everybody sees, and that is no right here.</summary>
public enum Right
{
    /// <summary>Come into the console at all; which pages are there for them, the rights of those pages say.</summary>
    UseConsole,

    /// <summary>See the settings, the policies and where each comes from.</summary>
    SeeSettings,

    /// <summary>Read every text in force and its history: prompts, values, phrases, help lines.</summary>
    SeeTexts,

    /// <summary>Draft, publish, roll back and archive texts.</summary>
    ChangeTexts,

    /// <summary>See by which rules things happen: programmes with their dry run, policies, switches, retention.</summary>
    SeeRules,

    /// <summary>Change those rules.</summary>
    ChangeRules,

    /// <summary>See published numbers. Without a team: those of the whole organisation.</summary>
    SeeFigures,

    /// <summary>See how many take part; for the whole organisation only, never for a team.</summary>
    SeeParticipation,

    /// <summary>Search people and see their team, roles, accounts and working hours; nothing that they wrote for themselves.</summary>
    SeePeople,

    /// <summary>Import people, shifts and absences, set deputies, and erase somebody who asked for it.</summary>
    ChangePeople,

    /// <summary>Give and take the roles of expert, HR and works council.</summary>
    GiveRoles,

    /// <summary>Give and take the role of owner.</summary>
    GiveOwnership,

    /// <summary>See the board of everybody's questions.</summary>
    SeeQuestions,

    /// <summary>Hand questions on and withdraw them; solve them only whoever asked.</summary>
    ChangeQuestions,

    /// <summary>Look after topics, experts, the triage rota and everybody's notes.</summary>
    ChangeKnowledge,

    /// <summary>See kudos that were reported, hide and restore them.</summary>
    SeeReports,

    /// <summary>Read and export the audit log.</summary>
    SeeAudit,

    /// <summary>See messages that could not be delivered, send them again or discard them.</summary>
    SeeMessages,

    /// <summary>See a team's open and overdue questions now, and get its digest.</summary>
    SeeTeam,

    /// <summary>Set where a team's kudos are posted, take out phrases that it added, and speak to it in the bot's name.</summary>
    ChangeTeam,
}
