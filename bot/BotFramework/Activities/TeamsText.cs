using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceCulture.BotFramework;

/// <summary>A piece of what somebody wrote: words, or a person they named.</summary>
public abstract record TeamsSpan
{
    TeamsSpan() { }

    /// <summary>Words and nothing else: whatever looks like markup in them was typed.</summary>
    public sealed record Words(string Text) : TeamsSpan;

    /// <summary>Somebody, by the platform's id, under the name that was written.</summary>
    public sealed record Mention(string Id, string Name) : TeamsSpan;
}

/// <summary>
/// Reads the text of a message as Teams sends it: mentions as <c>&lt;at&gt;</c> elements that the entities explain,
/// everything else with HTML entities. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
/// </summary>
public static partial class TeamsText
{
    const string Opening = "<at";
    const string Closing = "</at>";

    /// <summary>
    /// The spans of a text, in order. The bot's own mentions are left out, other mentions are matched to their entities
    /// (the same text twice takes the entities in turn), and an <c>&lt;at&gt;</c> that no entity explains stays words.
    /// </summary>
    /// <param name="text">As it came.</param>
    /// <param name="mentions">The message's entities.</param>
    /// <param name="botId">The bot's id in this conversation: the activity's recipient.</param>
    /// <param name="textFormat"><c>xml</c> and <c>html</c> lose their tags (line breaks stay); in any other format tags are words.</param>
    /// <returns>Without space at both ends; empty when only the bot was named.</returns>
    public static IReadOnlyList<TeamsSpan> Parse(
        string text, IReadOnlyList<Mention> mentions, string botId, string? textFormat = null)
    {
        var markup = textFormat is "xml" or "html";
        var entities = mentions.GroupBy(mention => mention.Text, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<Mention>(same), StringComparer.Ordinal);
        var spans = new List<TeamsSpan>();
        var words = new StringBuilder();
        var position = 0;
        while (NextElement(text, position, out var start, out var end))
        {
            words.Append(Plain(text[position..start], markup));
            if (Take(entities, text[start..end]) is not { } whom)
                words.Append(Plain(text[start..end], markup));
            else if (whom.Id == botId)
                TrimEnd(words);
            else
            {
                Flush(words, spans);
                spans.Add(new TeamsSpan.Mention(whom.Id, Name(whom)));
            }
            position = end;
        }
        words.Append(Plain(text[position..], markup));
        Flush(words, spans);
        return Trimmed(spans);
    }

    /// <summary>The same as one string, mentions as their names. For commands, where nobody is looked up.</summary>
    public static string Flat(IEnumerable<TeamsSpan> spans) => string.Concat(spans.Select(span => span switch
    {
        TeamsSpan.Words words => words.Text,
        TeamsSpan.Mention mention => mention.Name,
        _ => "",
    }));

    /// <summary>An at element without tags inside. Each character is looked at a bounded number of times.</summary>
    static bool NextElement(string text, int from, out int start, out int end)
    {
        (start, end) = (from, 0);
        while ((start = text.IndexOf(Opening, start, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            var inner = start + Opening.Length;
            var close = text.IndexOf('<', inner);
            if (close < 0)
                return false;
            end = close + Closing.Length;
            if (text[inner] is '>' or ' ' && text.AsSpan(close).StartsWith(Closing, StringComparison.OrdinalIgnoreCase))
                return true;
            start = close;
        }
        return false;
    }

    static Mention? Take(Dictionary<string, Queue<Mention>> entities, string element)
    {
        if (!entities.TryGetValue(element, out var same) && !entities.TryGetValue(Attributes().Replace(element, "<at>", 1), out same))
            return null;
        // Some clients send one entity for a name that stands twice.
        return same.Count > 1 ? same.Dequeue() : same.Peek();
    }

    static string Name(Mention whom) =>
        string.IsNullOrWhiteSpace(whom.Name) ? Plain(whom.Text, markup: true) : whom.Name.TrimStart('@');

    static string Plain(string text, bool markup)
    {
        if (markup)
            text = Tags().Replace(Breaks().Replace(text, "\n"), "");
        return text.Contains('&', StringComparison.Ordinal) || text.Contains('\u00a0', StringComparison.Ordinal)
            ? WebUtility.HtmlDecode(text).Replace('\u00a0', ' ') : text;
    }

    /// <summary>So that "hey @Bot thanks" keeps one space.</summary>
    static void TrimEnd(StringBuilder words)
    {
        while (words.Length > 0 && words[^1] is ' ')
            words.Length--;
    }

    static void Flush(StringBuilder words, List<TeamsSpan> spans)
    {
        if (words.Length > 0)
            spans.Add(new TeamsSpan.Words(words.ToString()));
        words.Clear();
    }

    static List<TeamsSpan> Trimmed(List<TeamsSpan> spans)
    {
        if (spans is [TeamsSpan.Words first, ..])
            spans[0] = new TeamsSpan.Words(first.Text.TrimStart());
        if (spans is [.., TeamsSpan.Words last])
            spans[^1] = new TeamsSpan.Words(last.Text.TrimEnd());
        spans.RemoveAll(span => span is TeamsSpan.Words { Text: "" });
        return spans;
    }

    [GeneratedRegex("^<at [^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"<br\s*/?>|</(?:p|div|li)\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Breaks();

    [GeneratedRegex("</?[A-Za-z!][^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
