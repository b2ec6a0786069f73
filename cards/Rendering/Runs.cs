using System.Text;

namespace ServiceCulture.Cards.Rendering;

/// <summary>A text's spans as renderers want them: neighbouring plain words joined, empty runs left out.</summary>
static class Runs
{
    internal static List<Span> Of(Text text, Reader reader)
    {
        var runs = new List<Span>();
        var words = new StringBuilder();
        foreach (var span in text.For(reader))
            if (span is Span.Words)
                words.Append(span.Text);
            else if (span.Text.Length > 0 || span is Span.Mention { Handle: not null })
            {
                Flush(runs, words);
                runs.Add(span);
            }
        Flush(runs, words);
        return runs;
    }

    /// <summary>At most so many characters in all, with an ellipsis where something was cut off.</summary>
    internal static List<Span> Of(Text text, Reader reader, int limit)
    {
        var runs = Of(text, reader);
        var left = limit;
        for (var at = 0; at < runs.Count; at++)
        {
            if (runs[at].Text.Length > left || (runs[at].Text.Length == left && at < runs.Count - 1))
            {
                var words = Cut.To(runs[at].Text + "…", left);
                return [.. runs.Take(at), runs[at] is Span.Mention ? new Span.Strong(words) : runs[at] with { Text = words }];
            }
            left -= runs[at].Text.Length;
        }
        return runs;
    }

    static void Flush(List<Span> runs, StringBuilder words)
    {
        if (words.Length > 0)
            runs.Add(new Span.Words(words.ToString()));
        words.Clear();
    }
}
