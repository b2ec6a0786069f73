using Microsoft.EntityFrameworkCore;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Teams;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Channels;

/// <summary>From each channel to each other one, over HTTP: signed, with a token, or on the page.</summary>
[Trait("Database", "Both")]
public sealed class AcrossChannelsTests : IAsyncLifetime
{
    const string Deed = SlackDesk.Deed;

    ThreeChannels bot = null!;

    public async ValueTask InitializeAsync() => bot = await ThreeChannels.Open();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    static Call Own(IEnumerable<Call> calls, Colleague who) => Assert.Single(calls, call => call.Path.StartsWith($"v3/conversations/a:{who.Id}/activities", StringComparison.Ordinal));

    static string Plain(Call call) => call.Body!.ToJsonString();

    [Fact]
    public async Task from_slack_to_the_local_page()
    {
        var said = await bot.Slack.Command(SlackDesk.Alice, $"@Yuki #patience {Deed}");
        Assert.Contains("on their way to Yuki Tanabe", Drawn.Words(said.Json()["blocks"]), StringComparison.Ordinal);
        await bot.Deliver();
        var received = Assert.Single(await bot.Page("yuki"));
        Assert.Contains("Alice Arden", received, StringComparison.Ordinal);
        Assert.Contains(Deed, received, StringComparison.Ordinal);
        Assert.Contains("Yuki Tanabe", Drawn.Words(Assert.Single(bot.Slack.Slack.In(SlackDesk.General))["blocks"]), StringComparison.Ordinal);

        await bot.Slack.Press(SlackDesk.Alice, Drawn.Button(said.Json(), "Undo"));
        await bot.Deliver();
        Assert.Contains("took these kudos back", Assert.Single(await bot.Page("yuki")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task from_slack_to_teams()
    {
        var said = await bot.Slack.Command(SlackDesk.Alice, $"@Carlos Cole #patience {Deed}");
        Assert.Contains("on their way to Carlos Cole", Drawn.Words(said.Json()["blocks"]), StringComparison.Ordinal);
        var received = Own(await bot.Deliver(), Carlos);
        Assert.Equal("POST", received.Method);
        Assert.Contains("Alice Arden", Plain(received), StringComparison.Ordinal);
        Assert.Contains(Deed, Plain(received), StringComparison.Ordinal);

        await bot.Slack.Press(SlackDesk.Alice, Drawn.Button(said.Json(), "Undo"));
        var changed = Own(await bot.Deliver(), Carlos);
        Assert.Equal("PUT", changed.Method);
        Assert.Contains("took these kudos back", Plain(changed), StringComparison.Ordinal);
        Assert.DoesNotContain(Deed, Plain(changed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task from_teams_to_slack()
    {
        await bot.Teams.Says(Ann, $"kudos @Ben Brook #fairness {Deed}");
        var confirmed = Own(await bot.Deliver(), Ann);
        var received = Assert.Single(bot.Slack.Slack.In(FakeSlack.Direct(SlackDesk.Ben)));
        Assert.Contains("Ann Ashby thanks you for fairness", Drawn.Words(received["blocks"]), StringComparison.Ordinal);
        Assert.Contains(Deed, Drawn.Words(received["blocks"]), StringComparison.Ordinal);

        await bot.Teams.Press(Ann, confirmed.Card, "Undo");
        await bot.Deliver();
        received = Assert.Single(bot.Slack.Slack.In(FakeSlack.Direct(SlackDesk.Ben)));
        Assert.Contains("took these kudos back", Drawn.Words(received["blocks"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task from_teams_to_the_local_page()
    {
        await bot.Teams.Says(Ann, $"kudos @Yuki Tanabe #patience {Deed}");
        var confirmed = Own(await bot.Deliver(), Ann);
        var received = Assert.Single(await bot.Page("yuki"));
        Assert.Contains("Ann Ashby", received, StringComparison.Ordinal);
        Assert.Contains(Deed, received, StringComparison.Ordinal);

        await bot.Teams.Press(Ann, confirmed.Card, "Undo");
        await bot.Deliver();
        Assert.Contains("took these kudos back", Assert.Single(await bot.Page("yuki")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task from_the_local_page_to_slack()
    {
        Assert.Equal("whisper", (string?)(await bot.Types("yuki", $"kudos @Alice Arden #fairness {Deed}"))["reply"]);
        await bot.Deliver();
        var received = Assert.Single(bot.Slack.Slack.In(FakeSlack.Direct(SlackDesk.Alice)));
        Assert.Contains("Yuki Tanabe thanks you for fairness", Drawn.Words(received["blocks"]), StringComparison.Ordinal);
        Assert.Equal("Yuki Tanabe thanks you", (string)received["text"]!);
    }

    [Fact]
    public async Task from_the_local_page_to_teams()
    {
        Assert.Equal("whisper", (string?)(await bot.Types("yuki", $"kudos @Bella Brook #patience {Deed}"))["reply"]);
        var calls = await bot.Deliver();
        // She never wrote to the bot: it opens the conversation.
        Assert.Equal(Bella.Id, (string?)Assert.Single(calls, call => call.Path == "v3/conversations").Body!["members"]![0]!["id"]);
        var received = Own(calls, Bella);
        Assert.Contains("Yuki Tanabe", Plain(received), StringComparison.Ordinal);
        Assert.Contains(Deed, Plain(received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_line_reaches_people_on_two_other_channels()
    {
        await bot.Teams.Says(Ann, $"kudos @Yuki Tanabe @Ben Brook #patience {Deed}");
        await bot.Deliver();
        Assert.Contains("Ann Ashby", Assert.Single(await bot.Page("yuki")), StringComparison.Ordinal);
        Assert.Contains("Ann Ashby", Drawn.Words(Assert.Single(bot.Slack.Slack.In(FakeSlack.Direct(SlackDesk.Ben)))["blocks"]), StringComparison.Ordinal);
        Assert.Equal(1, await bot.Host.Read(db => db.Kudos.CountAsync()));
    }
}
