using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>What somebody wrote, changed or deleted in their own chat with the bot, as Teams knows it.</summary>
static class TeamsSpoken
{
    internal static Spoken Of(MessageActivity message, Typed line) => new(message.Conversation.Id, message.Id!, message.ReplyToId, line)
    {
        Files = [.. message.Files.Select(file => new Attached(TeamsWords.Clean(file.Name)!, file.ContentUrl))],
    };

    /// <summary>A deletion that was undone comes as an edit too, with the words as they were.</summary>
    internal static Incoming Read(MessageUpdate edited, Installation installation) =>
        new Incoming.Edited(Envelope(edited, installation, "edited", new Spoken(edited.Conversation.Id, edited.Id!, null, TeamsWords.Read(edited.Text, edited.Mentions, edited.Recipient.Id, edited.TextFormat))));

    internal static Incoming Read(MessageDelete gone, Installation installation) =>
        new Incoming.Deleted(Envelope(gone, installation, "deleted", new Spoken(gone.Conversation.Id, gone.Id!, null, Typed.Of(""))));

    // An edit bears the id of the message that it changes, so it has to differ from that, and from the next edit.
    static Envelope Envelope(Activity activity, Installation installation, string what, Spoken spoken) => TeamsEnvelope.Of(activity, installation) with
    {
        EventId = $"{TeamsEnvelope.EventId(activity)}|{what}|{activity.Timestamp?.UtcTicks}",
        Spoken = spoken,
    };
}
