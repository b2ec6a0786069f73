using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;
using ServiceCulture.Tests.Teams;

namespace ServiceCulture.Tests.MyData;

/// <summary>One's own data from the command to the file and to their end, as Slack and Teams say it, and as a browser fetches it.</summary>
[Trait("Database", "Both")]
public sealed class MyDataOverHttpTests
{
    [Fact]
    public async Task On_slack_the_copy_comes_through_a_link_in_the_modal_and_the_erasure_asks_for_a_word()
    {
        await using var desk = await SlackDesk.Open();
        (await desk.Command(SlackDesk.Alice, "mydata", "/culture")).IsEmpty();
        var view = desk.Slack.Of("views.open")[^1].Body["view"]!;
        var link = (await desk.Submit(SlackDesk.Alice, view, new JsonObject { [ShowMyData.ChoiceField] = new JsonArray(ShowMyData.Export) })).Json();
        Assert.Equal("update", (string)link["response_action"]!);
        await Fetches(desk.Host, link.ToJsonString());

        var erase = (await desk.Submit(SlackDesk.Alice, view, new JsonObject { [ShowMyData.ChoiceField] = new JsonArray(ShowMyData.Erase) })).Json();
        var wrong = (await desk.Submit(SlackDesk.Alice, erase["view"]!, new JsonObject { [EraseMyData.ConfirmationField] = "no" })).Json();
        Assert.Contains("nothing was erased", (string)wrong["errors"]![EraseMyData.ConfirmationField]!, StringComparison.Ordinal);
        var done = (await desk.Submit(SlackDesk.Alice, erase["view"]!, new JsonObject { [EraseMyData.ConfirmationField] = EraseMyData.Word })).Json();
        Assert.Equal("Erased", (string)done["view"]!["title"]!["text"]!);
        (await desk.Submit(SlackDesk.Alice, done["view"]!, [])).IsEmpty();
        Assert.NotNull(await Erased(desk.Host, await desk.Member(SlackDesk.Alice)));
        await desk.Host.Deliver();
        Assert.Empty(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)));
    }

    [Fact]
    public async Task In_teams_all_of_it_is_in_the_dialog_behind_the_button_and_none_of_it_in_a_message()
    {
        await using var talk = await TeamsTalk.Start();
        await talk.Meet();
        await talk.Says(TeamsTalk.Ann, "mydata");
        var card = Assert.Single(await talk.Received(), call => call.Path.EndsWith("/activities", StringComparison.Ordinal)).Card;
        var dialog = (await talk.Press(TeamsTalk.Ann, card, "My data")).Dialog;
        Assert.Contains("What I keep of you", dialog.ToJsonString(), StringComparison.Ordinal);
        var link = (await talk.Press(TeamsTalk.Ann, dialog, "Next", new JsonObject { [ShowMyData.ChoiceField] = ShowMyData.Export })).Dialog;
        await Fetches(talk.Host, link.ToJsonString());

        var erase = (await talk.Press(TeamsTalk.Ann, dialog, "Next", new JsonObject { [ShowMyData.ChoiceField] = ShowMyData.Erase })).Dialog;
        var done = (await talk.Press(TeamsTalk.Ann, erase, "Erase for good", new JsonObject { [EraseMyData.NameField] = EraseMyData.KeepName, [EraseMyData.ConfirmationField] = EraseMyData.Word })).Dialog;
        Assert.Contains("your key is destroyed", done.ToJsonString(), StringComparison.Ordinal);
        var ann = await talk.Host.Read(db => db.Accounts.Where(one => one.ExternalId == TeamsTalk.Ann.Id).Select(one => one.MemberId).SingleAsync());
        Assert.NotNull(await Erased(talk.Host, ann));
        Assert.Empty(await talk.Received());
    }

    [Fact]
    public async Task What_is_wrong_used_or_over_gets_one_answer_that_says_nothing()
    {
        await using var desk = await SlackDesk.Open();
        var answers = new HashSet<string>();
        var used = await NewLink(desk);
        await Fetches(desk.Host, used);
        var old = await NewLink(desk);
        desk.Host.Clock.Advance(TimeSpan.FromMinutes(16));
        var open = await NewLink(desk);
        foreach (var (path, code) in new[]
        {
            (ShownLink.Path(used), ShownLink.Code(used)), (ShownLink.Path(old), ShownLink.Code(old)), (ShownLink.Path(open), null), (ShownLink.Path(open), ShownLink.Code(old)), (ShownLink.Path(open), new string('7', 5000)),
            (Of("no-such-thing"), "K7QF-2MXD"), (Of(new string('x', 4000)), "K7QF-2MXD"), (Of("%27%20OR%201=1"), "' OR 1=1"),
        })
        {
            using var form = code is null ? null : new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code });
            using var answer = await desk.Host.Client.PostAsync(path, form);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(string.Join('|', Headers(answer)) + await answer.Content.ReadAsStringAsync());
        }
        Assert.Single(answers);
        await Fetches(desk.Host, open);
    }

    static Uri Of(string token) => new($"/mydata/{token}", UriKind.Relative);

    static async Task<string> NewLink(SlackDesk desk)
    {
        await desk.Command(SlackDesk.Alice, "mydata", "/culture");
        var next = await desk.Submit(SlackDesk.Alice, desk.Slack.Of("views.open")[^1].Body["view"]!, new JsonObject { [ShowMyData.ChoiceField] = new JsonArray(ShowMyData.Export) });
        return next.Body;
    }

    // Looked at twice, as a previewer would, then fetched, then over.
    static async Task Fetches(BotHost host, string shown)
    {
        var path = ShownLink.Path(shown);
        for (var looks = 0; looks < 2; looks++)
        {
            using var page = await host.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains("<button>Download my data</button>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Guarded(page);
        }
        using var file = await host.Fetch(shown);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (file.StatusCode, file.Content.Headers.ContentDisposition?.DispositionType));
        Guarded(file);
        using var json = JsonDocument.Parse(await file.Content.ReadAsStringAsync());
        Assert.NotEqual("", json.RootElement.GetProperty("you").GetProperty("name").GetString());
        using var again = await host.Fetch(shown);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Guarded(again);
    }

    static void Guarded(HttpResponseMessage answer)
    {
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    static IEnumerable<string> Headers(HttpResponseMessage answer) => answer.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}:{string.Join(',', header.Value)}");

    static Task<DateTime?> Erased(BotHost host, Guid member) => host.Read(db => db.Members.Where(one => one.Id == member).Select(one => one.ErasedAt).SingleAsync());
}
