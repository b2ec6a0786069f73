using Microsoft.Playwright;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Peers.Rigs;

namespace ServiceCulture.Tests.Peers.Looks;

/// <summary>Our cards and forms, drawn by renderers that are not ours: those of kudos, values and help on one sheet each, to be looked at, and all that is approved, for what the renderers say.</summary>
public sealed class CardLooksTests(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Desk)]
    [InlineData(Screen.Phone)]
    public async Task Every_card_and_form_is_drawn_whole_by_microsofts_renderer(Screen screen)
    {
        var page = await chromium.OpenAsync(screen);
        await AdaptiveCardsSheet.PrepareAsync(page);
        foreach (var (name, card) in OurCards.Cards)
            await AdaptiveCardsSheet.AddAsync(page, name, AdaptiveCards.Card(card, OurCards.Reader));
        foreach (var (name, form) in OurCards.Forms)
            await AdaptiveCardsSheet.AddAsync(page, "form " + name, AdaptiveCards.Form(form, OurCards.Reader));

        await page.ShootAsync($"cards-teams-{(screen == Screen.Desk ? "1280" : "390")}");

        Assert.Equal(OurCards.Cards.Count + OurCards.Forms.Count, await page.Locator(".ac-adaptiveCard").CountAsync());
        Assert.Empty(await AdaptiveCardsSheet.ComplaintsAsync(page));
        Assert.False(await page.ScrollsSidewaysAsync());
        var words = await page.InnerTextAsync("main");
        Assert.Contains("Such a patient young man.", words, StringComparison.Ordinal);
        Assert.Contains("I had given up *hope* <!channel>.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_approved_card_and_form_of_every_feature_is_understood_by_microsofts_renderer()
    {
        var pieces = ApprovedPieces.Teams;
        Assert.True(pieces.Count > 250, "Hardly any card was found: this test no longer reaches what it is about.");
        var page = await chromium.OpenAsync(Screen.Desk);
        await AdaptiveCardsSheet.PrepareAsync(page);
        foreach (var (name, drawn) in pieces)
            await AdaptiveCardsSheet.AddAsync(page, name, drawn.ToJsonString());

        Assert.Equal(pieces.Count, await page.Locator(".ac-adaptiveCard").CountAsync());
        Assert.Empty(await AdaptiveCardsSheet.ComplaintsAsync(page));
        Assert.False(await page.ScrollsSidewaysAsync());
    }

    [Theory]
    [InlineData(Screen.Desk, false)]
    [InlineData(Screen.Phone, true)]
    public async Task Every_card_is_drawn_whole_from_slack_blocks(Screen screen, bool dark)
    {
        var sheet = $"[{string.Join(',', OurCards.Cards.Select(card => $$"""
            {"type":"header","text":{"type":"plain_text","text":"{{card.Key}}"} },{{BlockKit.Blocks(card.Value, OurCards.Reader)[1..^1]}},{"type":"divider"}
            """))}]";

        var page = await SlackBlocksPage.DrawAsync(chromium, sheet, screen, dark);

        await page.ShootAsync($"cards-slack-{(screen == Screen.Desk ? "1280" : "390")}-{(dark ? "dark" : "light")}");
        var words = await page.InnerTextAsync("main");
        foreach (var name in OurCards.Cards.Keys)
            Assert.Contains(name, words, StringComparison.Ordinal);
        Assert.Contains("I had given up *hope* <!channel>.", words, StringComparison.Ordinal);
        Assert.False(await page.ScrollsSidewaysAsync());
    }
}
