using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>A rough moment as Slack's modals carry it: nothing private is ever posted.</summary>
[Trait("Database", "Both")]
public sealed class RoughOnSlackTests
{
    const string Thought = "Zanzibar is on the line again and I dread it";

    static JsonNode View(SlackDesk desk) => desk.Slack.Of("views.open")[^1].Body["view"]!;

    static JsonObject One(string field, string value) => new() { [field] = new JsonArray(value) };

    static async Task<JsonNode> Next(SlackDesk desk, string way)
    {
        await desk.Command(SlackDesk.Alice, "", "/rough");
        return Updated(await desk.Submit(SlackDesk.Alice, View(desk), One(RoughMoment.NextField, way)));
    }

    static JsonNode Updated(Said said)
    {
        Assert.Equal("update", (string)said.Json()["response_action"]!);
        return said.Json()["view"]!;
    }

    [Fact]
    public async Task the_command_opens_a_modal_at_once_and_sending_it_as_it_is_closes_it()
    {
        await using var desk = await SlackDesk.Open();
        var trigger = desk.NextTrigger;
        (await desk.Command(SlackDesk.Alice, "", "/rough")).IsEmpty();
        Assert.Equal(trigger, (string)Assert.Single(desk.Slack.Of("views.open")).Body["trigger_id"]!);
        Assert.Equal(RoughMoment.Id, (string)View(desk)["callback_id"]!);
        Assert.Contains("Nothing of it is kept or counted", Drawn.Words(View(desk)), StringComparison.Ordinal);
        var before = await desk.Stored();
        (await desk.Submit(SlackDesk.Alice, View(desk), [])).IsEmpty();
        Assert.Equal(before, await desk.Stored());
        Assert.DoesNotContain(desk.Slack.Calls, call => call.Method.StartsWith("chat.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_thought_is_refused_with_its_words_kept_then_parked_and_comes_back_behind_a_button()
    {
        await using var desk = await SlackDesk.Open();
        var park = await Next(desk, RoughMoment.Park);
        var wrong = await desk.Submit(SlackDesk.Alice, park, new JsonObject { [ParkThought.WordsField] = new string('x', ParkThought.Most + 1) }, "V901");
        Assert.Equal("errors", (string)wrong.Json()["response_action"]!);
        Assert.Contains("1,001", (string)wrong.Json()["errors"]![ParkThought.WordsField]!, StringComparison.Ordinal);
        Assert.Contains("It waits", Drawn.Words(Updated(await desk.Submit(SlackDesk.Alice, park, new JsonObject { [ParkThought.WordsField] = Thought }, "V901"))), StringComparison.Ordinal);

        desk.Host.Clock.Advance(TimeSpan.FromDays(4)); // It comes back in the next stretch of work, which a weekend may put off.
        Assert.Equal(1, await desk.Host.Services.GetRequiredService<BringingBack>().Run(default));
        await desk.Host.Deliver();
        var back = Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)));
        (await desk.Press(SlackDesk.Alice, Drawn.Button(back, "Open it"), FakeSlack.Direct(SlackDesk.Alice))).IsEmpty();
        Assert.Contains(Thought, Drawn.Words(View(desk)), StringComparison.Ordinal);
        (await desk.Submit(SlackDesk.Alice, View(desk), One(ParkedThought.ChoiceField, ParkedThought.LetGo), "V902")).IsEmpty();
        Assert.Equal(0, await desk.Host.Read(db => db.Thoughts.CountAsync()));
        Assert.DoesNotContain(desk.Slack.Calls, call => call.Method != "views.open" && call.Body.ToJsonString().Contains("Zanzibar", StringComparison.Ordinal));
        Assert.DoesNotContain(await desk.Host.Read(db => db.Messages.Select(message => message.Body).ToListAsync()), body => body.Contains("Zanzibar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task five_minutes_are_asked_for_answered_and_heard_of()
    {
        await using var desk = await SlackDesk.Open();
        var ask = await Next(desk, RoughMoment.FiveMinutes);
        var wrong = await desk.Submit(SlackDesk.Alice, ask, [], "V901");
        Assert.Contains("Pick somebody", (string)wrong.Json()["errors"]![AskFiveMinutes.PersonField]!, StringComparison.Ordinal);
        var ben = await desk.Member(SlackDesk.Ben);
        await desk.Host.PutsAtWork(ben, inHours: 5);
        wrong = await desk.Submit(SlackDesk.Alice, ask, One(AskFiveMinutes.PersonField, ben.ToString()), "V901");
        Assert.Contains("isn't at work just now", (string)wrong.Json()["errors"]![AskFiveMinutes.PersonField]!, StringComparison.Ordinal);
        await desk.Host.PutsAtWork(ben);
        var asked = Updated(await desk.Submit(SlackDesk.Alice, ask, One(AskFiveMinutes.PersonField, ben.ToString()), "V901"));
        Assert.Contains("I have asked Ben Brook", Drawn.Words(asked), StringComparison.Ordinal);
        await desk.Host.Deliver();
        var request = Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Ben)));
        Assert.Contains($"<@{SlackDesk.Alice}> asks whether you have five minutes for them. Nothing else was shared.", Drawn.Words(request["blocks"]), StringComparison.Ordinal);

        (await desk.Press(SlackDesk.Ben, Drawn.Button(request, "I'm coming"), FakeSlack.Direct(SlackDesk.Ben))).IsEmpty();
        await desk.Host.Deliver();
        Assert.Contains(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)), message => Drawn.Words(message["blocks"]).Contains($"<@{SlackDesk.Ben}> has five minutes for you", StringComparison.Ordinal));
        Assert.Empty(desk.Slack.In(SlackDesk.General));
        Assert.Empty(desk.Slack.In(FakeSlack.Direct(SlackDesk.Chloe)));
    }

    [Fact]
    public async Task phrases_are_whispered_by_situation_and_changed_in_place()
    {
        await using var desk = await SlackDesk.Open();
        var start = (await desk.Command(SlackDesk.Alice, "phrases", "/culture")).Json();
        (await desk.Press(SlackDesk.Alice, Drawn.Button(start, "Fury"))).IsEmpty();
        Assert.Contains("Let me say back what I've heard", Drawn.Words(Assert.Single(desk.Slack.Of("response_url")).Body["blocks"]), StringComparison.Ordinal);
    }
}
