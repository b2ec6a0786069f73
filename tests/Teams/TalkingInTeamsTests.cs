using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Cards.Escalations;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Teams;

/// <summary>A question's conversation in Teams, whose personal chats have no threads: a line on the card itself, and replies where Teams says to what.</summary>
[Trait("Database", "Both")]
public sealed class TalkingInTeamsTests : IAsyncLifetime
{
    TeamsTalk talk = null!;

    public async ValueTask InitializeAsync()
    {
        talk = await Start();
        await talk.Meet();
        var bella = await talk.Host.Read(db => db.Accounts.Where(account => account.ExternalId == Bella.Id).Select(account => account.MemberId).SingleAsync());
        await talk.Host.Store.Do(async db =>
        {
            db.Add(new TriageTurn { MemberId = bella, From = talk.Host.Clock.Now.UtcDateTime.AddHours(-1), To = talk.Host.Clock.Now.UtcDateTime.AddHours(8) });
            return await db.SaveChangesAsync();
        }, default);
        await talk.Says(Ann, "ask may I refund a chargeback #waiting");
    }

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task a_line_on_the_card_reaches_the_other_side_and_an_edited_reply_is_followed()
    {
        await talk.Press(Bella, Posted(await All(), Bella)[^1].Card, "I take it");
        var calls = await All();
        var hers = Posted(calls, Bella)[^1].Card;
        var written = await talk.Press(Bella, hers, "Send", new JsonObject { [SayToOther.WordsField] = "Which case is it?" });
        Assert.Contains("You have this question", written.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Which case is it?", written.Card.ToJsonString(), StringComparison.Ordinal);
        var arrived = Posted(await All(), Ann).Single(call => call.Card.ToJsonString().Contains("Bella Brook writes", StringComparison.Ordinal));
        Assert.Contains("Which case is it?", arrived.Card.ToJsonString(), StringComparison.Ordinal);

        var empty = await talk.Press(Ann, arrived.Card, "Send", new JsonObject { [SayToOther.WordsField] = "" });
        Assert.Contains("Write a few words", empty.Card.ToJsonString(), StringComparison.Ordinal);

        var root = await talk.Host.Read(db => db.Messages.Where(message => message.Key.Contains("/said/")).Select(message => message.RemoteId!).SingleAsync());
        await talk.Post(talk.Message(Ann, "Case 48213").With("id", "reply-1").With("replyToId", root));
        var reply = Posted(await All(), Bella)[^1];
        Assert.Contains("Case 48213", reply.Card.ToJsonString(), StringComparison.Ordinal);
        await talk.Post(talk.Activity("messageUpdate", Ann).With("id", "reply-1").With("text", "Case 48214").With("timestamp", "2026-11-22T01:05:00Z"));
        Assert.Contains(await All(), call => call.Method == "PUT" && call.Path.Contains(Bella.Id, StringComparison.Ordinal) && call.Card.ToJsonString().Contains("Case 48214", StringComparison.Ordinal));
        await talk.Post(talk.Activity("messageDelete", Ann).With("id", "reply-1").With("timestamp", "2026-11-22T01:06:00Z"));
        Assert.Contains(await All(), call => call.Method == "PUT" && call.Path.Contains(Bella.Id, StringComparison.Ordinal) && call.Card.ToJsonString().Contains("took this back", StringComparison.Ordinal));
        Assert.Equal("", await talk.Host.Read(db => db.QuestionEvents.Where(said => said.DeletedAt != null).Select(said => said.Words).SingleAsync()));
    }

    [Fact]
    public async Task handing_over_is_a_form_card_and_the_receiver_accepts()
    {
        await talk.Press(Bella, Posted(await All(), Bella)[^1].Card, "I take it");
        await talk.Press(Bella, Posted(await All(), Bella)[^1].Card, "Hand over");
        var form = Posted(await All(), Bella)[^1].Card;
        var carlos = await talk.Host.Read(db => db.Accounts.Where(account => account.ExternalId == Carlos.Id).Select(account => account.MemberId).SingleAsync());
        var refused = await talk.Press(Bella, form, "Hand over", new JsonObject { [HandOver.ToField] = carlos.ToString(), [HandOver.BriefField] = "" });
        Assert.Contains("nobody has to say it again", refused.Card.ToJsonString(), StringComparison.Ordinal);
        await talk.Press(Bella, refused.Card, "Hand over", new JsonObject { [HandOver.ToField] = carlos.ToString(), [HandOver.BriefField] = "Decide it as in March." });
        var offer = Posted(await All(), Carlos)[^1].Card;
        Assert.Contains("Bella Brook hands you a question", offer.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Decide it as in March.", (await talk.Press(Carlos, offer, "Accept")).Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((carlos, 1), await talk.Host.Read(async db => await db.Questions.Select(one => new { one.OwnerId, one.Transfers }).SingleAsync() is var one ? (one.OwnerId!.Value, one.Transfers) : default));
    }

    static List<Call> Posted(IEnumerable<Call> calls, Colleague who) => [.. calls.Where(call => call.Method == "POST" && call.Path == $"v3/conversations/a:{who.Id}/activities")];

    // One conversation gets one message a second.
    async Task<List<Call>> All()
    {
        var calls = new List<Call>();
        for (var second = 0; second < 4; second++)
        {
            calls.AddRange(await talk.Received());
            talk.Host.Clock.Advance(TimeSpan.FromSeconds(2));
            talk.Mint.Clock.Now = talk.Host.Clock.Now;
        }
        return calls;
    }
}
