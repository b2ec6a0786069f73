using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>Posts to Teams, and changes in place what it posted.</summary>
public sealed class TeamsSender(ConnectorClient connector, IStore store, Register register) : ISender
{
    public Channel Channel => Channel.Teams;

    public async Task<Sent> Send(Message message, CancellationToken cancel)
    {
        // Until Teams has spoken to us once, there is nowhere to send to.
        if (await register.Installation(message.InstallationId, cancel) is not { ServiceUrl: { } serviceUrl, BotId: { } bot } home)
            throw new SendFailedException("no-service-url", Failure.Safe);
        try
        {
            var body = Encoding.UTF8.GetBytes(message.Body);
            if (message is { RemoteId: { } id, RemotePlace: { } place })
            {
                await connector.Update(serviceUrl, place, id, body, cancel);
                return new Sent(id, place);
            }
            var conversation = message.PlaceKind is PlaceKind.Person
                ? await Own(message, serviceUrl, bot, home.ExternalId, cancel)
                : TeamsEnvelope.Join(message.PlaceId, message.Thread);
            return new Sent(await connector.Send(serviceUrl, conversation, body, cancel) ?? "", conversation);
        }
        catch (BotFrameworkException failure)
        {
            throw new SendFailedException(failure.Code, Kind(failure), failure.RetryAfter, failure) { Obstacle = Why(failure) };
        }
    }

    async Task<string> Own(Message message, string serviceUrl, string bot, string tenant, CancellationToken cancel)
    {
        var known = await Known(message, cancel);
        if (known?.BlockedAt is not null)
            throw new SendFailedException("blocked", Failure.Blocked);
        return known?.Conversation ?? await Create(message, serviceUrl, bot, tenant, cancel);
    }

    async Task<Account?> Known(Message message, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await Account(db, message).AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    async Task<string> Create(Message message, string serviceUrl, string bot, string tenant, CancellationToken cancel)
    {
        try
        {
            var parameters = new ConversationParameters { Bot = new ChannelAccount(bot), Members = [new ChannelAccount(message.PlaceId)], TenantId = tenant };
            var conversation = (await connector.CreateConversation(serviceUrl, parameters, cancel)).Id;
            await store.Do(db => Account(db, message).ExecuteUpdateAsync(set => set.SetProperty(account => account.Conversation, conversation), cancel), cancel);
            return conversation;
        }
        catch (BotFrameworkException failure) when (failure.Class is FailureClass.Ambiguous)
        {
            // Asking twice gives the same chat, and nothing was posted in it yet.
            throw new SendFailedException(failure.Code, Failure.Safe, failure.RetryAfter, failure);
        }
    }

    static IQueryable<Account> Account(Db db, Message message) =>
        db.Accounts.Where(account => account.InstallationId == message.InstallationId && account.ExternalId == message.PlaceId);

    static Obstacle Why(BotFrameworkException failure) => failure switch
    {
        { Status: 404 } or { Code: "BotNotInConversationRoster" } => Obstacle.NotThere,
        { Status: 403 } => Obstacle.NotAllowed,
        _ => Obstacle.Unknown,
    };

    static Failure Kind(BotFrameworkException failure) => failure.Class switch
    {
        _ when failure.Blocked => Failure.Blocked,
        _ when failure.Status is StatusCodes.Status429TooManyRequests => Failure.Throttled,
        FailureClass.Safe => Failure.Safe,
        FailureClass.Ambiguous => Failure.Ambiguous,
        _ => Failure.Final,
    };
}
