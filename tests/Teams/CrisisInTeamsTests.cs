using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Cards.Escalations;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>Help in a crisis as Teams carries it: in dialogs (task/fetch, task/submit), or as an answer that repeats no word.</summary>
[Trait("Database", "Both")]
public sealed class CrisisInTeamsTests : IAsyncLifetime
{
    const string Cry = "I want to kill myself", Number = "call your local emergency number now";

    TeamsTalk talk = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await Start();
        await talk.Meet();
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task the_button_opens_a_dialog_at_once_and_a_named_person_gets_one_sentence()
    {
        await talk.Says(Ann, "checkin");
        var card = CardTo(await talk.Received(), Ann);
        var help = (await talk.Press(Ann, card, "Get help now")).Dialog;
        Assert.Contains(Number, help.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("nobody is watching", help.ToJsonString(), StringComparison.Ordinal);
        var bella = await talk.Host.Read(db => db.Accounts.Where(account => account.ExternalId == Bella.Id).Select(account => account.MemberId).SingleAsync());
        await talk.Press(Ann, help, "Ask this person", new JsonObject { [GetHelp.PersonField] = bella.ToString() });
        var calls = await talk.Received();
        Assert.Contains("Ann Ashby", CardTo(calls, Bella).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(calls, call => call.Path.Contains(Carlos.Id, StringComparison.Ordinal) || call.Path.Contains(Team, StringComparison.Ordinal));
    }

    [Fact]
    public async Task words_in_a_dialog_are_answered_in_the_next_one_and_in_no_message()
    {
        var pattern = await Sorts(Cry);
        Assert.Contains(Number, pattern.ToJsonString(), StringComparison.Ordinal);
        var swap = (await talk.Press(Ann, await Sorts("I always mess up every call."), "Next", new JsonObject { [NamePattern.Field] = NamePattern.NoneOfThese })).Dialog;
        var help = await talk.Press(Ann, swap, "Keep it", new JsonObject { [SwapThought.OwnField] = Cry });
        Assert.Contains("What you wrote is kept", help.Dialog.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(Number, help.Dialog.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(await talk.Host.Read(db => db.Messages.Select(message => message.Body).ToListAsync()), body => body.Contains("emergency", StringComparison.Ordinal) || body.Contains("kill", StringComparison.Ordinal));
    }

    [Fact]
    public async Task words_typed_to_the_bot_are_answered_there_without_being_repeated()
    {
        await talk.Says(Ann, Cry);
        var answer = CardTo(await talk.Received(), Ann);
        Assert.Contains(Number, answer.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("kill", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("on a list", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("continue", (string)(await talk.Press(Ann, answer, "Get help now")).Task["type"]!);
    }

    [Fact]
    public async Task a_form_that_is_a_card_gives_way_to_the_numbers_and_a_button_and_nothing_in_the_chat_says_why()
    {
        await talk.Says(Ann, "ask");
        var form = CardTo(await talk.Received(), Ann);
        var help = (await talk.Press(Ann, form, "Ask", new JsonObject { [AskQuestion.WordsField] = Cry })).Card;
        Assert.Contains(Number, help.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("nobody is watching", help.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", help.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("on a list", help.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("kill", help.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(await talk.Host.Read(db => db.Messages.Select(message => message.Body).ToListAsync()), body => body.Contains("emergency", StringComparison.Ordinal));
        Assert.Equal(1, await talk.Host.Read(db => db.Questions.CountAsync()));
        Assert.Contains(Number, (await talk.Press(Ann, help, "Get help now")).Dialog.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_form_that_is_a_dialog_is_followed_by_the_help_as_the_next_one_and_by_no_message_of_it()
    {
        await talk.Says(Ann, "ask", Group);
        var button = (await talk.Received()).Last(call => call.Method == "POST").Card;
        var form = (await talk.Press(Ann, button, "Ask a question", conversation: Group)).Dialog;
        var help = (await talk.Press(Ann, form, "Ask", new JsonObject { [AskQuestion.WordsField] = Cry }, Group)).Dialog;
        Assert.Contains(Number, help.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("on a list", help.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(await talk.Host.Read(db => db.Messages.Select(message => message.Body).ToListAsync()), body => body.Contains("emergency", StringComparison.Ordinal) || body.Contains("on a list", StringComparison.Ordinal));
    }

    async Task<JsonObject> Sorts(string words)
    {
        talk.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        await talk.Says(Ann, "checkin");
        var card = CardTo(await talk.Received(), Ann);
        if (card.ToJsonString().Contains("I come myself", StringComparison.Ordinal))
        {
            await talk.Press(Ann, card, "I come myself");
            await talk.Received();
            return await Sorts(words);
        }
        var thought = (await talk.Press(Ann, card, "A thought to sort out")).Dialog;
        return (await talk.Press(Ann, thought, "Next", new JsonObject { [SortThought.WordsField] = words })).Dialog;
    }

    static JsonObject CardTo(IEnumerable<Call> calls, Colleague who) => Assert.Single(calls, call => call.Method == "POST" && call.Path == $"v3/conversations/a:{who.Id}/activities").Card;
}
