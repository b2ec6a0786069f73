using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>The cues of one language, as shipped. Another language is another set of files beside these.</summary>
/// <param name="Contractions">Folded spelling, with or without its apostrophe, to the words it stands for.</param>
/// <param name="Unlike">Words that look like a slip for a cue's word and are none.</param>
/// <param name="Classes">Words that a cue may name together, as @class.</param>
/// <param name="Kept">Words that the weights see as they are; what is in no class and not kept is "some word" to them.</param>
/// <param name="Cues">By pattern id, then by strength.</param>
/// <param name="Counters">What speaks for a plain sentence, by kind.</param>
sealed record CueFile(string Language, Dictionary<string, string> Contractions, string[] Unlike, Dictionary<string, string> Classes, string[] Kept, Dictionary<string, Dictionary<string, string[]>> Cues, Dictionary<string, string[]> Counters);

/// <summary>What training found: for each feature its weight for "none" and the eleven patterns, in that order.</summary>
/// <param name="Least">The least share that all patterns together must have before one is named.</param>
/// <param name="Second">The least share of a second pattern among the patterns.</param>
sealed record WeightFile(float Least, float Second, Dictionary<string, float[]> Weights);

/// <summary>How one language puts another thought beside a sentence.</summary>
/// <param name="ClauseEnds">Words at which a clause ends.</param>
/// <param name="Dropped">Words left out of what is used again.</param>
/// <param name="NotBare">What can't follow where a bare verb is needed.</param>
/// <param name="Starts">Words with which a plain statement may begin.</param>
/// <param name="Verbs">Words by which a statement is known to have a verb.</param>
/// <param name="NotFacts">Words that no plain statement of what happened has.</param>
/// <param name="Possessives">Whose mind it is, by subject.</param>
/// <param name="Topics">What a person may be talking of, by the words they use for it.</param>
/// <param name="Rewrites">By pattern id: how the person's own clause goes on.</param>
/// <param name="Facts">By pattern id: what is put behind {fact}, a plain statement among the person's own words.</param>
/// <param name="Frames">By pattern id: whole sentences that need no more than a {topic}, or nothing.</param>
sealed record AlternativeFile(
    string[] ClauseEnds, string[] Dropped, string[] NotBare, string[] Starts, string[] Verbs, string[] NotFacts, Dictionary<string, string> Possessives,
    Dictionary<string, string> Topics, Dictionary<string, RewriteRule[]> Rewrites, Dictionary<string, string> Facts, Dictionary<string, string> SaidBack, Dictionary<string, string[]> Frames, string[] General, string[] AfterAbuse);

/// <param name="At">The cue that it turns on.</param>
/// <param name="Give">The new sentence: {before} and {rest} are the clause around the cue, {trigger} the cue's last word, {subject} what stands before that,
/// {who} a short subject before the cue, {whose} the one whose mind it is; a capital letter asks for one.</param>
/// <param name="Bare">The rest must begin with a verb in its bare form.</param>
/// <param name="Closed">The rest must end at a mark, not in the middle of a run of words.</param>
/// <param name="Needs">What stands before must have one of these words.</param>
/// <param name="MayEnd">The sentence may end with the cue.</param>
sealed record RewriteRule(string At, string Give, bool Bare = false, bool Closed = false, string? Needs = null, bool MayEnd = false);

/// <param name="Insults">What speaks of abuse by a customer, as cues.</param>
/// <param name="Not">What looks like it and is none.</param>
/// <param name="Classes">Words that a cue may name together.</param>
sealed record AbuseFile(Dictionary<string, string> Classes, string[] Insults, string[] Not);

static partial class SelfTalkFiles
{
    internal static CueFile Cues(string language) => Read($"cues.{language}", SelfTalkJson.Default.CueFile);

    internal static WeightFile Weights(string language) => Read($"weights.{language}", SelfTalkJson.Default.WeightFile);

    internal static AlternativeFile Alternatives(string language) => Read($"alternatives.{language}", SelfTalkJson.Default.AlternativeFile);

    internal static AbuseFile Abuse(string language) => Read($"abuse.{language}", SelfTalkJson.Default.AbuseFile);

    internal static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = Open($"{name}.json");
        return JsonSerializer.Deserialize(stream, type)!;
    }

    static Stream Open(string file) => typeof(SelfTalkFiles).Assembly.GetManifestResourceStream($"SelfTalk/{file}") ?? throw new InvalidOperationException($"The words {file} are not shipped.");

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(CueFile))]
    [JsonSerializable(typeof(WeightFile))]
    [JsonSerializable(typeof(AlternativeFile))]
    [JsonSerializable(typeof(AbuseFile))]
    internal sealed partial class SelfTalkJson : JsonSerializerContext;
}
