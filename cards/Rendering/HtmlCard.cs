using System.Diagnostics;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Draws one card.</summary>
sealed class HtmlCard(HtmlText html, Reader reader)
{
    internal void Draw(Card card)
    {
        html.Open("article", ("class", "card"));
        if (!card.Title.IsEmpty)
            html.Of("h3", card.Title.Plain(reader), ("dir", "auto"));
        foreach (var block in card.Body)
            Draw(block);
        if (card.Buttons.Count > 0)
            DrawButtons(Buttons.Of(card), "buttons");
        html.Close();
    }

    internal void Draw(Block block)
    {
        switch (block)
        {
            case Block.Say say: Paragraph("p", "words", say.Text); break;
            case Block.Heading heading: Paragraph("h4", null, heading.Text); break;
            case Block.Note note: Paragraph("p", "note", note.Text); break;
            case Block.Quote quote: Quote(quote); break;
            case Block.Points points: Points(points); break;
            case Block.Facts facts: Facts(facts); break;
            case Block.Divider: html.Void("hr"); break;
            case Block.Row row: DrawButtons(row.Of.Select(button => (button, button.Style)), "buttons row"); break;
            case Block.Write write: DrawButtons([(write.Opens, write.Opens.Style)], "buttons row"); break;
            case Block.Bars bars: HtmlBars.Draw(html, new BarTable(bars, reader)); break;
            default: throw new UnreachableException();
        }
    }

    void Paragraph(string tag, string? kind, Text text) =>
        html.Open(tag, ("class", kind), ("dir", "auto")).Spans(text, reader).Close();

    void Quote(Block.Quote quote)
    {
        html.Open("blockquote").Of("p", quote.Words, ("class", "words"), ("dir", "auto"));
        if (quote.By is { IsEmpty: false } by)
            html.Open("footer", ("dir", "auto")).Words("– ").Spans(by, reader).Close();
        html.Close();
    }

    void Points(Block.Points points)
    {
        html.Open("ul");
        foreach (var item in points.Items)
            Paragraph("li", null, item);
        html.Close();
    }

    void Facts(Block.Facts facts)
    {
        html.Open("dl");
        foreach (var row in facts.Rows)
        {
            html.Open("div");
            Paragraph("dt", null, row.Label);
            Paragraph("dd", null, row.Value);
            html.Close();
        }
        html.Close();
    }

    void DrawButtons(IEnumerable<(Button Button, ButtonStyle Style)> buttons, string kind)
    {
        html.Open("div", ("class", kind));
        foreach (var (button, style) in buttons)
            html.Of(
                "button", button.Label.Plain(reader), ("type", "button"), ("class", Class(style)),
                ("data-do", button.Does.Id), ("data-ticket", reader.Seal(button.Does)), ("data-opens", Opened(button.Opens)));
        html.Close();
    }

    static string? Class(ButtonStyle style) => style switch
    {
        ButtonStyle.Primary => "primary",
        ButtonStyle.Danger => "danger",
        _ => null,
    };

    static string Opened(Opens opens) => opens switch
    {
        Opens.Form => "form",
        Opens.PrivateForm => "private-form",
        _ => "nothing",
    };
}
