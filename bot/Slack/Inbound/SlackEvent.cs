namespace ServiceCulture.Slack;

/// <summary>
/// What happened, inside an <see cref="SlackRequest.EventCallback"/>: a closed union. Texts are in Slack's form (mentions as
/// <c>&lt;@U1&gt;</c>, <c>&amp;</c> as <c>&amp;amp;</c>): read them with <see cref="SlackText.Parse"/>.
/// <see href="https://docs.slack.dev/reference/events"/>
/// </summary>
public abstract record SlackEvent
{
    // Private, so that the cases below are all there are.
    SlackEvent()
    {
    }

    /// <summary>
    /// A message, of a person or a bot, our own included.
    /// <see href="https://docs.slack.dev/reference/events/message"/>
    /// </summary>
    /// <param name="ChannelType">im, mpim, channel or group; null when not told.</param>
    /// <param name="User">The author; null for some bots.</param>
    /// <param name="BotId">The bot that wrote it; null for people.</param>
    /// <param name="AppId">The app that wrote it; compare with ours before answering, or the bot talks to itself.</param>
    /// <param name="Ts">The message's id within its channel, and its time.</param>
    /// <param name="ThreadTs">The first message of its thread.</param>
    /// <param name="Subtype">bot_message, file_share, channel_join, …; null for what a person simply wrote.</param>
    /// <param name="Hidden">Not meant to be shown.</param>
    /// <param name="Team">The author's workspace; another one than ours for guests from Slack Connect.</param>
    public sealed record MessageEvent(
        string Channel,
        string? ChannelType,
        string? User,
        string? BotId,
        string? AppId,
        string Text,
        string Ts,
        string? ThreadTs,
        string? Subtype,
        bool Hidden,
        string? Team) : SlackEvent
    {
        /// <summary>What was attached.</summary>
        public IReadOnlyList<SlackFile> Files { get; init; } = [];
    }

    /// <summary>
    /// A message was edited; also sent when Slack unfurls a link in it, with the text unchanged.
    /// <see href="https://docs.slack.dev/reference/events/message/message_changed"/>
    /// </summary>
    /// <param name="Ts">The edited message.</param>
    /// <param name="Text">As it stands now.</param>
    /// <param name="User">The message's author.</param>
    /// <param name="PreviousText">As it stood; null when not told.</param>
    public sealed record MessageChanged(
        string Channel,
        string? ChannelType,
        string Ts,
        string Text,
        string? User,
        string? BotId,
        string? PreviousText,
        string? ThreadTs) : SlackEvent;

    /// <summary>
    /// A message was deleted.
    /// <see href="https://docs.slack.dev/reference/events/message/message_deleted"/>
    /// </summary>
    /// <param name="User">The deleted message's author, when told.</param>
    public sealed record MessageDeleted(string Channel, string? ChannelType, string DeletedTs, string? User) : SlackEvent;

    /// <summary>
    /// Somebody mentioned the bot. The same words also come as a <see cref="MessageEvent"/>, with another event id, when the app listens to that channel.
    /// <see href="https://docs.slack.dev/reference/events/app_mention"/>
    /// </summary>
    public sealed record AppMention(string Channel, string? User, string? BotId, string Text, string Ts, string? ThreadTs, string? Team) : SlackEvent;

    /// <summary>
    /// Somebody opened the app's Home or its messages.
    /// <see href="https://docs.slack.dev/reference/events/app_home_opened"/>
    /// </summary>
    /// <param name="Channel">The direct message between that person and the bot.</param>
    /// <param name="Tab">home or messages.</param>
    public sealed record AppHomeOpened(string User, string Channel, string Tab) : SlackEvent;

    /// <summary>
    /// A reaction to a message. <see href="https://docs.slack.dev/reference/events/reaction_added"/>
    /// </summary>
    /// <param name="Reaction">The emoji's name without colons.</param>
    /// <param name="ItemUser">The message's author; null for some bots.</param>
    public sealed record ReactionAdded(string User, string Reaction, string ItemChannel, string ItemTs, string? ItemUser) : SlackEvent;

    /// <summary>A reaction taken back. <see href="https://docs.slack.dev/reference/events/reaction_removed"/></summary>
    /// <param name="Reaction">The emoji's name without colons.</param>
    /// <param name="ItemUser">The message's author; null for some bots.</param>
    public sealed record ReactionRemoved(string User, string Reaction, string ItemChannel, string ItemTs, string? ItemUser) : SlackEvent;

    /// <summary>
    /// Somebody, perhaps the bot itself, joined a channel. <see href="https://docs.slack.dev/reference/events/member_joined_channel"/>
    /// </summary>
    /// <param name="ChannelType">C for a public channel, G for a private one.</param>
    /// <param name="Team">The workspace of whoever joined.</param>
    /// <param name="Inviter">Null when they came by themselves.</param>
    public sealed record MemberJoinedChannel(string User, string Channel, string? ChannelType, string? Team, string? Inviter) : SlackEvent;

    /// <summary>Somebody, perhaps the bot itself, left a channel. <see href="https://docs.slack.dev/reference/events/member_left_channel"/></summary>
    /// <param name="ChannelType">C for a public channel, G for a private one.</param>
    public sealed record MemberLeftChannel(string User, string Channel, string? ChannelType, string? Team) : SlackEvent;

    /// <summary>Somebody joined the workspace. <see href="https://docs.slack.dev/reference/events/team_join"/></summary>
    public sealed record TeamJoin(SlackUser User) : SlackEvent;

    /// <summary>A profile changed, or an account was deactivated or came back. <see href="https://docs.slack.dev/reference/events/user_change"/></summary>
    public sealed record UserChange(SlackUser User) : SlackEvent;

    /// <summary>A channel was renamed. <see href="https://docs.slack.dev/reference/events/channel_rename"/></summary>
    public sealed record ChannelRename(string Channel, string Name) : SlackEvent;

    /// <summary>The app was removed from the workspace; its tokens are dead. <see href="https://docs.slack.dev/reference/events/app_uninstalled"/></summary>
    public sealed record AppUninstalled : SlackEvent;

    /// <summary>Tokens were revoked. <see href="https://docs.slack.dev/reference/events/tokens_revoked"/></summary>
    /// <param name="Users">The people whose user tokens are dead.</param>
    /// <param name="Bots">The bot users whose tokens are dead.</param>
    public sealed record TokensRevoked(IReadOnlyList<string> Users, IReadOnlyList<string> Bots) : SlackEvent;

    /// <summary>An event this library does not know.</summary>
    /// <param name="Type">Slack's name of it; fit for a log line.</param>
    public sealed record Unknown(string Type) : SlackEvent;
}
