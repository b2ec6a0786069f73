using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>Who and where, out of the verified activity.</summary>
static class TeamsEnvelope
{
    const string ThreadMark = ";messageid=";
    const int LongestId = 400;

    /// <summary>What makes an activity unfit for the database, without its content; null where it is fit.</summary>
    internal static string? Fault(Activity activity) => activity switch
    {
        { Id: not { Length: > 0 } } => "no id",
        _ when new[] { activity.Id, activity.From.Id, activity.Conversation.Id, activity.Recipient.Id }.Any(id => id.Length > LongestId || id.Contains('\0')) => "an id is no id",
        _ => null,
    };

    /// <summary>A second delivery bears the same one.</summary>
    internal static string EventId(Activity activity) => $"{activity.Conversation.Id}|{activity.Id}";

    internal static Envelope Of(Activity activity, Installation installation)
    {
        var who = Who(activity);
        return new Envelope(Channel.Teams, installation.Id, EventId(activity), who, Where(activity, installation, who))
        {
            Conversation = activity.Conversation.IsPersonal ? activity.Conversation.Id : null,
        };
    }

    /// <summary>A channel's id without the thread, and the thread's root.</summary>
    internal static (string Id, string? Thread) Split(string conversation) =>
        conversation.IndexOf(ThreadMark, StringComparison.Ordinal) is var at && at < 0 ? (conversation, null) : (conversation[..at], conversation[(at + ThreadMark.Length)..]);

    /// <summary>The conversation of a thread, as the Connector names it.</summary>
    internal static string Join(string channel, string? thread) => thread is null ? channel : channel + ThreadMark + thread;

    /// <summary>Ids of people begin with 29:, those of bots with 28:.</summary>
    internal static bool IsBot(string id) => id.StartsWith("28:", StringComparison.Ordinal);

    // Some updates name nobody who did it; then it is the bot who learns of it.
    static Sender Who(Activity activity)
    {
        var account = activity.From.Id.Length > 0 ? activity.From : activity.Recipient;
        return new Sender(account.Id)
        {
            Name = TeamsWords.Clean(account.Name),
            DirectoryId = TeamsWords.Clean(account.AadObjectId),
            Culture = TeamsWords.Clean(activity.Locale),
            Zone = TeamsWords.Clean(activity.Timezone),
            IsBot = IsBot(account.Id) || account.Id == activity.Recipient.Id,
        };
    }

    static Address Where(Activity activity, Installation installation, Sender who)
    {
        var conversation = activity.Conversation;
        if (conversation.IsPersonal)
            return new Address(installation.Id, PlaceKind.Person, who.Id);
        var (id, thread) = Split(conversation.Id);
        return new Address(installation.Id, conversation.IsChannel ? PlaceKind.Channel : PlaceKind.Group, id, thread);
    }
}
