using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>The workspace's people, from users.list. <see href="https://docs.slack.dev/reference/methods/users.list"/></summary>
public sealed class SlackRoster(SlackClient slack, SlackTokens tokens) : IRosterSource
{
    const int PageSize = 200;

    public Channel Channel => Channel.Slack;

    public async Task<RosterPage> Read(Installation installation, string source, string? cursor, CancellationToken cancel)
    {
        // Everybody in a channel is in the workspace's own list.
        if (source.Length > 0)
            return new RosterPage([], null);
        try
        {
            var page = await slack.UsersList(tokens.For(installation.Id), cursor, PageSize, cancel);
            return new RosterPage([.. page.Items.Select(user => SlackEvents.Describe(user, installation.ExternalId))], page.NextCursor);
        }
        catch (SlackApiException failure)
        {
            throw new RosterUnreadableException(failure.Code, failure.RetryAfter, failure);
        }
    }
}
