using System.Collections.Frozen;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Whether words tell of abuse by a customer, so that HR's text on ending a call can be offered. It judges nobody.</summary>
public static class AbuseWords
{
    static readonly AbuseFile File = SelfTalkFiles.Abuse("en");
    static readonly Dictionary<string, string[]> Classes = File.Classes.ToDictionary(pair => pair.Key, pair => pair.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    static readonly FrozenDictionary<string, Cue[]> Insults = ByFirst(File.Insults);
    static readonly FrozenDictionary<string, Cue[]> Plain = ByFirst(File.Not);
    static readonly Tokens Reading = new(new Lexicon(SelfTalkFiles.Cues("en"), Classes.Values.SelectMany(words => words)));

    public static bool AreIn(string words)
    {
        var tokens = Reading.Of(words);
        return Sentences(tokens).Any(sentence => IsSeen(Insults, sentence) && !IsSeen(Plain, sentence));
    }

    static IEnumerable<List<Token>> Sentences(List<Token> tokens)
    {
        for (var start = 0; start < tokens.Count;)
        {
            var stop = tokens.FindIndex(start, token => token.Ends);
            var end = stop < 0 ? tokens.Count : stop;
            yield return tokens.GetRange(start, end - start);
            start = end + 1;
        }
    }

    static bool IsSeen(FrozenDictionary<string, Cue[]> cues, List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
            if (cues.TryGetValue(tokens[at].Word, out var here) && here.Any(cue => cue.IsAt(tokens, at)))
                return true;
        return false;
    }

    static FrozenDictionary<string, Cue[]> ByFirst(string[] texts) =>
        texts.Select(text => Cue.Parse("abuse", text, Classes)).SelectMany(cue => cue.First.Select(word => (word, cue))).GroupBy(pair => pair.word, pair => pair.cue).ToFrozenDictionary(group => group.Key, group => group.ToArray());
}
