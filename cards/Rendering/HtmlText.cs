using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ServiceCulture.Cards.Rendering;

/// <summary>HTML being written: tags by name, everything else encoded.</summary>
sealed class HtmlText
{
    // A bare carriage return would be read as a line feed, and NUL not at all.
    static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'\r\0");

    readonly StringBuilder _html = new(1024);
    readonly Stack<string> _open = new();

    /// <summary>Opens an element. Attributes that are null are left out.</summary>
    internal HtmlText Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(tag, attributes);
        _open.Push(tag);
        return this;
    }

    /// <summary>An element that has no content and no end: input, hr.</summary>
    internal HtmlText Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(tag, attributes);
        return this;
    }

    internal HtmlText Close()
    {
        _html.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    internal HtmlText Words(string words)
    {
        var rest = words.AsSpan();
        for (var at = rest.IndexOfAny(Special); at >= 0; at = rest.IndexOfAny(Special))
        {
            _html.Append(rest[..at]).Append(Encoded(rest[at]));
            rest = rest[(at + 1)..];
        }
        _html.Append(rest);
        return this;
    }

    /// <summary>An element with words and nothing else.</summary>
    internal HtmlText Of(string tag, string words, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(tag, attributes).Words(words).Close();

    internal HtmlText Spans(Text text, Reader reader)
    {
        foreach (var span in Runs.Of(text, reader))
            Span(span);
        return this;
    }

    internal static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => _html.ToString();

    // dir=auto keeps a name's or label's own direction from turning the words around it.
    void Span(Span span) => _ = span switch
    {
        Cards.Span.Words => Words(span.Text),
        Cards.Span.Strong => Of("strong", span.Text),
        Cards.Span.Code => Of("code", span.Text),
        Cards.Span.Mention => Of("strong", span.Text, ("class", "mention"), ("dir", "auto")),
        Cards.Span.Link link => Of("a", span.Text, ("href", link.Address.AbsoluteUri), ("rel", "noopener noreferrer"), ("target", "_blank"), ("dir", "auto")),
        _ => throw new UnreachableException(),
    };

    void Tag(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _html.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
            if (value is not null)
            {
                _html.Append(' ').Append(name).Append("=\"");
                Words(value);
                _html.Append('"');
            }
        _html.Append('>');
    }

    static string Encoded(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\r' => "&#13;",
        _ => "\uFFFD",
    };
}
