using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Programmes;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>A rough moment in Teams: what is private is a dialog, opened and sent by task/fetch and task/submit; no card holds a word of it.</summary>
[Trait("Database", "Both")]
public sealed class RoughInTeamsTests : IAsyncLifetime
{
    const string Thought = "Zanzibar is on the line again and I dread it";

    TeamsTalk talk = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await Start();
        await talk.Meet();
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    static JsonObject CardIn(IEnumerable<Call> calls, Colleague who) => Assert.Single(calls, call => call.Path == $"v3/conversations/a:{who.Id}/activities").Card;

    async Task<JsonObject> Next(string way)
    {
        await talk.Says(Ann, "rough");
        var card = CardIn(await talk.Received(), Ann);
        var first = await talk.Press(Ann, card, "Rough moment");
        Assert.Contains("Nothing of it is kept or counted", first.Dialog.ToJsonString(), StringComparison.Ordinal);
        return (await talk.Press(Ann, first.Dialog, "Next", new JsonObject { [RoughMoment.NextField] = way })).Dialog;
    }

    [Fact]
    public async Task a_thought_is_refused_with_its_words_kept_then_parked_and_comes_back_behind_a_button()
    {
        var park = await Next(RoughMoment.Park);
        var wrong = await talk.Press(Ann, park, "Park it", new JsonObject { [ParkThought.WordsField] = Thought + new string('x', ParkThought.Most) });
        Assert.Contains("Please keep it to 1,000", wrong.Dialog.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Zanzibar", wrong.Dialog.ToJsonString(), StringComparison.Ordinal);
        var parked = await talk.Press(Ann, wrong.Dialog, "Park it", new JsonObject { [ParkThought.WordsField] = Thought });
        Assert.Contains("It waits", parked.Dialog.ToJsonString(), StringComparison.Ordinal);

        talk.Host.Clock.Advance(TimeSpan.FromDays(4)); // It comes back in the next stretch of work, which a weekend may put off.
        Assert.Equal(1, await talk.Host.Services.GetRequiredService<BringingBack>().Run(default));
        var calls = await talk.Received();
        Assert.DoesNotContain(calls, call => call.Body?.ToJsonString().Contains("Zanzibar", StringComparison.Ordinal) == true);
        talk.Mint.Clock.Now = talk.Host.Clock.Now;
        var opened = await talk.Press(Ann, CardIn(calls, Ann), "Open it");
        Assert.Contains(Thought, opened.Dialog.ToJsonString(), StringComparison.Ordinal);
        await talk.Press(Ann, opened.Dialog, "Done", new JsonObject { [ParkedThought.ChoiceField] = ParkedThought.LetGo });
        Assert.Equal(0, await talk.Host.Read(db => db.Thoughts.CountAsync()));
        Assert.DoesNotContain(await talk.Host.Read(db => db.Messages.Select(message => message.Body).ToListAsync()), body => body.Contains("Zanzibar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task five_minutes_are_asked_for_answered_and_heard_of()
    {
        var bella = await talk.Host.Read(async db => (await db.Accounts.SingleAsync(account => account.ExternalId == Bella.Id)).MemberId);
        await talk.Host.PutsAtWork(bella);
        var asked = await talk.Press(Ann, await Next(RoughMoment.FiveMinutes), "Ask", new JsonObject { [AskFiveMinutes.PersonField] = bella.ToString() });
        Assert.Contains("I have asked Bella Brook", asked.Dialog.ToJsonString(), StringComparison.Ordinal);
        var calls = await talk.Received();
        Assert.NotNull(Button(CardIn(calls, Ann), "Take it back"));

        var said = await talk.Press(Bella, CardIn(calls, Bella), "Not now");
        Assert.Contains("and can ask somebody else", said.Card.ToJsonString(), StringComparison.Ordinal);
        var changes = await talk.Received();
        Assert.All(changes, call => Assert.True(call.Method == "PUT" || call.Path.Contains(Ann.Id, StringComparison.Ordinal)));
        // One conversation gets one message a second: what is changed there goes first, or last.
        talk.Host.Clock.Advance(TimeSpan.FromSeconds(5));
        var news = Assert.Single(changes.Concat(await talk.Received()), call => call.Method == "POST" && call.Path == $"v3/conversations/a:{Ann.Id}/activities");
        var again = await talk.Press(Ann, news.Card, "Ask someone else");
        Assert.Contains("Whom would you like to ask?", again.Dialog.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task closing_the_first_dialog_is_all_there_need_be()
    {
        await talk.Says(Ann, "rough before");
        var card = CardIn(await talk.Received(), Ann);
        var rows = await talk.Rows();
        var first = await talk.Press(Ann, card, "Rough moment");
        Assert.DoesNotContain("After one:", first.Dialog.ToJsonString(), StringComparison.Ordinal);
        await talk.Press(Ann, first.Dialog, "Next");
        Assert.Equal(rows, await talk.Rows());
    }
}
