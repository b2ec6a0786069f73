using System.Buffers;
using System.Text.RegularExpressions;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>
/// The thought in the person's own spelling with a step back behind it: "“Nobody reads what I write” sounds like every time. I can look at
/// this one time." Needs no grammar, so it is there where no rule knows how to go on with the words.
/// </summary>
sealed partial class SaidBack(AlternativeFile file)
{
    const int Fewest = 2, MostLetters = 110;

    static readonly SearchValues<char> Ends = SearchValues.Create(".!?;\n…"), Quotes = SearchValues.Create("\"“”„«»()[]{}");

    /// <returns>Null where no sentence among the words is short enough to be said again.</returns>
    internal string? Of(string words, Pattern? pattern) =>
        Said(words) is { } said ? file.SaidBack[pattern?.Id() ?? PatternIds.None].Replace("{said}", said, StringComparison.Ordinal) : null;

    // The sentence in which the pattern shows; else the first.
    static string? Said(string words)
    {
        var said = Pieces(words).Where(piece => piece.Length <= MostLetters && piece.Count(letter => letter == ' ') + 1 >= Fewest && piece.AsSpan().IndexOfAny(Quotes) < 0).ToList();
        return said.Count == 0 ? null : LoneI().Replace(said.Find(piece => SelfTalkReader.English.Read(piece).Count > 0) ?? said[0], "I");
    }

    [GeneratedRegex(@"\bi\b", RegexOptions.CultureInvariant)]
    private static partial Regex LoneI();

    static IEnumerable<string> Pieces(string words)
    {
        for (var start = 0; start < words.Length;)
        {
            var length = words.AsSpan(start).IndexOfAny(Ends);
            var end = length < 0 ? words.Length : start + length;
            var piece = string.Join(' ', words[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(',', '-', '–', '—', ':', ' ');
            if (piece.Any(char.IsLetter))
                yield return char.ToUpperInvariant(piece[0]) + piece[1..];
            start = end + 1;
        }
    }
}
