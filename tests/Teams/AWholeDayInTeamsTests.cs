using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Tests.Programmes;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>A check-in from the first private card to the erasure, as one person lives it in Teams: what is private in dialogs only (task/fetch, task/submit), the clock moved by hand.</summary>
[Trait("Database", "Both")]
public sealed class AWholeDayInTeamsTests : IAsyncLifetime
{
    const string Thought = "Zanzibar again: I always ruin every single call";
    const string Swap = "This one call went badly, and Zanzibar rang off friendlier";

    readonly List<Call> _calls = [];
    TeamsTalk talk = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await Start();
        await talk.Meet();
        await talk.Host.StartDaytime();
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task asked_at_a_moved_clock_answered_swapped_seen_exported_and_erased()
    {
        var question = await IsAsked();
        var done = (await talk.Press(Ann, question, "A bit shaky")).Card;
        Assert.Contains("Thank you for taking the moment", done.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("shaky", done.ToJsonString(), StringComparison.Ordinal);
        // The message behind the card stands so too, in place.
        Assert.Equal("PUT", Assert.Single(await Heard()).Method);

        await Sorts(done);
        await SeesItInMyDay();
        var mine = await Dialog("mydata", "My data");
        var file = await talk.Host.Takes((await talk.Press(Ann, mine, "Next", Picked(ShowMyData.ChoiceField, ShowMyData.Export))).Dialog.ToJsonString());
        Assert.Equal("2", (string)Assert.Single(file["checkIns"]!["days"]!.AsArray())!["step"]!);
        Assert.Contains(Swap, Assert.Single(file["checkIns"]!["thoughts"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        await Erases(mine, done);

        Assert.DoesNotContain(_calls, call => call.Body?.ToJsonString().Contains("Zanzibar", StringComparison.Ordinal) == true);
        Assert.False(await talk.Host.Wrote("Zanzibar"));
    }

    async Task<JsonObject> IsAsked()
    {
        await MoveTo(6);
        Assert.Empty(await Heard());
        await MoveTo(12);
        var card = Assert.Single(await Heard()).Card;
        Assert.Contains("Until you say yes I ask nothing", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Noted", (await talk.Press(Ann, card, "Yes, at the start of my shift")).Card.ToJsonString(), StringComparison.Ordinal);
        await MoveTo(6);
        Assert.Equal("PUT", Assert.Single(await Heard()).Method);
        await MoveTo(12);
        var question = Assert.Single(await Heard());
        Assert.Equal("POST", question.Method);
        Assert.Contains("How steady do you feel right now?", question.Card.ToJsonString(), StringComparison.Ordinal);
        return question.Card;
    }

    async Task Sorts(JsonObject done)
    {
        var opened = await talk.Press(Ann, done, "A thought to sort out");
        Assert.Equal("continue", (string)opened.Task["type"]!);
        var pattern = (await talk.Press(Ann, opened.Dialog, "Next", Picked(SortThought.WordsField, Thought))).Dialog;
        Assert.Contains("Suggestions come from a word list and can be wrong", pattern.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("It is simply true", pattern.ToJsonString(), StringComparison.Ordinal);
        var swap = (await talk.Press(Ann, pattern, "Next", Picked(NamePattern.Field, NamePattern.NoneOfThese))).Dialog;
        var kept = await talk.Press(Ann, swap, "Keep it", Picked(SwapThought.OwnField, Swap));
        Assert.Equal(System.Net.HttpStatusCode.OK, kept.Status);
        Assert.Empty(await Heard());
    }

    async Task SeesItInMyDay()
    {
        var days = await Dialog("myday", "My days");
        Assert.Contains(Thought, days.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("No thought was found with", (await talk.Press(Ann, days, "Show", Picked(MyDay.SearchField, "marmalade"))).Dialog.ToJsonString(), StringComparison.Ordinal);
        var row = await talk.Host.Read(db => db.Thoughts.Select(one => one.Id).SingleAsync());
        var edit = (await talk.Press(Ann, days, "Show", Picked(MyDay.ThoughtField, row.ToString()))).Dialog.ToJsonString();
        Assert.Contains(Thought, edit, StringComparison.Ordinal);
        Assert.Contains(Swap, edit, StringComparison.Ordinal);
    }

    async Task Erases(JsonObject mine, JsonObject done)
    {
        var erase = (await talk.Press(Ann, mine, "Next", Picked(ShowMyData.ChoiceField, ShowMyData.Erase))).Dialog;
        var erased = await talk.Press(Ann, erase, "Erase for good", new JsonObject { [EraseMyData.NameField] = EraseMyData.KeepName, [EraseMyData.ConfirmationField] = EraseMyData.Word });
        Assert.Contains("your key is destroyed", erased.Dialog.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, await talk.Host.Read(async db => await db.CheckIns.CountAsync() + await db.Thoughts.CountAsync() + await db.Asks.CountAsync()));
        await talk.Press(Ann, done, "A thought to sort out");
        Assert.DoesNotContain("Zanzibar", (await Dialog("myday", "My days")).ToJsonString(), StringComparison.Ordinal);
        await Heard();
        await MoveTo(12);
        Assert.Empty(await Heard());
    }

    // What is typed becomes a button, and that opens the dialog.
    async Task<JsonObject> Dialog(string command, string button)
    {
        await talk.Says(Ann, command);
        return (await talk.Press(Ann, Assert.Single(await Heard()).Card, button)).Dialog;
    }

    // Tokens live for an hour.
    async Task MoveTo(int hour)
    {
        talk.Mint.Clock.Now = talk.Host.Clock.Now + talk.Host.Until(hour);
        await talk.Host.MoveTo(hour);
    }

    /// <summary>What went into Ann's own chat since.</summary>
    async Task<List<Call>> Heard()
    {
        // One conversation gets one message a second.
        talk.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        var calls = await talk.Received();
        _calls.AddRange(calls);
        return [.. calls.Where(call => call.Path.StartsWith($"v3/conversations/a:{Ann.Id}/activities", StringComparison.Ordinal))];
    }

    static JsonObject Picked(string field, string value) => new() { [field] = value };
}
