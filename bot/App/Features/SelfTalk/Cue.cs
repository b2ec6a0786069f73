namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>
/// A run of words that speaks for a pattern, or against all. Written as words with spaces between: <c>a|b</c> one of
/// these, <c>@class</c> one of a class, <c>?x</c> perhaps, <c>...</c> up to six words of any kind, <c>^</c> and <c>$</c> where a
/// sentence begins and ends. A cue never reaches over a sentence's end.
/// </summary>
sealed class Cue
{
    const int LongestGap = 6;

    readonly Piece[] _pieces;

    Cue(string feature, Piece[] pieces) => (Feature, _pieces) = (feature, pieces);

    /// <summary>What it is counted as.</summary>
    internal string Feature { get; }

    /// <summary>The words by which it can begin.</summary>
    internal IEnumerable<string> First => _pieces.First(piece => piece.Kind is Kind.Word).Words;

    internal IEnumerable<string> Words => _pieces.SelectMany(piece => piece.Words);

    internal static Cue Parse(string feature, string text, IReadOnlyDictionary<string, string[]> classes) =>
        new(feature, [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(piece => Piece.Parse(piece, classes))]);

    internal bool IsAt(List<Token> tokens, int at) => EndFrom(tokens, at) >= 0;

    /// <returns>Behind which token it ends when it begins at this one; -1: it does not.</returns>
    internal int EndFrom(List<Token> tokens, int at)
    {
        var isStart = _pieces[0].Kind is Kind.Start;
        return isStart && at > 0 && !tokens[at - 1].Ends ? -1 : Follow(tokens, at, isStart ? 1 : 0);
    }

    int Follow(List<Token> tokens, int at, int next)
    {
        if (next == _pieces.Length)
            return at;
        var piece = _pieces[next];
        if (piece.Kind is Kind.Gap)
            return FollowAfterGap(tokens, at, next + 1);
        if (piece.Kind is Kind.End)
            return at >= tokens.Count || tokens[at].Ends ? Follow(tokens, at, next + 1) : -1;
        if (at < tokens.Count && piece.Words.Contains(tokens[at].Word) && Follow(tokens, at + 1, next + 1) is >= 0 and var end)
            return end;
        return piece.IsOptional ? Follow(tokens, at, next + 1) : -1;
    }

    int FollowAfterGap(List<Token> tokens, int at, int next)
    {
        for (var last = Math.Min(at + LongestGap, tokens.Count); at <= last; at++)
        {
            if (Follow(tokens, at, next) is >= 0 and var end)
                return end;
            if (at < tokens.Count && tokens[at].Ends)
                break;
        }
        return -1;
    }

    enum Kind { Word, Gap, Start, End }

    sealed record Piece(Kind Kind, HashSet<string> Words, bool IsOptional)
    {
        internal static Piece Parse(string text, IReadOnlyDictionary<string, string[]> classes) => text switch
        {
            "..." => new(Kind.Gap, [], false),
            "^" => new(Kind.Start, [], false),
            "$" => new(Kind.End, [], false),
            ['?', _, ..] => new(Kind.Word, Alternatives(text[1..], classes), true),
            _ => new(Kind.Word, Alternatives(text, classes), false),
        };

        static HashSet<string> Alternatives(string text, IReadOnlyDictionary<string, string[]> classes)
        {
            var words = new HashSet<string>();
            foreach (var one in text.Split('|'))
                words.UnionWith(one.StartsWith('@') ? classes[one[1..]] : [one]);
            return words;
        }
    }
}
