using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.HrConsole.Shell;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>What stands around every answer of the console.</summary>
[Trait("Database", "Both")]
public sealed partial class GuardingTests : IAsyncLifetime
{
    ConsoleDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await ConsoleDesk.Open();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Every_answer_bears_the_headers_and_none_is_kept_that_has_people_in_it()
    {
        var browser = await desk.SignIn(SlackDesk.Alice);
        foreach (var path in new[] { "/console/settings", "/console/sign-in", "/console/sign-in/nothing", "/console/no-such-page", "/console/assets/console.css" })
        {
            var page = await browser.Get(path);
            Assert.Matches("default-src 'none'; script-src 'self'; .*frame-ancestors 'none'", page.Headers["Content-Security-Policy"]);
            Assert.DoesNotContain("unsafe-eval", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal(("nosniff", "same-origin", "DENY"), (page.Headers["X-Content-Type-Options"], page.Headers["Referrer-Policy"], page.Headers["X-Frame-Options"]));
            Assert.Contains(path.Contains("assets", StringComparison.Ordinal) ? "no-cache" : "no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everything_that_a_page_asks_for_is_ours_and_there()
    {
        var browser = await desk.SignIn(SlackDesk.Alice);
        var page = (await browser.Get("/console/settings")).Body;
        var asked = Asked().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(5, asked.Count);
        foreach (var file in asked)
        {
            Assert.DoesNotContain("//", file, StringComparison.Ordinal);
            Assert.Equal((file, HttpStatusCode.OK), (file, (await desk.Browser().Get("/console/" + file)).Status));
        }
        Assert.Equal(HttpStatusCode.OK, (await desk.Browser().Get("/console/fonts/MaterialSymbolsOutlined.woff2")).Status);
        Assert.Empty(InlineScript().Matches(page));
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    [InlineData("not an address")]
    public async Task A_page_of_another_site_gets_nothing_done(string origin)
    {
        var browser = desk.Browser();
        var page = await browser.Get(await desk.Link(SlackDesk.Alice));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Press(page, null, ("Origin", origin))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await desk.SignIn(SlackDesk.Alice)).Get("/console/_blazor", ("Origin", origin))).Status);
    }

    [Fact]
    public async Task The_socket_is_opened_by_nobody_without_a_session()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Browser().Get("/console/_blazor")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Browser().Post("/console/_blazor/negotiate", "")).Status);
    }

    [Fact]
    public async Task Who_tries_too_many_links_waits()
    {
        for (var tries = 0; tries < Limits.SignInsOfAnAddress; tries++)
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Browser().Get($"/console/sign-in/{tries}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await desk.Browser().Get("/console/sign-in/one-more")).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.Browser().Get("/console/sign-in")).Status);
    }

    [Fact]
    public async Task One_person_who_asks_too_much_waits_and_others_do_not()
    {
        await desk.Becomes(SlackDesk.Ben, Bot.Data.Roles.Hr);
        var (alice, ben) = (await desk.SignIn(SlackDesk.Alice), await desk.SignIn(SlackDesk.Ben));
        var limits = (Limits)desk.Host.Services.GetService(typeof(Limits))!;
        var id = await desk.Slack.Member(SlackDesk.Alice);
        while (limits.Person(id))
        {
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, (await alice.Get("/console/settings")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ben.Get("/console/settings")).Status);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("elsewhere.example", false)]
    public async Task In_development_the_invented_people_are_offered_on_this_machine_by_its_own_name_alone(string name, bool offered)
    {
        await using var host = await BotHost.Open(new Dictionary<string, string> { ["Console:PublicUrl"] = "" }, environment: "Development");
        var page = await new Browser(host.Client).Get("/console/sign-in", ("Host", name));
        Assert.Equal(offered, page.Body.Contains("Ines Moreau", StringComparison.Ordinal));
        var ines = await host.Read(db => db.Members.Where(one => one.Name == "Ines Moreau").Select(one => one.Id).SingleAsync());
        var mira = await host.Read(db => db.Members.Where(one => one.Name == "Mira Solano").Select(one => one.Id).SingleAsync());
        var browser = new Browser(host.Client);
        page = await browser.Get("/console/sign-in");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Press(page, $"/console/sign-in/as/{mira}")).Status);
        Assert.Equal(offered ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, (await browser.Press(page, $"/console/sign-in/as/{ines}", ("Host", name))).Status);
        Assert.Equal(offered ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await browser.Get("/console/settings")).Status);
    }

    [GeneratedRegex("(?:src|<link rel=\"stylesheet\" href)=\"([^\"]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex("<script(?![^>]*src=)[^>]*>|\\son\\w+=\"")]
    private static partial Regex InlineScript();
}
