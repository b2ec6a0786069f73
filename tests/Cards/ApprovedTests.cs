using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Cards;

/// <summary>A card with every block and a form with every field, in every dialect, as a reviewer saw them.</summary>
public sealed class ApprovedTests
{
    const string Words = "Patience & <care>";

    static Card Card => Samples.Card(Words);

    static Form Form => Samples.Form(Words);

    [Fact]
    public void The_card_as_plain_text() => Approved.Matches("every-block", "txt", PlainText.Render(Card, Samples.OnPlatform));

    [Fact]
    public void The_card_on_slack() => Approved.Matches("every-block.slack", "json", BlockKit.Blocks(Card, Samples.OnPlatform));

    [Fact]
    public void The_card_in_teams() => Approved.Matches("every-block.teams", "json", AdaptiveCards.Card(Card, Samples.OnPlatform));

    [Fact]
    public void The_card_on_the_page() => Approved.Matches("every-block", "html", Lined(Html.Card(Card, Samples.OnPlatform)));

    [Fact]
    public void The_form_on_slack() => Approved.Matches("every-field.slack", "json", BlockKit.View(Form, Samples.OnPlatform));

    [Fact]
    public void The_form_as_a_card_in_teams() => Approved.Matches("every-field.teams", "json", AdaptiveCards.Form(Form, Samples.OnPlatform));

    [Fact]
    public void The_form_as_a_dialog_in_teams() => Approved.Matches("every-field.teams-dialog", "json", AdaptiveCards.Form(Form, Samples.OnPlatform, dialog: true));

    [Fact]
    public void The_form_on_the_page() => Approved.Matches("every-field", "html", Lined(Html.Form(Form, Samples.OnPlatform, "f1")));

    static string Lined(string html) => html.Replace("><", ">\n<", StringComparison.Ordinal) + "\n";
}
