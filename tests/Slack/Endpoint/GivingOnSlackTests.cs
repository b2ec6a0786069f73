using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>Kudos from a typed line to the people they are for, over HTTP.</summary>
[Trait("Database", "Both")]
public sealed class GivingOnSlackTests
{
    static Task<SlackDesk> Desk() => SlackDesk.Open();

    [Fact]
    public async Task a_typed_line_is_confirmed_at_once_posted_in_the_channel_and_sent_to_the_receiver()
    {
        await using var desk = await Desk();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}|ben> #patience {SlackDesk.Deed}");
        Assert.Equal("ephemeral", (string)said.Json()["response_type"]!);
        Assert.Contains($"Your thanks are on their way to <@{SlackDesk.Ben}>", Drawn.Words(said.Json()["blocks"]), StringComparison.Ordinal);
        Assert.NotNull(Drawn.Button(said.Json(), "Undo"));
        Assert.NotNull(Drawn.Button(said.Json(), "Edit the words"));
        Assert.Empty(desk.Slack.Calls);

        await desk.Host.Deliver();
        var posted = Assert.Single(desk.Slack.In(SlackDesk.General));
        Assert.Contains($"<@{SlackDesk.Alice}> thanks <@{SlackDesk.Ben}> for patience", Drawn.Words(posted["blocks"]), StringComparison.Ordinal);
        Assert.Contains(SlackDesk.Deed, Drawn.Words(posted["blocks"]), StringComparison.Ordinal);
        Assert.Equal(SlackDesk.Ben, (string)Assert.Single(desk.Slack.Of("conversations.open")).Body["users"]!);
        Assert.Contains("thanks you", Drawn.Words(Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Ben)))["blocks"]), StringComparison.Ordinal);
        Assert.Empty(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)));
    }

    [Fact]
    public async Task the_conversation_with_a_person_is_opened_once()
    {
        await using var desk = await Desk();
        await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        await desk.Host.Deliver();
        await desk.Command(SlackDesk.Chloe, $"<@{SlackDesk.Ben}> {SlackDesk.Deed} as well");
        await desk.Host.Deliver();
        Assert.Single(desk.Slack.Of("conversations.open"));
        Assert.Equal(2, desk.Slack.In(FakeSlack.Direct(SlackDesk.Ben)).Count);
    }

    [Fact]
    public async Task undo_changes_the_confirmation_the_post_and_what_was_received()
    {
        await using var desk = await Desk();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        await desk.Host.Deliver();
        (await desk.Press(SlackDesk.Alice, Drawn.Button(said.Json(), "Undo"))).IsEmpty();
        var answer = Assert.Single(desk.Slack.Of("response_url")).Body;
        Assert.True((bool)answer["replace_original"]!);
        Assert.Contains("Taken back", Drawn.Words(answer["blocks"]), StringComparison.Ordinal);

        await desk.Host.Deliver();
        Assert.Equal(2, desk.Slack.Of("chat.update").Count);
        foreach (var place in new[] { SlackDesk.General, FakeSlack.Direct(SlackDesk.Ben) })
        {
            var words = Drawn.Words(Assert.Single(desk.Slack.In(place))["blocks"]);
            Assert.Contains("took these kudos back", words, StringComparison.Ordinal);
            Assert.DoesNotContain("furious", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task undo_is_over_after_five_minutes_and_says_so()
    {
        await using var desk = await Desk();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        await desk.Host.Deliver();
        desk.Host.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        (await desk.Press(SlackDesk.Alice, Drawn.Button(said.Json(), "Undo"))).IsEmpty();
        var answer = Assert.Single(desk.Slack.Of("response_url")).Body;
        Assert.False((bool)answer["replace_original"]!);
        Assert.Contains("five minutes", Drawn.Words(answer["blocks"]), StringComparison.Ordinal);
        await desk.Host.Deliver();
        Assert.Empty(desk.Slack.Of("chat.update"));
    }

    [Fact]
    public async Task edited_words_change_in_place_and_are_marked()
    {
        await using var desk = await Desk();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        await desk.Host.Deliver();
        (await desk.Press(SlackDesk.Alice, Drawn.Button(said.Json(), "Edit the words"))).IsEmpty();
        var view = Assert.Single(desk.Slack.Of("views.open")).Body["view"]!;
        Assert.Equal(SlackDesk.Deed, (string)Drawn.Element(view, "words")["initial_value"]!);

        var words = "stayed with the caller, and the refund went out before noon";
        (await desk.Submit(SlackDesk.Alice, view, new JsonObject { ["words"] = words })).IsEmpty();
        Assert.Contains("new words", Drawn.Words(Assert.Single(desk.Slack.Of("chat.postEphemeral")).Body["blocks"]), StringComparison.Ordinal);
        await desk.Host.Deliver();
        Assert.Equal(2, desk.Slack.Of("chat.update").Count);
        foreach (var place in new[] { SlackDesk.General, FakeSlack.Direct(SlackDesk.Ben) })
        {
            var shown = Drawn.Words(Assert.Single(desk.Slack.In(place))["blocks"]);
            Assert.Contains(words, shown, StringComparison.Ordinal);
            Assert.Contains("Edited", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task an_edit_before_the_first_post_is_posted_once_in_its_newest_words()
    {
        await using var desk = await Desk();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        await desk.Press(SlackDesk.Alice, Drawn.Button(said.Json(), "Edit the words"));
        await desk.Submit(SlackDesk.Alice, desk.Slack.Of("views.open")[0].Body["view"]!, new JsonObject { ["words"] = "answered the caller until it was solved" });
        await desk.Host.Deliver();
        Assert.Contains("answered the caller", Drawn.Words(Assert.Single(desk.Slack.In(SlackDesk.General))["blocks"]), StringComparison.Ordinal);
        Assert.Empty(desk.Slack.Of("chat.update"));
    }

    [Fact]
    public async Task in_a_direct_message_a_line_is_confirmed_there()
    {
        await using var desk = await Desk();
        (await desk.Direct(SlackDesk.Alice, $"kudos <@{SlackDesk.Ben}> {SlackDesk.Deed}")).IsEmpty();
        Assert.Empty(desk.Slack.Calls);
        await desk.Host.Deliver();
        Assert.Contains("Your thanks are on their way", Drawn.Words(Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)))["blocks"]), StringComparison.Ordinal);
        Assert.Contains("thanks you", Drawn.Words(Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Ben)))["blocks"]), StringComparison.Ordinal);
        Assert.Empty(desk.Slack.In(SlackDesk.General));
    }

    [Fact]
    public async Task a_mention_in_a_channel_posts_there_and_confirms_in_private()
    {
        await using var desk = await Desk();
        (await desk.Mention(SlackDesk.Alice, $"<@U0BOT> kudos <@{SlackDesk.Ben}> {SlackDesk.Deed}")).IsEmpty();
        await desk.Host.Deliver();
        Assert.Contains(SlackDesk.Deed, Drawn.Words(Assert.Single(desk.Slack.In(SlackDesk.General))["blocks"]), StringComparison.Ordinal);
        Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)));
        Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Ben)));
    }

    [Fact]
    public async Task a_mention_inside_the_words_is_said_by_name_and_a_channel_at_their_end_stays()
    {
        await using var desk = await Desk();
        (await desk.Direct(SlackDesk.Alice, $"kudos <@{SlackDesk.Ben}> helped <@{SlackDesk.Chloe}>, and answered everyone in <#{SlackDesk.General}|general>")).IsEmpty();
        Assert.Equal("helped @Chloé Durand, and answered everyone in #general", (await desk.Host.Read(db => db.Kudos.SingleAsync())).Words);
    }

    [Fact]
    public async Task a_mention_in_a_question_and_in_a_message_of_whose_menu_is_chosen_is_said_by_name()
    {
        await using var desk = await Desk();
        await desk.Direct(SlackDesk.Alice, $"ask who may refund this when <@{SlackDesk.Chloe}> is away");
        Assert.Equal("who may refund this when @Chloé Durand is away", (await desk.Host.Read(db => db.Questions.SingleAsync())).Words);
        await desk.MessageMenu(SlackDesk.Alice, SlackDesk.Ben, $"<@{SlackDesk.Chloe}> has solved it", "question.from-message");
        Assert.Contains("@Chloé Durand has solved it", desk.Slack.Of("views.open")[^1].Body["view"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hey <@U0BOT> help")]
    [InlineData("<@U0BOT> help")]
    [InlineData("<@U0BOT>, help")]
    [InlineData("help <@U0BOT>")]
    public async Task a_command_is_found_before_and_behind_the_mention(string text)
    {
        await using var desk = await Desk();
        (await desk.Mention(SlackDesk.Alice, text)).IsEmpty();
        await desk.Host.Deliver();
        Assert.Contains("What I can do for you", Drawn.Words(Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)))["blocks"]), StringComparison.Ordinal);
        Assert.Empty(desk.Slack.In(SlackDesk.General));
    }

    [Fact]
    public async Task the_same_event_again_has_one_effect()
    {
        await using var desk = await Desk();
        for (var delivery = 0; delivery < 3; delivery++)
            (await desk.Direct(SlackDesk.Alice, $"kudos <@{SlackDesk.Ben}> {SlackDesk.Deed}", id: "Ev0AGAIN")).IsEmpty();
        await desk.Host.Deliver();
        Assert.Equal(1, await desk.Host.Read(db => db.Kudos.CountAsync()));
        Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)));
        Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Ben)));
    }

    [Fact]
    public async Task the_same_event_at_the_same_moment_has_one_effect()
    {
        await using var desk = await Desk();
        var deliveries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Direct(SlackDesk.Alice, $"kudos <@{SlackDesk.Ben}> {SlackDesk.Deed}", id: "Ev0AGAIN")));
        Assert.All(deliveries, said => said.IsEmpty());
        Assert.Equal(1, await desk.Host.Read(db => db.Kudos.CountAsync()));
    }

    [Fact]
    public async Task a_press_delivered_twice_has_one_effect_and_shows_the_card_as_it_stands()
    {
        await using var desk = await Desk();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        await desk.Host.Deliver();
        (await desk.Press(SlackDesk.Alice, Drawn.Button(said.Json(), "Undo"), trigger: "7.7.same")).IsEmpty();
        (await desk.Press(SlackDesk.Alice, Drawn.Button(said.Json(), "Undo"), trigger: "7.7.same")).IsEmpty();
        Assert.All(desk.Slack.Of("response_url"), answer => Assert.Contains("Taken back", Drawn.Words(answer.Body["blocks"]), StringComparison.Ordinal));
        Assert.Equal(2, desk.Slack.Of("response_url").Count);
        Assert.Equal(1, await desk.Host.Read(db => db.Audit.CountAsync()));
        await desk.Host.Deliver();
        Assert.Equal(2, desk.Slack.Of("chat.update").Count);
    }

    [Fact]
    public async Task the_same_words_twice_are_refused_in_the_form_with_all_kept()
    {
        await using var desk = await Desk();
        await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        (await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}")).IsEmpty();
        var view = Assert.Single(desk.Slack.Of("views.open")).Body["view"]!;
        Assert.Contains("already got these very words", Drawn.Words(view), StringComparison.Ordinal);
        Assert.Equal(SlackDesk.Deed, (string)Drawn.Element(view, "words")["initial_value"]!);
    }

    [Fact]
    public async Task where_the_bot_is_not_in_the_channel_the_receiver_still_gets_it_and_the_giver_is_told()
    {
        await using var desk = await Desk();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}", channel: "C09CLOSED", channelName: "privategroup");
        Assert.Contains("on their way", said.Body, StringComparison.Ordinal);
        await desk.Host.Deliver();
        Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Ben)));
        var told = Drawn.Words(Assert.Single(desk.Slack.In(FakeSlack.Direct(SlackDesk.Alice)))["blocks"]);
        Assert.Contains("I'm not a member there. Invite me", told, StringComparison.Ordinal);
        Assert.DoesNotContain("not_in_channel", told, StringComparison.Ordinal);
        Assert.Equal("not_in_channel", await desk.Host.Read(db => db.Messages.Where(m => m.DeadAt != null).Select(m => m.LastError).SingleAsync()));
    }

    [Fact]
    public async Task in_a_thread_it_is_posted_in_the_thread()
    {
        await using var desk = await Desk();
        await desk.Event($$"""{"type":"app_mention","user":"{{SlackDesk.Alice}}","text":"<@U0BOT> kudos <@{{SlackDesk.Ben}}> {{SlackDesk.Deed}}","ts":"1795309485.000009","thread_ts":"1795309485.000001","channel":"C01GEN"}""");
        await desk.Host.Deliver();
        Assert.Equal("1795309485.000001", (string?)Assert.Single(desk.Slack.In(SlackDesk.General))["thread_ts"]);
    }

    [Fact]
    public async Task a_name_that_two_people_bear_is_asked_about_in_the_form()
    {
        await using var desk = await Desk();
        desk.Slack.AddUser("U05BEN", "Ben Castle");
        await desk.ReadRoster();
        (await desk.Command(SlackDesk.Alice, $"@Ben {SlackDesk.Deed}")).IsEmpty();
        Assert.Contains("Which “Ben” do you mean: Ben Brook and Ben Castle?", Drawn.Words(Assert.Single(desk.Slack.Of("views.open")).Body["view"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task my_kudos_values_and_help_are_whispered()
    {
        await using var desk = await Desk();
        await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> #patience #fairness {SlackDesk.Deed}");
        foreach (var (words, expected) in new[] { ("mykudos", "1 thank-you"), ("values", "Our values"), ("values patience", "What it looks like"), ("help", "What I can do for you"), ("", "What I can do for you"), ("dance", "I don't know the command “dance”") })
        {
            var said = await desk.Command(SlackDesk.Ben, words, "/culture");
            Assert.Equal("ephemeral", (string)said.Json()["response_type"]!);
            Assert.Contains(expected, Drawn.Words(said.Json()["blocks"]), StringComparison.Ordinal);
            Assert.Empty(SlackBlocks.FaultsOfMessage(System.Text.Json.JsonDocument.Parse(said.Json()["blocks"]!.ToJsonString()).RootElement));
            Assert.True(said.Body.Length < 30_000, $"{words}: {said.Body.Length}");
        }
    }
}
