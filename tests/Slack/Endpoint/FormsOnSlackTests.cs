using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>The form: opened, refused with everything kept, and sent.</summary>
[Trait("Database", "Both")]
public sealed class FormsOnSlackTests
{
    static Task<SlackDesk> Desk() => SlackDesk.Open();

    static JsonNode View(SlackDesk desk) => desk.Slack.Of("views.open")[^1].Body["view"]!;

    static async Task<JsonObject> Filled(SlackDesk desk, string words, params string[] people) =>
        new() { ["people"] = new JsonArray([.. (await Task.WhenAll(people.Select(desk.Member))).Select(id => (JsonNode)id.ToString())]), ["words"] = words };

    [Fact]
    public async Task kudos_alone_opens_the_form_with_the_trigger_of_the_command()
    {
        await using var desk = await Desk();
        var trigger = desk.NextTrigger;
        (await desk.Command(SlackDesk.Alice, "")).IsEmpty();
        var opened = Assert.Single(desk.Slack.Of("views.open")).Body;
        Assert.Equal(trigger, (string)opened["trigger_id"]!);
        Assert.Equal("kudos.give", (string)opened["view"]!["callback_id"]!);
        Assert.Equal(0, await desk.Host.Read(db => db.Seen.CountAsync()));
    }

    [Fact]
    public async Task a_wrong_form_stays_open_with_the_reasons_at_its_fields_and_a_right_one_closes()
    {
        await using var desk = await Desk();
        await desk.Command(SlackDesk.Alice, "");
        var wrong = await desk.Submit(SlackDesk.Alice, View(desk), await Filled(desk, "too short", SlackDesk.Alice));
        Assert.Equal("errors", (string)wrong.Json()["response_action"]!);
        Assert.Equal(["people", "words"], wrong.Json()["errors"]!.AsObject().Select(error => error.Key).Order());
        Assert.Contains("Kudos are for others", (string)wrong.Json()["errors"]!["people"]!, StringComparison.Ordinal);
        Assert.Contains("at least 20 characters", (string)wrong.Json()["errors"]!["words"]!, StringComparison.Ordinal);
        Assert.Equal(0, await desk.Host.Read(db => db.Seen.CountAsync()));

        (await desk.Submit(SlackDesk.Alice, View(desk), await Filled(desk, SlackDesk.Deed, SlackDesk.Ben, SlackDesk.Chloe))).IsEmpty();
        var whisper = Assert.Single(desk.Slack.Of("chat.postEphemeral")).Body;
        Assert.Equal((SlackDesk.General, SlackDesk.Alice), ((string)whisper["channel"]!, (string)whisper["user"]!));
        Assert.NotNull(Drawn.Button(whisper, "Undo"));
        await desk.Host.Deliver();
        Assert.Contains($"<@{SlackDesk.Ben}> and <@{SlackDesk.Chloe}>", Drawn.Words(Assert.Single(desk.Slack.In(SlackDesk.General))["blocks"]), StringComparison.Ordinal);
        Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Ben)));
        Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Chloe)));
    }

    [Fact]
    public async Task every_field_comes_through()
    {
        await using var desk = await Desk();
        await desk.Command(SlackDesk.Alice, "");
        var filled = await Filled(desk, SlackDesk.Deed, SlackDesk.Ben);
        filled["values"] = new JsonArray("patience", "fairness");
        filled["customer"] = new JsonArray("yes");
        filled["quote"] = "Best call <!channel> *ever*";
        filled["audience"] = new JsonArray("private");
        (await desk.Submit(SlackDesk.Alice, View(desk), filled)).IsEmpty();
        await desk.Host.Deliver();
        Assert.Empty(desk.Slack.In(SlackDesk.General));
        var received = Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Ben)));
        Assert.Contains("Best call <!channel> *ever*", Drawn.Words(received["blocks"]), StringComparison.Ordinal);
        Assert.DoesNotContain("<!channel>", (string)received["text"]!, StringComparison.Ordinal);
        Assert.Contains("Nobody else sees them", Drawn.Words(Assert.Single(desk.Slack.Of("chat.postEphemeral")).Body["blocks"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_choice_of_who_sees_it_that_is_gone_comes_back_in_a_new_view_with_all_that_was_typed()
    {
        await using var desk = await Desk();
        await desk.Command(SlackDesk.Alice, "");
        var filled = await Filled(desk, SlackDesk.Deed, SlackDesk.Ben);
        filled["audience"] = new JsonArray("private");
        await desk.Host.Store.Do(async db =>
        {
            db.Policies.Add(new Policy { Key = Policies.KudosPrivateSeesKey, Value = "receivers-and-managers" });
            return await db.SaveChangesAsync();
        }, default);
        desk.Host.Services.GetRequiredService<Register>().Forget();
        var said = (await desk.Submit(SlackDesk.Alice, View(desk), filled)).Json();
        Assert.Equal("update", (string?)said["response_action"]);
        Assert.Contains("now the people you thank and their managers see it", said.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("To them and their manager", said.ToJsonString(), StringComparison.Ordinal);
        (await desk.Submit(SlackDesk.Alice, said["view"]!, [])).IsEmpty();
        var kudos = await desk.Host.Read(db => db.Kudos.SingleAsync());
        Assert.Equal((SlackDesk.Deed, KudosAudience.ReceiversAndManagers), (kudos.Words, kudos.Audience));
    }

    [Fact]
    public async Task where_the_bot_may_not_whisper_the_confirmation_comes_as_a_direct_message()
    {
        await using var desk = await Desk();
        desk.Slack.NotIn.Add(SlackDesk.General);
        await desk.Command(SlackDesk.Alice, "");
        (await desk.Submit(SlackDesk.Alice, View(desk), await Filled(desk, SlackDesk.Deed, SlackDesk.Ben))).IsEmpty();
        var told = Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)));
        Assert.NotNull(Drawn.Button(told, "Undo"));
        (await desk.Press(SlackDesk.Alice, Drawn.Button(told, "Undo"), FakeSlack.Direct(SlackDesk.Alice))).IsEmpty();
        Assert.Contains("Taken back", Drawn.Words(Assert.Single(desk.Slack.Of("response_url")).Body["blocks"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_form_opened_in_a_direct_message_is_confirmed_there()
    {
        await using var desk = await Desk();
        await desk.Command(SlackDesk.Alice, "", channel: FakeSlack.Direct(SlackDesk.Alice), channelName: "directmessage");
        (await desk.Submit(SlackDesk.Alice, View(desk), await Filled(desk, SlackDesk.Deed, SlackDesk.Ben))).IsEmpty();
        Assert.Empty(desk.Slack.Of("chat.postEphemeral"));
        await desk.Host.Deliver();
        Assert.Contains("on their way", Drawn.Words(Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)))["blocks"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_line_in_a_direct_message_that_lacks_something_gets_a_button_that_opens_the_form_filled()
    {
        await using var desk = await Desk();
        (await desk.Direct(SlackDesk.Alice, $"kudos <@{SlackDesk.Ben}> #patience short")).IsEmpty();
        await desk.Host.Deliver();
        var card = Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)));
        Assert.Contains("at least 20 characters", Drawn.Words(card["blocks"]), StringComparison.Ordinal);
        (await desk.Press(SlackDesk.Alice, Drawn.Button(card, "Give kudos"), FakeSlack.Direct(SlackDesk.Alice))).IsEmpty();
        await HoldsWhatWasTyped(desk);
    }

    [Fact]
    public async Task a_trigger_that_expired_gets_a_button_and_nothing_typed_is_lost()
    {
        await using var desk = await Desk();
        desk.Slack.ExpiredTriggers.Add(desk.NextTrigger);
        (await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> #patience short")).IsEmpty();
        var card = Assert.Single(desk.Slack.Of("response_url")).Body;
        Assert.Equal("ephemeral", (string)card["response_type"]!);
        (await desk.Press(SlackDesk.Alice, Drawn.Button(card, "Give kudos"))).IsEmpty();
        await HoldsWhatWasTyped(desk);
    }

    static async Task HoldsWhatWasTyped(SlackDesk desk)
    {
        var view = View(desk);
        Assert.Equal("short", (string)Drawn.Element(view, "words")["initial_value"]!);
        Assert.Equal([(await desk.Member(SlackDesk.Ben)).ToString()], Drawn.Element(view, "people")["initial_options"]!.AsArray().Select(option => (string)option!["value"]!));
        Assert.Equal(["patience"], Drawn.Element(view, "values")["initial_options"]!.AsArray().Select(option => (string)option!["value"]!));
        Assert.Contains("at least 20 characters", Drawn.Words(view), StringComparison.Ordinal);
    }

    [Fact]
    public async Task from_a_message_the_form_opens_with_its_author_and_the_kudos_link_to_it()
    {
        await using var desk = await Desk();
        (await desk.MessageMenu(SlackDesk.Alice, SlackDesk.Ben, "Solved it!")).IsEmpty();
        Assert.Equal([(await desk.Member(SlackDesk.Ben)).ToString()], Drawn.Element(View(desk), "people")["initial_options"]!.AsArray().Select(option => (string)option!["value"]!));
        (await desk.Submit(SlackDesk.Alice, View(desk), new JsonObject { ["words"] = SlackDesk.Deed })).IsEmpty();
        await desk.Host.Deliver();
        Assert.Contains("https://test-workspace.slack.com/archives/C01GEN/p1795309400000100", await desk.Host.Read(db => db.Kudos.Select(k => k.Link!).SingleAsync()), StringComparison.Ordinal);
        Assert.Contains("this message", Drawn.Words(Assert.Single(desk.Slack.In(SlackDesk.General))["blocks"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task from_a_message_whose_trigger_expired_author_and_link_are_kept()
    {
        await using var desk = await Desk();
        desk.Slack.ExpiredTriggers.Add(desk.NextTrigger);
        await desk.MessageMenu(SlackDesk.Alice, SlackDesk.Ben, "Solved it!");
        await desk.Press(SlackDesk.Alice, Drawn.Button(Assert.Single(desk.Slack.Of("response_url")).Body, "Give kudos"));
        await desk.Submit(SlackDesk.Alice, View(desk), new JsonObject { ["words"] = SlackDesk.Deed });
        Assert.Contains("/archives/C01GEN/", await desk.Host.Read(db => db.Kudos.Select(k => k.Link!).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SlackDesk.Alice)]
    [InlineData(FakeSlack.Bot)]
    [InlineData("U0NOBODY")]
    public async Task from_a_message_of_nobody_to_thank_the_form_opens_empty(string author)
    {
        await using var desk = await Desk();
        (await desk.MessageMenu(SlackDesk.Alice, author, "Hello")).IsEmpty();
        Assert.Null(Drawn.Element(View(desk), "people")["initial_options"]);
    }

    [Fact]
    public async Task the_global_shortcut_opens_the_form_and_is_confirmed_in_private()
    {
        await using var desk = await Desk();
        (await desk.Shortcut(SlackDesk.Alice, "kudos.open")).IsEmpty();
        (await desk.Submit(SlackDesk.Alice, View(desk), await Filled(desk, SlackDesk.Deed, SlackDesk.Ben))).IsEmpty();
        await desk.Host.Deliver();
        Assert.Contains("on their way", Drawn.Words(Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)))["blocks"]), StringComparison.Ordinal);
        Assert.Empty(desk.Slack.In(SlackDesk.General));
    }

    [Fact]
    public async Task a_shortcut_that_is_none_of_ours_does_nothing()
    {
        await using var desk = await Desk();
        (await desk.Shortcut(SlackDesk.Alice, "someone.elses")).IsEmpty();
        Assert.Empty(desk.Slack.Calls);
    }

    [Fact]
    public async Task a_submission_that_comes_twice_has_one_effect()
    {
        await using var desk = await Desk();
        await desk.Command(SlackDesk.Alice, "");
        var filled = await Filled(desk, SlackDesk.Deed, SlackDesk.Ben);
        (await desk.Submit(SlackDesk.Alice, View(desk), filled)).IsEmpty();
        var again = await desk.Submit(SlackDesk.Alice, View(desk), filled);
        Assert.Contains("already got these very words", again.Body, StringComparison.Ordinal);
        Assert.Equal(1, await desk.Host.Read(db => db.Kudos.CountAsync()));
    }

    [Fact]
    public async Task a_required_value_is_asked_for_and_a_value_that_is_off_is_not_shown()
    {
        await using var desk = await Desk();
        await Policy(desk, "Required");
        await desk.Command(SlackDesk.Alice, "");
        var wrong = await desk.Submit(SlackDesk.Alice, View(desk), await Filled(desk, SlackDesk.Deed, SlackDesk.Ben));
        Assert.Contains("Pick the value", (string)wrong.Json()["errors"]!["values"]!, StringComparison.Ordinal);
        await Policy(desk, "Off");
        await desk.Command(SlackDesk.Alice, "");
        Assert.DoesNotContain("values", View(desk)["blocks"]!.AsArray().Select(block => (string?)block!["block_id"]));
    }

    static async Task Policy(SlackDesk desk, string value)
    {
        await desk.Host.Store.Do(async db =>
        {
            await db.Policies.Where(policy => policy.Key == Bot.Data.Policies.KudosValueKey).ExecuteDeleteAsync();
            db.Policies.Add(new Bot.Data.Policy { Key = Bot.Data.Policies.KudosValueKey, Value = value });
            return await db.SaveChangesAsync();
        }, default);
        ((Bot.Data.Register)desk.Host.Services.GetService(typeof(Bot.Data.Register))!).Forget();
    }
}
