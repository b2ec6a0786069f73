using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>Every request recorded from a Slack server, signed afresh; and our own in the same shape. What comes of them is approved in tests/Slack/Approved.</summary>
[Trait("Database", "Both")]
public sealed partial class RecordedOverHttpTests
{
    public static TheoryData<string> Recordings => [.. Fixtures.Files("Slack/Wire", "*.json").Select(file => Path.GetFileName(file)!).Where(name => !name.StartsWith("webapi-", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Recordings))]
    public async Task a_recorded_request_is_answered_as_approved(string file)
    {
        await using var desk = await SlackDesk.Open();
        using var recording = JsonDocument.Parse(Fixtures.Text("Slack", "Wire", file));
        var request = recording.RootElement.TryGetProperty("request", out var inner) ? inner : recording.RootElement;
        var before = await desk.Stored();
        var said = await desk.Post(Encoding.UTF8.GetBytes(request.GetProperty("body").GetString()!), request.GetProperty("headers").GetProperty("Content-Type").GetString()!);
        var stored = await desk.Stored() - before;
        await desk.Host.Deliver();
        Approve(desk, Path.GetFileNameWithoutExtension(file), said, stored);
    }

    [Fact]
    public async Task our_own_command_is_answered_as_approved()
    {
        await using var desk = await SlackDesk.Open();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}|ben> <@{SlackDesk.Chloe}|chloe> #patience {SlackDesk.Deed}");
        await desk.Host.Deliver();
        Approve(desk, "our-kudos-typed", said, null);
    }

    [Fact]
    public async Task our_own_form_is_answered_as_approved()
    {
        await using var desk = await SlackDesk.Open();
        var said = await desk.Command(SlackDesk.Alice, $"@Nobody #patience too short <!here> & so");
        Approve(desk, "our-kudos-form", said, null);
        desk.Slack.Calls.Clear();
        await desk.Command(SlackDesk.Alice, "");
        Approve(desk, "our-kudos-form-blank", said, null);
    }

    [Fact]
    public async Task our_own_submission_and_undo_are_answered_as_approved()
    {
        await using var desk = await SlackDesk.Open();
        await desk.Command(SlackDesk.Alice, "");
        var view = desk.Slack.Of("views.open")[0].Body["view"]!;
        var wrong = await desk.Submit(SlackDesk.Alice, view, new JsonObject { ["words"] = "short" });
        Approve(desk, "our-kudos-wrong", wrong, null, calls: false);
        desk.Slack.Calls.Clear();
        var said = await desk.Submit(SlackDesk.Alice, view, new JsonObject { ["words"] = SlackDesk.Deed, ["people"] = new JsonArray((await desk.Member(SlackDesk.Ben)).ToString()) });
        await desk.Host.Deliver();
        var undone = await desk.Press(SlackDesk.Alice, Drawn.Button(desk.Slack.Of("chat.postEphemeral")[0].Body, "Undo"));
        Assert.Equal(said, undone);
        await desk.Host.Deliver();
        Approve(desk, "our-kudos-sent-and-undone", undone, null);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("mykudos")]
    [InlineData("values")]
    [InlineData("values patience")]
    [InlineData("dance")]
    public async Task our_other_commands_are_answered_as_approved(string words)
    {
        await using var desk = await SlackDesk.Open();
        Approve(desk, $"our-{words.Replace(' ', '-')}", await desk.Command(SlackDesk.Alice, words, "/culture"), null);
    }

    [Fact]
    public async Task a_line_in_a_direct_message_is_answered_as_approved()
    {
        await using var desk = await SlackDesk.Open();
        var said = await desk.Direct(SlackDesk.Alice, $"kudos <@{SlackDesk.Ben}> short");
        await desk.Direct(SlackDesk.Alice, "good morning");
        await desk.Host.Deliver();
        Approve(desk, "our-direct-lines", said, null);
    }

    static void Approve(SlackDesk desk, string name, Said said, int? stored, bool calls = true)
    {
        var all = new JsonObject { ["status"] = (int)said.Status, ["answer"] = said.Body.Length == 0 ? "" : said.Json() };
        if (stored is { } rows)
            all["rowsStored"] = rows;
        all["slackReceived"] = calls ? new JsonArray([.. desk.Slack.Calls.OrderBy(call => call.Method == "conversations.open" ? 0 : 1).ThenBy(call => (string?)call.Body["channel"] ?? (string?)call.Body["users"], StringComparer.Ordinal).ThenBy(call => call.Method, StringComparer.Ordinal).ThenBy(call => (string?)call.Body["text"], StringComparer.Ordinal).Select(call => new JsonObject { [call.Method] = call.Body.DeepClone() })]) : new JsonArray();
        Approved.Matches("tests/Slack/Approved", name, "json", Steady(desk, all.ToJsonString()));
    }

    // Tickets say what they stand for, ids are numbered as they come, and so are posts: which of two goes out first is chance.
    static string Steady(SlackDesk desk, string json)
    {
        var tickets = (Tickets)desk.Host.Services.GetService(typeof(Tickets))!;
        var plain = Sealed().Replace(json, match => tickets.Open(match.Value) is { } ticket
            ? $"ticket of {ticket.About.Id} row {ticket.About.Row} version {ticket.About.Version} in {ticket.Where.Kind} {ticket.Where.Id} for {ticket.For?.ToString() ?? "all"}"
            : match.Value);
        return Numbered(Posts(), "post", Numbered(Ids(), "id", plain));
    }

    static string Numbered(Regex what, string name, string json)
    {
        var names = new Dictionary<string, string>();
        return what.Replace(json, match => names.TryGetValue(match.Value, out var known) ? known : names[match.Value] = $"{name}-{names.Count + 1}");
    }

    [GeneratedRegex("[A-Za-z0-9_-]{60,}")]
    private static partial Regex Sealed();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex("(?<=\"ts\":\")[0-9.]+(?=\")")]
    private static partial Regex Posts();
}
