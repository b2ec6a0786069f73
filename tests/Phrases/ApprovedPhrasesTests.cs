using ServiceCulture.Cards;
using ServiceCulture.Cards.Phrases;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Crisis;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Phrases;

/// <summary>The phrase bank in every dialect, as a reviewer saw it.</summary>
public sealed class ApprovedPhrasesTests
{
    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };

    static Card Card => PhrasesCard.Of(Situation.Find("fury")!,
        [new("Shall we start again?", "A call back at a time they agree to.", "Respect", "Front desk"), new("Let me say back what I've heard.", "", "Empathy", null)], "Front desk", mayChange: true);

    [Fact]
    public void The_way_in() => Approved.Matches("phrases-start", "txt", PlainText.Render(PhrasesCard.Start("Front desk"), Reader.Plain));

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
}
