using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;
using ServiceCulture.Tests.Teams;

namespace ServiceCulture.Tests.Channels;

/// <summary>One bot with all its channels on: a Slack workspace, a tenant in Teams, and the demo organisation on the local page.</summary>
sealed class ThreeChannels : IAsyncDisposable
{
    ThreeChannels(SlackDesk slack, TeamsTalk teams) => (Slack, Teams) = (slack, teams);

    public SlackDesk Slack { get; }

    public TeamsTalk Teams { get; }

    public BotHost Host => Teams.Host;

    public static async Task<ThreeChannels> Open()
    {
        var workspace = new FakeSlack();
        // The local page is there in development only.
        var teams = await TeamsTalk.Start("Development", services => SlackDesk.Answers(services, workspace), SlackDesk.Settings);
        await teams.Meet();
        return new ThreeChannels(await SlackDesk.In(teams.Host, workspace), teams);
    }

    /// <summary>All that waits goes out; what the Connector then received, oldest first.</summary>
    public async Task<IReadOnlyList<Call>> Deliver()
    {
        var calls = await Teams.Received();
        Assert.Empty(Slack.Slack.Faults);
        return calls;
    }

    /// <summary>A line that somebody of the demo organisation types; what the page is answered.</summary>
    public async Task<JsonNode> Types(string who, string words)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/try/act") { Content = JsonContent.Create(new { @as = who, place = "direct", @do = "type", words }) };
        using var response = await Send(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>What stands in a person's own conversation on the page, from top to bottom: the stream, until it has caught up.</summary>
    public async Task<List<string>> Page(string who)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/try/posts?as={who}");
        using var response = await Send(request);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        var posts = new List<string>();
        while (await lines.ReadLineAsync() is { } line && line != "event: ready")
            if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonNode.Parse(line["data: ".Length..])! is var post && (string)post["place"]! == "direct")
                posts.Add((string)post["html"]!);
        return posts;
    }

    public async ValueTask DisposeAsync()
    {
        await Teams.DisposeAsync();
        Slack.Slack.Dispose();
    }

    Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        request.Headers.Host = $"localhost:{Host.Address.Port}";
        return Host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
