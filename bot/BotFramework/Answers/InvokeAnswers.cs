using System.Text.Json;

namespace ServiceCulture.BotFramework;

/// <summary>A dialog's width or height: one of the platform's sizes, or pixels.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules#dialog-sizing</remarks>
public readonly record struct TaskSize
{
    TaskSize(string? name, int pixels) => (Name, InPixels) = (name, pixels);

    /// <summary>A fifth of the window.</summary>
    public static TaskSize Small { get; } = new("small", 0);

    /// <summary>Half of the window; also what a default value means.</summary>
    public static TaskSize Medium { get; } = new("medium", 0);

    /// <summary>Most of the window.</summary>
    public static TaskSize Large { get; } = new("large", 0);

    internal string? Name { get; }

    internal int InPixels { get; }

    /// <summary>Exactly so many pixels, at least 1; the client shows at most 1000 wide and 720 high.</summary>
    public static TaskSize Pixels(int pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pixels);
        return new(null, pixels);
    }
}

/// <summary>One choice that a search found.</summary>
/// <param name="Title">What people see.</param>
/// <param name="Value">What the input then holds.</param>
public readonly record struct SearchResult(string Title, string Value);

/// <summary>One card that a message extension found.</summary>
/// <param name="Title">The line in the list.</param>
/// <param name="Text">The line below it.</param>
/// <param name="Card">The Adaptive Card, as UTF-8 JSON, that goes into the message when chosen.</param>
public sealed record ExtensionResult(string Title, string? Text, ReadOnlyMemory<byte> Card);

/// <summary>
/// Writes the bodies of invoke answers, as UTF-8 JSON; all go out with HTTP status 200. Cards are given as UTF-8 JSON
/// and must be valid: otherwise <see cref="JsonException"/> or a kin of it is thrown, before anything is sent.
/// </summary>
public static class InvokeAnswers
{
    const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Replaces the pressed card. https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format</summary>
    public static byte[] AdaptiveCard(ReadOnlySpan<byte> card)
    {
        using var json = new JsonBuffer();
        Head(json.Writer, 200, CardType);
        json.Writer.WritePropertyName("value");
        json.Writer.WriteRawValue(card);
        return json.Close();
    }

    /// <summary>Shows a short text by the pressed card, which stays as it is.</summary>
    public static byte[] Message(string text)
    {
        using var json = new JsonBuffer();
        Head(json.Writer, 200, "application/vnd.microsoft.activity.message");
        json.Writer.WriteString("value", text);
        return json.Close();
    }

    /// <summary>Says that it could not be done.</summary>
    /// <param name="status">400, 404, 500 or 501: a status within the body.</param>
    /// <param name="code">Such as <c>BadRequest</c>.</param>
    /// <param name="message">Shown to the person by some clients: plain words.</param>
    public static byte[] Error(int status, string code, string message)
    {
        using var json = new JsonBuffer();
        Head(json.Writer, status, "application/vnd.microsoft.error");
        json.Writer.WriteStartObject("value");
        json.Writer.WriteString("code", code);
        json.Writer.WriteString("message", message);
        json.Writer.WriteEndObject();
        return json.Close();
    }

    /// <summary>Opens a dialog, or the next one; for task/* and for a message extension's dialogs alike. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots#response-to-taskfetch-or-tasksubmit</summary>
    public static byte[] TaskContinue(string title, ReadOnlySpan<byte> card, TaskSize height = default, TaskSize width = default)
    {
        using var json = new JsonBuffer();
        json.Writer.WriteStartObject("task");
        json.Writer.WriteString("type", "continue");
        json.Writer.WriteStartObject("value");
        json.Writer.WriteString("title", title);
        Size(json.Writer, "height", height);
        Size(json.Writer, "width", width);
        json.Writer.WritePropertyName("card");
        Attachment(json.Writer, card);
        json.Writer.WriteEndObject();
        json.Writer.WriteEndObject();
        return json.Close();
    }

    /// <summary>Closes the dialog and shows a short text.</summary>
    public static byte[] TaskMessage(string text)
    {
        using var json = new JsonBuffer();
        json.Writer.WriteStartObject("task");
        json.Writer.WriteString("type", "message");
        json.Writer.WriteString("value", text);
        json.Writer.WriteEndObject();
        return json.Close();
    }

    /// <summary>Closes the dialog without a word: an empty object.</summary>
    public static byte[] Nothing() => "{}"u8.ToArray();

    /// <summary>The choices for an Input.ChoiceSet with Data.Query. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search#response</summary>
    public static byte[] Search(IEnumerable<SearchResult> results)
    {
        using var json = new JsonBuffer();
        Head(json.Writer, 200, "application/vnd.microsoft.search.searchResponse");
        json.Writer.WriteStartObject("value");
        json.Writer.WriteStartArray("results");
        foreach (var (title, value) in results)
        {
            json.Writer.WriteStartObject();
            json.Writer.WriteString("title", title);
            json.Writer.WriteString("value", value);
            json.Writer.WriteEndObject();
        }
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
        return json.Close();
    }

    /// <summary>What a message extension found, or the one card that a submitted dialog puts into the compose box. https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search#response-format</summary>
    public static byte[] ComposeExtensionResult(IEnumerable<ExtensionResult> results)
    {
        using var json = new JsonBuffer();
        json.Writer.WriteStartObject("composeExtension");
        json.Writer.WriteString("type", "result");
        json.Writer.WriteString("attachmentLayout", "list");
        json.Writer.WriteStartArray("attachments");
        foreach (var result in results)
            Attachment(json.Writer, result.Card.Span, result);
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
        return json.Close();
    }

    /// <summary>A short text in place of a message extension's results.</summary>
    public static byte[] ComposeExtensionMessage(string text)
    {
        using var json = new JsonBuffer();
        json.Writer.WriteStartObject("composeExtension");
        json.Writer.WriteString("type", "message");
        json.Writer.WriteString("text", text);
        json.Writer.WriteEndObject();
        return json.Close();
    }

    static void Head(Utf8JsonWriter writer, int status, string type)
    {
        writer.WriteNumber("statusCode", status);
        writer.WriteString("type", type);
    }

    static void Attachment(Utf8JsonWriter writer, ReadOnlySpan<byte> card, ExtensionResult? preview = null)
    {
        writer.WriteStartObject();
        writer.WriteString("contentType", CardType);
        writer.WritePropertyName("content");
        writer.WriteRawValue(card);
        if (preview is not null)
        {
            writer.WriteStartObject("preview");
            writer.WriteString("contentType", "application/vnd.microsoft.card.thumbnail");
            writer.WriteStartObject("content");
            writer.WriteString("title", preview.Title);
            writer.WriteString("text", preview.Text ?? "");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    static void Size(Utf8JsonWriter writer, string name, TaskSize size)
    {
        if (size.InPixels > 0)
            writer.WriteNumber(name, size.InPixels);
        else
            writer.WriteString(name, size.Name ?? TaskSize.Medium.Name);
    }
}
