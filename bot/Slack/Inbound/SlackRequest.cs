namespace ServiceCulture.Slack;

/// <summary>
/// Everything Slack posts to an app: a closed union. What it does not know is <see cref="Unknown"/>, what has a wrong
/// shape is <see cref="Malformed"/>; both deserve 200 and a line in the log, because Slack adds kinds all the time and
/// switches an app off that answers too many deliveries with errors.
/// </summary>
public abstract partial record SlackRequest
{
    // Private, so that the cases below are all there are.
    SlackRequest()
    {
    }

    /// <summary>Reads a request. Never throws, whatever the bytes are.</summary>
    public static SlackRequest Parse(VerifiedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestReading.Read(request);
    }

    /// <summary>
    /// Slack asks whether this is the right address: answer 200 with the challenge.
    /// <see href="https://docs.slack.dev/reference/events/url_verification"/>
    /// </summary>
    public sealed record UrlVerification(string Challenge) : SlackRequest;

    /// <summary>Slack checks the certificate of a command's address now and then: answer 200.</summary>
    public sealed record SslCheck : SlackRequest;

    /// <summary>
    /// Something happened in the workspace. Answer within 3 s; otherwise it comes again at once, after 1 and after 5 minutes.
    /// <see href="https://docs.slack.dev/apis/events-api"/>
    /// </summary>
    /// <param name="TeamId">The workspace where the app is installed, which in a shared channel may not be the one where it happened.</param>
    /// <param name="EnterpriseId">The Enterprise Grid organisation, when there is one.</param>
    /// <param name="ApiAppId">The app's id.</param>
    /// <param name="EventId">Unique to the event; a second delivery bears the same.</param>
    /// <param name="EventTime">When Slack sent it off, to the second.</param>
    /// <param name="IsExtSharedChannel">The channel is shared with another organisation through Slack Connect.</param>
    /// <param name="IsEnterpriseInstall">The installation is found by <paramref name="EnterpriseId"/>.</param>
    /// <param name="BotUserId">The bot's own user, when Slack says it.</param>
    public sealed record EventCallback(
        string TeamId,
        string? EnterpriseId,
        string? ApiAppId,
        string EventId,
        DateTimeOffset EventTime,
        bool IsExtSharedChannel,
        bool IsEnterpriseInstall,
        string? BotUserId,
        SlackEvent Event) : SlackRequest;

    /// <summary>
    /// Somebody typed a slash command. Delivered once, never again; answer within 3 s.
    /// <see href="https://docs.slack.dev/interactivity/implementing-slash-commands"/>
    /// </summary>
    /// <param name="ChannelName">directmessage in a direct message, privategroup in a private channel.</param>
    /// <param name="UserName">The handle; not for showing.</param>
    /// <param name="Command">With its slash.</param>
    /// <param name="Text">What follows the command, in Slack's form, people as <c>&lt;@U1|name&gt;</c> when the manifest asks for escaping: read it with <see cref="SlackText.Parse"/>.</param>
    /// <param name="ResponseUrl">For later answers: 5 times within 30 minutes.</param>
    /// <param name="TriggerId">Opens one modal within 3 s. Unique to the command, so it serves as its id.</param>
    public sealed record SlashCommand(
        string TeamId,
        string? EnterpriseId,
        bool IsEnterpriseInstall,
        string ChannelId,
        string ChannelName,
        string UserId,
        string UserName,
        string Command,
        string Text,
        Uri ResponseUrl,
        string TriggerId,
        string? ApiAppId) : SlackRequest;

    /// <summary>Signed, but of a kind this library does not know.</summary>
    /// <param name="Type">Slack's name of it, at most 64 characters; fit for a log line.</param>
    public sealed record Unknown(string Type) : SlackRequest;

    /// <summary>Signed, but of a wrong shape.</summary>
    /// <param name="Why">Names fields at most, never what stood in them; fit for a log line.</param>
    public sealed record Malformed(string Why) : SlackRequest;
}
