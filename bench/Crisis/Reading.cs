using System.Globalization;
using System.Text.Json;
using ServiceCulture.Bot.Features.Crisis;

namespace ServiceCulture.Bench.Crisis;

sealed record Group(string Name, IReadOnlyList<CrisisSentence> Sentences);

/// <param name="Lists">What the phrase lists found in the part that decides.</param>
/// <param name="Over">How far it is over its limit.</param>
/// <param name="Alone">The same as if the lists had seen nobody in danger.</param>
sealed record Judged(string Group, CrisisSentence Sentence, string Lists, float Over, float Alone)
{
    internal static Judged By(CrisisReader reader, string group, CrisisSentence one)
    {
        var (found, over) = reader.Furthest(one.Text);
        return new(group, one, found.Kind?.ToString() ?? (found.IsHalf ? "half seen by the lists" : "nothing in the lists"), over, reader.Furthest(one.Text, alone: true).Over);
    }
}

/// <summary>Learns weights from sentences, and judges by them as the bot does.</summary>
static class Reading
{
    const float Pull = 0.5f, Joined = 0.35f;
    const int LeastSeen = 2, Rounds = 15, Sets = 3;

    // Where one in a hundred of a usual day's sentences is taken for a cry: see docs/word-lists.md.
    static readonly CrisisLimits Limits = new(Explicit: 0.5f, Veiled: 5, Seeking: 5.5f, Other: 2, Half: 5.4f, Nothing: 4.2f);

    static readonly JsonSerializerOptions Indented = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>A third of all sentences, always the same: looked at as figures only.</summary>
    internal static bool IsKept(CrisisSentence one) => Fold(one, 3) == 0;

    internal static List<Judged> Folds(IReadOnlyList<Group> groups, int folds, bool all)
    {
        var judged = new List<Judged>[folds];
        Parallel.For(0, all ? folds : 1, fold =>
        {
            var reader = Reader([.. groups.SelectMany(group => group.Sentences).Where(one => Fold(one, folds) != fold)]);
            judged[fold] = [.. groups.SelectMany(group => group.Sentences.Where(one => Fold(one, folds) == fold).Select(one => Judged.By(reader, group.Name, one)))];
        });
        return [.. judged.Where(fold => fold is not null).SelectMany(fold => fold)];
    }

    internal static List<Judged> Judge(IReadOnlyList<Group> learnt, IReadOnlyList<Group> judged) =>
        Judge(Reader([.. learnt.SelectMany(group => group.Sentences)]), judged);

    static CrisisReader Reader(IReadOnlyList<CrisisSentence> sentences)
    {
        var (learnt, weights) = Learn(sentences);
        return new(learnt, Weights.Of(weights), Shapes(sentences));
    }

    internal static IReadOnlyList<Shapes> Shapes(IReadOnlyList<CrisisSentence> sentences)
    {
        var lists = PhraseList.Load();
        Cry[] lessons = [.. Lessons([.. sentences.Select(one => (lists.Spelling.Read(one.Text), one.Kind))], lists)];
        var shapes = new Shapes[Sets];
        Parallel.For(0, Sets, set => shapes[set] = ShapeTraining.Run(lessons, CrisisReader.MeaningPlaces(), seed: set + 1));
        return shapes;
    }

    // The lists know our own cries better than a stranger's, so every cry that they see is learnt once more as if they did not.
    static IEnumerable<Cry> Lessons(IReadOnlyList<(Sentence Read, CrisisKind? Kind)> sentences, PhraseList lists)
    {
        foreach (var (read, kind) in sentences)
        {
            var found = lists.Find(read);
            yield return new(read, found, kind);
            if (kind is not null && found.Kind is not null)
                yield return new(read, found with { Kind = null }, kind);
        }
    }

    internal static List<Judged> Shipped(IReadOnlyList<Group> judged) => Judge(CrisisReader.English(), judged);

    static List<Judged> Judge(CrisisReader reader, IReadOnlyList<Group> judged) =>
        [.. judged.SelectMany(group => group.Sentences.Select(one => Judged.By(reader, group.Name, one)))];

    /// <summary>Limits and known words as JSON, weights and shapes.</summary>
    internal static void Train(IReadOnlyList<CrisisSentence> sentences, string learntFile, string weightsFile, string shapesFile)
    {
        var (learnt, weights) = Learn(sentences);
        File.WriteAllText(learntFile, JsonSerializer.Serialize(learnt, Indented) + "\n");
        using var intoWeights = File.Create(weightsFile);
        Weights.Of(weights).Write(intoWeights);
        using var intoShapes = File.Create(shapesFile);
        foreach (var shapes in Shapes(sentences))
            shapes.Write(intoShapes);
    }

    static (CrisisLearnt, Dictionary<string, float>) Learn(IReadOnlyList<CrisisSentence> sentences)
    {
        var lists = PhraseList.Load();
        var read = sentences.Select(one => (lists.Spelling.Read(one.Text), one.Kind)).ToList();
        var known = read.SelectMany(one => one.Item1.Plain.Distinct()).CountBy(word => word).Where(pair => pair.Value >= LeastSeen).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        var signs = new Signs(CrisisReader.Meanings(), known.ToHashSet().Contains);
        string[] Shown(Cry cry)
        {
            var shown = new List<Sign>();
            signs.Of(cry.Sentence, cry.Found, shown);
            return [.. shown.Select(sign => sign.Name).Distinct()];
        }
        Cry[] lessons = [.. Lessons(read, lists)];
        var random = new Random(1);
        var joined = lessons.Where(_ => random.NextSingle() < Joined).Select(one => one.With(lessons[random.Next(lessons.Length)], random)).ToList();
        var examples = lessons.Concat(joined).Select(one => new Example(Shown(one), one.Kind is not null, CrisisReader.Scale(one.Sentence.Words.Length))).ToList();
        return (new(Limits, string.Join(' ', known)), Training.Run(examples, Pull, LeastSeen, Rounds));
    }

    static int Fold(CrisisSentence one, int folds)
    {
        var hash = 2166136261u;
        foreach (var letter in one.Text)
            hash = (hash ^ letter) * 16777619;
        return (int)((hash >> 4) % folds);
    }
}
