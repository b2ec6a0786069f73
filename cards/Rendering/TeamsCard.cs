using System.Diagnostics;
using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Draws one card's head, body and end.</summary>
sealed class TeamsCard
{
    readonly Utf8JsonWriter _json;
    readonly Reader _reader;
    readonly TeamsMentions _mentions = new();
    readonly TeamsText _text;
    bool _line;

    internal TeamsCard(Utf8JsonWriter json, Reader reader) =>
        (_json, _reader, _text) = (json, reader, new TeamsText(json, reader, _mentions));

    internal static void Start(Utf8JsonWriter json, string fallback)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", "1.5");
        json.WriteString("fallbackText", fallback.Length == 0 ? "–" : fallback);
    }

    internal void Body(Card card)
    {
        _json.WriteStartArray("body");
        _text.Paragraph(card.Title.Plain(_reader), new Look("Large", Bold: true));
        foreach (var block in card.Body)
            if (block is Block.Divider)
                _line = true;
            else
                Separated(block);
        _json.WriteEndArray();
    }

    /// <summary>Closes the card with what Teams alone reads.</summary>
    /// <param name="wide">True: as wide as the chat, for charts.</param>
    internal void End(bool wide)
    {
        _json.WriteStartObject("msteams");
        if (wide)
            _json.WriteString("width", "Full");
        _mentions.Write(_json);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    // A separator belongs to the element below it, which may be one of several kinds: a container carries it.
    void Separated(Block block)
    {
        if (!_line)
        {
            Draw(block);
            return;
        }
        _line = false;
        _json.Start("Container");
        _json.WriteBoolean("separator", true);
        _json.WriteStartArray("items");
        Draw(block);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    void Draw(Block block)
    {
        switch (block)
        {
            case Block.Say say: _text.Paragraph(say.Text); break;
            case Block.Heading heading: _text.Paragraph(heading.Text, new Look("Medium", Bold: true)); break;
            case Block.Note note: _text.Paragraph(note.Text, new Look("Small", Subtle: true)); break;
            case Block.Quote quote: Quote(quote); break;
            case Block.Points points: Points(points); break;
            case Block.Facts facts: Facts(facts); break;
            case Block.Bars bars: TeamsChart.Write(_json, _text, new BarTable(bars, _reader)); break;
            default: throw new UnreachableException();
        }
    }

    void Quote(Block.Quote quote)
    {
        _json.Start("Container");
        _json.WriteString("style", "emphasis");
        _json.WriteStartArray("items");
        _text.Paragraph(quote.Words);
        if (quote.By is { } by)
            _text.Paragraph($"– {by}", new Look("Small", Subtle: true));
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    void Points(Block.Points points)
    {
        foreach (var item in points.Items.Where(item => Runs.Of(item, _reader).Count > 0))
            Columns("auto", () => _text.Paragraph("•"), () => _text.Paragraph(item));
    }

    void Facts(Block.Facts facts)
    {
        foreach (var row in facts.Rows)
            Columns("90px", () => _text.Paragraph(row.Label, new Look(Bold: true)), () => _text.Paragraph(row.Value));
    }

    // Not a FactSet: its values read Markdown.
    void Columns(string width, Action left, Action right)
    {
        _json.Start("ColumnSet");
        _json.WriteString("spacing", "Small");
        _json.WriteStartArray("columns");
        Column(width, left);
        Column("stretch", right);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    void Column(string width, Action items)
    {
        _json.Start("Column");
        _json.WriteString("width", width);
        _json.WriteStartArray("items");
        items();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }
}
