using System.Diagnostics;
using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Draws one message's blocks; knows how many charts and equal routes the message has so far.</summary>
sealed class SlackCard(Utf8JsonWriter json, Reader reader, bool charts = true)
{
    readonly Dictionary<string, int> _routes = new(StringComparer.Ordinal);
    int _charts;

    internal void Draw(Card card)
    {
        var title = card.Title.Plain(reader);
        var blocks = card.Body.Where(block => !IsEmpty(block)).ToList();
        var room = Limits.MessageBlocks - (title.Length > 0 ? 1 : 0) - (card.Buttons.Count > 0 ? 1 : 0);
        if (title.Length > 0)
            Header(title);
        foreach (var block in blocks.Take(blocks.Count > room ? room - 1 : room))
            Draw(block);
        if (blocks.Count > room)
            Context("…");
        if (card.Buttons.Count > 0)
            Actions(Buttons.Of(card));
    }

    /// <summary>A single block in a modal; how many blocks it came to.</summary>
    internal int DrawIfFull(Block block)
    {
        if (IsEmpty(block))
            return 0;
        Draw(block);
        return 1;
    }

    // Slack refuses empty text, so a block without words is no block.
    bool IsEmpty(Block block) => block switch
    {
        Block.Say say => Runs.Of(say.Text, reader).Count == 0,
        Block.Quote quote => quote.Words.Length == 0,
        Block.Heading heading => Runs.Of(heading.Text, reader).Count == 0,
        Block.Note note => string.IsNullOrWhiteSpace(note.Text.Plain(reader)),
        Block.Points points => points.Items.All(item => Runs.Of(item, reader).Count == 0),
        Block.Facts facts => facts.Rows.Count == 0,
        Block.Row row => row.Of.Count == 0,
        _ => false,
    };

    void Draw(Block block)
    {
        switch (block)
        {
            case Block.Say say: Section(say.Text, bold: false); break;
            case Block.Heading heading: Section(heading.Text, bold: true); break;
            case Block.Quote quote: Quote(quote); break;
            case Block.Note note: Context(note.Text.Plain(reader)); break;
            case Block.Points points: Points(points); break;
            case Block.Facts facts: Facts(facts); break;
            case Block.Divider: json.Start("divider"); json.WriteEndObject(); break;
            case Block.Row row: Actions(row.Of.Select(button => (button, button.Style))); break;
            case Block.Write write: Actions([(write.Opens, write.Opens.Style)]); break;
            case Block.Bars bars: Bars(new BarTable(bars, reader)); break;
            default: throw new UnreachableException();
        }
    }

    void Header(string title)
    {
        json.Start("header");
        json.WritePlain("text", title, Limits.Header);
        json.WriteEndObject();
    }

    void Section(Text text, bool bold)
    {
        json.StartRichText("rich_text_section");
        json.WriteSpans(Runs.Of(text, reader, Limits.Text), bold);
        json.EndRichText();
    }

    void Quote(Block.Quote quote)
    {
        json.StartRichText("rich_text_quote");
        json.WriteWords(Cut.To(quote.Words, Limits.Text));
        if (quote.By is { IsEmpty: false } by)
        {
            json.WriteWords("\n– ");
            json.WriteSpans(Runs.Of(by, reader, Limits.Text));
        }
        json.EndRichText();
    }

    void Context(string words)
    {
        json.Start("context");
        json.WriteStartArray("elements");
        json.WritePlain(words, Limits.Text);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Points(Block.Points points)
    {
        json.Start("rich_text");
        json.WriteStartArray("elements");
        json.Start("rich_text_list");
        json.WriteString("style", "bullet");
        json.WriteStartArray("elements");
        foreach (var spans in points.Items.Select(item => Runs.Of(item, reader, Limits.Text)).Where(spans => spans.Count > 0))
        {
            json.StartElement("rich_text_section");
            json.WriteSpans(spans);
            json.EndElement();
        }
        json.EndElement();
        json.EndElement();
    }

    void Facts(Block.Facts facts)
    {
        json.StartRichText("rich_text_section");
        for (var row = 0; row < facts.Rows.Count; row++)
        {
            json.WriteSpans(Runs.Of(facts.Rows[row].Label, reader, Limits.Text), bold: true);
            json.WriteWords(": ", "bold");
            json.WriteSpans(Runs.Of(facts.Rows[row].Value, reader, Limits.Text));
            if (row < facts.Rows.Count - 1)
                json.WriteWords("\n");
        }
        json.EndRichText();
    }

    void Bars(BarTable table)
    {
        if (charts && !table.IsFlat && _charts++ < Limits.Charts)
            SlackChart.Draw(json, table);
        else
            DrawnBars(table);
    }

    void DrawnBars(BarTable table)
    {
        json.Start("rich_text");
        json.WriteStartArray("elements");
        if (table.Title.Length > 0)
        {
            json.StartElement("rich_text_section");
            json.WriteWords(Cut.To(table.Title, Limits.Text), "bold");
            json.EndElement();
        }
        json.StartElement("rich_text_preformatted");
        json.WriteWords(table.Drawn() is { Length: > 0 } drawn ? Cut.To(drawn, Limits.Drawn) : "–");
        json.EndElement();
        json.EndElement();
    }

    void Actions(IEnumerable<(Button Button, ButtonStyle Style)> buttons)
    {
        json.Start("actions");
        json.WriteStartArray("elements");
        foreach (var (button, style) in buttons.Take(Limits.ActionsElements))
        {
            var times = _routes[button.Does.Id] = _routes.GetValueOrDefault(button.Does.Id) + 1;
            Draw(button, style, times == 1 ? button.Does.Id : $"{button.Does.Id}#{times}");
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Draw(Button button, ButtonStyle style, string actionId)
    {
        json.Start("button");
        json.WritePlain("text", button.Label.Plain(reader), Limits.ButtonText);
        json.WriteString("action_id", Limits.Whole(actionId, Limits.ActionId, "An action_id"));
        json.WriteString("value", Limits.Whole(reader.Seal(button.Does), Limits.ButtonValue, "A button's value"));
        if (style is not ButtonStyle.Plain)
            json.WriteString("style", style is ButtonStyle.Primary ? "primary" : "danger");
        json.WriteEndObject();
    }
}
