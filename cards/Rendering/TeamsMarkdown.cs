using System.Buffers;
using System.Text;

namespace ServiceCulture.Cards.Rendering;

/// <summary>
/// A TextBlock's Markdown (https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features) in which only
/// <see cref="Form"/>, <see cref="Bold"/> and <see cref="Link"/> make form. Clients read different subsets, so everything that
/// any of them could take for form is escaped.
/// </summary>
sealed class TeamsMarkdown
{
    static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]~|<>{}");
    static readonly SearchValues<char> Leads = SearchValues.Create("#-+=.):");

    readonly StringBuilder _text = new();
    // Up to now only what may stand before a line's mark: spaces, and digits of "1." or "1)".
    bool _lineStart = true;

    /// <summary>True for what must not stand in a name between the tags of a mention.</summary>
    internal static bool IsForm(char c) => Special.Contains(c) || c is '&' or '#';

    /// <summary>
    /// Words for a text run, in pieces that no client computes with: a run's "{{DATE(…)}}" would turn into a date, split in two it
    /// stays what was typed (https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features#datetime-formatting-and-localization).
    /// </summary>
    internal static IEnumerable<string> Inert(string words)
    {
        var from = 0;
        for (var at = words.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = words.IndexOf("{{", at + 1, StringComparison.Ordinal))
            if (words.AsSpan(at + 2).TrimStart() is var rest && (rest.StartsWith("DATE", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("TIME", StringComparison.OrdinalIgnoreCase)))
            {
                yield return words[from..(at + 1)];
                from = at + 1;
            }
        yield return words[from..];
    }

    /// <summary>As it stands: a mention's tag.</summary>
    internal void Form(string form)
    {
        _text.Append(form);
        _lineStart = false;
    }

    internal void Bold(string words) => Wrapped("**", words, "**");

    internal void Link(string label, Uri address) => Wrapped(
        "[", label, $"]({address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})");

    internal void Words(string words)
    {
        for (var at = 0; at < words.Length; at++)
            Word(words, at);
    }

    public override string ToString() => _text.ToString();

    // Emphasis that begins or ends with white space is none in Markdown, and one across lines is none either.
    void Wrapped(string open, string words, string close)
    {
        var line = Cut.OneLine(words);
        if (line.Length == 0)
            return;
        Form(open);
        Words(line);
        Form(close);
    }

    void Word(string words, int at)
    {
        var c = words[at];
        if (c is '\n' or '\r')
            Break(words, at);
        else if (c is ' ' or '\t' && _lineStart)
            _text.Append('\u00A0'); // Four plain spaces would make a line of code.
        else
        {
            Escaped(words, at, c);
            _lineStart &= char.IsAsciiDigit(c);
        }
    }

    // One line break is white space to Markdown, two make the next line.
    void Break(string words, int at)
    {
        if (words[at] == '\n' && at > 0 && words[at - 1] == '\r')
            return;
        _text.Append("\n\n");
        _lineStart = true;
    }

    void Escaped(string words, int at, char c)
    {
        if (c == '<')
            _text.Append("&lt;");
        else if (c == '&')
            _text.Append(MayBeEntity(words.AsSpan(at + 1)) ? "&amp;" : "&");
        else if (Special.Contains(c) || (_lineStart && Leads.Contains(c)) || MayLink(words, at, c))
            _text.Append('\\').Append(c);
        else
            _text.Append(c);
    }

    // "R&D team" stays readable in clients that know no entities; what could be one, or end in the next span as one, is escaped.
    static bool MayBeEntity(ReadOnlySpan<char> rest)
    {
        var at = 0;
        while (at < rest.Length && (char.IsAsciiLetterOrDigit(rest[at]) || rest[at] == '#'))
            at++;
        return at == rest.Length || rest[at] == ';';
    }

    // An address that is found without brackets: http://…, www.…, someone@example.org.
    static bool MayLink(string words, int at, char c) => c switch
    {
        ':' => at + 1 >= words.Length || words[at + 1] == '/',
        '@' => true,
        '.' => at >= 3 && words.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
