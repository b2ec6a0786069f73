using System.Globalization;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.HrConsole.Pages.People;

/// <summary>Roles as the console names them.</summary>
public static class RoleWords
{
    /// <summary>Each role, its name, and what it is for in one line.</summary>
    public static readonly IReadOnlyList<(Roles Role, string Name, string What)> All =
    [
        (Roles.Expert, "Expert", "may be meant by a programme; what they know stands under topics"),
        (Roles.Hr, "HR", "runs the bot: people, texts, rules, questions"),
        (Roles.WorksCouncil, "Works council", "sees settings, texts and rules, and no person"),
        (Roles.Owner, "Owner", "as HR, and gives the role of owner"),
    ];

    public static IEnumerable<string> Of(Roles roles) => All.Where(one => roles.HasFlag(one.Role)).Select(one => one.Name);

    /// <summary>What came of giving roles, in a sentence.</summary>
    public static string Say(RolesGiven given, string name) => given switch
    {
        RolesGiven.Done => $"The roles of {name} are changed. They can see that it was you.",
        RolesGiven.AsBefore => $"{name} has these roles already.",
        RolesGiven.NobodyThere => "They are not here any more, so nothing was changed.",
        RolesGiven.LastOne => "Somebody has to be left who can give roles, so nothing was changed. Give the role to somebody else first.",
        RolesGiven.NamedInSettings => $"{name} is the owner whom the settings name, so nothing was changed. The operator can name somebody else there.",
        _ => "Only an owner gives or takes the role of owner, so nothing was changed.",
    };
}

/// <summary>What the console says of people in several places.</summary>
public static class PersonWords
{
    public static string LastDay(DateOnly? leavesOn, DateTime? leftAt) => (leavesOn, leftAt) switch
    {
        ({ } day, null) => Day(day),
        ({ } day, _) => $"{Day(day)}, has left",
        (null, { } at) => $"has left, {Day(DateOnly.FromDateTime(at))}",
        _ => "",
    };

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Time(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
