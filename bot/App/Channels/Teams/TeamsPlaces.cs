using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>Comings and goings: of the bot, of people, of teams and their channels.</summary>
static class TeamsPlaces
{
    /// <summary>An installation in a person's own chat is the first meeting: they are greeted, here and nowhere else.</summary>
    internal static Incoming? Read(InstallationUpdate update, Installation installation)
    {
        var envelope = TeamsEnvelope.Of(update, installation);
        if (update.Action == "add" && envelope.Where.Kind is PlaceKind.Person)
            return new Incoming.Met(envelope);
        if (update.IsAdded)
            return new Incoming.PlaceChanged(envelope, PlaceChange.Added, Name(update));
        return update.IsRemoved ? new Incoming.PlaceChanged(envelope, PlaceChange.Removed, null) : null;
    }

    internal static Incoming? Read(ConversationUpdate update, Installation installation)
    {
        var envelope = TeamsEnvelope.Of(update, installation);
        var bot = update.Recipient.Id;
        if (update.MembersAdded.Any(member => member.Id == bot))
            return new Incoming.PlaceChanged(envelope, PlaceChange.Added, Name(update));
        if (update.MembersRemoved.Any(member => member.Id == bot))
            return new Incoming.PlaceChanged(envelope, PlaceChange.Removed, null);
        if (update.MembersAdded.Count > 0)
            return new Incoming.PeopleChanged(envelope, People(update.MembersAdded), Gone: false);
        // Who leaves a team has not left the organisation: nobody is marked as gone.
        if (update.MembersRemoved.Count > 0)
            return new Incoming.PeopleChanged(envelope, People(update.MembersRemoved), Gone: true);
        return Changed(update, envelope);
    }

    static Incoming.PlaceChanged? Changed(ConversationUpdate update, Envelope envelope) => update.EventType switch
    {
        "channelCreated" or "channelRestored" => new(Channel(update, envelope), PlaceChange.Added, TeamsWords.Clean(update.ChannelName)),
        "channelRenamed" => new(Channel(update, envelope), PlaceChange.Renamed, TeamsWords.Clean(update.ChannelName)),
        "channelDeleted" => new(Channel(update, envelope), PlaceChange.Removed, null),
        "teamRenamed" or "teamRestored" or "teamUnarchived" => new(envelope, PlaceChange.Renamed, TeamsWords.Clean(update.TeamName)),
        "teamDeleted" or "teamHardDeleted" => new(envelope, PlaceChange.Removed, null),
        _ => null,
    };

    // The update comes in the team's first channel and names the one that it is about.
    static Envelope Channel(ConversationUpdate update, Envelope envelope) =>
        update.TeamsChannelId is { Length: > 0 and <= 400 } channel ? envelope with { Where = envelope.Where with { Id = channel, Thread = null } } : envelope;

    static string? Name(Activity activity) => TeamsWords.Clean(activity.Conversation.IsChannel ? activity.TeamName : activity.Conversation.Name);

    static List<Sender> People(IReadOnlyList<ChannelAccount> members) =>
        [.. members.Select(member => new Sender(member.Id) { Name = TeamsWords.Clean(member.Name), DirectoryId = TeamsWords.Clean(member.AadObjectId), IsBot = TeamsEnvelope.IsBot(member.Id) })];
}
