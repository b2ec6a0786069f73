using System.Text.Json;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.BotFramework;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>Words and answers as somebody meant them.</summary>
static class TeamsWords
{
    /// <summary>The line without the bot's own mention; other people stay mentions.</summary>
    internal static Typed Read(MessageActivity message) => Read(message.Text, message.Mentions, message.Recipient.Id, message.TextFormat);

    internal static Typed Read(string text, IReadOnlyList<Mention> mentions, string bot, string? format) => new([.. TeamsText.Parse(text, mentions, bot, format)
        .Select(span => span is TeamsSpan.Mention mention ? new TypedPart.Mention(mention.Id, Clean("@" + mention.Name)!) : (TypedPart)new TypedPart.Words(Clean(((TeamsSpan.Words)span).Text)!))]);

    /// <summary>A message's words, without the mark-up it was shown with.</summary>
    internal static string Plain(MessagePayload message) => Clean(TeamsText.Flat(TeamsText.Parse(message.Content, [], "", message.ContentType)))!;

    /// <summary>NUL is no character that a database keeps.</summary>
    internal static string? Clean(string? words) => words?.Replace("\0", "", StringComparison.Ordinal);

    /// <summary>A string out of a button's data.</summary>
    internal static string? Text(JsonElement data, string name) =>
        data.ValueKind is JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>What was filled in: all of the data that is not the button's own. Several picks come as one string with commas.</summary>
    internal static Answers Answers(JsonElement data)
    {
        var several = Text(data, "multi")?.Split(',') ?? [];
        var answers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in data.EnumerateObject())
            if (field.Name is not ("ticket" or "verb" or "multi" or "msteams") && Scalar(field.Value) is { } value)
                answers[field.Name] = several.Contains(field.Name) ? value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [value];
        return new Answers(answers);
    }

    static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
