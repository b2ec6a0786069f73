namespace ServiceCulture.BotFramework;

/// <summary>
/// A conversation to be created: a personal chat, or a new thread in a channel.
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversationparameters-object
/// </summary>
public sealed record ConversationParameters
{
    /// <summary>The bot itself, as recipients of activities name it.</summary>
    public required ChannelAccount Bot { get; init; }

    /// <summary>The one person of a personal chat; empty for a thread in a channel.</summary>
    public IReadOnlyList<ChannelAccount> Members { get; init; } = [];

    /// <summary>The people's tenant.</summary>
    public required string TenantId { get; init; }

    /// <summary>True for a thread in a channel.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The topic, on channels that have one; Teams does not show it.</summary>
    public string? TopicName { get; init; }

    /// <summary>The Teams channel in which a new thread begins.</summary>
    public string? TeamsChannelId { get; init; }

    /// <summary>The first activity as JSON (<see cref="ActivityBody"/>). A new thread needs one; a personal chat none.</summary>
    public ReadOnlyMemory<byte> Activity { get; init; }

    internal byte[] ToJson()
    {
        using var json = new JsonBuffer();
        json.Writer.WriteBoolean("isGroup", IsGroup);
        json.Writer.WriteStartObject("bot");
        Account(json, Bot);
        json.Writer.WriteStartArray("members");
        foreach (var member in Members)
        {
            json.Writer.WriteStartObject();
            Account(json, member);
        }
        json.Writer.WriteEndArray();
        if (TopicName is not null)
            json.Writer.WriteString("topicName", TopicName);
        json.Writer.WriteString("tenantId", TenantId);
        json.Writer.WriteStartObject("channelData");
        Reference(json, "tenant", TenantId);
        if (TeamsChannelId is not null)
            Reference(json, "channel", TeamsChannelId);
        json.Writer.WriteEndObject();
        if (!Activity.IsEmpty)
        {
            json.Writer.WritePropertyName("activity");
            json.Writer.WriteRawValue(Activity.Span);
        }
        return json.Close();
    }

    static void Account(JsonBuffer json, ChannelAccount account)
    {
        json.Writer.WriteString("id", account.Id);
        if (account.Name is not null)
            json.Writer.WriteString("name", account.Name);
        json.Writer.WriteEndObject();
    }

    static void Reference(JsonBuffer json, string name, string id)
    {
        json.Writer.WriteStartObject(name);
        json.Writer.WriteString("id", id);
        json.Writer.WriteEndObject();
    }
}

/// <summary>A conversation that was created.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="ActivityId">The first activity, when one was given.</param>
public sealed record ConversationResource(string Id, string? ActivityId);

/// <summary>A member of a conversation. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context#fetch-the-roster-or-user-profile</summary>
/// <param name="Id">As in <see cref="ChannelAccount.Id"/>.</param>
/// <param name="Name">The display name.</param>
/// <param name="Email">The address in the directory; empty for some guests.</param>
/// <param name="UserPrincipalName">The sign-in name.</param>
/// <param name="AadObjectId">The Entra object id.</param>
/// <param name="TenantId">The member's home tenant.</param>
/// <param name="UserRole"><c>user</c>, <c>guest</c> or <c>anonymous</c>.</param>
public sealed record TeamsChannelAccount(
    string Id, string? Name, string? Email, string? UserPrincipalName, string? AadObjectId, string? GivenName, string? Surname, string? TenantId, string? UserRole);

/// <summary>One page of members.</summary>
/// <param name="Members">In no particular order.</param>
/// <param name="ContinuationToken">Asks for the next page; null on the last.</param>
public sealed record PagedMembers(IReadOnlyList<TeamsChannelAccount> Members, string? ContinuationToken);
