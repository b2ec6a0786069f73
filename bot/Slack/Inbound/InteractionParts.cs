using System.Text.Json;

namespace ServiceCulture.Slack;

/// <summary>Who acted, and which installation of the app they acted on; from the signed envelope.</summary>
/// <param name="TeamId">The workspace where the app is installed. In a channel shared through Slack Connect the person may belong to another one.</param>
/// <param name="EnterpriseId">The Enterprise Grid organisation, when there is one.</param>
/// <param name="IsEnterpriseInstall">The app is installed for the whole organisation: the installation is then found by <paramref name="EnterpriseId"/>.</param>
/// <param name="ApiAppId">The app's id.</param>
/// <param name="UserId">The person.</param>
/// <param name="UserName">The person's handle; not for showing.</param>
/// <param name="UserTeamId">The person's own workspace (or organisation, E…).</param>
/// <param name="TeamDomain">The workspace's name in its address, <c>{domain}.slack.com</c>; lower-case letters, digits and hyphens, else null.</param>
public sealed record Origin(
    string TeamId,
    string? EnterpriseId,
    bool IsEnterpriseInstall,
    string? ApiAppId,
    string UserId,
    string? UserName,
    string? UserTeamId,
    string? TeamDomain = null)
{
    internal static Origin Read(JsonElement payload)
    {
        var user = payload.Object("user"u8);
        var team = payload.ObjectOrNull("team"u8);
        var userTeam = user.IdOrNull("team_id"u8);
        return new Origin(
            payload.ObjectOrNull("view"u8)?.IdOrNull("app_installed_team_id"u8) ?? team?.IdOrNull("id"u8) ?? userTeam
                ?? throw new WireFormatException("team is missing"),
            payload.ObjectOrNull("enterprise"u8)?.IdOrNull("id"u8) ?? team?.IdOrNull("enterprise_id"u8),
            payload.Flag("is_enterprise_install"u8),
            payload.IdOrNull("api_app_id"u8),
            user.Id("id"u8),
            user.IdOrNull("username"u8) ?? user.IdOrNull("name"u8),
            userTeam,
            team?.TextOrNull("domain"u8) is { Length: > 0 and <= 63 } domain && domain.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? domain : null);
    }
}

/// <summary>Where the pressed element stands: in a message, a view, or an attachment of a message.</summary>
/// <param name="Type">message, view or message_attachment.</param>
/// <param name="IsEphemeral">The message is visible to one person only and cannot be changed by chat.update, only through the response_url.</param>
public sealed record Container(string Type, string? MessageTs, string? ChannelId, string? ViewId, string? ThreadTs, bool IsEphemeral)
{
    internal static Container ReadFrom(JsonElement payload) =>
        payload.ObjectOrNull("container"u8) is { } container
            ? new(
                container.TextOrEmpty("type"u8),
                container.IdOrNull("message_ts"u8),
                container.IdOrNull("channel_id"u8),
                container.IdOrNull("view_id"u8),
                container.IdOrNull("thread_ts"u8),
                container.Flag("is_ephemeral"u8))
            : new("", null, null, null, null, false);
}

/// <param name="Name">directmessage or privategroup where the app may not know the real one.</param>
public sealed record SlackChannel(string Id, string Name)
{
    internal static SlackChannel? ReadFrom(JsonElement payload) =>
        payload.ObjectOrNull("channel"u8) is { } channel && channel.IdOrNull("id"u8) is { } id
            ? new(id, channel.TextOrEmpty("name"u8))
            : null;
}

/// <summary>The message an interaction belongs to.</summary>
/// <param name="Ts">The message's id within its channel.</param>
/// <param name="User">Its author; null for some bots' messages.</param>
/// <param name="Text">In Slack's form: read it with <see cref="SlackText.Parse"/>.</param>
/// <param name="ThreadTs">The first message of the thread it stands in.</param>
public sealed record SlackMessage(string Ts, string? User, string? BotId, string Text, string? ThreadTs)
{
    internal static SlackMessage Read(JsonElement message) => new(
        message.Id("ts"u8),
        message.IdOrNull("user"u8),
        message.IdOrNull("bot_id"u8),
        message.TextOrEmpty("text"u8),
        message.IdOrNull("thread_ts"u8));

    internal static SlackMessage? ReadFrom(JsonElement payload) => payload.ObjectOrNull("message"u8) is { } message ? Read(message) : null;
}

/// <summary>One element that was pressed or picked from.</summary>
/// <param name="ActionTs">When, as Slack writes times; differs for every press.</param>
/// <param name="Input">What was picked or typed.</param>
public sealed record BlockAction(string ActionId, string BlockId, string ActionTs, InputValue Input)
{
    /// <summary>The element's type: button, static_select, …</summary>
    public string Type => Input.Type;

    /// <summary>A button's value, or what was typed.</summary>
    public string? Value => Input.Value;

    /// <summary>The values of the options picked, one or many.</summary>
    public IReadOnlyList<string> SelectedOptions => Input.SelectedOptions;

    internal static BlockAction Read(JsonElement action) => new(
        action.Id("action_id"u8),
        action.TextOrEmpty("block_id"u8),
        action.TextOrEmpty("action_ts"u8),
        InputValue.Read(action));
}
