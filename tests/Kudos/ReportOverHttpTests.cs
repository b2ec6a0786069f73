using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Slack.Endpoint;
using ServiceCulture.Tests.Support;
using static ServiceCulture.Tests.Teams.TeamsTalk;

namespace ServiceCulture.Tests.Kudos;

/// <summary>Reporting kudos over HTTP, on Slack and in Teams.</summary>
[Trait("Database", "Both")]
public sealed class ReportOverHttpTests
{
    [Fact]
    public async Task On_slack_the_button_opens_the_form_and_its_answer_reaches_hr()
    {
        await using var desk = await SlackDesk.Open();
        await desk.Command(SlackDesk.Alice, $"<@{SlackDesk.Ben}> {SlackDesk.Deed}");
        await desk.Host.Deliver();
        var card = desk.Slack.Of("chat.postMessage").Select(call => call.Body).First(body => Drawn.Words(body["blocks"]).Contains(SlackDesk.Deed, StringComparison.Ordinal));
        await desk.Press(SlackDesk.Chloe, Drawn.Button(card, "Report"));
        var view = desk.Slack.Of("views.open")[^1].Body["view"]!;
        var said = await desk.Submit(SlackDesk.Chloe, view, new JsonObject { [ReportKudos.ReasonField] = new JsonArray("hurts"), [ReportKudos.WordsField] = "It mocks the caller." });
        Assert.Contains("HR looks at these kudos", said.Body, StringComparison.Ordinal);
        var report = await desk.Host.Read(db => db.KudosReports.SingleAsync());
        Assert.Equal((await desk.Member(SlackDesk.Chloe), "hurts", "It mocks the caller."), (report.ById, report.Reason, report.Words));
    }

    [Fact]
    public async Task In_teams_too()
    {
        await using var talk = await Start();
        await talk.Meet();
        await talk.Post(talk.Message(Ann, $"kudos <at>Bella Brook</at> {SlackDesk.Deed}", null, Bella));
        var card = (await talk.Received()).Last(call => call.Path == $"v3/conversations/a:{Bella.Id}/activities").Card;
        var form = (await talk.Press(Bella, card, "Report")) switch
        {
            { Body: { } body } answer when body["task"] is not null => answer.Dialog,
            var answer => answer.Body!["value"] is JsonObject shown && shown["body"] is not null ? shown : (await talk.Received())[^1].Card,
        };
        Assert.Contains("What is not all right?", form.ToJsonString(), StringComparison.Ordinal);
        await talk.Press(Bella, form, "Send to HR", new JsonObject { [ReportKudos.ReasonField] = "untrue", [ReportKudos.WordsField] = "" });
        Assert.Equal(("untrue", ""), await talk.Host.Read(async db => (await db.KudosReports.SingleAsync()) is var report ? (report.Reason, report.Words) : default));
    }
}
