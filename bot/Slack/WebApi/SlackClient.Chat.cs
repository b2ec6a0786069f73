using System.Text.Json;

namespace ServiceCulture.Slack;

public sealed partial class SlackClient
{
    /// <summary>
    /// Posts a message. About one a second and channel; not idempotent. Links are not unfurled, names are not linked.
    /// <see href="https://docs.slack.dev/reference/methods/chat.postMessage"/>
    /// </summary>
    public Task<PostedTs> ChatPostMessage(string token, PostedMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        return PostJson("chat.postMessage", token, json =>
        {
            WriteMessage(json, message);
            json.WriteBoolean("unfurl_links"u8, false);
            json.WriteBoolean("unfurl_media"u8, false);
        }, ReadPosted, cancel);
    }

    /// <summary>
    /// Replaces a message of the bot's own; harmless when repeated. Ephemeral messages cannot be replaced this way.
    /// <see href="https://docs.slack.dev/reference/methods/chat.update"/>
    /// </summary>
    /// <param name="blocksJson">A JSON array in UTF-8. When empty, the message's blocks go away and the text stands alone.</param>
    public Task<PostedTs> ChatUpdate(string token, PostedTs where, string text, ReadOnlyMemory<byte> blocksJson, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(where);
        return PostJson("chat.update", token, json =>
        {
            WriteWhere(json, where);
            json.WriteString("text"u8, text);
            json.WritePropertyName("blocks"u8);
            json.WriteRawValue(blocksJson.IsEmpty ? "[]"u8 : blocksJson.Span);
        }, ReadPosted, cancel);
    }

    /// <summary>
    /// Posts a message that only one member of the channel sees, and only while they are there; it may vanish at any time.
    /// <see href="https://docs.slack.dev/reference/methods/chat.postEphemeral"/>
    /// </summary>
    /// <returns>Its ts, which is of no use for an update.</returns>
    public Task<string> ChatPostEphemeral(string token, string user, PostedMessage message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        return PostJson("chat.postEphemeral", token, json =>
        {
            json.WriteString("user"u8, user);
            WriteMessage(json, message);
        }, answer => answer.Id("message_ts"u8), cancel);
    }

    /// <summary>
    /// Deletes a message of the bot's own. <see href="https://docs.slack.dev/reference/methods/chat.delete"/>
    /// </summary>
    public Task ChatDelete(string token, PostedTs where, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(where);
        return PostJson("chat.delete", token, json => WriteWhere(json, where), _ => true, cancel);
    }

    static void WriteWhere(Utf8JsonWriter json, PostedTs where)
    {
        json.WriteString("channel"u8, where.Channel);
        json.WriteString("ts"u8, where.Ts);
    }

    static void WriteMessage(Utf8JsonWriter json, PostedMessage message)
    {
        json.WriteString("channel"u8, message.Channel);
        json.WriteString("text"u8, message.Text);
        if (!message.BlocksJson.IsEmpty)
        {
            json.WritePropertyName("blocks"u8);
            json.WriteRawValue(message.BlocksJson.Span);
        }
        if (message.ThreadTs is { } thread) json.WriteString("thread_ts"u8, thread);
    }

    static PostedTs ReadPosted(JsonElement answer) => new(answer.Id("channel"u8), answer.Id("ts"u8));
}
