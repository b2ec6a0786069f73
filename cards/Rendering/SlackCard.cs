using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Draws one message's blocks; knows how many charts and which equal routes the message has.</summary>
sealed class SlackCard(Utf8JsonWriter json, Reader reader, bool charts = true)
{
    const int SuffixBytes = 6;

    readonly HashSet<string> _several = new(StringComparer.Ordinal), _ids = new(StringComparer.Ordinal);
    int _charts;

    internal void Draw(Card card)
    {
        Count([.. card.Body.OfType<Block.Row>().SelectMany(row => row.Of), .. card.Buttons]);
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
        if (block is Block.Row row)
            Count(row.Of);
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
            Draw(button, style);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Count(IReadOnlyList<Button> buttons) => _several.UnionWith(buttons.GroupBy(button => button.Does.Id).Where(like => like.Count() > 1).Select(like => like.Key));

    // Ids are seen by more eyes than values. Of several like buttons a place in the row would tell the answer that was pressed, so what
    // tells them apart comes out of the sealed ticket, which nobody without the key can make again.
    string ActionId(string route, string ticket)
    {
        if (!_several.Contains(route) && _ids.Add(route))
            return route;
        var id = $"{route}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ticket)).AsSpan(0, SuffixBytes))}";
        while (!_ids.Add(id))
            id += "x";
        return id;
    }

    void Draw(Button button, ButtonStyle style)
    {
        var ticket = reader.Seal(button.Does);
        json.Start("button");
        json.WritePlain("text", button.Label.Plain(reader), Limits.ButtonText);
        json.WriteString("action_id", Limits.Whole(ActionId(button.Does.Id, ticket), Limits.ActionId, "An action_id"));
        json.WriteString("value", Limits.Whole(ticket, Limits.ButtonValue, "A button's value"));
        if (style is not ButtonStyle.Plain)
            json.WriteString("style", style is ButtonStyle.Primary ? "primary" : "danger");
        json.WriteEndObject();
    }
}
