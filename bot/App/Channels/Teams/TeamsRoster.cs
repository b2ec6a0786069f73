using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>The members of a conversation in which the bot is: a team, a group, or one person's own chat.</summary>
public sealed class TeamsRoster(ConnectorClient connector) : IRosterSource
{
    const int PageSize = 200;

    public Channel Channel => Channel.Teams;

    public async Task<RosterPage> Read(Installation installation, string source, string? cursor, CancellationToken cancel)
    {
        // A bot can't list a tenant.
        if (source.Length == 0)
            return new RosterPage([], null);
        if (installation.ServiceUrl is not { } serviceUrl)
            throw new RosterUnreadableException("no-service-url");
        try
        {
            var page = await connector.Members(serviceUrl, source, PageSize, cursor, cancel);
            return new RosterPage([.. page.Members.Select(member => Describe(member, installation))], page.ContinuationToken);
        }
        catch (BotFrameworkException failure) when (failure.Status is 403 or 404)
        {
            // The bot was put out, or the chat is gone: there is nobody to read any more.
            return new RosterPage([], null);
        }
        catch (BotFrameworkException failure)
        {
            throw new RosterUnreadableException(failure.Code, failure.RetryAfter, failure) { IsFinal = failure.Class is FailureClass.Final };
        }
    }

    // The addresses stand in the organisation's own directory, so they are vouched for; a guest's stand in another's.
    static Sender Describe(TeamsChannelAccount member, Installation installation) => new(member.Id)
    {
        Name = TeamsWords.Clean(member.Name),
        DirectoryId = TeamsWords.Clean(member.AadObjectId),
        VerifiedEmail = IsGuest(member, installation) ? null : TeamsWords.Clean(member.Email is { Length: > 0 } email ? email : member.UserPrincipalName),
        IsGuest = IsGuest(member, installation),
        IsBot = TeamsEnvelope.IsBot(member.Id),
    };

    static bool IsGuest(TeamsChannelAccount member, Installation installation) =>
        member.UserRole is "guest" or "anonymous" || (member.TenantId is { Length: > 0 } own && !own.Equals(installation.ExternalId, StringComparison.OrdinalIgnoreCase));
}
