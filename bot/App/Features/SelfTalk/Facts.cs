using System.Buffers;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Finds what plainly happened among the words of a thought: "He didn't read my email" in "He didn't read my email. Nobody reads what I write."</summary>
sealed class Facts(AlternativeFile file)
{
    const int Fewest = 3, Most = 18;

    static readonly SearchValues<char> Ends = SearchValues.Create(".!?;:,–—\n\"“”…()");

    readonly HashSet<string> _starts = [.. file.Starts], _verbs = [.. file.Verbs], _not = [.. file.NotFacts];

    /// <returns>In the person's own spelling, with a capital letter and without a mark at the end; null where nothing is plain enough.</returns>
    internal string? Of(string text, Func<string, List<Token>> tokens) => Pieces(text).FirstOrDefault(piece => IsFact(piece, tokens(piece))) is { } fact
        ? char.ToUpperInvariant(fact[0]) + fact[1..]
        : null;

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
        && tokens.Skip(1).Any(token => _verbs.Contains(token.Word) || token.Word.Length > 4 && token.Word.EndsWith("ed", StringComparison.Ordinal))
        && !tokens.Any(token => _not.Contains(token.Word)) && !IsPart(tokens)
        && SelfTalkReader.English.Read(piece + ".").Count == 0;

    // "the one who hung up" and "the two seconds where I said um" have a verb and are no statement; "it is so" leans on what went before.
    static bool IsPart(List<Token> tokens) =>
        tokens[^1].Word.EndsWith("ly", StringComparison.Ordinal) || tokens[^1].Word is "and" or "but" or "so" or "is" or "are" or "am" or "the" or "a" or "of" or "to" or "that" or "it" or "was"
        || tokens[0].Word is "it" or "that" or "this" && tokens.Count < 5
        || tokens.FindIndex(token => token.Word is "who" or "which" or "where" or "that" or "whose") is > 0 and < 4;
}
