using System.Text.Json.Nodes;

namespace ServiceCulture.Tests.Peers.Rigs;

public sealed class PlaygroundRigTests(Chromium chromium)
{
    [Fact]
    public async Task A_card_is_filled_and_sent_in_the_page_and_is_replaced_in_place()
    {
        Needs.Chromium();
        await using var bot = await PretendBot.StartAsync();
        await using var playground = await Playground.StartAsync(bot.Messages, Loopback.FreePort());
        var teams = await PlaygroundPage.OpenAsync(chromium, playground);

        await teams.SayAsync("form");
        var form = await teams.SeeCardAsync("Thank somebody");
        await PlaygroundPage.PressAsync(form, "Ask");
        await teams.SeeAsync("Nothing to ask.");
        await PlaygroundPage.PressAsync(form, "Send");
        await teams.SeeAsync("Pick somebody.");
        await teams.PickAsync(form, "Whom", "Bela Sample");
        await teams.PickAsync(form, "Filtered", "Red", "Blue");
        await teams.PickAsync(form, "Who sees it", "Only them");
        await PlaygroundPage.TickAsync(form, "Empathy");
        await PlaygroundPage.TickAsync(form, "A customer thanked them");
        await PlaygroundPage.FillAsync(form, "What did they do?", "Stayed *calm* <b>all day");
        await teams.Page.ShootAsync("rig-playground-form");
        await PlaygroundPage.PressAsync(form, "Send");

        var sent = await teams.SeeCardAsync("Sent");
        Assert.Equal(1, await teams.Cards.CountAsync());
        var data = JsonNode.Parse((await sent.InnerTextAsync()).Trim()["Sent ".Length..]);
        var expected = JsonNode.Parse("""
            {"ticket":"t-1","to":"m2","values":"empathy","who":"them","words":"Stayed *calm* <b>all day","customer":"true"}
            """);
        Assert.Equal(["b", "r"], ((string)data!["plain"]!).Split(',').Order());
        data.AsObject().Remove("plain");
        Assert.True(JsonNode.DeepEquals(expected, data), data.ToJsonString());
        await teams.SeeAsync("It has arrived.");
        await teams.Page.ShootAsync("rig-playground-sent");
        Assert.DoesNotContain(bot.Received, a => (string?)a["name"] == "application/search");
    }

    [Fact]
    public async Task The_log_shows_what_the_bot_sent_to_somebody_else()
    {
        await using var bot = await PretendBot.StartAsync();
        await using var playground = await Playground.StartAsync(bot.Messages, Loopback.FreePort());

        await playground.InstallAsync();
        await playground.SayAsync("form");
        var form = await playground.Log.BotSendsAsync(e => e.Card is not null, "the form");
        var answer = await playground.ExecuteAsync(form.MessageId, "try.send", new() { ["words"] = "Kept calm" });

        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer!["type"]);
        var told = await playground.Log.BotSendsAsync(
            e => e.Request?.ToJsonString().Contains("Ada thanks you", StringComparison.Ordinal) == true, "the message to Bela");
        Assert.NotEqual(PlaygroundPeople.PersonalChat, told.Conversation);
        Assert.Equal(["message", "invoke"], bot.Received.Select(a => (string?)a["type"]).Skip(2));
    }

    [Fact]
    public async Task In_a_group_the_bot_hears_only_what_mentions_it_and_others_may_press()
    {
        await using var bot = await PretendBot.StartAsync();
        await using var playground = await Playground.StartAsync(bot.Messages, Loopback.FreePort());

        await playground.SayAsync("not for the bot", PlaygroundPeople.GroupChat);
        await playground.SayAsync("form", PlaygroundPeople.GroupChat, mentioningTheBot: true);
        var form = await playground.Log.BotSendsAsync(e => e.Card is not null, "the form");
        await playground.ExecuteAsync(form.MessageId, "try.ask", [], PlaygroundPeople.Bela, PlaygroundPeople.GroupChat);

        Assert.Equal(2, bot.Received.Count);
        Assert.Equal(PlaygroundPeople.Bela.Id, (string?)bot.Received[1]["from"]!["id"]);
    }

    [Fact]
    public async Task Any_activity_is_forwarded_as_it_stands()
    {
        await using var bot = await PretendBot.StartAsync();
        await using var playground = await Playground.StartAsync(bot.Messages, Loopback.FreePort());
        var activity = new JsonObject { ["type"] = "messageReaction", ["id"] = "f:1", ["from"] = new JsonObject { ["id"] = "29:cleo" } };

        await playground.ForwardAsync(activity);

        var received = await Eventually.SeeAsync(() => bot.Received.SingleOrDefault(), "the forwarded activity");
        Assert.True(JsonNode.DeepEquals(activity, received));
    }
}
