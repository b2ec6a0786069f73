using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Digests;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;
using ServiceCulture.Tests.Teams;

namespace ServiceCulture.Tests.Digests;

/// <summary>The digest arrives, its chart is the platform's own, and its buttons work: as Slack and Teams speak and hear.</summary>
[Trait("Database", "Both")]
public sealed partial class DigestOverHttpTests
{
    [Fact]
    public async Task On_slack_it_comes_with_a_chart_and_can_be_moved_to_another_time()
    {
        await using var desk = await SlackDesk.Open();
        await Arrange(desk.Host, await desk.Member(SlackDesk.Alice), await desk.Member(SlackDesk.Ben));
        await desk.Host.Deliver();
        var direct = FakeSlack.Direct(SlackDesk.Alice);
        var message = Assert.Single(desk.Slack.In(direct));
        Assert.Contains("1 thank-you for people in Front desk", Drawn.Words(message["blocks"]), StringComparison.Ordinal);
        Assert.Contains("data_visualization", message["blocks"]!.ToJsonString(), StringComparison.Ordinal);

        (await desk.Press(SlackDesk.Alice, Drawn.Button(message, "Less often, other time"), direct)).IsEmpty();
        var view = desk.Slack.Of("views.open")[^1].Body["view"]!;
        var wrong = (await desk.Submit(SlackDesk.Alice, view, new JsonObject { ["often"] = new JsonArray("weekly"), ["day"] = new JsonArray("someday") })).Json();
        Assert.Equal("Please pick a day.", (string)wrong["errors"]!["day"]!);
        var saved = await desk.Submit(SlackDesk.Alice, view, new JsonObject { ["often"] = new JsonArray("fortnightly"), ["day"] = new JsonArray("friday"), ["time"] = "08:30" });
        Assert.Contains("The next one comes on", Drawn.Words(saved.Json()["view"]!["blocks"]), StringComparison.Ordinal);
        var plan = await desk.Host.Read(db => db.DigestPlans.SingleAsync(one => one.Kind == DigestKind.Manager));
        Assert.Equal((Rhythm.Fortnightly, DayOfWeek.Friday, 510), (plan.Rhythm, plan.Day, plan.Minute));

        Assert.Contains("so far", (await desk.Command(SlackDesk.Alice, "digest preview", "/culture")).Body, StringComparison.Ordinal);
        Assert.Contains("Nobody in your team waits", (await desk.Command(SlackDesk.Alice, "team", "/culture")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_teams_it_comes_with_a_chart_and_thanks_with_one_press()
    {
        await using var talk = await TeamsTalk.Start();
        await talk.Meet();
        await talk.Says(TeamsTalk.Ann, "help");
        await talk.Received();
        talk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Arrange(talk.Host, await Member(talk.Host, TeamsTalk.Ann.Id), await Member(talk.Host, TeamsTalk.Bella.Id));
        var card = Assert.Single(await talk.Received()).Card;
        Assert.Contains("\"Chart.", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("1 thank-you for people in Front desk", card.ToJsonString(), StringComparison.Ordinal);
        var earlier = await talk.Press(TeamsTalk.Ann, card, "Previous weeks");
        Assert.Contains("no digest before that one", earlier.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_home_on_any_channel_it_is_the_same_digest_with_the_same_chart()
    {
        string[] expected = ["Empathy 0 2", "Patience 1 0"];
        await using (var desk = await SlackDesk.Open())
        {
            await Arrange(desk.Host, await desk.Member(SlackDesk.Alice), await desk.Member(SlackDesk.Ben));
            await desk.Host.Deliver();
            var chart = Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)))["blocks"]!.AsArray().Single(block => (string?)block!["type"] == "data_visualization")!["chart"]!;
            Assert.Equal("bar", (string?)chart["type"]);
            Assert.Equal(expected, Pairs(chart["series"]!, "data", "label", "value"));
        }
        await using (var talk = await TeamsTalk.Start())
        {
            await talk.Meet();
            await talk.Says(TeamsTalk.Ann, "help");
            await talk.Received();
            talk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
            await Arrange(talk.Host, await Member(talk.Host, TeamsTalk.Ann.Id), await Member(talk.Host, TeamsTalk.Bella.Id));
            var chart = Assert.Single(await talk.Received()).Card["body"]!.AsArray().Single(block => ((string?)block!["type"])!.StartsWith("Chart.", StringComparison.Ordinal))!;
            Assert.Equal(expected, Pairs(chart["data"]!, "values", "x", "y"));
        }
        await using var page = await BotHost.Open(environment: "Development");
        await Arrange(page, await Member(page, "mira"), await Member(page, "yuki"));
        await page.Deliver();
        var html = await Posted(page, "mira");
        Assert.Equal(expected, Bars().Matches(html).Select(bar => $"{bar.Groups[1].Value} {bar.Groups[2].Value} {bar.Groups[3].Value}").Order(StringComparer.Ordinal));
        Assert.Contains("1 thank-you for people in Front desk", html, StringComparison.Ordinal);
    }

    static Task<Guid> Member(BotHost host, string account) => host.Read(db => db.Accounts.Where(one => one.ExternalId == account).Select(one => one.MemberId).SingleAsync());

    // What stands in somebody's conversation on the local page, as its stream of events gives it.
    static async Task<string> Posted(BotHost page, string account)
    {
        await using var feed = await page.Client.GetStreamAsync(new Uri($"/try/posts?as={account}", UriKind.Relative));
        using var lines = new StreamReader(feed);
        for (var last = ""; ;)
            switch (await lines.ReadLineAsync())
            {
                case "event: ready" or null:
                    return last;
                case { } line when line.StartsWith("data: {", StringComparison.Ordinal) && (string?)JsonNode.Parse(line["data: ".Length..])!["html"] is { } html && html.Contains("your digest", StringComparison.Ordinal):
                    last = html;
                    break;
            }
    }

    [GeneratedRegex(@"<text class=""label""[^>]*>([^<]+)</text>.*?<text class=""value""[^>]*>(\d+)</text>.*?<text class=""value""[^>]*>(\d+)</text>", RegexOptions.Singleline)]
    private static partial Regex Bars();

    // Each value with both series' numbers, by name.
    static IEnumerable<string> Pairs(JsonNode series, string points, string name, string number) => series.AsArray().SelectMany(one => one![points]!.AsArray())
        .GroupBy(point => (string)point![name]!).Select(own => $"{own.Key} {string.Join(' ', own.Select(point => (int)point![number]!))}").Order(StringComparer.Ordinal);

    // Whoever leads leads a team of two, in which the other was thanked last week; and it is due now.
    static async Task Arrange(BotHost host, Guid leads, Guid other)
    {
        var now = host.Clock.Now.UtcDateTime;
        await host.Store.Do(async db =>
        {
            var team = await db.Teams.SingleOrDefaultAsync(one => one.Name == "Front desk") ?? db.Teams.Add(new Team { Name = "Front desk" }).Entity;
            team.ManagerId = leads;
            db.AddRange(new TeamMembership { TeamId = team.Id, MemberId = other, From = now.AddDays(-300) });
            var kudos = new KudosGiven { FromId = Guid.Empty, Words = "stayed with a furious caller until it was solved", Audience = KudosAudience.Public, At = now.AddDays(-7) };
            db.AddRange(kudos, new KudosReceipt { KudosId = kudos.Id, ToId = other, ToTeamId = team.Id, At = kudos.At }, new KudosValue { KudosId = kudos.Id, ValueId = "patience" });
            for (var week = 2; week <= 5; week++)
                for (var each = 0; each < 2; each++)
                {
                    var earlier = new KudosGiven { FromId = Guid.Empty, Words = "asked how it was, and listened", Audience = KudosAudience.Public, At = now.AddDays(-7 * week) };
                    db.AddRange(earlier, new KudosReceipt { KudosId = earlier.Id, ToId = other, ToTeamId = team.Id, At = earlier.At }, new KudosValue { KudosId = earlier.Id, ValueId = "empathy" });
                }
            var plan = DigestPlan.Usual(leads, DigestKind.Manager);
            (plan.Day, plan.Minute, plan.NextAt) = (now.DayOfWeek, (now.Hour * 60) + now.Minute, now);
            db.Add(plan);
            foreach (var member in await db.Members.ToListAsync())
                member.Zone = "UTC";
            return await db.SaveChangesAsync();
        }, default);
        host.Services.GetRequiredService<Register>().Forget();
        Assert.Equal(1, await host.Services.GetRequiredService<SendingDigests>().Run(default));
    }
}
