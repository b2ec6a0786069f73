using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>
/// The workspace's people, from users.list, and the names of its channels that the bot is in.
/// <see href="https://docs.slack.dev/reference/methods/users.list"/> <see href="https://docs.slack.dev/reference/methods/conversations.info"/>
/// </summary>
public sealed class SlackRoster(SlackClient slack, SlackTokens tokens) : IRosterSource
{
    const int PageSize = 200;

    public Channel Channel => Channel.Slack;

    public async Task<RosterPage> Read(Installation installation, string source, string? cursor, CancellationToken cancel)
    {
        try
        {
            // Everybody in a channel is in the workspace's own list; but its name is told nowhere else.
            if (source.Length > 0)
                return new RosterPage([], null) { PlaceName = await Name(tokens.For(installation.Id), source, cancel) };
            var page = await slack.UsersList(tokens.For(installation.Id), cursor, PageSize, cancel);
            return new RosterPage([.. page.Items.Select(user => SlackEvents.Describe(user, installation.ExternalId))], page.NextCursor);
        }
        catch (SlackApiException failure)
        {
            throw new RosterUnreadableException(failure.Code, failure.RetryAfter, failure) { IsFinal = failure.Class is FailureClass.Final };
        }
    }

    // Null for a private one, of which nobody outside is to learn, and for one that is gone.
    async Task<string?> Name(string token, string channel, CancellationToken cancel)
    {
        try
        {
            return await slack.ConversationsInfo(token, channel, cancel) is { IsPrivate: false, IsIm: false, IsMpim: false, Name: { Length: > 0 } name } ? name : null;
        }
        catch (SlackApiException failure) when (failure.Class is FailureClass.Final)
        {
            return null;
        }
    }
}
