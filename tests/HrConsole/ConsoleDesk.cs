using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.HrConsole;

/// <summary>The whole program with its console, and people in a Slack workspace who have, or have not, a part in it.</summary>
sealed partial class ConsoleDesk : IAsyncDisposable
{
    ConsoleDesk(SlackDesk slack) => Slack = slack;

    public SlackDesk Slack { get; }

    public BotHost Host => Slack.Host;

    public Browser Browser() => new(Host.Client);

    /// <summary>Alice is HR, the others are nobody in particular.</summary>
    public static async Task<ConsoleDesk> Open(string environment = "Testing")
    {
        var desk = new ConsoleDesk(await SlackDesk.Open(environment));
        await desk.Becomes(SlackDesk.Alice, Roles.Hr);
        return desk;
    }

    public Task Becomes(string user, Roles roles) => Changes(user, member => member.Roles = roles);

    public async Task Changes(string user, Action<Member> change)
    {
        var id = await Slack.Member(user);
        await Host.Store.Do(async db =>
        {
            change(await db.Members.SingleAsync(member => member.Id == id));
            return await db.SaveChangesAsync();
        }, default);
        Host.Services.GetRequiredService<Register>().Forget();
    }

    /// <summary>What the bot answers to <c>console</c>.</summary>
    public async Task<string> Asks(string user)
    {
        var said = (await Slack.Command(user, "console", "/culture")).Body;
        return said.Length > 0 ? said : Slack.Slack.Of("views.open")[^1].Body["view"]!.ToJsonString();
    }

    public async Task<string> Link(string user) => Address().Match(await Asks(user)).Value;

    public async Task<Browser> SignIn(string user)
    {
        var browser = Browser();
        var done = await browser.Press(await browser.Get(await Link(user)));
        Assert.Equal("/console/", done.Location);
        return browser;
    }

    public ValueTask DisposeAsync() => Slack.DisposeAsync();

    [GeneratedRegex("https://culture\\.example/console/sign-in/[\\w-]+")]
    private static partial Regex Address();
}
