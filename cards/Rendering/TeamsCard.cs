using System.Diagnostics;
using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Draws one card's head, body and end.</summary>
sealed class TeamsCard(Utf8JsonWriter json, Reader reader, bool dialogs = false)
{
    readonly TeamsMentions _mentions = new();
    bool _line;

    TeamsText Words => field ??= new TeamsText(json, reader, _mentions);

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
        json.WriteStartArray("body");
        Words.Paragraph(card.Title.Plain(reader), new Look("Large", Bold: true));
        foreach (var block in card.Body)
            if (block is Block.Divider)
                _line = true;
            else
                Separated(block);
        json.WriteEndArray();
    }

    /// <summary>Closes the card with what Teams alone reads.</summary>
    /// <param name="wide">True: as wide as the chat, for charts.</param>
    internal void End(bool wide)
    {
        json.WriteStartObject("msteams");
        if (wide)
            json.WriteString("width", "Full");
        _mentions.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
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
        json.Start("Container");
        json.WriteBoolean("separator", true);
        json.WriteStartArray("items");
        Draw(block);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal void Draw(Block block)
    {
        switch (block)
        {
            case Block.Say say: Words.Paragraph(say.Text); break;
            case Block.Heading heading: Words.Paragraph(heading.Text, new Look("Medium", Bold: true)); break;
            case Block.Note note: Words.Paragraph(note.Text, new Look("Small", Subtle: true)); break;
            case Block.Quote quote: Quote(quote); break;
            case Block.Points points: Points(points); break;
            case Block.Facts facts: Facts(facts); break;
            case Block.Row row: ActionSet(row); break;
            case Block.Write write when dialogs: ActionSet(new Block.Row(write.Opens)); break;
            case Block.Write write: Write(write.Here); break;
            case Block.Bars bars: TeamsChart.Write(json, Words, new BarTable(bars, reader)); break;
            default: throw new UnreachableException();
        }
    }

    // https://adaptivecards.io/explorer/ActionSet.html
    void ActionSet(Block.Row row)
    {
        json.Start("ActionSet");
        TeamsActions.Write(json, row.Of.Select(button => (button, button.Style)), reader, dialogs);
        json.WriteEndObject();
    }

    void Write(Form form)
    {
        new TeamsForm(json, reader, form).Inputs();
        json.Start("ActionSet");
        TeamsActions.Write(json, form, reader);
        json.WriteEndObject();
    }

    void Quote(Block.Quote quote)
    {
        json.Start("Container");
        json.WriteString("style", "emphasis");
        json.WriteStartArray("items");
        Words.Paragraph(quote.Words);
        if (quote.By is { IsEmpty: false } by)
            Words.Paragraph($"– {by}", new Look("Small", Subtle: true, Near: true));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Points(Block.Points points)
    {
        foreach (var item in points.Items.Where(item => Runs.Of(item, reader).Count > 0))
            Columns("auto", () => Words.Paragraph("•"), () => Words.Paragraph(item));
    }

    void Facts(Block.Facts facts)
    {
        foreach (var row in facts.Rows)
            Columns("90px", () => Words.Paragraph(row.Label, new Look(Bold: true)), () => Words.Paragraph(row.Value));
    }

    // Not a FactSet: its values read Markdown.
    void Columns(string width, Action left, Action right)
    {
        json.Start("ColumnSet");
        json.WriteString("spacing", "Small");
        json.WriteStartArray("columns");
        Column(width, left);
        Column("stretch", right);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Column(string width, Action items)
    {
        json.Start("Column");
        json.WriteString("width", width);
        json.WriteStartArray("items");
        items();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
