using System.Text.Json;

namespace ServiceCulture.Tests.Support;

/// <summary>Words that break software.</summary>
static class Naughty
{
    /// <summary>The big list of naughty strings, all 515.</summary>
    internal static IReadOnlyList<string> Strings { get; } =
        JsonSerializer.Deserialize<string[]>(Approved.Read("tests/Support/naughty-strings.json"))!;

    /// <summary>Words that try to become a mention, a link or form in one dialect or another.</summary>
    internal static IReadOnlyList<string> Injections { get; } =
    [
        "<!channel>", "<!here|here>", "<!everyone>", "@everyone", "@channel", "<@U1>", "<@U1|Maya>", "<#C1>", "<https://example.org|free money>",
        "https://example.org/a_b_c", "www.example.org", "someone@example.org", "mailto:a@example.org", "ftp://example.org",
        "[x](javascript:alert(1))", "[x](https://example.org)", "![x](https://example.org/x.png)", "[x]: https://example.org", "[x][y]", "<https://example.org>",
        "<at>x</at>", "<at>Maya Okafor</at>", "</at>", "&lt;at&gt;x&lt;/at&gt;", "&lt;", "&lt", "&amp;lt;", "&#60;b&#62;", "&#x3c;", "R&D", "R&D;", "fish & chips",
        "**bold**", "*bold*", "__bold__", "_it_", "~~gone~~", "~gone~", "`code`", "```\ncode\n```", "~~~\ncode\n~~~", "\\", "\\*", "\\\\", "a\\",
        "# head", "#head", "  # head", "head\n===", "head\n---", "- point", "+ point", "* point", "1. point", "12) point", "> quote", ">quote", "---", "***", "===",
        "    code", "\tcode", "a\n    code", "a\n\n\tcode", "a\r\nb", "a\rb", "a  \nb", "| a | b |\n| - | - |\n| 1 | 2 |", ": term", "a\n: term",
        "{{DATE(2017-02-14T06:08:39Z,LONG)}}", "{{TIME(2017-02-14T06:08:39Z)}}", "{{{DATE(2017-02-14T06:08:39Z, SHORT)}}}", "${name}", "{0}", "{", "}", "{{", "}}", "{1}",
        "<b>x</b>", "</p></article><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)", "<!-- ", "]]>", "<![CDATA[", "<svg/onload=alert(1)>",
        "javascript:alert(1)", ":fire:", ":+1:", "\u202Eright to left", "\u2066isolated", "a\u200Bb", "\u200B", "\uFEFF", "\u2060", "\u00AD", "a\u0301\u0301\u0301", "\u0000", "a\u0000b", "\u0001", "\u0085", "\u0080", "\u2028", "\u2029", "\uFFFE", "\uFFFF",
        "👩‍👩‍👧‍👦", "🇩🇪🇫🇷", "ﷺ", "مرحبا", "שלום", "日本語", "  ", " leading", "trailing ", "\n", "\t", "null", "undefined", "true",
    ];

    internal static IEnumerable<string> All => Strings.Concat(Injections);

    /// <summary>Those in which there is something to see.</summary>
    internal static IEnumerable<string> Visible => All.Where(IsVisible);

    internal static bool IsVisible(string words) => words.Any(c => !char.IsWhiteSpace(c) && !char.IsControl(c));
}
