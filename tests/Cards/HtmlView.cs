using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceCulture.Tests.Cards;

/// <summary>A reader of HTML stricter than any browser: every tag closed in order, every attribute quoted, every special character encoded.</summary>
sealed partial class HtmlView
{
    static readonly HashSet<string> Void = ["input", "hr"];
    static readonly HashSet<string> FormAttributes = ["class", "type", "role", "data-do", "data-ticket", "data-opens", "name", "id", "for", "href"];

    static readonly SearchValues<char> Raw = SearchValues.Create("<>\"'\r\0");

    readonly StringBuilder _skeleton = new();
    readonly Stack<string> _open = new();

    internal HtmlView(string html)
    {
        for (var at = 0; at < html.Length;)
            at = html[at] == '<' ? Tag(html, at) : TextFrom(html, at);
        if (_open.Count > 0)
            throw new FormatException($"<{_open.Peek()}> is never closed");
    }

    internal string Skeleton => _skeleton.ToString();
    internal List<string> Texts { get; } = [];
    internal List<(string Name, string Value)> Attributes { get; } = [];
    internal List<string> Tags { get; } = [];

    int Tag(string html, int at)
    {
        var match = TagShape().Match(html, at);
        if (!match.Success || match.Index != at)
            throw new FormatException($"No tag: {html[at..Math.Min(at + 60, html.Length)]}");
        var name = match.Groups["name"].Value;
        if (match.Groups["close"].Length > 0)
        {
            if (_open.Count == 0 || _open.Pop() != name)
                throw new FormatException($"</{name}> closes something else");
        }
        else
        {
            Tags.Add(name);
            Opened(name, match);
        }
        _skeleton.Append(match.Groups["close"].Value).Append(name).Append(' ');
        return at + match.Length;
    }

    void Opened(string name, Match match)
    {
        if (!Void.Contains(name))
            _open.Push(name);
        foreach (Capture capture in match.Groups["attribute"].Captures)
        {
            var split = capture.Value.IndexOf('=');
            var (key, value) = (capture.Value[..split].Trim(), Decoded(capture.Value[(split + 2)..^1]));
            Attributes.Add((key, value));
            _skeleton.Append('@').Append(key).Append('=').Append(FormAttributes.Contains(key) ? value : "…").Append(' ');
        }
    }

    int TextFrom(string html, int at)
    {
        var end = html.IndexOf('<', at);
        end = end < 0 ? html.Length : end;
        Texts.Add(Decoded(html[at..end]));
        return end;
    }

    static string Decoded(string words)
    {
        if (words.AsSpan().IndexOfAny(Raw) >= 0 || BareAmpersand().IsMatch(words))
            throw new FormatException($"Not encoded: {words}");
        return words.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&#39;", "'").Replace("&#13;", "\r").Replace("&amp;", "&");
    }

    [GeneratedRegex("""<(?<close>/?)(?<name>[a-z][a-z0-9]*)(?<attribute> [a-zA-Z-]+="[^"]*")*>""", RegexOptions.CultureInvariant)]
    private static partial Regex TagShape();

    [GeneratedRegex("&(?!(lt|gt|quot|amp|#39|#13);)")]
    private static partial Regex BareAmpersand();
}
