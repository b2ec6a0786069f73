using System.Text;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Goes on with the person's own clause where a rule knows how that stays grammatical.</summary>
sealed class Rewrites
{
    readonly AlternativeFile _file;
    readonly Tokens _tokens;
    readonly HashSet<string> _known;
    readonly Dictionary<string, (Cue Cue, RewriteRule Rule)[]> _rules;

    internal Rewrites(AlternativeFile file, CueFile cues)
    {
        var classes = cues.Classes.ToDictionary(pair => pair.Key, pair => pair.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        _file = file;
        _known = [.. cues.Kept, .. classes.SelectMany(pair => pair.Value)];
        _rules = file.Rewrites.ToDictionary(pair => pair.Key, pair => pair.Value.Select(rule => (Cue.Parse(pair.Key, rule.At, classes), rule)).ToArray());
        _tokens = new(new Lexicon(cues, _known));
    }

    internal List<Token> Tokens(string text) => _tokens.Of(text);

    internal IEnumerable<string> Of(string text, List<Token> tokens, string pattern)
    {
        foreach (var (cue, rule) in _rules[pattern])
            for (var at = 0; at < tokens.Count; at++)
                if (cue.EndFrom(tokens, at) is > 0 and var end)
                {
                    if (Given(rule, new Clause(text, tokens, at, end, _file, _known.Contains)) is { } sentence)
                        yield return sentence;
                    break;
                }
    }

    // "She. I had a hand in that." is no sentence: a clause that stands alone has a verb, and so some length.
    static int Shortest(string hole) => hole is "before" ? 8 : 1;

    static string? Given(RewriteRule rule, Clause clause)
    {
        if (rule.Bare && !clause.RestIsBare || rule.Closed && !clause.IsClosed || rule.Needs is { } needs && !clause.Has(needs.Split(' ').ToHashSet()) || Sweeps(rule, clause.Rest))
            return null;
        var sentence = new StringBuilder(rule.Give);
        foreach (var (hole, words) in new[] { ("before", clause.Before), ("rest", clause.Rest), ("subject", clause.Subject), ("trigger", clause.Trigger), ("who", clause.Who), ("whose", clause.Whose) })
        {
            var capital = char.ToUpperInvariant(hole[0]) + hole[1..];
            var isUsed = rule.Give.Contains($"{{{hole}}}", StringComparison.Ordinal) || rule.Give.Contains($"{{{capital}}}", StringComparison.Ordinal);
            if (isUsed && words.Length < Shortest(hole) && !(rule.MayEnd && hole is "rest"))
                return null;
            sentence.Replace($"{{{hole}}}", words);
            if (words.Length > 0)
                sentence.Replace($"{{{capital}}}", char.ToUpperInvariant(words[0]) + words[1..]);
        }
        return sentence.Replace(" .", ".").Replace(" ,", ",").ToString();
    }

    // "I couldn't do anything right this time" and "I don't ever help each time" are no better, or no English.
    static bool Sweeps(RewriteRule rule, string rest) =>
        rule.Give.Contains("{rest}", StringComparison.OrdinalIgnoreCase) && rest.Split(' ', ',').Any(word => word.ToLowerInvariant() is "anything" or "anyone" or "anybody" or "any" or "ever" or "everything" or "everyone" or "nothing" or "nobody" or "never" or "always" or "again" or "single" or "once" or "every" or "either" or "want" or "supposed") || rest.StartsWith("like ", StringComparison.OrdinalIgnoreCase) && rule.Bare;
}
