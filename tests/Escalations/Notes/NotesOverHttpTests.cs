using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations.Notes;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;
using ServiceCulture.Tests.Teams;

namespace ServiceCulture.Tests.Escalations.Notes;

/// <summary>On its review date a note is edited, with what may be a customer's in it, as Slack and Teams speak and hear.</summary>
[Trait("Database", "Both")]
public sealed class NotesOverHttpTests
{
    const string Answer = "Up to 200 euros you may do it yourself.";

    [Fact]
    public async Task On_slack()
    {
        await using var desk = await SlackDesk.Open();
        var alice = await desk.Member(SlackDesk.Alice);
        await IsDue(desk.Host, alice);
        await desk.Host.Deliver();
        var asked = desk.Slack.Of("chat.postMessage")[^1].Body;
        Assert.Contains("Is this note still right?", Drawn.Words(asked["blocks"]), StringComparison.Ordinal);
        (await desk.Press(SlackDesk.Alice, Drawn.Button(asked, "Edit"))).IsEmpty();
        var form = desk.Slack.Of("views.open")[^1].Body["view"]!;
        var typed = new JsonObject { ["question"] = "May I refund an old chargeback?", ["answer"] = "Yes, as for AB-12345.", ["review"] = "2026-12-24" };
        var found = (await desk.Submit(SlackDesk.Alice, form, typed.DeepClone().AsObject())).Json();
        Assert.Equal("update", (string)found["response_action"]!);
        Assert.Contains("I found 1 thing", Drawn.Words(found["view"]), StringComparison.Ordinal);
        Assert.Contains("Take out, or tick above: “AB-12345”", Drawn.Words(found["view"]), StringComparison.Ordinal);
        typed["harmless"] = new JsonArray(CustomerTraces.Find("AB-12345")[0].Key);
        await desk.Submit(SlackDesk.Alice, found["view"]!, typed);
        await IsKept(desk.Host);
    }

    [Fact]
    public async Task In_teams()
    {
        await using var talk = await TeamsTalk.Start();
        await talk.Meet();
        var ann = await talk.Host.Read(db => db.Accounts.Where(account => account.ExternalId == TeamsTalk.Ann.Id).Select(account => account.MemberId).SingleAsync());
        await talk.Received();
        await IsDue(talk.Host, ann);
        var asked = (await talk.Received()).Last(call => call.Path.EndsWith("/activities", StringComparison.Ordinal)).Card;
        await talk.Press(TeamsTalk.Ann, asked, "Edit");
        var form = (await talk.Received()).Last(call => call.Path.EndsWith("/activities", StringComparison.Ordinal)).Card;
        var found = (await talk.Press(TeamsTalk.Ann, form, "Save", new JsonObject { ["question"] = "May I refund an old chargeback?", ["answer"] = "Yes, as for AB-12345.", ["review"] = "2026-12-24" })).Card;
        Assert.Contains("I found 1 thing", found.ToJsonString(), StringComparison.Ordinal);
        var saved = await talk.Press(TeamsTalk.Ann, found, "Save", new JsonObject { ["question"] = "May I refund an old chargeback?", ["answer"] = "Yes, as for AB-12345.", ["review"] = "2026-12-24", ["harmless"] = CustomerTraces.Find("AB-12345")[0].Key });
        Assert.Contains("This note stands", saved.Card.ToJsonString(), StringComparison.Ordinal);
        await IsKept(talk.Host);
    }

    static async Task IsDue(BotHost host, Guid owner)
    {
        await host.Store.Do(async db =>
        {
            db.Add(new Note { Words = "May I refund an old chargeback?", Answer = Answer, AuthorId = owner, OwnerId = owner, MadeAt = host.Clock.Now.UtcDateTime, ReviewOn = DateOnly.FromDateTime(host.Clock.Now.UtcDateTime), RemindAt = host.Clock.Now.UtcDateTime, ChangedAt = host.Clock.Now.UtcDateTime });
            return await db.SaveChangesAsync();
        }, default);
        Assert.Equal(1, await host.Services.GetRequiredService<RemindingOwners>().Run(default));
    }

    static async Task IsKept(BotHost host)
    {
        var note = await host.Read(db => db.Notes.SingleAsync());
        Assert.Equal(("Yes, as for AB-12345.", new DateOnly(2026, 12, 24), 2), (note.Answer, note.ReviewOn, note.Version));
    }
}
