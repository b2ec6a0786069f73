using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Tests.Slack.Endpoint;

/// <summary>A question's conversation in Slack's own threads, from signed events.</summary>
[Trait("Database", "Both")]
public sealed class TalkingOnSlackTests
{
    static readonly string Asker = FakeSlack.Direct(SlackDesk.Alice), Expert = FakeSlack.Direct(SlackDesk.Ben);

    [Fact]
    public async Task replies_edits_and_deletions_in_a_thread_reach_the_other_side_in_theirs()
    {
        await using var desk = await SlackDesk.Open();
        var (asked, had) = await Asked(desk);
        (await Reply(desk, SlackDesk.Ben, had, "Which case is it, <@U01ALICE>?", "1795310000.000001")).IsEmpty();
        await Deliver(desk);
        var (ts, arrived) = Last(desk, Asker);
        Assert.Equal(asked, (string)arrived["thread_ts"]!);
        Assert.Contains("Which case is it, @Alice Arden?", Drawn.Words(arrived["blocks"]), StringComparison.Ordinal);
        Assert.Equal("Ben Brook: Which case is it, @Alice Arden?", (string)arrived["text"]!);

        (await desk.Event($$"""{"type":"message","subtype":"message_changed","channel":"{{Expert}}","channel_type":"im","ts":"1795310001.000001","message":{"user":"{{SlackDesk.Ben}}","text":"Which customer is it?","ts":"1795310000.000001","thread_ts":"{{had}}" },"previous_message":{"user":"{{SlackDesk.Ben}}","text":"x","ts":"1795310000.000001"} }""")).IsEmpty();
        await Deliver(desk);
        Assert.Contains("Which customer is it?", Drawn.Words(desk.Slack.Messages[(Asker, ts)]["blocks"]), StringComparison.Ordinal);
        Assert.DoesNotContain("Which case", Drawn.Words(desk.Slack.Messages[(Asker, asked)]["blocks"]), StringComparison.Ordinal);

        (await desk.Event($$"""{"type":"message","subtype":"message_deleted","channel":"{{Expert}}","channel_type":"im","ts":"1795310002.000001","deleted_ts":"1795310000.000001","previous_message":{"user":"{{SlackDesk.Ben}}","text":"x","ts":"1795310000.000001"} }""")).IsEmpty();
        await Deliver(desk);
        Assert.Contains("Ben Brook took this back", Drawn.Words(desk.Slack.Messages[(Asker, ts)]["blocks"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_file_is_linked_and_a_button_opens_the_form()
    {
        await using var desk = await SlackDesk.Open();
        var (asked, had) = await Asked(desk);
        await Reply(desk, SlackDesk.Alice, asked, "kudos for nothing: see this", "1795310000.000001", ""","subtype":"file_share","files":[{"id":"F1","name":"invoice.pdf","permalink":"https://test-workspace.slack.com/files/U01/F1/invoice.pdf"}]""");
        await Deliver(desk);
        var (_, arrived) = Last(desk, Expert);
        Assert.Equal(had, (string)arrived["thread_ts"]!);
        Assert.Contains("https://test-workspace.slack.com/files/U01/F1/invoice.pdf", arrived.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, await desk.Host.Read(db => db.Kudos.CountAsync()));

        await desk.Press(SlackDesk.Ben, Drawn.Button(arrived, "Write to Alice Arden"), Expert);
        (await desk.Submit(SlackDesk.Ben, desk.Slack.Of("views.open")[^1].Body["view"]!, new JsonObject { [SayToOther.WordsField] = "Yes, refund it." })).IsEmpty();
        await Deliver(desk);
        Assert.Contains("Yes, refund it.", Drawn.Words(Last(desk, Asker).Message["blocks"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_said_before_the_card_stands_waits_for_it_and_hangs_below_it()
    {
        await using var desk = await SlackDesk.Open();
        var (_, had) = await Asked(desk);
        var key = QuestionMessages.AskerKey(await desk.Host.Read(db => db.Questions.Select(question => question.Id).SingleAsync()));
        await Forget(desk, key, null);
        await Reply(desk, SlackDesk.Ben, had, "Which case?", "1795310000.000001");
        desk.Slack.Break("chat.postMessage", "internal_error");
        await Deliver(desk);
        desk.Slack.Break("chat.postMessage", null);
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(2));
        await Deliver(desk);
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(8));
        await Deliver(desk);
        var said = desk.Slack.In(Asker).Single(message => Drawn.Words(message["blocks"]).Contains("writes", StringComparison.Ordinal));
        var root = await desk.Host.Read(db => db.Messages.Where(message => message.Key == key).Select(message => message.RemoteId).SingleAsync());
        Assert.NotNull(root);
        Assert.Equal(root, (string)said["thread_ts"]!);
    }

    [Fact]
    public async Task waiting_for_the_card_uses_up_none_of_its_tries()
    {
        await using var desk = await SlackDesk.Open();
        var (_, had) = await Asked(desk);
        var key = QuestionMessages.AskerKey(await desk.Host.Read(db => db.Questions.Select(question => question.Id).SingleAsync()));
        await Forget(desk, key, null);
        await Reply(desk, SlackDesk.Ben, had, "Which case?", "1795310000.000001");
        desk.Slack.Break("chat.postMessage", "internal_error");
        for (var look = 0; look < 6; look++)
        {
            await Deliver(desk);
            desk.Host.Clock.Advance(TimeSpan.FromSeconds(4));
        }
        var (card, said) = (await Tries(desk, key), await Tries(desk, QuestionMessages.KeysOf(await desk.Host.Read(db => db.Questions.Select(question => question.Id).SingleAsync())) + "said/"));
        Assert.True(card >= 3, $"The card was tried {card} times.");
        Assert.Equal(0, said);
        desk.Slack.Break("chat.postMessage", null);
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(60));
        await Deliver(desk);
        desk.Host.Clock.Advance(TimeSpan.FromSeconds(4));
        await Deliver(desk);
        Assert.Equal(await Remote(desk, key), (string)desk.Slack.In(Asker).Single(message => Drawn.Words(message["blocks"]).Contains("writes", StringComparison.Ordinal))["thread_ts"]!);
    }

    static Task<int> Tries(SlackDesk desk, string key) => desk.Host.Read(db => db.Messages.Where(message => message.Key.StartsWith(key)).Select(message => message.Attempts).SingleAsync());

    // A place takes one message a millisecond.
    static async Task Deliver(SlackDesk desk)
    {
        for (var round = 0; round < 6; round++)
        {
            await desk.Host.Deliver();
            desk.Host.Clock.Advance(TimeSpan.FromMilliseconds(5));
        }
    }

    // The card is wanted, and has not been posted yet.
    static Task<int> Forget(SlackDesk desk, string key, string? remote) => desk.Host.Store.Do(db => db.Messages.Where(message => message.Key == key)
        .ExecuteUpdateAsync(set => set.SetProperty(message => message.RemoteId, remote).SetProperty(message => message.SentRevision, 0)), default);

    // Alice asks, and Ben, whose turn on the rota it is, takes it. Where her card and his stand.
    static async Task<(string Asked, string Had)> Asked(SlackDesk desk)
    {
        var ben = await desk.Member(SlackDesk.Ben);
        await desk.Host.Store.Do(async db =>
        {
            db.Add(new TriageTurn { MemberId = ben, From = desk.Host.Clock.Now.UtcDateTime.AddHours(-1), To = desk.Host.Clock.Now.UtcDateTime.AddHours(8) });
            return await db.SaveChangesAsync();
        }, default);
        await desk.Command(SlackDesk.Alice, "may I refund a chargeback #waiting", "/ask");
        await Deliver(desk);
        await desk.Press(SlackDesk.Ben, Drawn.Button(Last(desk, Expert).Message, "I take it"), Expert);
        await Deliver(desk);
        var question = await desk.Host.Read(db => db.Questions.Select(one => one.Id).SingleAsync());
        return (await Remote(desk, QuestionMessages.AskerKey(question)), await Remote(desk, QuestionMessages.OfferKey(question, 1)));
    }

    static Task<string> Remote(SlackDesk desk, string key) => desk.Host.Read(db => db.Messages.Where(message => message.Key == key).Select(message => message.RemoteId!).SingleAsync());

    static (string Ts, JsonObject Message) Last(SlackDesk desk, string channel) => desk.Slack.Messages.Where(pair => pair.Key.Channel == channel).OrderBy(pair => pair.Key.Ts, StringComparer.Ordinal).Select(pair => (pair.Key.Ts, pair.Value)).Last();

    static Task<Said> Reply(SlackDesk desk, string user, string under, string text, string ts, string more = "") => desk.Event(
        $$"""{"type":"message","channel":"{{FakeSlack.Direct(user)}}","user":"{{user}}","text":"{{text}}","ts":"{{ts}}","thread_ts":"{{under}}","channel_type":"im","team":"T01TEST"{{more}}}""");
}
