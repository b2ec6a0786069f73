using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Names the patterns that a sentence's words suggest. A word list with weights: it can be wrong, and says nothing about the person.</summary>
public sealed class SelfTalkReader
{
    /// <summary>The shipped language.</summary>
    public static SelfTalkReader English { get; } = new(SelfTalkFiles.Cues("en"), SelfTalkFiles.Weights("en"), WordUsage.English);

    // A longer text is read in stretches, so that what is said in one sentence isn't lost among twenty plain ones.
    const int LongestWhole = 60, Stretch = 14;

    // What ends in a question mostly asks somebody else for something: only what is plain to see is named there.
    const float SureInQuestion = 0.88f;

    readonly Cues _cues;
    readonly Weights _weights;
    readonly WeightFile _file;

    internal SelfTalkReader(CueFile cues, WeightFile weights, WordUsage usage) => (_cues, _weights, _file) = (new(cues, usage), new(weights), weights);

    /// <summary>At most two patterns, the surer first; none where the words suggest none.</summary>
    public IReadOnlyList<Pattern> Read(string words)
    {
        if (IsPlainQuestion(words))
            return [];
        var tokens = _cues.Tokens(words);
        var surest = Stretches(tokens).Select(stretch => _weights.Shares(_cues.Features(stretch))).MinBy(shares => shares[0]);
        return surest is null ? [] : Named(surest, tokens[^1].Word is Token.Question ? _file with { Least = Math.Max(_file.Least, SureInQuestion) } : _file);
    }

    // One question and nothing else asks for an answer; what is asked of oneself ("why am I so slow?") stays a sentence to look at.
    static bool IsPlainQuestion(string words)
    {
        var line = words.AsSpan().Trim();
        return line.EndsWith("?") && line[..^1].IndexOfAny('.', '!', '?') < 0
            && !OfOneself.Any(start => words.AsSpan().TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    static readonly string[] OfOneself = ["why am i so", "why am i such", "why do i always", "why can't i ever", "why cant i ever", "what if", "what's wrong with me", "whats wrong with me", "what is wrong with me"];

    internal static IEnumerable<List<Token>> Stretches(List<Token> tokens)
    {
        if (tokens.Count <= LongestWhole)
            return tokens.Count == 0 ? [] : [tokens];
        return Cut(tokens);
    }

    static IEnumerable<List<Token>> Cut(List<Token> tokens)
    {
        for (var start = 0; start < tokens.Count;)
        {
            var end = Math.Min(start + Stretch, tokens.Count);
            if (end < tokens.Count && tokens.FindLastIndex(end - 1, end - start, token => token.Ends) is > 0 and var stop && stop > start)
                end = stop + 1;
            yield return tokens.GetRange(start, end - start);
            start = end;
        }
    }

    internal static Pattern[] Named(float[] shares, WeightFile limits)
    {
        var patterns = 1 - shares[0];
        if (patterns < limits.Least)
            return [];
        var order = Enumerable.Range(1, shares.Length - 1).OrderByDescending(at => shares[at]).Take(2).ToArray();
        return shares[order[1]] / patterns >= limits.Second ? [(Pattern)(order[0] - 1), (Pattern)(order[1] - 1)] : [(Pattern)(order[0] - 1)];
    }
}
