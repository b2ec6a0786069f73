using System.Reflection;
using System.Text.RegularExpressions;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;

namespace ServiceCulture.Tests.House;

/// <summary>Nothing that the bot says or asks is left out of what a reviewer sees: each card and form stands in cards/Approved, in every dialect.</summary>
public sealed partial class ApprovedFilesTests
{
    // Words alone, over the files in every dialect that hold the same cards and forms: to be read from top to bottom.
    static readonly string[] Sheets =
    [
        "crisis-help-after", "crisis-help-anywhere", "crisis-help-passed-on", "rough-five-minutes", "rough-lines", "rough-park", "rough-phrases",
        // Parts, not cards: notes on top of another form, and the words for figures.
        "crisis-notes", "figures",
    ];

    [Fact]
    public void Every_card_and_form_is_drawn_by_an_approved_test()
    {
        var made = typeof(GiveKudos).Assembly.GetTypes()
            .Where(type => type.Namespace is { } space && space != "ServiceCulture.Cards" && !space.EndsWith(".Rendering", StringComparison.Ordinal))
            .SelectMany(Makers).Order(StringComparer.Ordinal).ToList();
        Assert.Contains("KudosCard.Posted", made);
        Assert.Contains("KudosCard.Hidden", made);
        Assert.Contains("GiveKudos.Form", made);
        Assert.True(made.Count > 150, "Hardly any card was found: this test no longer reaches what it is about.");
        var drawn = Sources.Below("tests").Where(source => ApprovedTest().IsMatch(source.Path))
            .SelectMany(source => Named().Matches(source.Code).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(made.Except(drawn));
    }

    [Fact]
    public void What_is_approved_in_one_dialect_is_approved_in_all()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Sources.Root, "cards", "Approved")).Select(file => Path.GetFileName(file)!)
            .Where(file => !file.Contains(".received.", StringComparison.Ordinal))
            .GroupBy(file => file[..file.IndexOf('.', StringComparison.Ordinal)], file => file[file.IndexOf('.', StringComparison.Ordinal)..])
            .ToDictionary(group => group.Key, group => group.ToHashSet());
        Assert.True(files.Count > 150, "Hardly any file was found: this test no longer reaches what it is about.");
        Assert.Equal(Sheets.Order(StringComparer.Ordinal), files.Where(one => one.Value.SetEquals([".txt"])).Select(one => one.Key).Order(StringComparer.Ordinal));
        Assert.Empty(files.Where(one => !Sheets.Contains(one.Key) && !IsWhole(one.Value)).Select(one => $"{one.Key}: {string.Join(' ', one.Value)}"));
    }

    // A form stands in Teams as a dialog, and where it is not private as a card too; a card is said in plain words as well.
    static bool IsWhole(HashSet<string> dialects) =>
        dialects.IsSupersetOf([".slack.json", ".html"]) && (dialects.Contains(".teams-dialog.json") || dialects.IsSupersetOf([".teams.json", ".txt"]));

    static IEnumerable<string> Makers(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member switch
            {
                MethodInfo { IsSpecialName: false } method => IsSeen(method) && Draws(method.ReturnType),
                PropertyInfo { GetMethod: { } get } => IsSeen(get) && Draws(get.ReturnType),
                _ => false,
            })
            .Select(member => $"{type.Name}.{member.Name}").Distinct();

    static bool IsSeen(MethodInfo method) => method.IsPublic || method.IsAssembly;

    static bool Draws(Type type) => type == typeof(Card) || type == typeof(Form);

    [GeneratedRegex(@"/Approved\w+Tests\.cs$")]
    private static partial Regex ApprovedTest();

    [GeneratedRegex(@"\b[A-Z]\w+\.[A-Z]\w+")]
    private static partial Regex Named();
}
