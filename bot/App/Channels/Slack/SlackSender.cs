using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>Posts to Slack, and changes in place what it posted.</summary>
public sealed class SlackSender(SlackClient slack, SlackTokens tokens, IStore store) : ISender
{
    // A message waits for the one that it is to hang on until that has failed so often, which takes minutes.
    const int MostFailed = 5;

    // A person's conversation with the bot never changes, so what was once found out holds.
    readonly ConcurrentDictionary<(int Installation, string User), string> _conversations = [];

    public Channel Channel => Channel.Slack;

    public async Task<Sent> Send(Message message, CancellationToken cancel)
    {
        try
        {
            var token = tokens.For(message.InstallationId);
            var blocks = Encoding.UTF8.GetBytes(message.Body);
            var posted = message is { RemoteId: { } ts, RemotePlace: { } channel }
                ? await slack.ChatUpdate(token, new PostedTs(channel, ts), message.Summary, blocks, cancel)
                : await slack.ChatPostMessage(token, new PostedMessage(await Conversation(message, token, cancel), message.Summary, blocks, await Thread(message, cancel)), cancel);
            return new Sent(posted.Ts, posted.Channel);
        }
        catch (SlackApiException failure)
        {
            throw new SendFailedException(failure.Code, Kind(failure), failure.RetryAfter, failure) { Obstacle = Why(failure.Code) };
        }
    }

    // What is to stand below a message of ours waits for that one; where it does not come, the words go without it. One under way is about to come.
    async ValueTask<string?> Thread(Message message, CancellationToken cancel)
    {
        if (Address.KeyOf(message.Thread) is not { } key)
            return message.Thread;
        await using var db = store.Open();
        var root = await db.Messages.AsNoTracking().Where(one => one.Key == key && one.InstallationId == message.InstallationId && one.PlaceId == message.PlaceId)
            .Select(one => new { one.RemoteId, one.DeadAt, one.Attempts, one.LeaseUntil }).SingleOrDefaultAsync(cancel);
        if (root is { RemoteId: null, DeadAt: null } && (root.Attempts < MostFailed || root.LeaseUntil is not null))
            throw new SendFailedException("thread-not-there-yet", Failure.Early);
        return root?.RemoteId;
    }

    async ValueTask<string> Conversation(Message message, string token, CancellationToken cancel)
    {
        if (message.PlaceKind is not PlaceKind.Person)
            return message.PlaceId;
        if (_conversations.TryGetValue((message.InstallationId, message.PlaceId), out var known))
            return known;
        return _conversations[(message.InstallationId, message.PlaceId)] = await Known(message, cancel) ?? await Open(message, token, cancel);
    }

    async Task<string?> Known(Message message, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await Account(db, message).Select(account => account.Conversation).SingleOrDefaultAsync(cancel);
    }

    async Task<string> Open(Message message, string token, CancellationToken cancel)
    {
        var conversation = await slack.ConversationsOpen(token, [message.PlaceId], cancel);
        await store.Do(db => Account(db, message).ExecuteUpdateAsync(set => set.SetProperty(account => account.Conversation, conversation), cancel), cancel);
        return conversation;
    }

    static IQueryable<Account> Account(Db db, Message message) =>
        db.Accounts.Where(account => account.InstallationId == message.InstallationId && account.ExternalId == message.PlaceId);

    // A private channel that the bot is not in looks to it like one that does not exist.
    static Obstacle Why(string code) => code switch
    {
        "not_in_channel" or "channel_not_found" => Obstacle.NotThere,
        "is_archived" => Obstacle.Closed,
        _ when code.StartsWith("restricted_action", StringComparison.Ordinal) => Obstacle.NotAllowed,
        "ekm_access_denied" or "team_access_not_granted" => Obstacle.NotAllowed,
        _ => Obstacle.Unknown,
    };

    static Failure Kind(SlackApiException failure) => failure.Class switch
    {
        _ when failure is { Status: StatusCodes.Status429TooManyRequests } or { Code: "ratelimited" or "rate_limited" } => Failure.Throttled,
        FailureClass.Safe => Failure.Safe,
        FailureClass.Ambiguous => Failure.Ambiguous,
        _ => Failure.Final,
    };
}
