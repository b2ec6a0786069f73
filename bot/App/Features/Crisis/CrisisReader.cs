using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>
/// Reads words in two steps: phrase lists say what they see, and what was learnt from labelled sentences judges it together with
/// everything else that the sentence shows: weights by the very words, shapes by what the words are near to in use.
/// </summary>
sealed partial class CrisisReader
{
    // More words than a person writes in one breath are judged sentence by sentence.
    const int OneBreath = 60;

    // The shapes know less of what is said plainly than the weights do.
    const float OfShapes = 0.7f;

    // Made once a thread: what is thrown away after every sentence makes pauses.
    [ThreadStatic]
    static List<Sign>? _shown;
    [ThreadStatic]
    static HashSet<ulong>? _seen;

    readonly PhraseList _lists = PhraseList.Load();
    readonly Signs _signs;
    readonly FrozenDictionary<ulong, float> _weights;
    readonly IReadOnlyList<Shapes> _shapes;
    readonly CrisisLimits _limits;

    /// <param name="shapes">Learnt from the same sentences, each from another beginning: what chance put into one, the others outvote.</param>
    internal CrisisReader(CrisisWeights weights, IReadOnlyList<Shapes> shapes)
    {
        _shapes = shapes;
        _weights = weights.Weights.ToFrozenDictionary(pair => Sign.NumberOf(pair.Key), pair => pair.Value);
        _signs = new Signs(Meanings(), weights.Known.Split(' ').ToFrozenSet().Contains);
        _limits = weights.Limits;
    }

    internal static CrisisReader English() => new(Shipped("crisis-weights.en", CrisisJson.Default.CrisisWeights), ShippedShapes());

    /// <summary>The kind that the words suggest; null for ordinary words.</summary>
    internal CrisisKind? Read(string words)
    {
        foreach (var (found, over) in Judged(words))
            if (over >= 0)
                return found.Kind ?? CrisisKind.Veiled;
        return null;
    }

    /// <summary>The part of the words that is furthest over its limit: what the phrase lists found there, and how far.</summary>
    /// <param name="alone">As if the phrase lists had seen nobody in danger: what the judges see by themselves.</param>
    internal (ListsFound Found, float Over) Furthest(string words, bool alone = false) => Judged(words, alone).MaxBy(part => part.Over);

    IEnumerable<(ListsFound Found, float Over)> Judged(string words, bool alone = false)
    {
        var all = _lists.Spelling.Read(words);
        foreach (var part in Parts(all))
        {
            var found = _lists.Find(part);
            if (alone)
                found = found with { Kind = null };
            yield return (found, Sum(part, found) - _limits.For(found));
        }
    }

    float Sum(Sentence part, ListsFound found)
    {
        var (shown, seen) = (_shown ??= [], _seen ??= []);
        shown.Clear();
        seen.Clear();
        _signs.Of(part, found, shown);
        var sum = 0f;
        foreach (var sign in shown)
            if (sign.Number is var number && seen.Add(number))
                sum += _weights.GetValueOrDefault(number);
        var ofShapes = 0f;
        foreach (var shapes in _shapes)
            ofShapes += shapes.Sum(part, found);
        return sum + OfShapes * ofShapes / _shapes.Count;
    }

    // All of it first, so that the kind is that of the whole; then each sentence, which its neighbours may drown.
    internal static IEnumerable<Sentence> Parts(Sentence all)
    {
        var ends = Enumerable.Range(0, all.Words.Length).Where(at => all.Words[at] == Pattern.End).Append(all.Words.Length).ToList();
        if (all.Words.Length <= OneBreath)
            yield return all;
        if (ends.Count == 1 || (ends.Count == 2 && ends[0] == all.Words.Length - 1))
        {
            if (all.Words.Length > OneBreath)
                yield return all;
            yield break;
        }
        var start = 0;
        foreach (var end in ends)
        {
            if (end > start)
                yield return all.Part(start, end);
            start = end + 1;
        }
    }

    internal static FrozenDictionary<string, string> Meanings()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (meaning, all) in Shipped("crisis-meanings.en", CrisisJson.Default.DictionaryStringString))
            foreach (var word in all.Split(' '))
                words.TryAdd(word, meaning);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>For each word the place of what it means, from 1 on.</summary>
    internal static Dictionary<string, int> MeaningPlaces()
    {
        var meanings = Meanings();
        var places = meanings.Values.Distinct().Order(StringComparer.Ordinal).Select((meaning, at) => (meaning, at)).ToDictionary(pair => pair.meaning, pair => pair.at + 1);
        return meanings.ToDictionary(pair => pair.Key, pair => places[pair.Value], StringComparer.Ordinal);
    }

    static List<Shapes> ShippedShapes()
    {
        using var stream = typeof(CrisisReader).Assembly.GetManifestResourceStream("Words/crisis-shapes.en.bin") ?? throw new InvalidOperationException("The shapes of crisis words are not shipped.");
        return Shapes.ReadAll(stream, MeaningPlaces());
    }

    static T Shipped<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = typeof(CrisisReader).Assembly.GetManifestResourceStream($"Words/{name}.json") ?? throw new InvalidOperationException($"The words {name} are not shipped.");
        return JsonSerializer.Deserialize(stream, type)!;
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(CrisisWeights))]
    [JsonSerializable(typeof(Dictionary<string, string>))]
    sealed partial class CrisisJson : JsonSerializerContext;
}

/// <summary>What training found.</summary>
/// <param name="Limits">The sums from which on help is offered.</param>
/// <param name="Known">Words that were seen often enough to be no strangers.</param>
/// <param name="Weights">For each sign what it adds.</param>
sealed record CrisisWeights(CrisisLimits Limits, string Known, Dictionary<string, float> Weights);

/// <summary>
/// The sums from which on help is offered, by what the phrase lists found: where they see somebody in danger, asking for help or
/// speaking of another, little more is needed, because not to notice is worse than a card too many; where they see half of it, more; where they see nothing, much.
/// </summary>
sealed record CrisisLimits(float Explicit, float Veiled, float Seeking, float Other, float Half, float Nothing)
{
    internal float For(ListsFound found) => found.Kind switch
    {
        CrisisKind.Explicit => Explicit,
        CrisisKind.Veiled => Veiled,
        CrisisKind.Seeking => Seeking,
        CrisisKind.AboutSomeoneElse => Other,
        _ => found.IsHalf ? Half : Nothing,
    };
}
