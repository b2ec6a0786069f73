using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>Buttons and forms that are not what they say, or not theirs who use them.</summary>
[Trait("Database", "Both")]
public sealed class TicketsOnSlackTests
{
    [Fact]
    public async Task someone_elses_button_is_refused_in_words()
    {
        await using var desk = await SlackDesk.Open();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        foreach (var label in new[] { "Undo", "Edit the words" })
            (await desk.Press(SlackDesk.Chloe, Drawn.Button(said.Json(), label))).IsEmpty();
        Assert.All(desk.Slack.Of("response_url"), answer => Assert.Contains("someone else's card", Drawn.Words(answer.Body["blocks"]), StringComparison.Ordinal));
        Assert.Equal(2, desk.Slack.Of("response_url").Count);
        Assert.Equal(0, await desk.Host.Read(db => db.Kudos.CountAsync(kudos => kudos.UndoneAt != null)));
    }

    [Fact]
    public async Task someone_elses_form_is_refused_in_words()
    {
        await using var desk = await SlackDesk.Open();
        await desk.Command(SlackDesk.Alice, "");
        var said = await desk.Submit(SlackDesk.Chloe, desk.Slack.Of("views.open")[0].Body["view"]!, new JsonObject { ["words"] = SlackDesk.Deed, ["people"] = new JsonArray((await desk.Member(SlackDesk.Ben)).ToString()) });
        Assert.Contains("opened by someone else", Drawn.Words(said.Json()["view"]), StringComparison.Ordinal);
        Assert.Empty(desk.Slack.Of("chat.postEphemeral"));
        Assert.Equal(0, await desk.Host.Read(db => db.Kudos.CountAsync()));
    }

    [Fact]
    public async Task a_ticket_with_any_character_altered_is_refused_in_words_and_changes_nothing()
    {
        await using var desk = await SlackDesk.Open();
        var said = await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        await desk.Host.Deliver();
        var before = await desk.Stored();
        var ticket = (string)Drawn.Button(said.Json(), "Undo")["value"]!;
        var tried = 0;
        for (var at = 0; at < ticket.Length; at++, tried++)
            (await desk.Press(SlackDesk.Alice, Button(ticket[..at] + (ticket[at] == 'A' ? 'B' : 'A') + ticket[(at + 1)..]))).IsEmpty();
        foreach (var other in new[] { ticket[..^1], ticket + "A", "", "42", "=", new string('A', 2000), ticket[..^22] })
            (await desk.Press(SlackDesk.Alice, Button(other))).IsEmpty();
        var answers = desk.Slack.Of("response_url");
        Assert.All(answers, answer => Assert.Contains("no longer valid", Drawn.Words(answer.Body["blocks"]), StringComparison.Ordinal));
        Assert.Equal(ticket.Length + 7, answers.Count);
        Assert.Equal(before, await desk.Stored());
        Assert.Equal(0, await desk.Host.Read(db => db.Kudos.CountAsync(kudos => kudos.UndoneAt != null)));
    }

    [Theory]
    [InlineData("kudos.edit")]
    [InlineData("kudos.rules")]
    public async Task a_forms_ticket_opens_no_other_form(string callback)
    {
        await using var desk = await SlackDesk.Open();
        await desk.Command(SlackDesk.Alice, "");
        var view = desk.Slack.Of("views.open")[0].Body["view"]!.DeepClone();
        view["callback_id"] = callback;
        var said = await desk.Submit(SlackDesk.Alice, view, new JsonObject { ["words"] = SlackDesk.Deed });
        Assert.Equal("errors", (string)said.Json()["response_action"]!);
        Assert.Contains("This form is no longer valid", said.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_ticket_of_another_installation_is_none()
    {
        await using var desk = await SlackDesk.Open();
        var tickets = (Bot.Conversation.Tickets)desk.Host.Services.GetService(typeof(Bot.Conversation.Tickets))!;
        var ticket = tickets.Seal(new Bot.Conversation.Ticket(new ServiceCulture.Cards.Ref("kudos.open"), new Bot.Conversation.Address(77, Bot.Conversation.PlaceKind.Channel, SlackDesk.General), null));
        (await desk.Press(SlackDesk.Alice, Button(ticket))).IsEmpty();
        Assert.Contains("no longer valid", Drawn.Words(Assert.Single(desk.Slack.Of("response_url")).Body["blocks"]), StringComparison.Ordinal);
        Assert.Empty(desk.Slack.Of("views.open"));
    }

    static JsonObject Button(string ticket) => new() { ["action_id"] = "kudos.undo", ["value"] = ticket };
}
