using System.Buffers;
using System.Text.RegularExpressions;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Finds what plainly happened among the words of a thought: "He didn't read my email" in "He didn't read my email. Nobody reads what I write."</summary>
sealed partial class Facts(AlternativeFile file)
{
    const int Fewest = 3, Most = 18;

    static readonly SearchValues<char> Ends = SearchValues.Create(".!?;:,–—\n\"“”…()");

    readonly HashSet<string> _starts = [.. file.Starts], _verbs = [.. file.Verbs], _not = [.. file.NotFacts];

    /// <param name="first">Only what stands first is looked at: what is played down stands before the "but".</param>
    /// <returns>In the person's own spelling, with a capital letter and without a mark at the end; null where nothing is plain enough.</returns>
    internal string? Of(string text, bool first, Func<string, List<Token>> tokens) => Pieces(text).Take(first ? 1 : int.MaxValue).FirstOrDefault(piece => IsFact(piece, tokens(piece))) is { } fact
        ? LoneI().Replace(char.ToUpperInvariant(fact[0]) + fact[1..], "I")
        : null;

    [GeneratedRegex(@"\bi\b", RegexOptions.CultureInvariant)]
    private static partial Regex LoneI();

    // A whole stretch between marks, never a part of one: half a clause is no sentence.
    static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Ends);
            var end = length < 0 ? text.Length : start + length;
            // A question or something quoted is not what happened.
            if (end == text.Length || text[end] is '.' or '!' or ';' or ',' or '–' or '—' or '\n' or ':')
                yield return text[start..end].Trim().Trim('-').Trim();
            start = end + 1;
        }
    }

    bool IsFact(string piece, List<Token> tokens) =>
        tokens.Count is >= Fewest and <= Most && _starts.Contains(tokens[0].Word)
        && Enumerable.Range(1, tokens.Count - 1).Any(at => IsVerb(tokens[at].Word, tokens[at - 1].Word))
        && !tokens.Any(token => _not.Contains(token.Word)) && !IsPart(tokens)
        && SelfTalkReader.English.Read(piece + ".").Count == 0;

    // "dropped", but not "the renovated lobby".
    bool IsVerb(string word, string before) =>
        _verbs.Contains(word) || word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && before is not ("the" or "a" or "an" or "my" or "his" or "her" or "their" or "our");

    // "the one who hung up" and "the two seconds where I said um" have a verb and are no statement; "it is so" leans on what went before.
    static bool IsPart(List<Token> tokens) =>
        tokens[^1].Word.EndsWith("ly", StringComparison.Ordinal) || tokens[^1].Word is "and" or "but" or "so" or "is" or "are" or "am" or "the" or "a" or "of" or "to" or "that" or "it" or "was"
        || tokens[0].Word is "it" or "that" or "this" && tokens.Count < 5
        || tokens.FindIndex(token => token.Word is "who" or "which" or "where" or "that" or "whose") is > 0 and < 4;
}
