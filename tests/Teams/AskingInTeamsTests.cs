using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Tests.Programmes;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>The first private card, the question at its time, and the pause in a dialog, as Teams speaks and hears.</summary>
[Trait("Database", "Both")]
public sealed class AskingInTeamsTests : IAsyncLifetime
{
    TeamsTalk talk = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await Start();
        await talk.Meet();
        await talk.Host.StartProgramme();
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task the_card_gives_way_to_the_choice_the_question_comes_and_the_pause_is_a_dialog()
    {
        await Minute(TimeSpan.FromHours(2));
        var card = To(await talk.Received(), Ann).Card;
        var chosen = await talk.Press(Ann, card, "Yes, at the start of my shift");
        Assert.Contains("Noted", chosen.Card.ToJsonString(), StringComparison.Ordinal);
        await Minute(TimeSpan.FromDays(1));
        var question = (await talk.Received()).Last(call => call.Path == $"v3/conversations/a:{Ann.Id}/activities").Card;
        Assert.Contains("How steady", question.ToJsonString(), StringComparison.Ordinal);

        var opened = await talk.Press(Ann, question, "Pause…");
        Assert.Equal("continue", opened.Task["type"]!.GetValue<string>());
        var wrong = await talk.Press(Ann, opened.Dialog, "Save", new JsonObject { ["for"] = "until", ["from"] = "2020-01-01" });
        Assert.Contains("A day from tomorrow on", wrong.Dialog.ToJsonString(), StringComparison.Ordinal);
        var taken = await talk.Press(Ann, wrong.Dialog, "Save", new JsonObject { ["for"] = "good" });
        Assert.Contains("Paused for good", taken.Dialog.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(DateOnly.MaxValue, (await talk.Host.Read(db => db.Participations.SingleAsync(one => one.Taking == Taking.AtStart))).PausedUntil);
        await Minute(TimeSpan.FromDays(1));
        Assert.DoesNotContain(await talk.Received(), call => call.Path == $"v3/conversations/a:{Ann.Id}/activities");
    }

    [Fact]
    public async Task pause_that_is_typed_becomes_a_button_whose_dialog_no_chat_message_tells_of()
    {
        await talk.Says(Bella, "pause");
        var card = To(await talk.Received(), Bella).Card;
        Assert.DoesNotContain("Input.", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("continue", (await talk.Press(Bella, card, "When I ask you")).Task["type"]!.GetValue<string>());
    }

    // Tokens live for an hour.
    async Task Minute(TimeSpan later)
    {
        talk.Mint.Clock.Now = talk.Host.Clock.Now + later;
        await talk.Host.Minute(later);
    }

    static Call To(IEnumerable<Call> calls, Colleague who) => Assert.Single(calls, call => call.Path == $"v3/conversations/a:{who.Id}/activities");
}
