using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.HrConsole.Pages.HowItWorks;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The page for HR and the works council: nothing left out, nothing made up.</summary>
public sealed class HowItWorksTests
{
    [Fact]
    public void Every_table_of_the_database_stands_in_what_is_kept()
    {
        var rows = Handbook.Table("what-we-store.md");
        Assert.True(rows.Count > 30);
        Assert.All(rows, row => Assert.Equal(4, row.Count));
        Assert.Contains(rows, row => row[0].Value.Contains("ConsoleSessions", StringComparison.Ordinal));
        Assert.Contains(rows, row => row[2].Value.Contains("<code>privacy.days</code>", StringComparison.Ordinal));
        Assert.DoesNotContain(rows.SelectMany(row => row), cell => cell.Value.Contains('`', StringComparison.Ordinal));
    }

    [Fact]
    public void The_rules_of_publication_are_all_there() => Assert.Equal(5, Handbook.Points("publication.md", "The rules").Count);

    [Fact]
    public void Every_right_is_said_in_words() => Assert.All(Enum.GetValues<Right>(), right => Assert.NotEqual(right.ToString(), RightWords.Say(right)));

    [Fact]
    public void What_is_said_of_the_works_council_is_what_it_may()
    {
        Assert.True(RightWords.May(Roles.WorksCouncil, Right.SeeRules));
        Assert.False(RightWords.May(Roles.WorksCouncil, Right.SeePeople));
        Assert.True(RightWords.MayOfTheirTeam(Right.SeeTeam));
        Assert.False(RightWords.MayOfTheirTeam(Right.SeeParticipation));
    }
}
