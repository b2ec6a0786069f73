namespace ServiceCulture.BotFramework;

/// <summary>
/// Something that happened, as the Connector tells it: a closed set of cases. Fields that are not named here are ignored;
/// the platform adds some every month. https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bots-notifications
/// </summary>
public abstract record Activity
{
    private protected Activity(ActivityEnvelope envelope) => Envelope = envelope;

    /// <summary>What every activity carries.</summary>
    public ActivityEnvelope Envelope { get; }

    /// <inheritdoc cref="ActivityEnvelope.Id"/>
    public string? Id => Envelope.Id;

    /// <inheritdoc cref="ActivityEnvelope.ChannelId"/>
    public string ChannelId => Envelope.ChannelId;

    /// <inheritdoc cref="ActivityEnvelope.ServiceUrl"/>
    public string ServiceUrl => Envelope.ServiceUrl;

    /// <inheritdoc cref="ActivityEnvelope.TenantId"/>
    public string TenantId => Envelope.TenantId;

    /// <inheritdoc cref="ActivityEnvelope.From"/>
    public ChannelAccount From => Envelope.From;

    /// <inheritdoc cref="ActivityEnvelope.Recipient"/>
    public ChannelAccount Recipient => Envelope.Recipient;

    /// <inheritdoc cref="ActivityEnvelope.Conversation"/>
    public ConversationAccount Conversation => Envelope.Conversation;

    /// <inheritdoc cref="ActivityEnvelope.TeamId"/>
    public string? TeamId => Envelope.TeamId;

    /// <inheritdoc cref="ActivityEnvelope.TeamName"/>
    public string? TeamName => Envelope.TeamName;

    /// <inheritdoc cref="ActivityEnvelope.TeamsChannelId"/>
    public string? TeamsChannelId => Envelope.TeamsChannelId;

    /// <inheritdoc cref="ActivityEnvelope.Locale"/>
    public string? Locale => Envelope.Locale;

    /// <inheritdoc cref="ActivityEnvelope.Timezone"/>
    public string? Timezone => Envelope.Timezone;

    /// <inheritdoc cref="ActivityEnvelope.ReplyToId"/>
    public string? ReplyToId => Envelope.ReplyToId;

    /// <inheritdoc cref="ActivityEnvelope.Timestamp"/>
    public DateTimeOffset? Timestamp => Envelope.Timestamp;

    /// <summary>
    /// Reads a verified body. Never throws: what can't be read is <see cref="Malformed"/>, what is new is
    /// <see cref="Unknown"/>.
    /// </summary>
    public static Activity Parse(VerifiedActivity verified) => ActivityReader.Read(verified);
}
