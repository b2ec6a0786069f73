using System.Diagnostics;
using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>How a paragraph looks beside its words.</summary>
readonly record struct Look(string? Size = null, bool Bold = false, bool Subtle = false, string? Color = null);

/// <summary>
/// Paragraphs: a RichTextBlock of text runs (https://adaptivecards.io/explorer/RichTextBlock.html), or a TextBlock where
/// someone is mentioned, because Teams resolves mentions nowhere else
/// (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format#mention-support-within-adaptive-cards).
/// </summary>
sealed class TeamsText(Utf8JsonWriter json, Reader reader, TeamsMentions mentions)
{
    internal void Paragraph(Text text, Look look = default)
    {
        var runs = Runs.Of(text, reader);
        if (runs.Exists(run => run is Span.Mention { Handle: not null }))
            MarkdownBlock(runs, look);
        else if (runs.Count > 0)
            Paragraph(runs, look);
    }

    internal void Paragraph(string words, Look look = default)
    {
        if (words.Length > 0)
            Paragraph([new Span.Words(words)], look);
    }

    /// <summary>Lines in a fixed-width face.</summary>
    internal void Monospace(string words)
    {
        if (words.Length > 0)
            Paragraph([new Span.Code(words)], default);
    }

    void Paragraph(List<Span> runs, Look look)
    {
        json.Start("RichTextBlock");
        json.WriteStartArray("inlines");
        foreach (var run in runs)
            foreach (var part in TeamsMarkdown.Inert(run.Text))
                Run(run, part, look);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Run(Span run, string words, Look look)
    {
        json.Start("TextRun");
        json.WriteString("text", words);
        Write(look with { Bold = look.Bold || run is Span.Strong or Span.Mention });
        switch (run)
        {
            case Span.Code:
                json.WriteString("fontType", "Monospace");
                break;
            case Span.Link link:
                json.WritePropertyName("selectAction");
                json.Start("Action.OpenUrl");
                json.WriteString("url", link.Address.AbsoluteUri);
                json.WriteEndObject();
                break;
        }
        json.WriteEndObject();
    }

    void MarkdownBlock(List<Span> runs, Look look)
    {
        var markdown = new TeamsMarkdown();
        foreach (var run in runs)
            switch (run)
            {
                case Span.Mention { Handle: { } handle } mention: markdown.Form(mentions.Add(mention.Text, handle)); break;
                case Span.Strong or Span.Mention: markdown.Bold(run.Text); break;
                case Span.Link link: markdown.Link(link.Text, link.Address); break;
                case Span.Words or Span.Code: markdown.Words(run.Text); break;
                default: throw new UnreachableException();
            }
        json.Start("TextBlock");
        json.WriteString("text", markdown.ToString());
        json.WriteBoolean("wrap", true);
        Write(look);
        json.WriteEndObject();
    }

    void Write(Look look)
    {
        if (look.Size is not null)
            json.WriteString("size", look.Size);
        if (look.Bold)
            json.WriteString("weight", "Bolder");
        if (look.Subtle)
            json.WriteBoolean("isSubtle", true);
        if (look.Color is not null)
            json.WriteString("color", look.Color);
    }
}
