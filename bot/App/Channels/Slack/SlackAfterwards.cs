using System.Text;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>
/// What is said after the answer: views, whispers, answers to a response_url. Whatever fails here is only this one view;
/// the turn stands. Slack hangs up once it has its answer, so nothing in here ends with the request.
/// </summary>
public sealed class SlackAfterwards(SlackClient slack, SlackTokens tokens, Reopening reopening, ILogger<SlackAfterwards> log)
{
    public Task Say(Answered answered, Address where, Reader reader, SlackRequest request) => (request, answered.Reply) switch
    {
        (SlackRequest.SlashCommand it, Reply.Open open) => Open(it.TriggerId, it.ResponseUrl, open.Form, reader, answered),
        (SlackRequest.BlockActions it, Reply.Open open) => Open(it.TriggerId, it.ResponseUrl, open.Form, reader, answered),
        (SlackRequest.MessageShortcut it, Reply.Open open) => Open(it.TriggerId, it.ResponseUrl, open.Form, reader, answered),
        (SlackRequest.GlobalShortcut it, Reply.Open open) => Open(it.TriggerId, null, open.Form, reader, answered),
        (SlackRequest.BlockActions { ResponseUrl: { } url }, Reply.Whisper whisper) => Post(url, SlackBodies.Ephemeral(whisper.Card, reader)),
        (SlackRequest.BlockActions { ResponseUrl: { } url }, Reply.Replace replace) => Post(url, SlackBodies.Replacing(replace.Card, reader)),
        (SlackRequest.MessageShortcut { ResponseUrl: { } url }, Reply.Whisper whisper) => Post(url, SlackBodies.Ephemeral(whisper.Card, reader)),
        (SlackRequest.Interaction it, Reply.Whisper whisper) => Whisper(it.UserId, where, whisper.Card, reader),
        _ => Task.CompletedTask,
    };

    /// <summary>A refusal, where the request says how to reach whoever acted.</summary>
    public Task Refuse(SlackRequest request, Card card) => request switch
    {
        SlackRequest.BlockActions { ResponseUrl: { } url } => Post(url, SlackBodies.Ephemeral(card, Reader.Plain)),
        SlackRequest.MessageShortcut { ResponseUrl: var url } => Post(url, SlackBodies.Ephemeral(card, Reader.Plain)),
        _ => Task.CompletedTask,
    };

    // The trigger lives three seconds. Came we too late, a button opens the form.
    async Task Open(string trigger, Uri? responseUrl, Form form, Reader reader, Answered answered)
    {
        if (await Try(() => slack.ViewsOpen(tokens.For(reader.Installation), trigger, Bytes(BlockKit.View(form, reader)), default)) || form.Reopens is not { } opens)
            return;
        var card = SlackBodies.OpenAgain(form, await reopening.Keep(form, opens, answered.Who.Id));
        if (responseUrl is not null)
            await Post(responseUrl, SlackBodies.Ephemeral(card, reader));
        else
            await Tell(answered.Who.Accounts.First(account => account.Installation == reader.Installation).ExternalId, card, reader);
    }

    // Only they see it, where they are. Where the bot may not speak, their own conversation is the place.
    async Task Whisper(string user, Address where, Card card, Reader reader)
    {
        if (where.Kind is PlaceKind.Person || !await Try(() => slack.ChatPostEphemeral(tokens.For(where.Installation), user, Message(where.Id, card, reader, where.Thread), default)))
            await Tell(user, card, reader);
    }

    Task<bool> Tell(string user, Card card, Reader reader) => Try(async () =>
    {
        var token = tokens.For(reader.Installation);
        await slack.ChatPostMessage(token, Message(await slack.ConversationsOpen(token, [user], default), card, reader), default);
    });

    Task<bool> Post(Uri responseUrl, string body) => Try(() => slack.PostToResponseUrl(responseUrl, Bytes(body), default));

    async Task<bool> Try(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (SlackApiException failure)
        {
            Log.ViewLost(log, failure.Method, failure.Code);
            return false;
        }
    }

    static PostedMessage Message(string channel, Card card, Reader reader, string? thread = null) =>
        new(channel, BlockKit.Notification(card, reader), Bytes(BlockKit.Blocks(card, reader)), thread);

    static ReadOnlyMemory<byte> Bytes(string json) => Encoding.UTF8.GetBytes(json);
}
