using System.Text;
using System.Text.RegularExpressions;

namespace ServiceCulture.Tests.Cards;

/// <summary>Reads a TextBlock's Markdown as a suspicious client would: whatever is not escaped and could be form throws.</summary>
static partial class MarkdownView
{
    internal readonly record struct Read(string Text, int Mentions, int Bolds, int Links);

    internal static Read Of(string markdown)
    {
        var (text, mentions, bolds, links) = (new StringBuilder(), 0, 0, 0);
        foreach (var line in markdown.Split("\n\n"))
        {
            if (LineStart().IsMatch(line))
                throw new FormatException($"A line that is form: {line}");
            if (text.Length > 0)
                text.Append('\n');
            for (var at = 0; at < line.Length;)
            {
                var token = Token().Match(line, at);
                if (!token.Success || token.Index != at)
                    throw new FormatException($"Form at {at} in: {line}");
                at += token.Length;
                mentions += token.Groups["at"].Success ? 1 : 0;
                bolds += token.Value == "**" ? 1 : 0;
                links += token.Groups["url"].Success ? 1 : 0;
                text.Append(Words(token));
            }
        }
        if (DateFunction().IsMatch(markdown))
            throw new FormatException($"A date function: {markdown}");
        return new Read(text.ToString(), mentions, bolds, links);
    }

    static string Words(Match token) =>
        token.Groups["at"].Success ? token.Groups["at"].Value
        : token.Groups["escaped"].Success ? token.Groups["escaped"].Value
        : token.Groups["entity"].Success ? (token.Value == "&lt;" ? "<" : "&")
        : token.Groups["url"].Success || token.Value is "**" or "[" ? ""
        : token.Value.Replace('\u00A0', ' ');

    [GeneratedRegex("^([ \\t]|\u00A0*([#+=>:-]|[0-9]+[.)]))")]
    private static partial Regex LineStart();

    // In this order: an escape, our own form, an entity, a plain character. An ampersand that could begin an entity is none of these.
    [GeneratedRegex("""\G(?:\\(?<escaped>[!-/:-@\[-`{-~])|<at>(?<at>[^<>&*_\\`\[\]~|{}]*)</at>|\*\*|\](?<url>\(https?://[^\s()<>]*\))|\[|(?<entity>&lt;|&amp;)|&(?![A-Za-z0-9#]*;)|(?<![\\]):(?!/)|[^\\`*_\[\]~|<>{}&:@\n])""")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{\{(DATE|TIME)", RegexOptions.IgnoreCase)]
    private static partial Regex DateFunction();
}
