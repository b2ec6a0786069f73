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

    internal bool IsAt(List<Token> tokens, int at)
    {
        var skipped = 0;
        if (_pieces[0].Kind is Kind.Start)
        {
            if (at > 0 && !tokens[at - 1].Ends)
                return false;
            skipped = 1;
        }
        return Follows(tokens, at, skipped);
    }

    bool Follows(List<Token> tokens, int at, int next)
    {
        if (next == _pieces.Length)
            return true;
        var piece = _pieces[next];
        return piece.Kind switch
        {
            Kind.Gap => FollowsAfterGap(tokens, at, next + 1),
            Kind.End => (at >= tokens.Count || tokens[at].Ends) && Follows(tokens, at, next + 1),
            Kind.Start => false,
            _ => at < tokens.Count && piece.Words.Contains(tokens[at].Word) && Follows(tokens, at + 1, next + 1) || piece.IsOptional && Follows(tokens, at, next + 1),
        };
    }

    bool FollowsAfterGap(List<Token> tokens, int at, int next)
    {
        for (var end = Math.Min(at + LongestGap, tokens.Count); at <= end; at++)
        {
            if (Follows(tokens, at, next))
                return true;
            if (at < tokens.Count && tokens[at].Ends)
                return false;
        }
        return false;
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
