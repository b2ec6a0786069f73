using System.Diagnostics;
using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Words in Slack's two safe kinds: text objects of <c>plain_text</c>, and the elements of rich text.</summary>
static class SlackText
{
    /// <summary>A named plain_text object (https://docs.slack.dev/reference/block-kit/composition-objects/text-object).</summary>
    internal static void WritePlain(this Utf8JsonWriter json, string name, string words, int limit)
    {
        json.WritePropertyName(name);
        json.WritePlain(words, limit);
    }

    internal static void WritePlain(this Utf8JsonWriter json, string words, int limit)
    {
        json.Start("plain_text");
        // Slack refuses text without a visible character, and here something must stand.
        json.WriteString("text", string.IsNullOrWhiteSpace(words) ? "–" : Cut.To(words, limit));
        // Else ":fire:" would turn into a picture, though someone typed the letters.
        json.WriteBoolean("emoji", false);
        json.WriteEndObject();
    }

    /// <summary>Opens a rich text block with one element of this kind (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).</summary>
    internal static void StartRichText(this Utf8JsonWriter json, string kind)
    {
        json.Start("rich_text");
        json.WriteStartArray("elements");
        json.StartElement(kind);
    }

    internal static void EndRichText(this Utf8JsonWriter json)
    {
        json.EndElement();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void StartElement(this Utf8JsonWriter json, string kind)
    {
        json.Start(kind);
        json.WriteStartArray("elements");
    }

    internal static void EndElement(this Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteSpans(this Utf8JsonWriter json, IEnumerable<Span> spans, bool bold = false)
    {
        foreach (var span in spans)
            json.WriteSpan(span, bold);
    }

    internal static void WriteWords(this Utf8JsonWriter json, string words, string? style = null)
    {
        json.Start("text");
        json.WriteString("text", words);
        json.EndStyled(style);
    }

    static void WriteSpan(this Utf8JsonWriter json, Span span, bool bold)
    {
        switch (span)
        {
            case Span.Mention { Handle: { } handle }:
                json.Start("user");
                json.WriteString("user_id", handle);
                json.EndStyled(null);
                break;
            case Span.Link link:
                json.Start("link");
                json.WriteString("url", link.Address.AbsoluteUri);
                json.WriteString("text", link.Text);
                json.EndStyled(bold ? "bold" : null);
                break;
            default:
                json.WriteWords(span.Text, Style(span) ?? (bold ? "bold" : null));
                break;
        }
    }

    static string? Style(Span span) => span switch
    {
        Span.Words => null,
        Span.Strong or Span.Mention => "bold",
        Span.Code => "code",
        _ => throw new UnreachableException(),
    };

    static void EndStyled(this Utf8JsonWriter json, string? style)
    {
        if (style is not null)
        {
            json.WriteStartObject("style");
            json.WriteBoolean(style, true);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
