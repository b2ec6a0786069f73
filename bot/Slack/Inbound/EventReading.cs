using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>The <c>event</c> object of an event_callback to a case of <see cref="SlackEvent"/>.</summary>
static class EventReading
{
    internal static SlackEvent Read(JsonElement e) => e.Id("type"u8) switch
    {
        "message" => Message(e),
        "app_mention" => AppMention(e),
        "app_home_opened" => new SlackEvent.AppHomeOpened(e.Id("user"u8), e.TextOrEmpty("channel"u8), e.TextOrEmpty("tab"u8)),
        "reaction_added" => Reaction(e, "reaction_added", (user, name, channel, ts, author) => new SlackEvent.ReactionAdded(user, name, channel, ts, author)),
        "reaction_removed" => Reaction(e, "reaction_removed", (user, name, channel, ts, author) => new SlackEvent.ReactionRemoved(user, name, channel, ts, author)),
        "member_joined_channel" => new SlackEvent.MemberJoinedChannel(
            e.Id("user"u8), e.Id("channel"u8), e.IdOrNull("channel_type"u8), e.IdOrNull("team"u8), e.IdOrNull("inviter"u8)),
        "member_left_channel" => new SlackEvent.MemberLeftChannel(
            e.Id("user"u8), e.Id("channel"u8), e.IdOrNull("channel_type"u8), e.IdOrNull("team"u8)),
        "team_join" => new SlackEvent.TeamJoin(SlackUser.Read(e.Object("user"u8))),
        "user_change" => new SlackEvent.UserChange(SlackUser.Read(e.Object("user"u8))),
        // A private channel's event is a group_rename; the shape is the same.
        "channel_rename" or "group_rename" => ChannelRename(e.Object("channel"u8)),
        "app_uninstalled" => new SlackEvent.AppUninstalled(),
        "tokens_revoked" => TokensRevoked(e.ObjectOrNull("tokens"u8)),
        var type => new SlackEvent.Unknown(RequestReading.Short(type)),
    };

    static SlackEvent Message(JsonElement e) => e.IdOrNull("subtype"u8) switch
    {
        "message_changed" => MessageChanged(e),
        "message_deleted" => MessageDeleted(e),
        var subtype => new SlackEvent.MessageEvent(
            e.Id("channel"u8),
            e.IdOrNull("channel_type"u8),
            e.IdOrNull("user"u8),
            e.IdOrNull("bot_id"u8),
            e.IdOrNull("app_id"u8) ?? e.ObjectOrNull("bot_profile"u8)?.IdOrNull("app_id"u8),
            e.TextOrEmpty("text"u8),
            e.Id("ts"u8),
            e.IdOrNull("thread_ts"u8),
            subtype,
            e.Flag("hidden"u8),
            e.IdOrNull("user_team"u8) ?? e.IdOrNull("team"u8))
        { Files = SlackFile.Read(e) },
    };

    static SlackEvent.MessageChanged MessageChanged(JsonElement e)
    {
        var now = SlackMessage.Read(e.Object("message"u8));
        return new SlackEvent.MessageChanged(
            e.Id("channel"u8),
            e.IdOrNull("channel_type"u8),
            now.Ts,
            now.Text,
            now.User,
            now.BotId,
            e.ObjectOrNull("previous_message"u8)?.TextOrNull("text"u8),
            now.ThreadTs);
    }

    static SlackEvent.MessageDeleted MessageDeleted(JsonElement e) => new(
        e.Id("channel"u8),
        e.IdOrNull("channel_type"u8),
        e.Id("deleted_ts"u8),
        e.ObjectOrNull("previous_message"u8)?.IdOrNull("user"u8));

    static SlackEvent.AppMention AppMention(JsonElement e) => new(
        e.Id("channel"u8),
        e.IdOrNull("user"u8),
        e.IdOrNull("bot_id"u8),
        e.TextOrEmpty("text"u8),
        e.Id("ts"u8),
        e.IdOrNull("thread_ts"u8),
        e.IdOrNull("user_team"u8) ?? e.IdOrNull("team"u8));

    static SlackEvent Reaction(JsonElement e, string type, Func<string, string, string, string, string?, SlackEvent> make)
    {
        var item = e.Object("item"u8);
        // Old workspaces still send reactions to files and their comments: nothing we could answer.
        if (item.TextOrEmpty("type"u8) != "message") return new SlackEvent.Unknown(type);
        return make(e.Id("user"u8), e.Id("reaction"u8), item.Id("channel"u8), item.Id("ts"u8), e.IdOrNull("item_user"u8));
    }

    static SlackEvent.ChannelRename ChannelRename(JsonElement channel) => new(channel.Id("id"u8), channel.TextOrEmpty("name"u8));

    static SlackEvent.TokensRevoked TokensRevoked(JsonElement? tokens) => new(tokens?.Texts("oauth"u8) ?? [], tokens?.Texts("bot"u8) ?? []);
}
