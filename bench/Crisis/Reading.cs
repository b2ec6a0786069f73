using System.Globalization;
using System.Text.Json;
using ServiceCulture.Bot.Features.Crisis;

namespace ServiceCulture.Bench.Crisis;

sealed record Group(string Name, IReadOnlyList<CrisisSentence> Sentences);

/// <param name="List">What the phrase lists found in the part that decides.</param>
/// <param name="Over">How far it is over its limit.</param>
sealed record Judged(string Group, CrisisSentence Sentence, CrisisKind? List, float Over)
{
    internal static Judged By(CrisisReader reader, string group, CrisisSentence one)
    {
        var (list, over) = reader.Furthest(one.Text);
        return new(group, one, list, over);
    }
}

/// <summary>Learns weights from sentences, and judges by them as the bot does.</summary>
static class Reading
{
    const float Pull = 0.5f;
    const int LeastSeen = 2, Rounds = 15;

    // Chosen by "folds", which tells apart what the lists found: see docs/word-lists.md.
    static readonly CrisisLimits Limits = new(Explicit: -2.5f, Veiled: 3, Seeking: 0, Other: -1, Nothing: 0.5f);

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

    static CrisisReader Reader(IReadOnlyList<CrisisSentence> sentences) => new(Learn(sentences), Shapes(sentences));

    internal static Shapes Shapes(IReadOnlyList<CrisisSentence> sentences)
    {
        var lists = PhraseList.Load();
        return ShapeTraining.Run([.. sentences.Select(one => (Read: lists.Spelling.Read(one.Text), one.Kind)).Select(one => new Cry(one.Read, lists.Find(one.Read), one.Kind is not null))], CrisisReader.MeaningPlaces());
    }

    internal static List<Judged> Shipped(IReadOnlyList<Group> judged) => Judge(CrisisReader.English(), judged);

    static List<Judged> Judge(CrisisReader reader, IReadOnlyList<Group> judged) =>
        [.. judged.SelectMany(group => group.Sentences.Select(one => Judged.By(reader, group.Name, one)))];

    internal static string Train(IReadOnlyList<CrisisSentence> sentences)
    {
        var weights = Learn(sentences);
        var rows = weights.Weights.Where(pair => MathF.Abs(pair.Value) >= 0.05f).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"    {JsonSerializer.Serialize(pair.Key)}: {pair.Value.ToString("0.##", CultureInfo.InvariantCulture)}");
        return $"{{\n  \"limits\": {FormattableString.Invariant($"{{ \"explicit\": {Limits.Explicit}, \"veiled\": {Limits.Veiled}, \"seeking\": {Limits.Seeking}, \"other\": {Limits.Other}, \"nothing\": {Limits.Nothing} }}")},\n  \"known\": \"{weights.Known}\",\n  \"weights\": {{\n{string.Join(",\n", rows)}\n  }}\n}}\n";
    }

    static CrisisWeights Learn(IReadOnlyList<CrisisSentence> sentences)
    {
        var lists = PhraseList.Load();
        var read = sentences.Select(one => (lists.Spelling.Read(one.Text), one.Kind)).ToList();
        var known = read.SelectMany(one => one.Item1.Plain.Distinct()).CountBy(word => word).Where(pair => pair.Value >= LeastSeen).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        var signs = new Signs(CrisisReader.Meanings(), known.ToHashSet().Contains);
        string[] Shown(Sentence sentence)
        {
            var shown = new List<Sign>();
            signs.Of(sentence, lists.Find(sentence), shown);
            return [.. shown.Select(sign => sign.Name).Distinct()];
        }
        var examples = read.Select(one => new Example(Shown(one.Item1), one.Kind is not null)).ToList();
        return new(Limits, string.Join(' ', known), Training.Run(examples, Pull, LeastSeen, Rounds));
    }

    static int Fold(CrisisSentence one, int folds)
    {
        var hash = 2166136261u;
        foreach (var letter in one.Text)
            hash = (hash ^ letter) * 16777619;
        return (int)((hash >> 4) % folds);
    }
}
