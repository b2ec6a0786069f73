using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>A message to be posted, already rendered.</summary>
/// <param name="Channel">Channel id (C…, G…, D…), or a user id (U…) for a direct message.</param>
/// <param name="Text">What notifications and screen readers say; the whole message when there are no blocks. mrkdwn: escape with <see cref="SlackText.Escape"/>.</param>
/// <param name="BlocksJson">A JSON array of at most 50 blocks in UTF-8; empty for a text without blocks.</param>
/// <param name="ThreadTs">Posts into that thread.</param>
public sealed record PostedMessage(string Channel, string Text, ReadOnlyMemory<byte> BlocksJson, string? ThreadTs = null);

/// <summary>Where a message stands: both together are needed to change or delete it.</summary>
/// <param name="Channel">Always the real channel's id, also when it was posted to a user id.</param>
public sealed record PostedTs(string Channel, string Ts);

/// <summary>A view that Slack shows now.</summary>
/// <param name="Hash">Send it along with the next update, and a race with another update is refused instead of lost.</param>
public sealed record ShownView(string Id, string Hash)
{
    internal static ShownView Read(JsonElement answer)
    {
        var view = answer.Object("view"u8);
        return new ShownView(view.Id("id"u8), view.TextOrEmpty("hash"u8));
    }
}

/// <summary>
/// Whose token it is. <see href="https://docs.slack.dev/reference/methods/auth.test"/>
/// </summary>
/// <param name="UserId">The bot's own user.</param>
/// <param name="BotId">The bot (B…), as messages name it.</param>
public sealed record TokenOwner(string TeamId, string Team, string UserId, string? BotId, string? EnterpriseId, bool IsEnterpriseInstall, Uri? Url)
{
    internal static TokenOwner Read(JsonElement answer) => new(
        answer.Id("team_id"u8),
        answer.TextOrEmpty("team"u8),
        answer.Id("user_id"u8),
        answer.IdOrNull("bot_id"u8),
        answer.IdOrNull("enterprise_id"u8),
        answer.Flag("is_enterprise_install"u8),
        answer.UrlOrNull("url"u8));
}

/// <summary>
/// A channel, private channel or direct message. <see href="https://docs.slack.dev/reference/objects/conversation-object"/>
/// </summary>
/// <param name="Name">Null for direct messages.</param>
/// <param name="User">The other person of a direct message.</param>
/// <param name="IsMember">Whether the bot is in it.</param>
/// <param name="IsExtShared">Shared with another organisation.</param>
public sealed record SlackConversation(
    string Id,
    string? Name,
    string? User,
    bool IsIm,
    bool IsMpim,
    bool IsPrivate,
    bool IsArchived,
    bool IsMember,
    bool IsExtShared)
{
    internal static SlackConversation Read(JsonElement channel) => new(
        channel.Id("id"u8),
        channel.IdOrNull("name"u8),
        channel.IdOrNull("user"u8),
        channel.Flag("is_im"u8),
        channel.Flag("is_mpim"u8),
        channel.Flag("is_private"u8),
        channel.Flag("is_archived"u8),
        channel.Flag("is_member"u8),
        channel.Flag("is_ext_shared"u8));
}

/// <summary>
/// One page of a list. A page may hold fewer items than asked for, even none, and still not be the last one.
/// <see href="https://docs.slack.dev/apis/web-api/pagination"/>
/// </summary>
/// <param name="NextCursor">Fetches the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    internal static Page<T> Read(JsonElement answer, ReadOnlySpan<byte> field, Func<JsonElement, T> item) =>
        new(answer.List(field, item), answer.ObjectOrNull("response_metadata"u8)?.IdOrNull("next_cursor"u8));
}
