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

    // The shapes know strangers' words better than the weights do.
    const float OfShapes = 1.5f;

    // One sentence of several is to show more than all of them.
    const float OfPart = 2;

    // From so many words on the weights count less.
    const float FewWords = 12;

    // Made once a thread: what is thrown away after every sentence makes pauses.
    [ThreadStatic]
    static List<Sign>? _shown;
    [ThreadStatic]
    static HashSet<uint>? _seen;

    readonly PhraseList _lists = PhraseList.Load();
    readonly Signs _signs;
    readonly Weights _weights;
    readonly IReadOnlyList<Shapes> _shapes;
    readonly CrisisLimits _limits;

    /// <param name="shapes">Learnt from the same sentences, each from another beginning: what chance put into one, the others outvote.</param>
    internal CrisisReader(CrisisLearnt learnt, Weights weights, IReadOnlyList<Shapes> shapes)
    {
        _shapes = shapes;
        _weights = weights;
        _signs = new Signs(Meanings(), learnt.Known.Split(' ').ToFrozenSet().Contains);
        _limits = learnt.Limits;
    }

    internal static CrisisReader English() => new(Shipped("crisis-learnt.en", CrisisJson.Default.CrisisLearnt), ShippedWeights(), ShippedShapes());

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
            var more = part.Words.Length < all.Words.Length ? OfPart : 0;
            yield return (found, Sum(part, found) - _limits.For(found) - more);
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
                sum += _weights[number];
        var ofShapes = 0f;
        foreach (var shapes in _shapes)
            ofShapes += shapes.Sum(part, found);
        return sum * Scale(part.Words.Length) + OfShapes * ofShapes / _shapes.Count;
    }

    /// <summary>What the weights' sum counts: in many words more of it is chance.</summary>
    internal static float Scale(int words) => MathF.Min(1, MathF.Sqrt(FewWords / words));

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
        using var stream = Open("crisis-shapes.en.bin");
        return Shapes.ReadAll(stream, MeaningPlaces());
    }

    static Weights ShippedWeights()
    {
        using var stream = Open("crisis-weights.en.bin");
        return Weights.Read(stream);
    }

    static T Shipped<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = Open($"{name}.json");
        return JsonSerializer.Deserialize(stream, type)!;
    }

    static Stream Open(string name) => typeof(CrisisReader).Assembly.GetManifestResourceStream($"Words/{name}") ?? throw new InvalidOperationException($"{name} is not shipped.");

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(CrisisLearnt))]
    [JsonSerializable(typeof(Dictionary<string, string>))]
    sealed partial class CrisisJson : JsonSerializerContext;
}

/// <summary>What training found.</summary>
/// <param name="Limits">The sums from which on help is offered.</param>
/// <param name="Known">Words that were seen often enough to be no strangers.</param>
sealed record CrisisLearnt(CrisisLimits Limits, string Known);

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
