using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>Slack's events in the words of the waist. Most are none of ours.</summary>
static class SlackEvents
{
    const string Slackbot = "USLACKBOT";

    internal static Incoming? Read(SlackRequest.EventCallback happened, Installation installation, Routes routes)
    {
        var bot = installation.BotId;
        return happened.Event switch
        {
            SlackEvent.MessageEvent { ChannelType: "im", BotId: null, Hidden: false, Subtype: null or "file_share" or "thread_broadcast", User: { } user } said when user != bot && user != Slackbot =>
                Direct(From(happened, installation, user, said.Team, Own(installation, user)) with { Conversation = said.Channel }, said, bot, routes),
            SlackEvent.MessageChanged { ChannelType: "im", BotId: null, User: { } user } said when user != bot && user != Slackbot =>
                new Incoming.Edited(From(happened, installation, user, installation.ExternalId, Own(installation, user)) with { Spoken = new Spoken(said.Channel, said.Ts, said.ThreadTs, SlackWords.Read(said.Text, bot)) }),
            SlackEvent.MessageDeleted { ChannelType: "im", User: { } user } gone when user != bot && user != Slackbot =>
                new Incoming.Deleted(From(happened, installation, user, installation.ExternalId, Own(installation, user)) with { Spoken = new Spoken(gone.Channel, gone.DeletedTs, null, Typed.Of("")) }),
            SlackEvent.AppMention { BotId: null, User: { } user } said when user != bot =>
                Mention(From(happened, installation, user, said.Team, new Address(installation.Id, PlaceKind.Channel, said.Channel, said.ThreadTs)), said.Text, bot, routes),
            SlackEvent.TeamJoin joined => People(happened, installation, joined.User),
            SlackEvent.UserChange changed => People(happened, installation, changed.User),
            SlackEvent.MemberJoinedChannel joined when joined.User == bot => Place(happened, installation, joined.Channel, PlaceChange.Added),
            SlackEvent.MemberLeftChannel left when left.User == bot => Place(happened, installation, left.Channel, PlaceChange.Removed),
            SlackEvent.ChannelRename renamed => Place(happened, installation, renamed.Channel, PlaceChange.Renamed) with { Name = renamed.Name },
            SlackEvent.AppUninstalled or SlackEvent.TokensRevoked { Bots.Count: > 0 } => new Incoming.Uninstalled(FromSlack(happened, installation, Own(installation, bot ?? ""))),
            _ => null,
        };
    }

    /// <summary>An account as Slack describes it.</summary>
    internal static Sender Describe(SlackUser user, string team) => new(user.Id)
    {
        Name = user.RealName,
        VerifiedEmail = user.IsEmailConfirmed is false ? null : user.Email,
        Zone = user.Tz,
        Culture = user.Locale,
        IsBot = user.IsBot,
        IsGuest = user.IsStranger || user.IsRestricted || user.IsUltraRestricted || (user.TeamId is { } own && own != team && user.EnterpriseUserId is null),
        IsGone = user.Deleted,
    };

    static Incoming.PeopleChanged People(SlackRequest.EventCallback happened, Installation installation, SlackUser user) =>
        new(FromSlack(happened, installation, Own(installation, installation.BotId ?? "")), [Describe(user, installation.ExternalId)], user.Deleted);

    static Incoming.PlaceChanged Place(SlackRequest.EventCallback happened, Installation installation, string channel, PlaceChange change) =>
        new(FromSlack(happened, installation, new Address(installation.Id, PlaceKind.Channel, channel)), change, null);

    static Envelope From(SlackRequest.EventCallback happened, Installation installation, string user, string? team, Address where) =>
        new(Channel.Slack, installation.Id, happened.EventId, new Sender(user)
        {
            IsGuest = happened.IsExtSharedChannel && team != installation.ExternalId && (team is null || team != happened.EnterpriseId),
        }, where);

    // What the workspace tells by itself, and no person did.
    static Envelope FromSlack(SlackRequest.EventCallback happened, Installation installation, Address where) =>
        new(Channel.Slack, installation.Id, happened.EventId, new Sender(installation.BotId ?? "") { IsBot = true }, where);

    // A reply in the thread of one of our messages may be for somebody else than us.
    static Incoming Direct(Envelope envelope, SlackEvent.MessageEvent said, string? bot, Routes routes)
    {
        var line = SlackWords.Read(said.Text, bot);
        var spoken = new Spoken(said.Channel, said.Ts, said.ThreadTs == said.Ts ? null : said.ThreadTs, line) { Files = [.. said.Files.Select(file => new Attached(file.Name, file.Permalink))] };
        return Understanding.Read(envelope with { Spoken = spoken }, line, routes);
    }

    // "hey @bot help" is meant as "help".
    static Incoming Mention(Envelope from, string text, string? bot, Routes routes)
    {
        var whole = Understanding.Read(from, SlackWords.Read(text, bot), routes);
        return whole is Incoming.Said && Understanding.Read(from, SlackWords.Behind(text, bot), routes) is Incoming.Command meant ? meant : whole;
    }

    static Address Own(Installation installation, string user) => new(installation.Id, PlaceKind.Person, user);
}
