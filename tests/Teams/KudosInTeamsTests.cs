using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>Kudos from end to end, as Teams speaks and hears.</summary>
[Trait("Database", "Both")]
public sealed class KudosInTeamsTests : IAsyncLifetime
{
    const string Deed = "Stayed with a furious caller until it was solved.";

    TeamsTalk talk = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await Start();
        await talk.Meet();
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    Task<string> IdOf(Colleague who) => talk.Host.Read(async db => (await db.Accounts.SingleAsync(account => account.ExternalId == who.Id)).MemberId.ToString());

    static Call To(IEnumerable<Call> calls, string conversation) => Assert.Single(calls, call => call.Path == $"v3/conversations/{conversation}/activities");

    async Task<JsonObject> Inputs(string words = Deed, params Colleague[] to) => new()
    {
        ["people"] = string.Join(',', await Task.WhenAll((to.Length == 0 ? [Bella] : to).Select(IdOf))),
        ["words"] = words,
        ["audience"] = "public",
    };

    async Task<JsonObject> FormCard(Colleague who)
    {
        await talk.Says(who, "kudos");
        return To(await talk.Received(), $"a:{who.Id}").Card;
    }

    [Fact]
    public async Task a_typed_line_thanks_at_once_and_reaches_somebody_who_never_wrote()
    {
        var answer = await talk.Post(talk.Message(Ann, $"kudos <at>Bella Brook</at> #patience {Deed}", null, Bella));

        Assert.Equal((HttpStatusCode.OK, null), (answer.Status, answer.Body));
        var calls = await talk.Received();
        var created = Assert.Single(calls, call => call.Path == "v3/conversations");
        Assert.Equal((Bella.Id, BotId), (created.Body!["members"]![0]!["id"]!.GetValue<string>(), created.Body["bot"]!["id"]!.GetValue<string>()));
        Assert.Contains(Deed, To(calls, $"a:{Bella.Id}").Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(Button(To(calls, $"a:{Ann.Id}").Card, "Undo"));
        Assert.Equal($"a:{Bella.Id}", await talk.Host.Read(async db => (await db.Accounts.SingleAsync(account => account.ExternalId == Bella.Id)).Conversation));
    }

    [Fact]
    public async Task somebody_known_is_not_asked_for_a_conversation_twice()
    {
        await talk.Post(talk.Message(Ann, $"kudos <at>Bella Brook</at> {Deed}", null, Bella));
        await talk.Received();
        await talk.Post(talk.Message(Ann, $"kudos <at>Bella Brook</at> {Deed} Once more.", null, Bella));

        Assert.DoesNotContain(await talk.Received(), call => call.Path == "v3/conversations");
    }

    [Fact]
    public async Task the_form_is_a_card_that_gives_way_to_the_confirmation()
    {
        var form = await FormCard(Ann);

        var wrong = await talk.Press(Ann, form, "Send", await Inputs("too short"));
        Assert.Equal("application/vnd.microsoft.card.adaptive", wrong.Body!["type"]!.GetValue<string>());
        Assert.Contains("A little more, please", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("too short", wrong.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await talk.Received());

        var right = await talk.Press(Ann, wrong.Card, "Send", await Inputs(Deed, Bella, Carlos));
        Assert.NotNull(Button(right.Card, "Undo"));
        var calls = await talk.Received();
        To(calls, $"a:{Bella.Id}");
        To(calls, $"a:{Carlos.Id}");
        Assert.DoesNotContain(calls, call => call.Path.Contains(Ann.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task words_with_commas_stay_one_answer()
    {
        await talk.Press(Ann, await FormCard(Ann), "Send", await Inputs("Listened, asked, and solved it, all in one call."));

        Assert.Contains("Listened, asked, and solved it, all in one call.", To(await talk.Received(), $"a:{Bella.Id}").Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task undo_changes_what_was_posted_in_place()
    {
        var sent = await talk.Press(Ann, await FormCard(Ann), "Send", await Inputs());
        await talk.Received();

        var undone = await talk.Press(Ann, sent.Card, "Undo");

        Assert.Contains("Taken back", undone.Card.ToJsonString(), StringComparison.Ordinal);
        var change = Assert.Single(await talk.Received());
        Assert.Equal("PUT", change.Method);
        Assert.StartsWith($"v3/conversations/a:{Bella.Id}/activities/sent-", change.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(Deed, change.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task edit_opens_the_form_in_a_new_message_and_its_words_replace_the_old_ones()
    {
        var sent = await talk.Press(Ann, await FormCard(Ann), "Send", await Inputs());
        await talk.Received();

        Assert.Equal("The form is in a new message.", (await talk.Press(Ann, sent.Card, "Edit the words")).Words);
        var form = To(await talk.Received(), $"a:{Ann.Id}").Card;
        await talk.Press(Ann, form, "Save", new JsonObject { ["words"] = "Stayed until the refund was through." });

        var change = Assert.Single(await talk.Received());
        Assert.Contains("Stayed until the refund was through.", change.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task cancel_puts_the_form_away()
    {
        var answer = await talk.Press(Ann, await FormCard(Ann), "Cancel");

        Assert.Contains("Cancelled", answer.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, (await talk.Rows()).Kudos);
    }

    [Theory]
    [InlineData(Group)]
    [InlineData(ChannelThread)]
    public async Task in_a_shared_place_a_button_opens_the_dialog(string place)
    {
        await talk.Says(Ann, "<at>Culture</at> kudos", place);
        var card = To(await talk.Received(), place).Card;

        var opened = await talk.Press(Ann, card, "Give kudos", conversation: place);
        Assert.Equal("continue", opened.Task["type"]!.GetValue<string>());
        var wrong = await talk.Press(Ann, opened.Dialog, "Send", await Inputs("too short"), place);
        Assert.Contains("A little more, please", wrong.Dialog.ToJsonString(), StringComparison.Ordinal);
        var sent = await talk.Press(Ann, wrong.Dialog, "Send", await Inputs(), place);

        Assert.Equal("message", sent.Task["type"]!.GetValue<string>());
        Assert.Contains("Your thanks are on their way", sent.Task["value"]!.GetValue<string>(), StringComparison.Ordinal);
        var calls = await talk.Received();
        Assert.Contains(Deed, To(calls, place).Body!.ToJsonString(), StringComparison.Ordinal);
        To(calls, $"a:{Bella.Id}");
        Assert.NotNull(Button(To(calls, $"a:{Ann.Id}").Card, "Undo"));
    }

    [Fact]
    public async Task what_was_typed_in_a_shared_place_opens_filled_for_whoever_typed_it_alone()
    {
        await talk.Says(Ann, "<at>Culture</at> kudos @Nobody stayed until the very end of it", Group);
        var card = To(await talk.Received(), Group).Card;

        var others = await talk.Press(Carlos, card, "Give kudos", conversation: Group);
        Assert.Contains("belongs to someone else", others.Task["value"]!.GetValue<string>(), StringComparison.Ordinal);
        var own = await talk.Press(Ann, card, "Give kudos", conversation: Group);
        Assert.Contains("stayed until the very end of it", own.Dialog.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Pick at least one person", own.Dialog.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_message_action_names_the_author_and_links_the_message()
    {
        var value = new JsonObject
        {
            ["commandId"] = "kudos.from-message",
            ["commandContext"] = "message",
            ["messagePayload"] = new JsonObject
            {
                ["id"] = "1700000000001",
                ["linkToMessage"] = "https://teams.microsoft.com/l/message/x/1700000000001",
                ["from"] = new JsonObject { ["user"] = new JsonObject { ["id"] = Bella.DirectoryId, ["displayName"] = Bella.Name, ["userIdentityType"] = "aadUser" } },
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<div>I will <b>stay</b> until it is done</div>" },
            },
        };
        var opened = await talk.Invoke(Ann, "composeExtension/fetchTask", value, ChannelThread);
        Assert.Contains($"\"value\":\"{await IdOf(Bella)}\"", opened.Dialog.ToJsonString(), StringComparison.Ordinal);

        var data = Merged(Button(opened.Dialog, "Send")["data"]!.AsObject(), await Inputs());
        var sent = await talk.Invoke(Ann, "composeExtension/submitAction", new JsonObject { ["commandId"] = "kudos.from-message", ["data"] = data }, ChannelThread);

        Assert.Equal("{}", sent.Body!.ToJsonString());
        var calls = await talk.Received();
        Assert.Contains("https://teams.microsoft.com/l/message/x/1700000000001", To(calls, ChannelThread).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(Button(To(calls, $"a:{Ann.Id}").Card, "Undo"));
    }

    [Fact]
    public async Task the_message_action_in_a_chat_without_the_bot_posts_nothing_there()
    {
        const string ChatOfTwo = "a:a-chat-of-two-colleagues";
        var opened = await talk.Invoke(Ann, "composeExtension/fetchTask", new JsonObject { ["commandId"] = "kudos.from-message" }, ChatOfTwo);
        var data = Merged(Button(opened.Dialog, "Send")["data"]!.AsObject(), await Inputs());
        await talk.Invoke(Ann, "composeExtension/submitAction", new JsonObject { ["data"] = data }, ChatOfTwo);
        var elsewhere = await talk.Invoke(Ann, "composeExtension/fetchTask", new JsonObject { ["commandId"] = "kudos.from-message" }, Group);
        data = Merged(Button(elsewhere.Dialog, "Send")["data"]!.AsObject(), await Inputs(Deed + " Twice."));
        await talk.Invoke(Ann, "composeExtension/submitAction", new JsonObject { ["data"] = data }, Group);

        Assert.DoesNotContain(await talk.Received(), call => call.Path.Contains(ChatOfTwo, StringComparison.Ordinal) || call.Path.Contains(Group, StringComparison.Ordinal));
    }

    Task<Answer> Search(Colleague who, string typed) => talk.Invoke(who, "application/search", new JsonObject { ["dataset"] = "people", ["queryText"] = typed, ["kind"] = "search" });

    [Fact]
    public async Task people_are_found_by_their_names()
    {
        var found = await Search(Ann, "br");

        var result = Assert.Single(found.Body!["value"]!["results"]!.AsArray());
        Assert.Equal((Bella.Name, await IdOf(Bella)), (result!["title"]!.GetValue<string>(), result["value"]!.GetValue<string>()));
        Assert.Empty(await talk.Received());
    }

    [Fact]
    public async Task only_a_colleague_finds_anybody()
    {
        Colleague guest = new("gus", "Gus Guest"), stranger = new("nobody", "Nora Nobody");
        talk.Teams.Members[TeamsTalk.Team].Add(guest.Member);
        talk.Teams.Members[TeamsTalk.Team][^1]!["userRole"] = "guest";
        await talk.Post(talk.Activity("conversationUpdate", Ann, TeamsTalk.Team).With("membersAdded", new JsonArray(guest.Account)));
        await talk.ReadPeople();
        Assert.Single((await Search(Carlos, "br")).Body!["value"]!["results"]!.AsArray());
        await talk.Host.Store.Do(async db =>
        {
            var carlos = await db.Accounts.SingleAsync(account => account.ExternalId == Carlos.Id);
            (await db.Members.SingleAsync(member => member.Id == carlos.MemberId)).LeftAt = carlos.LeftAt = talk.Host.Clock.Now.UtcDateTime;
            return await db.SaveChangesAsync();
        }, default);
        talk.Host.Services.GetRequiredService<Register>().Forget();

        foreach (var who in new[] { Carlos, guest, stranger })
            foreach (var typed in new[] { "br", "" })
                Assert.Empty((await Search(who, typed)).Body!["value"]!["results"]!.AsArray());
        Assert.Single((await Search(Ann, "br")).Body!["value"]!["results"]!.AsArray());
    }

    [Fact]
    public async Task who_removed_the_bot_gets_nothing_until_they_are_back()
    {
        await talk.Post(talk.Activity("installationUpdate", Bella).With("action", "remove"));
        await talk.Post(talk.Message(Ann, $"kudos <at>Bella Brook</at> {Deed}", null, Bella));
        Assert.DoesNotContain(await talk.Received(), call => call.Path.Contains(Bella.Id, StringComparison.Ordinal));

        await talk.Post(talk.Activity("installationUpdate", Bella).With("action", "add"));
        // More than two in one instant is more than a conversation bears.
        talk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var back = (await talk.Received()).Where(call => call.Path.Contains($"a:{Bella.Id}/", StringComparison.Ordinal)).Select(call => call.Body!.ToJsonString()).ToList();
        Assert.Equal(2, back.Count);
        Assert.Single(back, body => body.Contains(Deed, StringComparison.Ordinal));
        talk.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        await talk.Post(talk.Message(Ann, $"kudos <at>Bella Brook</at> {Deed} And again.", null, Bella));
        To(await talk.Received(), $"a:{Bella.Id}");
    }

    [Fact]
    public async Task what_the_platform_calls_blocked_is_not_tried_again()
    {
        talk.Teams.Otherwise = call => call.Path.Contains("29:bella/", StringComparison.Ordinal)
            ? Microsoft.AspNetCore.Http.Results.Text("""{"error":{"code":"MessageWritesBlocked","message":"Message writes are blocked."}}""", "application/json", statusCode: 403) : null;
        await talk.Post(talk.Message(Ann, $"kudos <at>Bella Brook</at> {Deed}", null, Bella));
        await talk.Received();

        Assert.NotNull(await talk.Host.Read(async db => (await db.Accounts.SingleAsync(account => account.ExternalId == Bella.Id)).BlockedAt));
        talk.Host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await talk.Received());
    }

    [Fact]
    public async Task a_person_who_was_only_an_id_gets_their_name_when_they_speak()
    {
        var fresh = new Colleague("dora", "Dora Dunn");
        var installed = talk.Activity("installationUpdate", fresh).With("action", "add");
        installed.Json["from"]!.AsObject().Remove("name");
        await talk.Post(installed);
        await talk.Post(talk.Message(fresh, $"kudos <at>Bella Brook</at> {Deed}", null, Bella));

        Assert.Contains("Dora Dunn", To(await talk.Received(), $"a:{Bella.Id}").Body!.ToJsonString(), StringComparison.Ordinal);
    }
}
