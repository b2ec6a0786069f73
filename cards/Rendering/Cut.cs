using System.Globalization;
using System.Text;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Words made to fit, never inside what a reader sees as one character.</summary>
static class Cut
{
    /// <summary>The words themselves, or as many whole text elements as fit before an ellipsis.</summary>
    /// <param name="limit">In UTF-16 code units, 1 or more: platforms do not say how they count, and this is the strictest way.</param>
    internal static string To(string words, int limit)
    {
        if (words.Length <= limit)
            return words;
        var end = 0;
        while (end < words.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(words, end);
            if (next > limit - 1)
                break;
            end = next;
        }
        // One element longer than the room there is (a letter under a tower of accents): whole code points of it, then.
        if (end == 0 && limit > 1)
            end = char.IsHighSurrogate(words[limit - 2]) ? limit - 2 : limit - 1;
        return string.Concat(words.AsSpan(0, end), "…");
    }

    /// <summary>Every run of white space and control characters as one space.</summary>
    internal static string OneLine(string words)
    {
        var line = new StringBuilder(words.Length);
        foreach (var c in words)
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        return line.ToString().TrimEnd(' ');
    }

    /// <summary>How many characters a reader sees.</summary>
    internal static int Seen(string words) => new StringInfo(words).LengthInTextElements;
}
