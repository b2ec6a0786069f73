using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>
/// Writes the activities that the bot sends, as UTF-8 JSON. A message is refused by the platform at about 100 KB;
/// keep a card under 25 KB. https://learn.microsoft.com/microsoftteams/platform/resources/bot-v3/bot-conversations/bots-conversations
/// </summary>
public static class ActivityBody
{
    /// <summary>A message with one Adaptive Card.</summary>
    /// <param name="summary">What a notification and a screen reader say; not shown with the card.</param>
    /// <param name="card">The card as JSON; must be valid.</param>
    /// <param name="mentions">Mention entities as a JSON array, for mentions outside of the card; empty for none.</param>
    public static byte[] Card(string? summary, ReadOnlySpan<byte> card, ReadOnlySpan<byte> mentions = default) =>
        Message(null, summary, card, mentions, null);

    /// <summary>A message of words.</summary>
    /// <param name="text">In the format that <paramref name="textFormat"/> names; escape what people typed for it.</param>
    /// <param name="mentions">Mention entities as a JSON array; empty for none.</param>
    /// <param name="textFormat"><c>plain</c>, <c>markdown</c> or <c>xml</c>.</param>
    public static byte[] Text(string text, ReadOnlySpan<byte> mentions = default, string textFormat = "plain") =>
        Message(text, null, default, mentions, textFormat);

    /// <summary>Words, a card or both, as <see cref="Text"/> and <see cref="Card"/> say. Never marked as important: no pop-up.</summary>
    public static byte[] Message(
        string? text, string? summary, ReadOnlySpan<byte> card, ReadOnlySpan<byte> mentions, string? textFormat)
    {
        using var json = new JsonBuffer();
        json.Writer.WriteString("type", "message");
        if (text is not null)
        {
            json.Writer.WriteString("text", text);
            json.Writer.WriteString("textFormat", textFormat ?? "plain");
        }
        if (!string.IsNullOrEmpty(summary))
            json.Writer.WriteString("summary", summary);
        if (!card.IsEmpty)
            Attachments(json.Writer, card);
        if (!mentions.IsEmpty)
        {
            json.Writer.WritePropertyName("entities");
            json.Writer.WriteRawValue(mentions);
        }
        return json.Close();
    }

    static void Attachments(Utf8JsonWriter writer, ReadOnlySpan<byte> card)
    {
        writer.WriteStartArray("attachments");
        writer.WriteStartObject();
        writer.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
        writer.WritePropertyName("content");
        writer.WriteRawValue(card);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
