using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.HrConsole;

/// <summary>A page of the console: where it is, what it is called, where it stands in the menu, and who may open it.</summary>
/// <param name="Path">Below /console, without a slash; the page's <c>@page</c> bears the same.</param>
public sealed record ConsolePage(string Path, string Title, PageGroup Group, Right Right);

/// <summary>The parts of the menu, in their order.</summary>
public enum PageGroup { Now, People, Content, Rules, Record }

/// <summary>Every page there is: the menu is drawn from this list, and what is not in it is not found.</summary>
public static class ConsolePages
{
    public static readonly IReadOnlyList<ConsolePage> All =
    [
        new("overview", "Overview", PageGroup.Now, Right.SeeFigures),
        new("questions", "Questions", PageGroup.Now, Right.SeeQuestions),
        new("values", "Values", PageGroup.Content, Right.SeeTexts),
        new("kudos", "Reported kudos", PageGroup.People, Right.SeeReports),
        new("policies", "Policies", PageGroup.Rules, Right.SeeRules),
        new("features", "Features by site", PageGroup.Rules, Right.SeeRules),
        new("how-it-works", "How it works", PageGroup.Rules, Right.SeeRules),
        new("people", "People", PageGroup.People, Right.SeePeople),
        new("topics", "Topics and experts", PageGroup.People, Right.ChangeKnowledge),
        new("notes", "Notes", PageGroup.People, Right.ChangeKnowledge),
        new("audit", "Audit log", PageGroup.Record, Right.SeeAudit),
        new("settings", "Settings", PageGroup.Record, Right.SeeSettings),
    ];

    /// <summary>The page that a path below /console belongs to; what comes after a slash is the page's own matter.</summary>
    public static ConsolePage? Find(string path)
    {
        var first = path.TrimStart('/').Split('/', '?', '#')[0];
        return All.FirstOrDefault(page => page.Path.Equals(first, StringComparison.OrdinalIgnoreCase));
    }

    public static string Name(PageGroup group) => group switch
    {
        PageGroup.Now => "Now",
        PageGroup.People => "People and questions",
        PageGroup.Content => "Texts",
        PageGroup.Rules => "Rules",
        _ => "Looking after it",
    };
}
