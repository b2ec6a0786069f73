using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>From Slack to the local page, and back.</summary>
[Trait("Database", "Both")]
public sealed class AcrossChannelsTests
{
    [Fact]
    public async Task kudos_given_on_slack_reach_someone_who_lives_on_the_local_page()
    {
        await using var desk = await SlackDesk.Open("Development");
        var said = await desk.Command(SlackDesk.Alice, $"@Yuki #patience {SlackDesk.Deed}");
        Assert.Contains("on their way to Yuki Tanabe", Drawn.Words(said.Json()["blocks"]), StringComparison.Ordinal);
        await desk.Host.Deliver();
        var received = await desk.Host.Read(db => db.LocalPosts.SingleAsync(post => post.Place == "direct:yuki"));
        Assert.Contains("Alice Arden", received.Html, StringComparison.Ordinal);
        Assert.Contains(SlackDesk.Deed, received.Html, StringComparison.Ordinal);
        Assert.Contains("Yuki Tanabe", Drawn.Words(Assert.Single(desk.Slack.In(SlackDesk.General))["blocks"]), StringComparison.Ordinal);

        await desk.Press(SlackDesk.Alice, Drawn.Button(said.Json(), "Undo"));
        await desk.Host.Deliver();
        received = await desk.Host.Read(db => db.LocalPosts.SingleAsync(post => post.Place == "direct:yuki"));
        Assert.Contains("took these kudos back", received.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task kudos_given_on_the_local_page_reach_someone_who_lives_on_slack()
    {
        await using var desk = await SlackDesk.Open("Development");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/try/act") { Content = JsonContent.Create(new { @as = "yuki", place = "direct", @do = "type", words = $"kudos @Alice Arden #fairness {SlackDesk.Deed}" }) };
        request.Headers.Host = $"localhost:{desk.Host.Address.Port}";
        using var response = await desk.Host.Client.SendAsync(request);
        Assert.Contains("whisper", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await desk.Host.Deliver();
        var received = Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)));
        Assert.Contains("Yuki Tanabe thanks you for fairness", Drawn.Words(received["blocks"]), StringComparison.Ordinal);
        Assert.Equal("Yuki Tanabe thanks you", (string)received["text"]!);
    }
}
