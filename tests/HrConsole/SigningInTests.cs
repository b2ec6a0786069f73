using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.HrConsole;
using ServiceCulture.Bot.HrConsole.SigningIn;
using ServiceCulture.Tests.Slack.Endpoint;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The way into the console and out of it: one link, once, for whoever asked, as long as they may.</summary>
[Trait("Database", "Both")]
public sealed class SigningInTests : IAsyncLifetime
{
    ConsoleDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await ConsoleDesk.Open();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_link_survives_a_previewer_names_whose_it_is_and_signs_in_once()
    {
        var link = await desk.Link(SlackDesk.Alice);
        for (var looks = 0; looks < 2; looks++)
            Assert.Contains("Sign in as Alice Arden", (await desk.Browser().Get(link)).Body, StringComparison.Ordinal);
        Assert.Empty(await Sessions());

        var browser = desk.Browser();
        var page = await browser.Get(link);
        var done = await browser.Press(page);
        Assert.Equal((HttpStatusCode.Redirect, "/console/"), (done.Status, done.Location));
        var cookie = Assert.Single(browser.SetCookies, one => one.StartsWith("service-culture-console=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.All(["httponly", "secure", "samesite=strict", "path=/console", "max-age=28800"], part => Assert.Contains(part, cookie, StringComparison.Ordinal));
        Assert.Equal($"/console/{ConsolePages.All[0].Path}", (await browser.Get("/console/")).Location);
        Assert.Contains("Signed in as <strong>Alice Arden</strong>", (await browser.Get("/console/settings")).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Press(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(link)).Status);
        Assert.Single(await Sessions());
    }

    [Theory]
    [InlineData("kudos", "/console/kudos")]
    [InlineData("no-such-page", "/console/")]
    [InlineData("https://elsewhere.example", "/console/")]
    [InlineData("//elsewhere.example", "/console/")]
    public async Task A_link_leads_to_the_page_it_was_asked_for_on_and_never_elsewhere(string to, string leads)
    {
        var (browser, link) = (desk.Browser(), $"{await desk.Link(SlackDesk.Alice)}?to={Uri.EscapeDataString(to)}");
        Assert.Equal((HttpStatusCode.Redirect, leads), await browser.Press(await browser.Get(link)) is var done ? (done.Status, done.Location) : default);
    }

    [Fact]
    public async Task Neither_the_link_nor_the_session_stands_in_the_database_only_their_hashes()
    {
        var link = await desk.Link(SlackDesk.Alice);
        var browser = desk.Browser();
        await browser.Press(await browser.Get(link));
        var (kept, session) = (await desk.Host.Read(db => db.SignInLinks.SingleAsync()), Assert.Single(await Sessions()));
        Assert.Equal(Secret.Hash(link.Split('/')[^1]), kept.Hash);
        Assert.Equal(Secret.Hash(browser.Cookies["service-culture-console"]), session.Hash);
    }

    [Fact]
    public async Task Without_what_the_page_gave_along_nobody_is_signed_in_and_the_link_stays_good()
    {
        var link = await desk.Link(SlackDesk.Alice);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Browser().Post(link, "")).Status);
        var (one, other) = (desk.Browser(), desk.Browser());
        var page = await one.Get(link);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.Press(page)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await one.Press(page)).Status);
    }

    [Fact]
    public async Task A_link_is_over_after_five_minutes_and_as_soon_as_there_is_a_newer_one()
    {
        var (browser, old) = (desk.Browser(), await desk.Link(SlackDesk.Alice));
        var page = await browser.Get(old);
        var newer = await desk.Link(SlackDesk.Alice);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Press(page)).Status);
        page = await browser.Get(newer);
        desk.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Press(page)).Status);
        Assert.Empty(await Sessions());
    }

    [Fact]
    public async Task All_links_that_open_nothing_are_answered_alike()
    {
        var used = await desk.Link(SlackDesk.Alice);
        var browser = desk.Browser();
        await browser.Press(await browser.Get(used));
        var answers = new HashSet<string>();
        foreach (var path in new[] { used, "/console/sign-in/no-such-thing", $"/console/sign-in/{new string('x', 2000)}", "/console/sign-in/%27%20OR%201=1" })
            answers.Add((await desk.Browser().Get(path)).Body);
        Assert.Contains("This link does not work", Assert.Single(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_part_in_it_is_told_so_and_nothing_is_kept()
    {
        Assert.Contains("The console is for HR, the works council and the owner", await desk.Asks(SlackDesk.Ben), StringComparison.Ordinal);
        Assert.Equal(0, await desk.Host.Read(db => db.SignInLinks.CountAsync()));
    }

    [Theory]
    [InlineData(Roles.WorksCouncil)]
    [InlineData(Roles.Owner)]
    public async Task The_works_council_and_the_owner_come_in_too(Roles role)
    {
        await desk.Becomes(SlackDesk.Ben, role);
        Assert.Equal(HttpStatusCode.OK, (await (await desk.SignIn(SlackDesk.Ben)).Get("/console/settings")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_lost_the_role_or_left_after_asking_is_not_let_in(bool left)
    {
        var browser = desk.Browser();
        var page = await browser.Get(await desk.Link(SlackDesk.Alice));
        await Loses(left);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Press(page)).Status);
        Assert.Empty(await Sessions());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_ends_with_the_role_and_does_not_come_back_with_it(bool left)
    {
        var browser = await desk.SignIn(SlackDesk.Alice);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/console/settings")).Status);
        await Loses(left);
        Assert.True((await browser.Get("/console/settings")).LeadsToSignIn);
        await desk.Changes(SlackDesk.Alice, member => (member.Roles, member.LeftAt) = (Roles.Hr, null));
        Assert.True((await browser.Get("/console/settings")).LeadsToSignIn);
        Assert.Empty(await Sessions());
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_and_when_one_signs_out()
    {
        var (tired, done) = (await desk.SignIn(SlackDesk.Alice), await desk.SignIn(SlackDesk.Alice));
        var page = await done.Get("/console/settings");
        var stolen = done.Cookies["service-culture-console"];
        var bye = await done.Press(page, "/console/sign-out");
        Assert.Equal("/console/sign-in", bye.Location);
        done.Cookies["service-culture-console"] = stolen;
        Assert.True((await done.Get("/console/settings")).LeadsToSignIn);
        desk.Host.Clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await tired.Get("/console/settings")).Status);
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await tired.Get("/console/settings")).LeadsToSignIn);
    }

    [Fact]
    public async Task Each_way_in_is_in_the_log_of_whom_it_was()
    {
        await desk.SignIn(SlackDesk.Alice);
        var entry = await desk.Host.Read(db => db.Audit.SingleAsync(one => one.Act == "console.sign-in"));
        Assert.Equal(await desk.Slack.Member(SlackDesk.Alice), entry.Actor);
        Assert.Equal(entry.Actor, entry.About);
    }

    [Fact]
    public async Task Outside_development_nobody_is_picked_from_a_list()
    {
        var browser = desk.Browser();
        var page = await browser.Get("/console/sign-in");
        Assert.DoesNotContain("<form", page.Body, StringComparison.Ordinal);
        var asked = await browser.Get(await desk.Link(SlackDesk.Alice));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Press(asked, $"/console/sign-in/as/{await desk.Slack.Member(SlackDesk.Alice)}")).Status);
        Assert.Empty(await Sessions());
    }

    Task Loses(bool left) => desk.Changes(SlackDesk.Alice, member =>
    {
        if (left)
            member.LeftAt = desk.Host.Clock.Now.UtcDateTime;
        else
            member.Roles = Roles.None;
    });

    Task<List<ConsoleSession>> Sessions() => desk.Host.Read(db => db.ConsoleSessions.AsNoTracking().ToListAsync());
}
