using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.BotFramework;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>What Teams says, in the words of the waist. The actor comes from the verified envelope only.</summary>
public sealed class TeamsTranslation(Register register, Routes routes, Tickets tickets)
{
    /// <param name="Incoming">Null: not for us.</param>
    /// <param name="Forged">A ticket that we did not sign, or not for this button.</param>
    /// <param name="Cancelled">A form card is to be put away; no turn is needed.</param>
    public readonly record struct Understood(Incoming? Incoming, bool Forged = false, bool Cancelled = false);

    /// <summary>Whatever wants no answer. An edited command is not a new one: edits and deletions are for whoever passed the words on. Reactions have no listener.</summary>
    public Incoming? Read(Activity activity, Installation installation) => activity switch
    {
        MessageActivity message => Message(message, installation),
        MessageUpdate { Envelope.Conversation.IsPersonal: true } edited => TeamsSpoken.Read(edited, installation),
        MessageDelete { Envelope.Conversation.IsPersonal: true } gone => TeamsSpoken.Read(gone, installation),
        InstallationUpdate update => TeamsPlaces.Read(update, installation),
        ConversationUpdate update => TeamsPlaces.Read(update, installation),
        _ => null,
    };

    public async ValueTask<Understood> Read(Invoke asked, InvokeActivity activity, Installation installation, CancellationToken cancel)
    {
        var envelope = TeamsEnvelope.Of(activity, installation) with { CanAnswer = true };
        return asked switch
        {
            Invoke.AdaptiveCardAction { Automatic: false } pressed => Act(pressed.Verb, pressed.Data, envelope),
            Invoke.TaskFetch fetch => Act(fetch.Data, envelope with { CanOpen = true }),
            Invoke.TaskSubmit submit => Act(submit.Data, envelope with { CanOpen = true }),
            Invoke.ComposeExtensionSubmitAction submit => Act(submit.Data, await Extended(activity, envelope, cancel)),
            Invoke.ComposeExtensionFetchTask fetch when routes.Knows($"menu:{fetch.CommandId}") => new(await Menu(fetch, await Extended(activity, envelope, cancel), cancel)),
            _ => default,
        };
    }

    Incoming? Message(MessageActivity message, Installation installation)
    {
        var envelope = TeamsEnvelope.Of(message, installation);
        if (envelope.Who.IsBot)
            return null;
        if (message.Value is { ValueKind: JsonValueKind.Object } data && TeamsWords.Text(data, "ticket") is not null)
            return Act(data, envelope).Incoming;
        var line = TeamsWords.Read(message);
        var spoken = TeamsSpoken.Of(message, line);
        return line.Plain.Length == 0 && (spoken is not { Under: not null, Files.Count: > 0 }) ? null : Understanding.Read(envelope with { Spoken = spoken }, line, routes);
    }

    Understood Act(JsonElement data, Envelope envelope) => Act(TeamsWords.Text(data, "verb"), data, envelope);

    Understood Act(string? verb, JsonElement data, Envelope envelope)
    {
        if (tickets.Open(TeamsWords.Text(data, "ticket")) is not { } ticket || ticket.Where.Installation != envelope.Installation || ticket.About.Id != verb)
            return new(null, Forged: true);
        if (verb == AdaptiveCards.CancelVerb)
            return new(null, Cancelled: true);
        return new(routes.Knows($"submit:{verb}") ? new Incoming.Submit(envelope, ticket, TeamsWords.Answers(data)) : new Incoming.Press(envelope, ticket));
    }

    async ValueTask<Incoming> Menu(Invoke.ComposeExtensionFetchTask fetch, Envelope envelope, CancellationToken cancel)
    {
        var (message, author) = (fetch.Message, (Sender?)null);
        if (message?.From is { } user)
        {
            var account = user.AadObjectId is { } directory ? await register.AccountByDirectory(envelope.Installation, directory, cancel) : null;
            author = new Sender(account ?? user.Id) { Name = TeamsWords.Clean(user.DisplayName), DirectoryId = user.AadObjectId };
        }
        var link = Uri.TryCreate(message?.LinkToMessage, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;
        return new Incoming.Menu(envelope, fetch.CommandId, author, message is null ? "" : TeamsWords.Plain(message), link);
    }

    // A message action also works in chats where the bot is not: there it can't post, and a chat of two is not its own.
    async ValueTask<Envelope> Extended(Activity activity, Envelope envelope, CancellationToken cancel)
    {
        var open = envelope with { CanOpen = true, Conversation = null };
        return envelope.Where.Kind is PlaceKind.Person || await IsIn(envelope.Where, activity.TeamId, cancel)
            ? open
            : open with { Where = new Address(envelope.Installation, PlaceKind.Person, envelope.Who.Id) };
    }

    async ValueTask<bool> IsIn(Address where, string? team, CancellationToken cancel) =>
        await register.Get(("in", where.Installation, where.Id, team), db => db.Places.AsNoTracking()
            .FirstOrDefaultAsync(place => place.InstallationId == where.Installation && (place.ExternalId == where.Id || place.ExternalId == team) && place.RemovedAt == null, cancel)) is not null;
}
