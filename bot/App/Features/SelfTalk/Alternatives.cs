using System.Text;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>What helped a person earlier: the thought, the pattern they found fitting (null: none), and the sentence they took.</summary>
public sealed record EarlierSwap(string Words, Pattern? Pattern, string Swap);

/// <summary>Other sentences to put beside a thought: calm and true rather than cheerful, and as far as grammar lets them in the person's own words.</summary>
public static class Alternatives
{
    /// <summary>No sentence is longer.</summary>
    public const int Longest = 300;

    const int Most = 3, MostOwn = 2;
    const float AlikeEnough = 0.3f, TooAlike = 0.45f;

    static readonly AlternativeFile File = SelfTalkFiles.Alternatives("en");
    static readonly Rewrites Rewriting = new(File, SelfTalkFiles.Cues("en"));
    static readonly Facts Facts = new(File);
    static readonly SaidBack SaidBack = new(File);
    static readonly Dictionary<string, string> Topics = File.Topics.SelectMany(topic => topic.Value.Split(' ').Select(word => (word, topic.Key))).ToDictionary();

    /// <summary>Two or three sentences that differ; for the same words always the same ones. What helped before comes first, where it fits.</summary>
    /// <param name="pattern">The pattern that the person found fitting; null: none.</param>
    /// <param name="helpedBefore">The latest first.</param>
    public static IReadOnlyList<string> For(string words, Pattern? pattern, IReadOnlyList<EarlierSwap> helpedBefore)
    {
        var tokens = Rewriting.Tokens(words);
        var topic = Topic(tokens);
        // What somebody did to them is nothing that they tell themselves, and nothing to be put more gently.
        var isAbuse = AbuseWords.AreIn(words);
        var given = new List<string>();
        Add(given, Helped(words, pattern, topic, helpedBefore), MostOwn);
        Add(given, Own(words, tokens, pattern), Math.Max(MostOwn, given.Count));
        if (given.Count == 0 && !isAbuse && SaidBack.Of(words, pattern) is { } said)
            given.Add(said);
        Add(given, Frames(words, tokens, pattern, topic, isAbuse ? File.AfterAbuse : File.General).Where(IsPlain), Most);
        return given;
    }

    /// <summary>The sentences as they are shipped, by pattern; null: whatever the pattern. Where they name what a person speaks of, "…" stands.</summary>
    public static IReadOnlyList<(string? Pattern, IReadOnlyList<string> Sentences)> Shipped =>
    [
        .. File.Facts.Keys.Select(id => ((string?)id, Of([.. File.Frames[id], .. File.Frames.GetValueOrDefault($"{id} others", []), File.Facts[id]]))),
        (null, Of([.. File.General, .. File.AfterAbuse])),
    ];

    static IReadOnlyList<string> Of(IEnumerable<string> frames) => [.. frames.Select(frame => frame.Replace("{topic}", "…", StringComparison.Ordinal).Replace("{fact}", "…", StringComparison.Ordinal))];

    /// <summary>Every sentence that stands in the word list, with its topic filled in: what the reader must take for plain.</summary>
    internal static IEnumerable<string> Written => File.Frames.Values.SelectMany(frames => frames).Concat(File.General).Concat(File.AfterAbuse).Concat(File.Facts.Values).SelectMany(frame => Samples.Select(sample =>
        frame.Replace("{topic}", sample.Topic, StringComparison.Ordinal).Replace("{fact}", sample.Fact, StringComparison.Ordinal))).Distinct();

    static readonly (string Topic, string Fact)[] Samples = [("call", "The call went badly"), ("meeting", "She hung up on me"), ("shift", "I forgot the callback"), ("email", "He didn't answer my mail"), ("handover", "I lost my place in the script"), ("presentation", "They clapped")];

    // One that says much the same as one before it would be no choice.
    static void Add(List<string> given, IEnumerable<string> more, int most)
    {
        foreach (var one in more)
            if (given.Count >= most)
                break;
            else if (given.All(other => Likeness.Of(one, other) < TooAlike && Turn(one) != Turn(other)))
                given.Add(one);
    }

    // How its last sentence begins: "The feeling is".
    static string Turn(string sentence) => string.Join(' ', sentence.TrimEnd('.').Split(". ")[^1].Split(' ').Take(3));

    // The same thought come back, or another of its pattern about the same thing.
    static IEnumerable<string> Helped(string words, Pattern? pattern, string? topic, IReadOnlyList<EarlierSwap> earlier) =>
        earlier.Where(one => one.Swap.Length is > 0 and <= Longest)
            .Select(one => (one.Swap, Like: Math.Max(Likeness.Of(words, one.Words), Likeness.Of(words, one.Swap)), IsKin: pattern is not null && one.Pattern == pattern && topic is not null && Topic(Rewriting.Tokens(one.Words)) == topic))
            .Where(one => one.IsKin || one.Like >= AlikeEnough)
            .OrderByDescending(one => one.Like).Select(one => one.Swap).Distinct();

    static IEnumerable<string> Own(string words, List<Token> tokens, Pattern? pattern)
    {
        if (pattern is not { } named)
            return [];
        var fact = Facts.Of(words, named is Pattern.DiscountingThePositive or Pattern.MentalFilter, Rewriting.Tokens);
        return Rewriting.Of(words, tokens, named.Id()).Concat(fact is null ? [] : [File.Facts[named.Id()].Replace("{fact}", fact, StringComparison.Ordinal)]);
    }

    // A name or a rule that is for somebody else needs another answer than one's own; "a supervisor must" is a rule of one's own.
    static string[] FramesFor(Pattern pattern, List<Token> tokens) =>
        !tokens.Any(token => token.Word is "i" or "my" or "myself" or "you" or "we" || token.Word is "me" && pattern is Pattern.Labelling) && tokens is not [{ Word: "a" or "an" or "one" }, ..]
        && File.Frames.TryGetValue($"{pattern.Id()} others", out var others) ? others : File.Frames[pattern.Id()];

    static IEnumerable<string> Frames(string words, List<Token> tokens, Pattern? pattern, string? topic, string[] general)
    {
        var frames = pattern is { } named ? FramesFor(named, tokens) : general;
        var first = (int)(Fingerprint(words) % (uint)frames.Length);
        return frames[first..].Concat(frames[..first]).Concat(general)
            .Where(frame => topic is not null || !frame.Contains("{topic}", StringComparison.Ordinal)).Select(frame => frame.Replace("{topic}", topic, StringComparison.Ordinal));
    }

    static string? Topic(List<Token> tokens) => tokens.Where((token, at) => !IsVerb(tokens, at)).Select(token => Topics.GetValueOrDefault(token.Word)).FirstOrDefault(word => word is not null);

    // "She calls about a car" is about no call.
    static bool IsVerb(List<Token> tokens, int at) =>
        at + 1 < tokens.Count && (tokens[at].Word is "call" or "calls" or "mail") && (tokens[at + 1].Word is "me" or "him" or "her" or "us" or "them" or "it" or "about" or "back");

    // What the reader itself would stop at is no better thought.
    static bool IsPlain(string sentence) => sentence.Length <= Longest && SelfTalkReader.English.Read(sentence).Count == 0;

    // The same on every machine and in every version, unlike a string's own hash.
    static uint Fingerprint(string words) => Encoding.UTF8.GetBytes(words.Trim().ToLowerInvariant()).Aggregate(2166136261, (hash, one) => (hash ^ one) * 16777619);
}
