using ServiceCulture.Cards;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Crisis;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.MyData;

/// <summary>Every word about one's own data, in every dialect, as a reviewer saw it.</summary>
public sealed class ApprovedMyDataTests
{
    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };
    static readonly DateTime Then = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    static readonly (string Name, Form Form)[] Forms =
    [
        ("mydata-show", ShowMyData.Form([$"Who you are here, from your platform and HR's files", $"Sealed with a key of your own: {new Hole.Count(12, "check-in", "check-ins")} and {new Hole.Count(1, "thought", "thoughts")}"],
            [new AuditLine(Then, "kudos.undo", $"you"), new AuditLine(Then, "people.look", Text.Of("Ben Okafor")), new AuditLine(Then, "mydata.export", null)], 180)),
        ("mydata-show-nothing", ShowMyData.Form([$"Who you are here, from your platform and HR's files"], [], 1)),
        ("mydata-show-hr", ShowMyData.Form([$"Who you are here, from your platform and HR's files"], [], 90, isHr: true)),
        ("mydata-rules", PrivacyRules.Form(new("180", "30"))),
        ("mydata-take", TakeMyData.Form(new Uri("https://culture.example/mydata/token"), "K7QF-2MXD", Then.AddMinutes(15))),
        ("mydata-no-address", TakeMyData.NoAddress),
        ("mydata-erase", EraseMyData.Form(30)),
        ("mydata-erased", MyDataErased.Form(30)),
    ];

    public static TheoryData<string> Names => [.. Forms.Select(one => one.Name)];

    static Form Of(string name) => Forms.Single(one => one.Name == name).Form;

    [Theory, MemberData(nameof(Names))]
    public void In_words(string name) => Approved.Matches(name, "txt", CrisisForms.Plain(Of(name)));

    [Theory, MemberData(nameof(Names))]
    public void On_slack(string name) => Approved.Matches($"{name}.slack", "json", BlockKit.View(Of(name), OnPlatform));

    [Theory, MemberData(nameof(Names))]
    public void As_a_dialog_in_teams(string name) => Approved.Matches($"{name}.teams-dialog", "json", AdaptiveCards.Form(Of(name), OnPlatform, dialog: true));

    [Theory, MemberData(nameof(Names))]
    public void On_the_page(string name) => Approved.Matches(name, "html", Html.Form(Of(name), OnPlatform, "f1").Replace("><", ">\n<", StringComparison.Ordinal) + "\n");
}
