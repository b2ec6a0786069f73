using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace ServiceCulture.Bot.HrConsole.Pages.HowItWorks;

/// <summary>The documents that tests hold to the program, as far as the console shows them.</summary>
public static partial class Handbook
{
    /// <summary>The rows of the first table of a document, without its head.</summary>
    public static IReadOnlyList<IReadOnlyList<MarkupString>> Table(string document) =>
        [.. Lines(document).SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Skip(2).Select(line => (IReadOnlyList<MarkupString>)[.. line.Trim().Trim('|').Split(" | ").Select(cell => Coded(cell.Trim(' ', '|')))])];

    /// <summary>The numbered points below a heading.</summary>
    public static IReadOnlyList<MarkupString> Points(string document, string heading)
    {
        var points = new List<string>();
        foreach (var line in Lines(document).SkipWhile(line => line != $"## {heading}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)))
            if (Point().Match(line) is { Success: true } point)
                points.Add(line[point.Length..]);
            else if (points.Count > 0 && line.StartsWith("   ", StringComparison.Ordinal))
                points[^1] += $" {line.Trim()}";
        return [.. points.Select(Coded)];
    }

    /// <summary>What is a name to be typed or looked for stands in such letters; all else is words.</summary>
    internal static MarkupString Coded(string text) => new(Code().Replace(HtmlEncoder.Default.Encode(text).Replace("&#x60;", "`", StringComparison.Ordinal), "<code>$1</code>"));

    static string[] Lines(string document)
    {
        using var stream = typeof(Handbook).Assembly.GetManifestResourceStream($"Docs/{document}") ?? throw new InvalidOperationException($"{document} is not shipped.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\d+\. ")]
    private static partial Regex Point();
}
