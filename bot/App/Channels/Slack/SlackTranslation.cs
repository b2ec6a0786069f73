using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>What Slack says, in the words of the waist. The actor comes from the signed envelope only.</summary>
public sealed class SlackTranslation(Register register, Routes routes, Tickets tickets)
{
    const string Everything = "culture";

    /// <param name="Incoming">Null: not for us.</param>
    /// <param name="Forged">A ticket that we did not sign.</param>
    public readonly record struct Understood(Incoming? Incoming, bool Forged = false);

    public async Task<Understood> Read(SlackRequest request, CancellationToken cancel) => request switch
    {
        SlackRequest.SlashCommand command => await Installation(command.TeamId, command.EnterpriseId, command.IsEnterpriseInstall, cancel) is { } home ? new(await Named(Command(command, home), cancel)) : default,
        SlackRequest.EventCallback happened => await Installation(happened.TeamId, happened.EnterpriseId, happened.IsEnterpriseInstall, cancel) is { } home ? new(await Named(SlackEvents.Read(happened, home, routes), cancel)) : default,
        SlackRequest.Interaction act => await Installation(act.TeamId, act.EnterpriseId, act.IsEnterpriseInstall, cancel) is { } home ? await Interaction(act, home, cancel) : default,
        _ => default,
    };

    /// <summary>The installation that a request is for; null for a workspace that is none of ours.</summary>
    public ValueTask<Installation?> Installation(string team, string? enterprise, bool isEnterprise, CancellationToken cancel) =>
        register.Installation(Channel.Slack, isEnterprise && enterprise is not null ? enterprise : team, cancel);

    // Slack tells a command's mentions by id alone, and they may be part of what is said.
    async ValueTask<Incoming?> Named(Incoming? what, CancellationToken cancel) =>
        what is Incoming.Command command ? command with { Words = await register.Named(command.Words, command.From.Installation, cancel) } : what;

    // "/kudos words" is a command by itself, "/culture words" is the way to all others.
    Incoming? Command(SlackRequest.SlashCommand command, Installation installation)
    {
        var name = command.Command.TrimStart('/').ToLowerInvariant();
        var words = SlackWords.Read(command.Text, installation.BotId);
        var from = new Envelope(Channel.Slack, installation.Id, command.TriggerId, new Sender(command.UserId) { Name = command.UserName }, Place(installation.Id, command.ChannelId, command.ChannelName, command.UserId)) { CanOpen = true };
        if (routes.Knows($"command:{name}"))
            return new Incoming.Command(from, name, words);
        if (name != Everything)
            return null;
        return words.Plain.Length == 0 ? new Incoming.Command(from, "help", words) : Understanding.Read(from, words, routes);
    }

    async ValueTask<Understood> Interaction(SlackRequest.Interaction act, Installation installation, CancellationToken cancel) => act switch
    {
        SlackRequest.BlockActions pressed => Press(pressed, installation),
        SlackRequest.ViewSubmission submitted => Submit(submitted, installation),
        SlackRequest.MessageShortcut menu => new(new Incoming.Menu(From(menu, installation, menu.TriggerId, Place(installation.Id, menu.Channel.Id, menu.Channel.Name, menu.UserId)),
            menu.CallbackId, Author(menu.Message), (await register.Named(SlackWords.Read(menu.Message.Text, null), installation.Id, cancel)).Plain, Link(menu))),
        SlackRequest.GlobalShortcut shortcut => new(new Incoming.Menu(From(shortcut, installation, shortcut.TriggerId, new Address(installation.Id, PlaceKind.Person, shortcut.UserId)), shortcut.CallbackId, null, "", null)),
        _ => default,
    };

    Understood Press(SlackRequest.BlockActions pressed, Installation installation)
    {
        var action = pressed.Actions[0];
        if (action.Type != "button")
            return default;
        return tickets.Open(action.Value) is { } ticket && ticket.Where.Installation == installation.Id
            ? new(new Incoming.Press(From(pressed, installation, pressed.TriggerId, Where(ticket, pressed.UserId)), ticket))
            : new(null, Forged: true);
    }

    Understood Submit(SlackRequest.ViewSubmission submitted, Installation installation)
    {
        var view = submitted.View;
        return tickets.Open(view.PrivateMetadata) is { } ticket && ticket.Where.Installation == installation.Id && ticket.About.Id == view.CallbackId
            ? new(new Incoming.Submit(From(submitted, installation, $"{view.Id}|{view.Hash}", Where(ticket, submitted.UserId)), ticket, Answers(view.State)))
            : new(null, Forged: true);
    }

    static Envelope From(SlackRequest.Interaction act, Installation installation, string eventId, Address where) =>
        new(Channel.Slack, installation.Id, eventId, Who(act, installation), where) { CanOpen = true };

    /// <summary>Who pressed, sent or searched.</summary>
    internal static Sender Who(SlackRequest.Interaction act, Installation installation) =>
        new(act.UserId) { Name = act.Origin.UserName, IsGuest = IsStranger(act.Origin, installation) };

    // Someone of another organisation in a channel that is shared through Slack Connect.
    static bool IsStranger(Origin origin, Installation installation) =>
        origin.UserTeamId is { } own && own != origin.TeamId && own != installation.ExternalId && own != origin.EnterpriseId;

    // A card drawn for a person stands in their own conversation, whoever's ticket it is.
    static Address Where(Ticket ticket, string user) => ticket.Where.Kind is PlaceKind.Person ? ticket.Where with { Id = user } : ticket.Where;

    static Address Place(int installation, string channel, string name, string user) => name switch
    {
        "directmessage" => new(installation, PlaceKind.Person, user),
        _ when name.StartsWith("mpdm-", StringComparison.Ordinal) => new(installation, PlaceKind.Group, channel),
        _ => new(installation, PlaceKind.Channel, channel),
    };

    static Sender? Author(SlackMessage message) => message.User is { } user ? new Sender(user) { IsBot = message.BotId is not null } : null;

    static Uri? Link(SlackRequest.MessageShortcut menu) => menu.Origin.TeamDomain is { } domain
        ? new Uri($"https://{domain}.slack.com/archives/{menu.Channel.Id}/p{menu.Message.Ts.Replace(".", "", StringComparison.Ordinal)}")
        : null;

    static Answers Answers(ViewState state) => new(state.Values
        .GroupBy(value => value.Key.Block, value => value.Value)
        .ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.SelectMany(Values)]));

    static IEnumerable<string> Values(InputValue input) => (input.Value ?? input.SelectedDate ?? input.SelectedTime) is { } typed ? [typed] : input.SelectedOptions;
}
