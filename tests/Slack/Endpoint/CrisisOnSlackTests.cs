using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>Help in a crisis as Slack carries it: in modals, or as an answer that repeats no word; one sentence to one person, by one's own choice.</summary>
[Trait("Database", "Both")]
public sealed class CrisisOnSlackTests : IAsyncLifetime
{
    const string Cry = "I want to kill myself", Number = "call your local emergency number now. In Europe that is 112";
    static readonly string s_direct = FakeSlack.Direct(SlackDesk.Alice);

    SlackDesk desk = null!;

    public async ValueTask InitializeAsync() => desk = await SlackDesk.Open();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task the_button_opens_a_modal_at_once_and_a_named_person_gets_one_sentence()
    {
        var card = (await desk.Command(SlackDesk.Alice, "", "/checkin")).Json();
        (await desk.Press(SlackDesk.Alice, Drawn.Button(card, "Get help now"))).IsEmpty();
        Assert.Equal(GetHelp.Id, (string)Opened["callback_id"]!);
        Assert.Contains(Number, Drawn.Words(Opened), StringComparison.Ordinal);
        Assert.Contains("nobody is watching", Drawn.Words(Opened), StringComparison.Ordinal);
        await desk.Submit(SlackDesk.Alice, Opened, new JsonObject { [GetHelp.PersonField] = new JsonArray((await desk.Member(SlackDesk.Ben)).ToString()) });
        await desk.Host.Deliver();
        Assert.Contains($"<@{SlackDesk.Alice}>", Drawn.Words(Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Ben)))["blocks"]), StringComparison.Ordinal);
        Assert.Empty(desk.Slack.In(SlackDesk.General));
        Assert.Empty(desk.Slack.In(FakeSlack.Direct(SlackDesk.Chloe)));
    }

    [Fact]
    public async Task words_in_a_form_are_answered_in_the_next_view_and_own_words_for_a_swap_by_one_in_its_place()
    {
        var pattern = await Sorts(Cry);
        Assert.Contains(Number, Drawn.Words(pattern), StringComparison.Ordinal);
        var swap = Updated(await desk.Submit(SlackDesk.Alice, await Sorts("I always mess up every call."), Picked(NamePattern.Field, NamePattern.NoneOfThese)));
        var help = (await desk.Submit(SlackDesk.Alice, swap, new JsonObject { [SwapThought.OwnField] = Cry })).Json();
        Assert.Equal("update", (string)help["response_action"]!);
        Assert.Contains("What you wrote is kept", Drawn.Words(help["view"]), StringComparison.Ordinal);
        Assert.Contains(Number, Drawn.Words(help["view"]), StringComparison.Ordinal);
        await desk.Host.Deliver();
        Assert.DoesNotContain(desk.Slack.Calls, call => call.Method.StartsWith("chat.", StringComparison.Ordinal));
        Assert.Equal(0, await desk.Host.Read(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task words_typed_to_the_bot_are_answered_there_without_being_repeated()
    {
        (await desk.Direct(SlackDesk.Alice, Cry)).IsEmpty();
        await desk.Host.Deliver();
        var answer = Assert.Single(desk.Slack.In(s_direct));
        Assert.Contains(Number, Drawn.Words(answer["blocks"]), StringComparison.Ordinal);
        Assert.DoesNotContain("kill", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("on a list", answer.ToJsonString(), StringComparison.Ordinal);
        (await desk.Press(SlackDesk.Alice, Drawn.Button(answer, "Get help now"), s_direct)).IsEmpty();
        Assert.Equal(GetHelp.Id, (string)Opened["callback_id"]!);
    }

    [Fact]
    public async Task words_for_others_in_a_modal_from_the_direct_message_are_answered_in_its_place_and_in_no_message()
    {
        (await desk.Command(SlackDesk.Alice, "", "/ask", s_direct, "directmessage")).IsEmpty();
        var help = Updated(await desk.Submit(SlackDesk.Alice, Opened, new JsonObject { [AskQuestion.WordsField] = Cry }));
        Assert.Equal(GetHelp.Id, (string)help["callback_id"]!);
        Assert.Contains("What you wrote was passed on", Drawn.Words(help), StringComparison.Ordinal);
        Assert.Contains(Number, Drawn.Words(help), StringComparison.Ordinal);
        Assert.DoesNotContain(await desk.Host.Read(db => db.Messages.Select(message => message.Body).ToListAsync()), body => body.Contains("emergency", StringComparison.Ordinal) || body.Contains("on a list", StringComparison.Ordinal));
        Assert.Equal(1, await desk.Host.Read(db => db.Questions.CountAsync()));
    }

    JsonNode Opened => desk.Slack.Of("views.open")[^1].Body["view"]!;

    async Task<JsonNode> Sorts(string words)
    {
        var invitation = (await desk.Command(SlackDesk.Alice, "", "/checkin")).Json();
        if (Drawn.Words(invitation).Contains("Until you say yes", StringComparison.Ordinal))
            await desk.Press(SlackDesk.Alice, Drawn.Button(invitation, "I come myself"));
        await desk.Press(SlackDesk.Alice, Drawn.Button((await desk.Command(SlackDesk.Alice, "", "/checkin")).Json(), "A thought to sort out"));
        return Updated(await desk.Submit(SlackDesk.Alice, Opened, new JsonObject { [SortThought.WordsField] = words }));
    }

    static JsonObject Picked(string field, string value) => new() { [field] = new JsonArray(value) };

    static JsonNode Updated(Said said)
    {
        Assert.Equal("update", (string)said.Json()["response_action"]!);
        return said.Json()["view"]!;
    }
}
