using System.Buffers;
using System.Text;

namespace ServiceCulture.Bot.Data.Csv;

/// <summary>Rows written as RFC 4180 has it, in UTF-8 with its mark, so that a spreadsheet reads every letter and runs no cell as a formula.</summary>
static class CsvWords
{
    /// <summary>What stands before the first row.</summary>
    internal const string Mark = "\uFEFF";

    internal static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>A cell that a spreadsheet would take for a formula gets an apostrophe before it, and is words.</summary>
    internal static string Cell(string? words)
    {
        if (words is not { Length: > 0 })
            return "";
        var harmless = words.TrimStart(SpaceOnly) is { Length: > 0 } first && Formula.Contains(first[..1]) ? "'" + words : words;
        return harmless.AsSpan().IndexOfAny(Quoted) < 0 ? harmless : new StringBuilder(harmless).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }

    const char SpaceOnly = ' ';

    static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t'");

    static readonly HashSet<string> Formula = ["=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠"];
}
