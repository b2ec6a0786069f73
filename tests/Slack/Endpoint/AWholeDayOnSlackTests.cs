using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Tests.MyData;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>A check-in from the first private card to the erasure, as one person lives it on Slack: every act a signed request, the clock moved by hand.</summary>
[Trait("Database", "Both")]
public sealed class AWholeDayOnSlackTests : IAsyncLifetime
{
    const string Thought = "Zanzibar again: I always ruin every single call";
    const string Swap = "This one call went badly, and Zanzibar rang off friendlier";
    static readonly string s_direct = FakeSlack.Direct(SlackDesk.Alice);

    SlackDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await SlackDesk.Open();
        await desk.Host.StartDaytime();
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task asked_at_a_moved_clock_answered_swapped_seen_exported_and_erased()
    {
        var question = await IsAsked();
        var done = await Answers(question);
        await Sorts(done);
        await SeesItInMyDay();
        var file = await desk.Host.Takes((await Picks(ShowMyData.Export)).ToJsonString());
        Assert.Equal("2", (string)Assert.Single(file["checkIns"]!["days"]!.AsArray())!["step"]!);
        Assert.Contains(Thought, Assert.Single(file["checkIns"]!["thoughts"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(Swap, file["checkIns"]!["thoughts"]!.ToJsonString(), StringComparison.Ordinal);
        await Erases(done);

        Assert.DoesNotContain(desk.Slack.Calls, call => call.Method != "views.open" && call.Body.ToJsonString().Contains("Zanzibar", StringComparison.Ordinal));
        Assert.False(await desk.Host.Wrote("Zanzibar"));
        Assert.All(desk.Slack.In(s_direct), message => Assert.DoesNotContain("shaky", Drawn.Words(message["blocks"]), StringComparison.Ordinal));
    }

    async Task<JsonObject> IsAsked()
    {
        await desk.Host.MoveTo(6);
        Assert.Empty(desk.Slack.In(s_direct));
        await desk.Host.MoveTo(12);
        var card = Assert.Single(desk.Slack.In(s_direct));
        Assert.Contains("Until you say yes I ask nothing", Drawn.Words(card["blocks"]), StringComparison.Ordinal);
        (await desk.Press(SlackDesk.Alice, Drawn.Button(card, "Yes, at the start of my shift"), s_direct)).IsEmpty();
        await desk.Host.MoveTo(6);
        Assert.Contains("Noted", Drawn.Words(Assert.Single(desk.Slack.In(s_direct))["blocks"]), StringComparison.Ordinal);
        await desk.Host.MoveTo(12);
        var question = desk.Slack.In(s_direct)[1];
        Assert.Contains("How steady do you feel right now?", Drawn.Words(question["blocks"]), StringComparison.Ordinal);
        return question;
    }

    async Task<JsonObject> Answers(JsonObject question)
    {
        (await desk.Press(SlackDesk.Alice, Drawn.Button(question, "A bit shaky"), s_direct)).IsEmpty();
        Assert.Contains("Thank you for taking the moment", Drawn.Words(desk.Slack.Of("response_url")[^1].Body["blocks"]), StringComparison.Ordinal);
        await desk.Host.Deliver();
        Assert.Equal(2, desk.Slack.In(s_direct).Count);
        var done = desk.Slack.In(s_direct)[1];
        Assert.StartsWith("Checked in", Drawn.Words(done["blocks"]), StringComparison.Ordinal);
        return done;
    }

    async Task Sorts(JsonObject done)
    {
        (await desk.Press(SlackDesk.Alice, Drawn.Button(done, "A thought to sort out"), s_direct)).IsEmpty();
        var pattern = Updated(await desk.Submit(SlackDesk.Alice, Opened, new JsonObject { [SortThought.WordsField] = Thought }));
        Assert.Contains("Suggestions come from a word list and can be wrong", Drawn.Words(pattern), StringComparison.Ordinal);
        Assert.Contains("It is simply true", Drawn.Words(pattern), StringComparison.Ordinal);
        var swap = Updated(await desk.Submit(SlackDesk.Alice, pattern, One(NamePattern.Field, NamePattern.NoneOfThese)));
        Assert.InRange(Drawn.Element(swap, SwapThought.PickedField)["options"]!.AsArray().Count, 2, 3);
        (await desk.Submit(SlackDesk.Alice, swap, new JsonObject { [SwapThought.OwnField] = Swap })).IsEmpty();
    }

    async Task SeesItInMyDay()
    {
        (await desk.Command(SlackDesk.Alice, "myday", "/culture")).IsEmpty();
        var days = Opened;
        Assert.Equal(MyDay.Id, (string)days["callback_id"]!);
        Assert.Contains(Thought[..40], Drawn.Words(days), StringComparison.Ordinal);
        Assert.Contains("No thought was found with", Drawn.Words(Updated(await desk.Submit(SlackDesk.Alice, days, new JsonObject { [MyDay.SearchField] = "marmalade" }))), StringComparison.Ordinal);
        var found = Updated(await desk.Submit(SlackDesk.Alice, days, new JsonObject { [MyDay.SearchField] = "zanzibar" }));
        var row = (string)Drawn.Element(found, MyDay.ThoughtField)["options"]![0]!["value"]!;
        var edit = Updated(await desk.Submit(SlackDesk.Alice, found, One(MyDay.ThoughtField, row)));
        Assert.Equal((Thought, Swap), ((string)Drawn.Element(edit, EditThought.WordsField)["initial_value"]!, (string)Drawn.Element(edit, EditThought.SwapField)["initial_value"]!));
    }

    async Task Erases(JsonObject done)
    {
        var late = await Picks(ShowMyData.Export);
        var erase = (await Picks(ShowMyData.Erase))["view"]!;
        Assert.Contains("your key is destroyed", Drawn.Words(Updated(await desk.Submit(SlackDesk.Alice, erase, new JsonObject { [EraseMyData.ConfirmationField] = EraseMyData.Word }))), StringComparison.Ordinal);
        using var over = await desk.Host.Fetch(late.ToJsonString());
        Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
        Assert.Equal(0, await desk.Host.Read(async db => await db.CheckIns.CountAsync() + await db.Thoughts.CountAsync() + await db.Asks.CountAsync()));
        // A button from before opens nothing of what was, and nobody is asked again.
        await desk.Press(SlackDesk.Alice, Drawn.Button(done, "A thought to sort out"), s_direct);
        await desk.Command(SlackDesk.Alice, "myday", "/culture");
        Assert.DoesNotContain("Zanzibar", Opened.ToJsonString(), StringComparison.Ordinal);
        var before = desk.Slack.In(s_direct).Count;
        await desk.Host.MoveTo(12);
        Assert.Equal((before, 0), (desk.Slack.In(s_direct).Count, await desk.Host.Read(db => db.Asks.CountAsync(ask => ask.State == AskState.Waiting))));
    }

    JsonNode Opened => desk.Slack.Of("views.open")[^1].Body["view"]!;

    async Task<JsonNode> Picks(string choice)
    {
        (await desk.Command(SlackDesk.Alice, "mydata", "/culture")).IsEmpty();
        return (await desk.Submit(SlackDesk.Alice, Opened, One(ShowMyData.ChoiceField, choice))).Json();
    }

    static JsonObject One(string field, string value) => new() { [field] = new JsonArray(value) };

    static JsonNode Updated(Said said)
    {
        Assert.Equal("update", (string)said.Json()["response_action"]!);
        return said.Json()["view"]!;
    }
}
