using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>From bytes to a case of <see cref="Activity"/>.</summary>
static class ActivityReader
{
    const int Deepest = 64;
    const int MostEntities = 500;

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = Deepest };

    public static Activity Read(VerifiedActivity verified)
    {
        var bare = new ActivityEnvelope
        {
            ChannelId = verified.ChannelId,
            ServiceUrl = verified.ServiceUrl,
            TenantId = verified.TenantId,
        };
        if (!ActivityJson.IsSound(verified.Body.Span, Deepest))
            return new Malformed(bare, "the body is not JSON in UTF-8");
        try
        {
            using var document = JsonDocument.Parse(verified.Body, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, bare)
                : new Malformed(bare, "the body is not an object");
        }
        catch (JsonException)
        {
            return new Malformed(bare, "the body repeats a name");
        }
        catch (WrongShapeException wrong)
        {
            return new Malformed(bare, wrong.Why);
        }
    }

    static Activity Read(JsonElement activity, ActivityEnvelope bare)
    {
        var type = activity.Required("type");
        var envelope = Envelope(activity, bare);
        if (!IsKnown(type))
            return new Unknown(envelope, type);
        if (envelope.Conversation.Id.Length == 0)
            throw new WrongShapeException("conversation.id");
        if (type is "message" or "invoke" or "messageUpdate" or "messageReaction" && envelope.From.Id.Length == 0)
            throw new WrongShapeException("from.id");
        return Case(type, activity, envelope);
    }

    static bool IsKnown(string type) => type is "message" or "conversationUpdate" or "installationUpdate" or "invoke"
        or "messageUpdate" or "messageDelete" or "messageReaction";

    static Activity Case(string type, JsonElement activity, ActivityEnvelope envelope)
    {
        var data = activity.Object("channelData");
        return type switch
        {
            "message" => new MessageActivity(
                envelope, activity.Text("text") ?? "", activity.Text("textFormat"), Mentions(activity), activity.Field("value")?.Clone())
            { Files = Files(activity) },
            "conversationUpdate" => new ConversationUpdate(
                envelope, Accounts(activity, "membersAdded"), Accounts(activity, "membersRemoved"), data.Text("eventType"), data.Object("channel").Text("name")),
            "installationUpdate" => new InstallationUpdate(envelope, activity.Required("action")),
            "invoke" => new InvokeActivity(envelope, activity.Required("name"), activity.Field("value")?.Clone() ?? default),
            "messageUpdate" => new MessageUpdate(
                envelope, activity.Text("text") ?? "", activity.Text("textFormat"), Mentions(activity), data.Text("eventType")),
            "messageDelete" => new MessageDelete(envelope, data.Text("eventType")),
            _ => new MessageReaction(envelope, Reactions(activity, "reactionsAdded"), Reactions(activity, "reactionsRemoved")),
        };
    }

    static ActivityEnvelope Envelope(JsonElement activity, ActivityEnvelope bare)
    {
        var data = activity.Object("channelData");
        var team = data.Object("team");
        return bare with
        {
            Id = activity.Text("id"),
            From = Account(activity.Object("from")),
            Recipient = Account(activity.Object("recipient")),
            Conversation = Conversation(activity.Object("conversation")),
            TeamId = team.Text("id") ?? data.Text("teamsTeamId"),
            TeamName = team.Text("name"),
            TeamsChannelId = data.Object("channel").Text("id") ?? data.Text("teamsChannelId"),
            Locale = activity.Text("locale"),
            Timezone = Timezone(activity) ?? activity.Text("localTimezone"),
            ReplyToId = activity.Text("replyToId"),
            Timestamp = Moment(activity),
        };
    }

    static ChannelAccount Account(JsonElement account) =>
        new(account.Text("id") ?? "", account.Text("name"), account.Text("aadObjectId"));

    static ConversationAccount Conversation(JsonElement conversation)
    {
        var group = conversation.Flag("isGroup");
        var type = conversation.Text("conversationType") ?? (group ? "groupChat" : "personal");
        return new(conversation.Text("id") ?? "", type, group || type is not "personal", conversation.Text("name"));
    }

    static List<ChannelAccount> Accounts(JsonElement activity, string name) =>
        [.. activity.Objects(name).Select(Account).Where(account => account.Id.Length > 0)];

    static List<string> Reactions(JsonElement activity, string name) =>
        [.. activity.Objects(name).Select(reaction => reaction.Required("type"))];

    static List<Mention> Mentions(JsonElement activity) =>
    [
        .. from entity in activity.Objects("entities").Take(MostEntities)
           where entity.Text("type") == "mention"
           let whom = entity.Object("mentioned")
           where whom.Text("id") is { Length: > 0 } && entity.Text("text") is { Length: > 0 }
           select new Mention(whom.Required("id"), whom.Text("name"), entity.Required("text")),
    ];

    static List<SentFile> Files(JsonElement activity) =>
    [
        .. from attachment in activity.Objects("attachments").Take(MostEntities)
           where attachment.Text("contentType") == "application/vnd.microsoft.teams.file.download.info"
           let link = Uri.TryCreate(attachment.Text("contentUrl"), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null
           where link is not null
           select new SentFile(attachment.Text("name") ?? "", link),
    ];

    static string? Timezone(JsonElement activity) => activity.Objects("entities").Take(MostEntities)
        .Where(entity => entity.Text("type") == "clientInfo")
        .Select(entity => entity.Text("timezone"))
        .FirstOrDefault(zone => !string.IsNullOrEmpty(zone));

    static DateTimeOffset? Moment(JsonElement activity) =>
        activity.Text("timestamp") is not null && activity.GetProperty("timestamp").TryGetDateTimeOffset(out var moment)
            ? moment.ToUniversalTime() : null;
}
