using System.Collections.Frozen;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Tells what speaks for and against the patterns in a text, as named features.</summary>
sealed class Cues
{
    readonly Tokens _tokens;
    readonly FrozenDictionary<string, Cue[]> _byFirst;
    readonly FrozenDictionary<string, string[]> _tags;
    readonly FrozenSet<string> _kept;
    readonly WordUsage _usage;

    internal Cues(CueFile file, WordUsage usage)
    {
        (_usage, _kept) = (usage, [.. file.Kept]);
        var classes = file.Classes.ToDictionary(pair => pair.Key, pair => pair.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Cue[] cues =
        [
            .. file.Cues.SelectMany(pattern => pattern.Value.SelectMany(strength => strength.Value.Select(text => Cue.Parse($"{pattern.Key}/{strength.Key}", text, classes)))),
            .. file.Counters.SelectMany(kind => kind.Value.Select(text => Cue.Parse($"none/{kind.Key}", text, classes))),
        ];
        _byFirst = cues.SelectMany(cue => cue.First.Select(word => (word, cue))).GroupBy(pair => pair.word, pair => pair.cue).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _tags = Tags(file, classes);
        _tokens = new(new Lexicon(file, cues.SelectMany(cue => cue.Words)));
    }

    internal List<Token> Tokens(string text) => _tokens.Of(text);

    /// <summary>How often each feature is seen.</summary>
    internal Dictionary<string, float> Features(List<Token> tokens)
    {
        var features = new Dictionary<string, float>();
        AddCues(tokens, features);
        AddWords(tokens, features);
        AddKinds(tokens, features);
        _usage.AddMeans(tokens.Select(token => token.Word), features);
        return features;
    }

    void AddCues(List<Token> tokens, Dictionary<string, float> features)
    {
        var seen = new HashSet<Cue>();
        for (var at = 0; at < tokens.Count; at++)
            if (_byFirst.TryGetValue(tokens[at].Word, out var cues))
                foreach (var cue in cues)
                    if (!seen.Contains(cue) && cue.IsAt(tokens, at))
                    {
                        seen.Add(cue);
                        features[cue.Feature] = Math.Min(3, features.GetValueOrDefault(cue.Feature) + 1);
                    }
    }

    // Words as they are, and as classes, alone and in pairs. In pairs content words ("refund", "Berlin") are all alike, so that no topic speaks for a pattern.
    void AddWords(List<Token> tokens, Dictionary<string, float> features)
    {
        string[] before = ["^"];
        foreach (var token in tokens)
        {
            features["s " + token.Word] = 1;
            var tags = _tags.TryGetValue(token.Word, out var known) ? known : [char.IsDigit(token.Word[0]) ? "#" : "_"];
            foreach (var tag in tags)
            {
                features["w " + tag] = 1;
                foreach (var last in before)
                    features[$"w {last} {tag}"] = 1;
            }
            before = token.Ends ? ["^"] : tags;
        }
    }

    // The kinds of words that are used alike: "muppet" and "clown" are one, though only one of them was ever an example.
    void AddKinds(List<Token> tokens, Dictionary<string, float> features)
    {
        var before = "^";
        foreach (var token in tokens)
        {
            var kind = token.Ends || _kept.Contains(token.Word) ? token.Word : _usage.Kind(token.Word) ?? (char.IsDigit(token.Word[0]) ? "#" : "_");
            if (kind[0] == WordUsage.Mark)
                features["c " + kind] = 1;
            features[$"cc {before} {kind}"] = 1;
            before = token.Ends ? "^" : kind;
        }
    }

    static FrozenDictionary<string, string[]> Tags(CueFile file, Dictionary<string, string[]> classes)
    {
        var tags = file.Kept.Append(Token.Stop).ToDictionary(word => word, word => new List<string> { word });
        foreach (var (name, words) in classes)
            foreach (var word in words)
                if (tags.TryGetValue(word, out var known))
                    known.Add("@" + name);
                else
                    tags[word] = ["@" + name];
        // Two are enough to tell a word by; more would make the pairs many.
        return tags.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Take(2).ToArray());
    }
}
