using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>Somebody wrote to the bot, or pressed an Action.Submit button.</summary>
/// <param name="Text">The words as they came, tags and entities included (<see cref="TeamsText"/> reads them); empty when there are none.</param>
/// <param name="TextFormat"><c>plain</c>, <c>markdown</c> or <c>xml</c>; null means the platform did not say.</param>
/// <param name="Mentions">Who is named in the text, the bot itself included.</param>
/// <param name="Value">What an Action.Submit sent; safe to keep.</param>
public sealed record MessageActivity(
    ActivityEnvelope Envelope, string Text, string? TextFormat, IReadOnlyList<Mention> Mentions, JsonElement? Value)
    : Activity(Envelope)
{
    /// <summary>Files that somebody sent: links to where they lie in their own OneDrive.</summary>
    public IReadOnlyList<SentFile> Files { get; init; } = [];
}

/// <summary>A file in a message to the bot. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4</summary>
/// <param name="Name">With its ending; empty when not told.</param>
/// <param name="ContentUrl">Where it lies; whoever opens it needs the rights to.</param>
public sealed record SentFile(string Name, Uri ContentUrl);

/// <summary>Members came or went, or a team or channel changed. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events</summary>
/// <param name="MembersAdded">People and bots; the bot itself when it was added.</param>
/// <param name="MembersRemoved">People and bots.</param>
/// <param name="EventType">Such as <c>teamMemberAdded</c>, <c>channelRenamed</c>, <c>teamDeleted</c>; null in chats.</param>
/// <param name="ChannelName">The channel's new name; null for the general channel.</param>
public sealed record ConversationUpdate(
    ActivityEnvelope Envelope,
    IReadOnlyList<ChannelAccount> MembersAdded,
    IReadOnlyList<ChannelAccount> MembersRemoved,
    string? EventType,
    string? ChannelName)
    : Activity(Envelope);

/// <summary>The app was installed or taken away. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events#installation-update-event</summary>
/// <param name="Action"><c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</param>
public sealed record InstallationUpdate(ActivityEnvelope Envelope, string Action) : Activity(Envelope)
{
    /// <summary>The bot is there now.</summary>
    public bool IsAdded => Action is "add" or "add-upgrade";

    /// <summary>The bot is gone. False for <c>remove-upgrade</c>: the new version follows at once.</summary>
    public bool IsRemoved => Action is "remove";
}

/// <summary>A question that wants its answer in the HTTP response within five seconds; <see cref="Invokes"/> reads it.</summary>
/// <param name="Name">Such as <c>adaptiveCard/action</c>.</param>
/// <param name="Value">Its parameters, <see cref="JsonValueKind.Undefined"/> when there are none; safe to keep.</param>
public sealed record InvokeActivity(ActivityEnvelope Envelope, string Name, JsonElement Value) : Activity(Envelope);

/// <summary>A message was edited or its deletion undone. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events</summary>
/// <param name="Text">The new words.</param>
/// <param name="TextFormat">As in <see cref="MessageActivity"/>.</param>
/// <param name="Mentions">As in <see cref="MessageActivity"/>.</param>
/// <param name="EventType"><c>editMessage</c> or <c>undeleteMessage</c>.</param>
public sealed record MessageUpdate(
    ActivityEnvelope Envelope, string Text, string? TextFormat, IReadOnlyList<Mention> Mentions, string? EventType)
    : Activity(Envelope);

/// <summary>A message was deleted; <see cref="Activity.Id"/> is the message's.</summary>
/// <param name="EventType"><c>softDeleteMessage</c>.</param>
public sealed record MessageDelete(ActivityEnvelope Envelope, string? EventType) : Activity(Envelope);

/// <summary>Reactions to a message of the bot, which <see cref="Activity.ReplyToId"/> names.</summary>
/// <param name="Added">Such as <c>like</c> or <c>heart</c>.</param>
/// <param name="Removed">The same, taken back.</param>
public sealed record MessageReaction(ActivityEnvelope Envelope, IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
    : Activity(Envelope);

/// <summary>A kind of activity that this project does not know. Answer 200 and log the type.</summary>
/// <param name="Type">The platform's word for it.</param>
public sealed record Unknown(ActivityEnvelope Envelope, string Type) : Activity(Envelope);

/// <summary>A body that can't be read. Its envelope says only what was verified.</summary>
/// <param name="Why">Which field is wrong, without its content: fit for a log.</param>
public sealed record Malformed(ActivityEnvelope Envelope, string Why) : Activity(Envelope);
