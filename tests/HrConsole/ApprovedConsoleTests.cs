using ServiceCulture.Cards;
using ServiceCulture.Cards.HrConsole;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>What <c>console</c> is answered with, in every dialect, as a reviewer saw it.</summary>
public sealed class ApprovedConsoleTests
{
    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };

    static readonly (string Name, Card Card)[] All =
    [
        ("console-not-for-you", ConsoleLink.NotForYou),
        ("console-no-address", ConsoleLink.NoAddress),
    ];

    static readonly Form Link = ConsoleLink.Form(new Uri("https://culture.example/console/sign-in/secret"), new DateTime(2026, 3, 2, 9, 5, 0, DateTimeKind.Utc));

    public static TheoryData<string> Names => [.. All.Select(one => one.Name)];

    static Card Of(string name) => All.Single(one => one.Name == name).Card;

    [Theory, MemberData(nameof(Names))]
    public void In_words(string name) => Approved.Matches(name, "txt", PlainText.Render(Of(name), OnPlatform));

    [Theory, MemberData(nameof(Names))]
    public void On_slack(string name) => Approved.Matches($"{name}.slack", "json", BlockKit.Blocks(Of(name), OnPlatform));

    [Theory, MemberData(nameof(Names))]
    public void In_teams(string name) => Approved.Matches($"{name}.teams", "json", AdaptiveCards.Card(Of(name), OnPlatform));

    [Theory, MemberData(nameof(Names))]
    public void On_the_page(string name) => Approved.Matches(name, "html", Html.Card(Of(name), OnPlatform).Replace("><", ">\n<", StringComparison.Ordinal) + "\n");

    [Fact]
    public void The_link_on_slack() => Approved.Matches("console-link.slack", "json", BlockKit.View(Link, OnPlatform));

    [Fact]
    public void The_link_in_teams() => Approved.Matches("console-link.teams-dialog", "json", AdaptiveCards.Form(Link, OnPlatform, dialog: true));

    [Fact]
    public void The_link_on_the_page() => Approved.Matches("console-link", "html", Html.Form(Link, OnPlatform, "f1").Replace("><", ">\n<", StringComparison.Ordinal) + "\n");
}
