using System.Runtime.CompilerServices;
using System.Text;

namespace ServiceCulture.Cards;

/// <summary>
/// Words for people to read, written as an interpolated string. Only the literals and the typed holes below can make
/// form; what a user typed is a plain hole and stays words, in every dialect. The composite format that the compiler
/// hands over ("{0} thanks {1}.") is also the key by which a translation is found, so call sites never change.
/// </summary>
/// <remarks>There is no conversion from <see cref="string"/> on purpose: a row's text is <c>Text.Of(words)</c>.</remarks>
[InterpolatedStringHandler]
public sealed class Text
{
    readonly StringBuilder? _building;
    readonly List<Hole> _holes;
    string? _format;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Text(int literalLength, int formattedCount)
    {
        _building = new StringBuilder(literalLength + formattedCount * 3);
        _holes = new List<Hole>(formattedCount);
    }

    Text(string format, params List<Hole> holes) => (_format, _holes) = (format, holes);

    /// <summary>The composite format: the author's words with numbered holes, braces doubled. The translation key.</summary>
    public string Format => _format ??= _building!.ToString();

    /// <summary>What stands in the holes, in the order in which the author wrote them.</summary>
    public IReadOnlyList<Hole> Holes => _holes;

    /// <summary>Words that are not the program's own (a name, a row's text, what someone typed): never translated, never form.</summary>
    public static Text Of(string words) => new("{0}", new Hole.Words(words));

    /// <summary>True where there is nothing to read.</summary>
    public bool IsEmpty => Format.Length == 0 || (Format == "{0}" && _holes[0] is Hole.Words { Value: "" });

    /// <summary>The author's own words.</summary>
    public void AppendLiteral(string value) => _building!.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>Words that stay words.</summary>
    public void AppendFormatted(string? value) => Add(new Hole.Words(value ?? ""));

    /// <summary>A number, written the reader's way.</summary>
    public void AppendFormatted(int value) => Add(new Hole.Number(value));

    /// <summary>A hole with form of its own.</summary>
    public void AppendFormatted(Hole value) => Add(value);

    /// <summary>Someone the bot knows: a mention where the reader's channel has a handle for them, else their name in bold.</summary>
    public void AppendFormatted(Person value) => Add(new Hole.Someone(value));

    /// <summary>Another text inside this one, translated by itself.</summary>
    public void AppendFormatted(Text value) => Add(new Hole.Nested(value));

    /// <summary>These words for this reader: translated, numbers and moments written their way.</summary>
    public IReadOnlyList<Span> For(Reader reader)
    {
        var spans = new List<Span>(_holes.Count * 2 + 1);
        AppendTo(spans, reader);
        return spans;
    }

    /// <summary>The same words without any form: for notifications, labels and screen readers.</summary>
    public string Plain(Reader reader) => string.Concat(For(reader).Select(span => span.Text));

    void AppendTo(List<Span> spans, Reader reader)
    {
        foreach (var piece in Pieces.Of(reader.Translate(Format), _holes.Count))
            if (piece.Words is { } words)
                spans.Add(new Span.Words(words));
            else if (_holes[piece.Hole] is Hole.Nested nested)
                nested.Text.AppendTo(spans, reader);
            else
                spans.Add(_holes[piece.Hole].For(reader));
    }

    void Add(Hole hole)
    {
        _building!.Append('{').Append(_holes.Count).Append('}');
        _holes.Add(hole);
    }
}
