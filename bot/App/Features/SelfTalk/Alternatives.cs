using System.Text;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>Other sentences to put beside a thought: calm and true rather than cheerful, and as far as grammar lets them in the person's own words.</summary>
public static class Alternatives
{
    /// <summary>No sentence is longer.</summary>
    public const int Longest = 300;

    const int Most = 3;
    const float AlikeEnough = 0.3f;

    static readonly AlternativeFile File = SelfTalkFiles.Alternatives("en");
    static readonly Rewrites Rewriting = new(File, SelfTalkFiles.Cues("en"));
    static readonly Dictionary<string, string> Topics = File.Topics.SelectMany(topic => topic.Value.Split(' ').Select(word => (word, topic.Key))).ToDictionary();

    /// <summary>Two or three sentences; for the same words always the same ones.</summary>
    /// <param name="pattern">The pattern that the person found fitting; null: none.</param>
    /// <param name="helpedBefore">Sentences that this person took earlier and that helped, the latest first.</param>
    public static IReadOnlyList<string> For(string words, Pattern? pattern, IReadOnlyList<string> helpedBefore)
    {
        var tokens = Rewriting.Tokens(words);
        var helped = helpedBefore.Where(one => one.Length is > 0 and <= Longest && Likeness.Of(words, one) >= AlikeEnough).OrderByDescending(one => Likeness.Of(words, one)).Take(1);
        var own = pattern is { } named ? Rewriting.Of(words, tokens, named.Id()).Select(Topical(tokens)).Where(IsPlain) : [];
        var frames = Frames(words, pattern).Select(Topical(tokens)).Where(IsPlain);
        return [.. helped.Concat(own.Take(2)).Concat(frames).Distinct().Take(Most)];
    }

    /// <summary>The frames from which it chooses, for the tests.</summary>
    internal static IEnumerable<string> FramesOf(Pattern pattern) => File.Frames[pattern.Id()];

    static IEnumerable<string> Frames(string words, Pattern? pattern)
    {
        var frames = pattern is { } named ? File.Frames[named.Id()] : File.General;
        var first = (int)(Fingerprint(words) % (uint)frames.Length);
        return frames[first..].Concat(frames[..first]).Concat(File.General);
    }

    static Func<string, string> Topical(List<Token> tokens)
    {
        var topic = tokens.Select(token => Topics.GetValueOrDefault(token.Word)).FirstOrDefault(word => word is not null) ?? File.Topic;
        return frame => frame.Replace("{topic}", topic, StringComparison.Ordinal);
    }

    // What the reader itself would stop at is no better thought.
    static bool IsPlain(string sentence) => sentence.Length <= Longest && SelfTalkReader.English.Read(sentence).Count == 0;

    // The same on every machine and in every version, unlike a string's own hash.
    static uint Fingerprint(string words) => Encoding.UTF8.GetBytes(words.Trim().ToLowerInvariant()).Aggregate(2166136261, (hash, one) => (hash ^ one) * 16777619);
}
