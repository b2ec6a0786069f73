using System.Buffers;
using System.Text;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>A clause in the person's own spelling, around a cue that was found in it.</summary>
/// <param name="Cue">The first token of the cue.</param>
/// <param name="End">The token behind the cue.</param>
sealed class Clause(string text, List<Token> tokens, int Cue, int End, AlternativeFile file, Func<string, bool> isKnown)
{
    const int Longest = 110;
    const int LongestSubject = 3;

    static readonly SearchValues<char> Marks = SearchValues.Create(",:–—()\"“”");

    internal string Before => Lowered(From, Cue, Words(From, Cue, file.Dropped));

    internal string Subject => Short(End - 1);

    internal string Who => Short(Cue);

    /// <summary>"his" for "he": whose mind can't be read. Empty where that would be guessing.</summary>
    internal string Whose
    {
        get
        {
            var subject = Short(Cue + 1);
            var words = subject.Split(' ');
            if (file.Possessives.TryGetValue(subject.ToLowerInvariant(), out var whose))
                return whose;
            return words is ["my" or "My" or "the" or "The", var one] && !one.EndsWith('s') ? $"{subject}'s" : "";
        }
    }

    /// <summary>What follows ends at a mark.</summary>
    internal bool IsClosed => To < tokens.Count && (tokens[To].Ends || Parts(To - 1)) || To == tokens.Count;

    internal bool Has(IReadOnlySet<string> words) => Enumerable.Range(From, Cue - From).Any(at => words.Contains(tokens[at].Word));

    // A subject that is used again is a pronoun or a noun with its article, not half a sentence.
    string Short(int end)
    {
        var words = Words(From, end, file.Dropped);
        return From < end && file.Starts.Contains(tokens[From].Word) && words.Count(letter => letter == ' ') < LongestSubject ? Lowered(From, end, words) : "";
    }

    internal string Trigger => Words(End - 1, End);

    internal string Rest => Words(End, To);

    internal bool RestIsBare => End < To && !file.NotBare.Contains(tokens[End].Word) && !tokens[End].Word.EndsWith("ed", StringComparison.Ordinal) && !tokens[End].Word.EndsWith("ing", StringComparison.Ordinal);

    int From
    {
        get
        {
            // The comma before a "but" belongs to it.
            var from = Cue > 0 && !tokens[Cue - 1].Ends && file.ClauseEnds.Contains(tokens[Cue].Word) ? Cue - 1 : Cue;
            while (from > 0 && !Parts(from - 1) && !file.ClauseEnds.Contains(tokens[from - 1].Word))
                from--;
            return from;
        }
    }

    int To
    {
        get
        {
            var to = End;
            while (to < tokens.Count && !tokens[to].Ends && !Parts(to - 1) && !(to > End && file.ClauseEnds.Contains(tokens[to].Word)))
                to++;
            return to;
        }
    }

    // A comma, a dash or a sentence's end stands behind this token.
    bool Parts(int at) => tokens[at].Ends || at + 1 < tokens.Count && text.AsSpan(tokens[at].Start, tokens[at + 1].Start - tokens[at].Start).IndexOfAny(Marks) >= 0;

    string Words(int from, int to, string[]? without = null)
    {
        var words = new StringBuilder();
        for (var at = from; at < to; at++)
            if (without?.Contains(tokens[at].Word) is not true && Piece(at, from, to) is { Length: > 0 } piece)
                words.Append(words.Length > 0 ? " " : "").Append(piece);
        return words.Length <= Longest ? words.ToString() : "";
    }

    // "I'm" is two words in one; where only one of them is wanted it is written out.
    string Piece(int at, int from, int to)
    {
        var token = tokens[at];
        if (at > from && tokens[at - 1].Start == token.Start)
            return "";
        var split = at > 0 && tokens[at - 1].Start == token.Start || SharesAfter(at, to);
        return split ? token.Word is "i" ? "I" : token.Word : text.Substring(token.Start, token.Length) is "i" ? "I" : text.Substring(token.Start, token.Length);
    }

    bool SharesAfter(int at, int to)
    {
        var last = at;
        while (last + 1 < tokens.Count && tokens[last + 1].Start == tokens[at].Start)
            last++;
        return last >= to;
    }

    // Names keep their capital, and so does "I".
    string Lowered(int from, int to, string words) =>
        from < to && words.Length > 1 && char.IsUpper(words[0]) && !char.IsUpper(words[1]) && words[1] is not (' ' or '\'' or '’') && isKnown(tokens[from].Word) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
}
