namespace ServiceCulture.Slack;

/// <summary>
/// A piece of a text as Slack sends it, with entities decoded: a closed union.
/// <see href="https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages"/>
/// </summary>
public abstract record TextSpan
{
    // Private, so that the cases below are all there are.
    TextSpan()
    {
    }

    /// <summary>What somebody typed, and nothing else.</summary>
    public sealed record Words(string Text) : TextSpan;

    /// <summary><c>&lt;@U123&gt;</c>; in slash commands with the handle, <c>&lt;@U123|name&gt;</c>.</summary>
    public sealed record UserMention(string Id, string? Name) : TextSpan;

    /// <summary><c>&lt;#C123|name&gt;</c>. The name is null for a channel the app may not see.</summary>
    public sealed record ChannelMention(string Id, string? Name) : TextSpan;

    /// <summary><c>&lt;https://…|label&gt;</c>. The label is null when the address was typed as it is. Anything may stand in the address: check before following.</summary>
    public sealed record Link(string Url, string? Label) : TextSpan;

    /// <summary><c>&lt;!here&gt;</c>, <c>&lt;!subteam^S1|@group&gt;</c>, <c>&lt;!date^…|fallback&gt;</c>.</summary>
    public sealed record Special(string Name, string? Label) : TextSpan;
}
