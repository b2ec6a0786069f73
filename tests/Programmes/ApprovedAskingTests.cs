using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>The first private card, the word before the silence and the pause form, in every dialect, as a reviewer saw them.</summary>
public sealed class ApprovedAskingTests
{
    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };

    static Card Card => Invitation.Card("card", Invitation.Sees(5));

    static Form Form => PauseAsking.Form(PauseAsking.Stands(Invitation.AtStart, new DateOnly(2026, 3, 5), false, false), new(PauseAsking.Until, "2026-03-05", Invitation.AtStart, "14:30", ["tuesday"]));

    [Fact]
    public void The_card_in_words() => Approved.Matches("asking-invitation", "txt", string.Join("\n\n",
        ((Card[])[Card, Invitation.Chosen(Invitation.AtStart), Invitation.Chosen(Invitation.AtEnd), Invitation.Chosen(Invitation.OnMyOwn), Invitation.Chosen(Invitation.No), Invitation.FallenSilent, Invitation.AskedAgain, Invitation.NotAskedAgain])
        .Select(card => PlainText.Render(card, Reader.Plain))) + "\n");

    [Fact]
    public void The_card_on_slack() => Approved.Matches("asking-invitation.slack", "json", BlockKit.Blocks(Card, OnPlatform));

    [Fact]
    public void The_card_in_teams() => Approved.Matches("asking-invitation.teams", "json", AdaptiveCards.Card(Card, OnPlatform));

    [Fact]
    public void The_card_on_the_page() => Approved.Matches("asking-invitation", "html", Lined(Html.Card(Card, OnPlatform)));

    [Fact]
    public void The_pause_on_slack() => Approved.Matches("asking-pause.slack", "json", BlockKit.View(Form, OnPlatform));

    [Fact]
    public void The_pause_as_a_dialog_in_teams() => Approved.Matches("asking-pause.teams-dialog", "json", AdaptiveCards.Form(Form, OnPlatform, dialog: true));

    [Fact]
    public void The_pause_on_the_page() => Approved.Matches("asking-pause", "html", Lined(Html.Form(Form, OnPlatform, "f1")));

    public static TheoryData<string, Card> After => new()
    {
        { "asking-chosen-start", Invitation.Chosen(Invitation.AtStart) },
        { "asking-chosen-end", Invitation.Chosen(Invitation.AtEnd) },
        { "asking-chosen-own", Invitation.Chosen(Invitation.OnMyOwn) },
        { "asking-chosen-no", Invitation.Chosen(Invitation.No) },
        { "asking-silent", Invitation.FallenSilent },
        { "asking-again", Invitation.AskedAgain },
        { "asking-not-again", Invitation.NotAskedAgain },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(After))]
    public void What_becomes_of_the_card(string name, Card card) => Dialects.Match(name, card);

    [Fact]
    public void The_pause_taken() => Dialects.Match("asking-pause-taken", PauseTaken.Form(PauseAsking.Stands(Invitation.AtStart, new DateOnly(2026, 3, 5), false, false)));

    static string Lined(string html) => html.Replace("><", ">\n<", StringComparison.Ordinal) + "\n";
}
