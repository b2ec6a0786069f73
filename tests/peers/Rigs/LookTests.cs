namespace ServiceCulture.Tests.Peers.Rigs;

public sealed class LookTests(Chromium chromium)
{
    [Fact]
    public async Task An_adaptive_card_is_drawn_by_its_own_renderer()
    {
        var page = await AdaptiveCardsPage.DrawAsync(chromium, PretendBot.Form);

        Assert.Contains("Who sees it", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(new FileInfo(await page.ShootAsync("rig-adaptive-card")).Length > 1000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Slack_blocks_are_drawn_with_a_chart(bool dark)
    {
        var page = await SlackBlocksPage.DrawAsync(chromium, """
            [{"type":"header","text":{"type":"plain_text","text":"Thanks"}},
             {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"stayed *calm* <b>"}]}]},
             {"type":"data_visualization","title":"By value","chart":{"type":"pie","segments":[{"label":"Patience","value":3},{"label":"Empathy","value":2}]}},
             {"type":"actions","elements":[{"type":"button","action_id":"a","value":"x","text":{"type":"plain_text","text":"Undo"}}]}]
            """, dark: dark);

        var words = await page.InnerTextAsync("main");
        Assert.Contains("stayed *calm* <b>", words, StringComparison.Ordinal);
        Assert.Contains("Patience", words, StringComparison.Ordinal);
        await page.ShootAsync("rig-slack-blocks" + (dark ? "-dark" : ""));
    }

    [Fact]
    public async Task Serious_violations_are_named_and_a_sound_page_has_none_even_under_a_strict_policy()
    {
        const string Policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">";
        var page = await chromium.OpenAsync(Screen.Phone, dark: true);

        await page.SetContentAsync($"<html lang='en'><head>{Policy}<title>t</title></head><body><main><h1>Hi</h1><input></main></body></html>");
        var wrong = await page.SeriousViolationsAsync();
        await page.SetContentAsync($"<html lang='en'><head>{Policy}<title>t</title></head><body><main><h1>Hi</h1></main></body></html>");
        var sound = await page.SeriousViolationsAsync();

        Assert.Contains(wrong, line => line.StartsWith("critical label:", StringComparison.Ordinal));
        Assert.Empty(sound);
        Assert.False(await page.ScrollsSidewaysAsync());
    }

    [Fact]
    public async Task The_manifests_fit_the_platforms_own_descriptions()
    {
        var teams = await TeamsManifestSchema.ValidateAsync();
        var slack = await TeamsManifestSchema.ValidateSlackAsync();

        Assert.True(teams.ExitCode == 0, teams.Output);
        Assert.True(slack.ExitCode == 0, slack.Output);
    }
}
