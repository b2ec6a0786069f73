using System.Diagnostics;
using System.Text;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Cards as words alone: notifications, fallbacks, logs of the local page.</summary>
public static class PlainText
{
    const int MostInSummary = 300;

    /// <summary>
    /// What a notification says: the card's summary, or its title and first words. One line, at most 300 characters.
    /// Not escaped for any dialect; Slack's <c>text</c> wants <see cref="BlockKit.Notification"/>.
    /// </summary>
    public static string Summary(Card card, Reader reader)
    {
        if (card.Summary is { IsEmpty: false } summary)
            return Cut.To(Cut.OneLine(summary.Plain(reader)), MostInSummary);
        var title = Cut.OneLine(card.Title.Plain(reader));
        var first = card.Body.Select(block => FirstWords(block, reader)).FirstOrDefault(words => words.Length > 0) ?? "";
        return Cut.To(title.Length == 0 ? first : first.Length == 0 ? title : $"{title}: {first}", MostInSummary);
    }

    /// <summary>The whole card, a line a paragraph, without its buttons.</summary>
    public static string Render(Card card, Reader reader)
    {
        var lines = new StringBuilder(card.Title.Plain(reader));
        foreach (var block in card.Body)
            foreach (var line in Lines(block, reader))
                lines.Append('\n').Append(line);
        return lines.ToString().TrimStart('\n');
    }

    static string FirstWords(Block block, Reader reader) => block switch
    {
        Block.Say say => Cut.OneLine(say.Text.Plain(reader)),
        Block.Quote quote => Cut.OneLine(quote.Words),
        _ => "",
    };

    static IEnumerable<string> Lines(Block block, Reader reader) => block switch
    {
        Block.Say say => [say.Text.Plain(reader)],
        Block.Quote { By: { } by } quote => [$"> {quote.Words}", $"– {by.Plain(reader)}"],
        Block.Quote quote => [$"> {quote.Words}"],
        Block.Heading heading => ["", heading.Text.Plain(reader)],
        Block.Note note => [note.Text.Plain(reader)],
        Block.Points points => points.Items.Select(item => $"• {item.Plain(reader)}"),
        Block.Facts facts => facts.Rows.Select(row => $"{row.Label.Plain(reader)}: {row.Value.Plain(reader)}"),
        Block.Write write => write.Here.Faults.Values.Select(fault => fault.Plain(reader)),
        Block.Divider or Block.Row => [""],
        Block.Bars bars => [bars.Title.Plain(reader), new BarTable(bars, reader).Drawn()],
        _ => throw new UnreachableException(),
    };
}
