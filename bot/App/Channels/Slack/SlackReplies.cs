using System.Text;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>
/// Says a reply Slack's way: in the HTTP answer where that can hold it, else through the Web API once the answer is
/// out. What fails then is only this one view; the turn stands.
/// </summary>
public sealed class SlackReplies(SlackClient slack, SlackTokens tokens, Tickets tickets, ILogger<SlackReplies> log)
{
    public async Task Give(Answered answered, Incoming incoming, SlackRequest request, SlackAnswer answer, CancellationToken cancel)
    {
        var where = incoming is Incoming.Submit submit ? submit.Ticket.Where : incoming.From.Where;
        var reader = Readers.For(answered.Who, where, tickets);
        switch (request, answered.Reply)
        {
            case (SlackRequest.SlashCommand, Reply.Whisper whisper):
                await answer.Json(SlackBodies.Ephemeral(whisper.Card, reader));
                break;
            case (SlackRequest.ViewSubmission, Reply.Wrong wrong):
                await answer.Json($$"""{"response_action":"errors","errors":{{BlockKit.Errors(wrong.Form, reader)}}}""");
                break;
            case (SlackRequest.ViewSubmission, Reply.Next next):
                await answer.Json($$"""{"response_action":"update","view":{{BlockKit.View(next.Form, reader)}}}""");
                break;
            case (SlackRequest.ViewSubmission, Reply.Open open):
                await answer.Json($$"""{"response_action":"push","view":{{BlockKit.View(open.Form, reader)}}}""");
                break;
            default:
                await answer.Done();
                await After(answered.Reply, reader, where, request, cancel);
                break;
        }
    }

    /// <summary>A refusal that no turn was needed for, or that none could be made of: always answered, and a modal stays open.</summary>
    public async Task Refuse(SlackRequest request, Reply refusal, SlackAnswer answer, CancellationToken cancel)
    {
        var card = ((Reply.Whisper)refusal).Card;
        switch (request)
        {
            case SlackRequest.SlashCommand:
                await answer.Json(SlackBodies.Ephemeral(card, Reader.Plain));
                break;
            case SlackRequest.ViewSubmission { View.State.Values: { Count: > 0 } values }:
                await answer.Json(SlackBodies.Error(values.Keys.First().Block, PlainText.Render(card, Reader.Plain)));
                break;
            default:
                await answer.Done();
                if (request is SlackRequest.BlockActions { ResponseUrl: { } url })
                    await Try(() => slack.PostToResponseUrl(url, Bytes(SlackBodies.Ephemeral(card, Reader.Plain)), cancel));
                break;
        }
    }

    Task After(Reply reply, Reader reader, Address where, SlackRequest request, CancellationToken cancel) => (request, reply) switch
    {
        (SlackRequest.SlashCommand it, Reply.Open open) => Open(it.TriggerId, it.ResponseUrl, open.Form, reader, cancel),
        (SlackRequest.BlockActions it, Reply.Open open) => Open(it.TriggerId, it.ResponseUrl, open.Form, reader, cancel),
        (SlackRequest.MessageShortcut it, Reply.Open open) => Open(it.TriggerId, it.ResponseUrl, open.Form, reader, cancel),
        (SlackRequest.GlobalShortcut it, Reply.Open open) => Open(it.TriggerId, null, open.Form, reader, cancel),
        (SlackRequest.BlockActions { ResponseUrl: { } url }, Reply.Whisper whisper) => Try(() => slack.PostToResponseUrl(url, Bytes(SlackBodies.Ephemeral(whisper.Card, reader)), cancel)),
        (SlackRequest.BlockActions { ResponseUrl: { } url }, Reply.Replace replace) => Try(() => slack.PostToResponseUrl(url, Bytes(SlackBodies.Replacing(replace.Card, reader)), cancel)),
        (SlackRequest.MessageShortcut { ResponseUrl: { } url }, Reply.Whisper whisper) => Try(() => slack.PostToResponseUrl(url, Bytes(SlackBodies.Ephemeral(whisper.Card, reader)), cancel)),
        (SlackRequest.ViewSubmission it, Reply.Whisper whisper) => Whisper(it.UserId, where, whisper.Card, reader, cancel),
        _ => Task.CompletedTask,
    };

    // The trigger lives three seconds. Came we too late, a button opens the form.
    async Task Open(string trigger, Uri? responseUrl, Form form, Reader reader, CancellationToken cancel)
    {
        try
        {
            await slack.ViewsOpen(tokens.For(reader.Installation), trigger, Bytes(BlockKit.View(form, reader)), cancel);
        }
        catch (SlackApiException failure)
        {
            Log.ViewLost(log, failure.Method, failure.Code);
            if (responseUrl is not null && form.Reopens is { } again)
                await Try(() => slack.PostToResponseUrl(responseUrl, Bytes(SlackBodies.Ephemeral(SlackBodies.OpenAgain(form, again), reader)), cancel));
        }
    }

    // Only they see it, where they are. Where the bot may not speak, their own conversation is the place.
    async Task Whisper(string user, Address where, Card card, Reader reader, CancellationToken cancel)
    {
        var (token, text, blocks) = (tokens.For(where.Installation), BlockKit.Notification(card, reader), Bytes(BlockKit.Blocks(card, reader)));
        try
        {
            await slack.ChatPostEphemeral(token, user, new PostedMessage(where.Id, text, blocks, where.Thread), cancel);
        }
        catch (SlackApiException failure)
        {
            Log.ViewLost(log, failure.Method, failure.Code);
            await Try(async () => await slack.ChatPostMessage(token, new PostedMessage(await slack.ConversationsOpen(token, [user], cancel), text, blocks), cancel));
        }
    }

    async Task Try(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (SlackApiException failure)
        {
            Log.ViewLost(log, failure.Method, failure.Code);
        }
    }

    static ReadOnlyMemory<byte> Bytes(string json) => Encoding.UTF8.GetBytes(json);
}
