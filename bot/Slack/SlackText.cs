using System.Buffers;

namespace ServiceCulture.Slack;

/// <summary>
/// Texts in Slack's form. <see href="https://docs.slack.dev/messaging/formatting-message-text"/>
/// </summary>
public static class SlackText
{
    static readonly SearchValues<char> Control = SearchValues.Create("&<>");

    /// <summary>
    /// Makes the three characters harmless with which mentions, links and entities begin. Formatting (<c>*</c>, <c>_</c>, <c>~</c>,
    /// backticks) stays alive in mrkdwn fields: put people's words into plain_text or rich_text.
    /// </summary>
    public static string Escape(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.AsSpan().ContainsAny(Control)
            ? words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            : words;
    }

    /// <summary>
    /// Takes a text apart, in its order; no two <see cref="TextSpan.Words"/> are neighbours, none is empty. Brackets that are
    /// none of Slack's forms stay words, so nothing that was typed is lost.
    /// </summary>
    public static IReadOnlyList<TextSpan> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<TextSpan>();
        int from = 0, at = 0;
        while (at < text.Length && text.IndexOf('<', at) is var open and >= 0)
        {
            at = open + 1;
            var close = text.IndexOfAny(['<', '>'], at);
            if (close < 0) break;
            if (text[close] == '<' || Form(text[at..close]) is not { } span) continue;
            AddWords(spans, text[from..open]);
            spans.Add(span);
            from = at = close + 1;
        }
        AddWords(spans, text[from..]);
        return spans;
    }

    static void AddWords(List<TextSpan> spans, string escaped)
    {
        if (escaped.Length > 0) spans.Add(new TextSpan.Words(Decode(escaped)));
    }

    static TextSpan? Form(string inner)
    {
        var bar = inner.IndexOf('|', StringComparison.Ordinal);
        var head = bar < 0 ? inner : inner[..bar];
        var label = bar < 0 || bar == inner.Length - 1 ? null : Decode(inner[(bar + 1)..]);
        if (head.Length < 2) return null;
        return head[0] switch
        {
            '@' => IsId(head.AsSpan(1)) ? new TextSpan.UserMention(head[1..], label) : null,
            '#' => IsId(head.AsSpan(1)) ? new TextSpan.ChannelMention(head[1..], label) : null,
            '!' => new TextSpan.Special(Decode(head[1..]), label),
            _ => HasScheme(head) ? new TextSpan.Link(Decode(head), label) : null,
        };
    }

    static bool IsId(ReadOnlySpan<char> id)
    {
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c)) return false;
        }
        return true;
    }

    static bool HasScheme(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(url[0]) && url[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
    }

    // The ampersand last: otherwise "&amp;lt;", which is a typed "&lt;", would become a bracket.
    static string Decode(string escaped) => !escaped.Contains('&', StringComparison.Ordinal) ? escaped : escaped
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);
}
