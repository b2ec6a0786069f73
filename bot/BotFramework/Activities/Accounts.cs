namespace ServiceCulture.BotFramework;

/// <summary>A person or bot in a conversation. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#channelaccount-object</summary>
/// <param name="Id">The platform's id for this bot only (<c>29:…</c> people, <c>28:…</c> bots); empty when nobody was named.</param>
/// <param name="Name">The display name, as the person chose it. Not to be trusted for anything.</param>
/// <param name="AadObjectId">The Entra object id: the same for every bot of the tenant. Null for bots and guests of some kinds.</param>
public sealed record ChannelAccount(string Id, string? Name = null, string? AadObjectId = null)
{
    internal static readonly ChannelAccount Nobody = new("");
}

/// <summary>Where an activity happened. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversationaccount-object</summary>
/// <param name="Id">In a channel's thread it ends with <c>;messageid=</c> and the root message's id.</param>
/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>; derived when the platform left it out.</param>
/// <param name="IsGroup">More than one person.</param>
/// <param name="Name">The name of a group chat.</param>
public sealed record ConversationAccount(string Id, string ConversationType, bool IsGroup, string? Name)
{
    /// <summary>One person and the bot.</summary>
    public bool IsPersonal => ConversationType == "personal";

    /// <summary>A chat of several people outside a team.</summary>
    public bool IsGroupChat => ConversationType == "groupChat";

    /// <summary>A channel of a team.</summary>
    public bool IsChannel => ConversationType == "channel";
}

/// <summary>Somebody named in a message. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations#retrieve-mentions</summary>
/// <param name="Id">Whom, as in <see cref="ChannelAccount.Id"/>.</param>
/// <param name="Name">The name as it was written.</param>
/// <param name="Text">The piece of the message's text that is the mention, tags included.</param>
public sealed record Mention(string Id, string? Name, string Text);

/// <summary>What every activity says about itself. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object</summary>
public sealed record ActivityEnvelope
{
    /// <summary>Unique within the conversation; a message's id changes with no edit.</summary>
    public string? Id { get; init; }

    /// <summary>The channel, as verified.</summary>
    public required string ChannelId { get; init; }

    /// <summary>Where replies go, as verified.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>The tenant, as verified.</summary>
    public required string TenantId { get; init; }

    /// <summary>Who acted.</summary>
    public ChannelAccount From { get; init; } = ChannelAccount.Nobody;

    /// <summary>The bot.</summary>
    public ChannelAccount Recipient { get; init; } = ChannelAccount.Nobody;

    /// <summary>Where.</summary>
    public ConversationAccount Conversation { get; init; } = new("", "personal", false, null);

    /// <summary>The team, when it happened in one.</summary>
    public string? TeamId { get; init; }

    /// <summary>The team's name, when the platform says it (mostly in conversation updates).</summary>
    public string? TeamName { get; init; }

    /// <summary>The channel of the team; the general channel has the team's id.</summary>
    public string? TeamsChannelId { get; init; }

    /// <summary>The person's language, such as <c>en-US</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The person's IANA time zone.</summary>
    public string? Timezone { get; init; }

    /// <summary>The activity this answers, or whose card was pressed.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>When the platform took it, UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
