using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Tests.Slack.Endpoint;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The pages of people and of the audit log over HTTP: what is downloaded, by whom, and that it is written down.</summary>
[Trait("Database", "Both")]
public sealed class PeoplePageTests : IAsyncLifetime
{
    ConsoleDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await ConsoleDesk.Open();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task The_list_is_downloaded_as_a_file_and_that_is_written_down()
    {
        await desk.Changes(SlackDesk.Ben, ben => (ben.Name, ben.Email) = ("=cmd|' /C calc'!A0", "ben@x.example"));
        var page = await (await desk.SignIn(SlackDesk.Alice)).Get("/console/people/file");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("email,name,team", page.Body, StringComparison.Ordinal);
        Assert.Contains("ben@x.example,\"'=cmd|' /C calc'!A0\"", page.Body, StringComparison.Ordinal);
        var log = await (await desk.SignIn(SlackDesk.Alice)).Get($"/console/audit/file?act={ExportingPeople.Act}");
        Assert.Contains($",{ExportingPeople.Act},", log.Body, StringComparison.Ordinal);
        Assert.Equal(3, log.Body.Split("\r\n").Length);
    }

    [Fact]
    public async Task Looking_at_a_page_before_it_comes_alive_is_no_look()
    {
        var browser = await desk.SignIn(SlackDesk.Alice);
        var page = await browser.Get($"/console/people/{await desk.Slack.Member(SlackDesk.Ben)}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await browser.Get($"/console/audit?about={await desk.Slack.Member(SlackDesk.Ben)}");
        Assert.Equal(0, await desk.Host.Read(db => db.Audit.CountAsync(one => one.Act == ReadingPeople.Act || one.Act == ReadingAudit.LookAct)));
    }

    [Fact]
    public async Task The_works_council_gets_no_person_and_no_log()
    {
        await desk.Becomes(SlackDesk.Chloe, Roles.WorksCouncil);
        var browser = await desk.SignIn(SlackDesk.Chloe);
        foreach (var path in (string[])["people", "people/file", "people/import", $"people/{await desk.Slack.Member(SlackDesk.Ben)}", "audit", "audit/file"])
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get($"/console/{path}")).Status);
    }
}
