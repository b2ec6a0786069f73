using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>The phrases of one language, ready to be looked for.</summary>
sealed partial class PhraseList
{
    readonly PhraseIndex _harmless, _explicit, _veiled, _seeking, _other, _half;

    PhraseList(Shipped shipped)
    {
        var reader = new PatternReader(shipped.Groups);
        PhraseIndex Index(List<string> phrases) => new([.. phrases.Select(reader.Read)]);
        (_harmless, _explicit, _veiled, _seeking, _other, _half) = (Index(shipped.Harmless), Index(shipped.Explicit), Index(shipped.Veiled), Index(shipped.Seeking), Index(shipped.Other), Index(shipped.Half));
        // Short forms are written out in words, so those are real ones too.
        Spelling = new Spelling(reader.Numbers, shipped.ShortForms, shipped.Slips, [.. shipped.Real.Split(' '), .. shipped.ShortForms.Values.SelectMany(words => words.Split(' '))]);
    }

    internal Spelling Spelling { get; }

    internal static PhraseList Load()
    {
        using var stream = typeof(PhraseList).Assembly.GetManifestResourceStream("Words/crisis.en.json") ?? throw new InvalidOperationException("The crisis words are not shipped.");
        return new(JsonSerializer.Deserialize(stream, WordsJson.Default.Shipped)!);
    }

    /// <summary>What the words suggest; phrases that a harmless turn of speech explains don't count.</summary>
    internal ListsFound Find(Sentence sentence)
    {
        var words = sentence.Words;
        var harmless = _harmless.Find(words, sentence.Commas).ToList();
        return new(Kind(words, harmless), harmless.Count > 0, _half.Find(words).Any(found => !Overlap(found, harmless)));
    }

    CrisisKind? Kind(int[] words, List<Range> harmless)
    {
        var other = _other.Find(words).Where(found => !Overlap(found, harmless)).ToList();
        // The first that counts is enough, so that a long cry for help is read no slower than a short one.
        if (_explicit.Find(words).Any(found => !Overlap(found, harmless) && !Overlap(found, other)))
            return CrisisKind.Explicit;
        if (_veiled.Find(words).Any(found => !Overlap(found, harmless) && !Overlap(found, other)))
            return CrisisKind.Veiled;
        if (other.Count > 0)
            return CrisisKind.AboutSomeoneElse;
        return _seeking.Find(words).Any(found => !Overlap(found, harmless)) ? CrisisKind.Seeking : null;
    }

    static bool Overlap(Range one, List<Range> others) => others.Exists(other => one.Start.Value < other.End.Value && other.Start.Value < one.End.Value);

    sealed record Shipped(string Language, int Version, Dictionary<string, string> ShortForms, List<string> Slips, string Real, Dictionary<string, List<string>> Groups,
        List<string> Harmless, List<string> Explicit, List<string> Veiled, List<string> Seeking, List<string> Other, List<string> Half);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Shipped))]
    sealed partial class WordsJson : JsonSerializerContext;
}

/// <summary>Phrases by the words they can begin with.</summary>
sealed class PhraseIndex
{
    readonly Dictionary<int, List<Pattern>> _byFirst = [];
    readonly List<Pattern> _anywhere = [];

    internal PhraseIndex(IReadOnlyList<Pattern> phrases)
    {
        foreach (var phrase in phrases)
        {
            var first = new HashSet<int>();
            if (!phrase.First(first))
                _anywhere.Add(phrase);
            else
                foreach (var word in first)
                    (_byFirst.TryGetValue(word, out var known) ? known : _byFirst[word] = []).Add(phrase);
        }
    }

    /// <summary>Where they stand: for each beginning the longest.</summary>
    /// <param name="words">The words by number.</param>
    /// <param name="commas">Before which words a comma stands that no phrase may go over: "I wish I was dead, simple as that" is no turn of speech.</param>
    internal IEnumerable<Range> Find(int[] words, IReadOnlyList<int>? commas = null)
    {
        for (var origin = 0; origin < words.Length; origin++)
        {
            var ends = 0UL;
            foreach (var phrase in _anywhere)
                ends |= phrase.Step(words, origin, 1);
            if (_byFirst.TryGetValue(words[origin], out var phrases))
                foreach (var phrase in phrases)
                    ends |= phrase.Step(words, origin, 1);
            if (commas?.FirstOrDefault(comma => comma > origin) is > 0 and var next && next - origin < 63)
                ends &= (2UL << (next - origin)) - 1;
            if (ends != 0)
                yield return origin..(origin + 63 - System.Numerics.BitOperations.LeadingZeroCount(ends));
        }
    }
}
