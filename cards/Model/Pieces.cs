using System.Collections.Concurrent;
using System.Text;

namespace ServiceCulture.Cards;

/// <summary>A composite format cut into literals and hole numbers. Formats are the program's own and few, so they are kept.</summary>
static class Pieces
{
    internal readonly record struct Piece(string? Words, int Hole);

    static readonly ConcurrentDictionary<string, Piece[]> Known = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A translation names a hole that the original does not have, or leaves a brace open.</exception>
    internal static Piece[] Of(string format, int holes)
    {
        var pieces = Known.GetOrAdd(format, Cut);
        return Array.TrueForAll(pieces, piece => piece.Words is not null || piece.Hole < holes)
            ? pieces
            : throw new FormatException($"A hole beyond the {holes} there are, in: {format}");
    }

    static Piece[] Cut(string format)
    {
        var (pieces, words) = (new List<Piece>(), new StringBuilder());
        for (var at = 0; at < format.Length; at++)
            if (format[at] is '{' or '}' && at + 1 < format.Length && format[at + 1] == format[at])
                words.Append(format[at++]);
            else if (format[at] is '{')
                at = CutHole(format, at, pieces, words);
            else if (format[at] is '}')
                throw new FormatException($"A brace that closes nothing, in: {format}");
            else
                words.Append(format[at]);
        Flush(pieces, words);
        return [.. pieces];
    }

    static int CutHole(string format, int open, List<Piece> pieces, StringBuilder words)
    {
        var close = format.IndexOf('}', open);
        if (close < 0 || !int.TryParse(format.AsSpan(open + 1, close - open - 1), out var hole) || hole < 0)
            throw new FormatException($"A hole without a number, in: {format}");
        Flush(pieces, words);
        pieces.Add(new Piece(null, hole));
        return close;
    }

    static void Flush(List<Piece> pieces, StringBuilder words)
    {
        if (words.Length > 0)
            pieces.Add(new Piece(words.ToString(), -1));
        words.Clear();
    }
}
