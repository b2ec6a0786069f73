using ServiceCulture.Cards;
using ServiceCulture.Cards.Phrases;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Crisis;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Phrases;

/// <summary>The phrase bank in every dialect, as a reviewer saw it.</summary>
public sealed class ApprovedPhrasesTests
{
    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };

    static Card Card => PhrasesCard.Of(Situation.Find("fury")!,
        [new("Shall we start again?", "A call back at a time they agree to.", "Respect", "Front desk"), new("Let me say back what I've heard.", "", "Empathy", null)], "Front desk", mayChange: true);

    [Fact]
    public void A_situation_as_plain_text() => Approved.Matches("phrases-fury", "txt", PlainText.Render(Card, OnPlatform));

    [Fact]
    public void A_situation_on_slack() => Approved.Matches("phrases-fury.slack", "json", BlockKit.Blocks(Card, OnPlatform));

    [Fact]
    public void A_situation_in_teams() => Approved.Matches("phrases-fury.teams", "json", AdaptiveCards.Card(Card, OnPlatform));

    [Fact]
    public void A_situation_on_the_page() => Approved.Matches("phrases-fury", "html", Html.Card(Card, OnPlatform).Replace("><", ">\n<", StringComparison.Ordinal) + "\n");

    [Fact]
    public void The_form_to_add_one() => Approved.Matches("phrases-add", "txt",
        CrisisForms.Plain(AddPhrase.Form("Front desk", [new Choice("respect", $"Respect")], AddPhrase.Read(Answers.None))));

    public static TheoryData<string, Card> Cards => new()
    {
        { "phrases-start", PhrasesCard.Start("Front desk") },
        { "phrases-fury-nothing", PhrasesCard.Of(Situation.Find("fury")!, [], null, mayChange: false) },
        { "phrases-added", PhrasesCard.Added("fury", "Shall we start again?", "Front desk") },
        { "phrases-changed", PhrasesCard.Changed("fury", "Shall we start again?") },
        { "phrases-taken-out", PhrasesCard.TakenOut("fury", "Shall we start again?") },
        { "phrases-unknown", PhrasesCard.None("tarantella", null) },
    };

    static readonly Choice[] Values = [new("respect", $"Respect"), new("empathy", $"Empathy")];
    static readonly AddPhrase Filled = new("fury", "respect", "Shall we start again?", "A call back at a time they agree to.");

    public static TheoryData<string, Form> Forms => new()
    {
        { "phrases-add", AddPhrase.Form("Front desk", Values, AddPhrase.Read(Answers.None)) },
        { "phrases-change", ChangePhrases.Form("fury", [("p1", "Shall we start again?", "Front desk"), ("p2", "Let me say back what I've heard.", null)]) },
        { "phrases-edit", EditPhrase.Form("p1", 2, Filled, Values, mayEdit: true) },
        { "phrases-edit-anothers", EditPhrase.Form("p1", 2, Filled, Values, mayEdit: false) },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Cards))]
    public void Each_card(string name, Card card) => Dialects.Match(name, card);

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Forms))]
    public void Each_form(string name, Form form) => Dialects.Match(name, form);
}
