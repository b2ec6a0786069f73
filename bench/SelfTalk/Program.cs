using System.Globalization;
using System.Text.Json;
using ServiceCulture.Bench.SelfTalk;
using ServiceCulture.Bot.Features.SelfTalk;

// cross <labelled.csv> [plain.csv [more.csv]]  cross-validates; train ... -> weights.en.json on standard output
var cues = SelfTalkFiles.Cues("en");
var reading = new Cues(cues);
var beliefs = Beliefs.Of(cues);
var (cuePull, wordPull) = (Number("CUES", 0.15f), Number("WORDS", 4));
var (least, second) = (Number("LEAST", 0.52f), Number("SECOND", 0.04f));
if (args[0] == "alternatives")
{
    foreach (var one in Read(args[1]).Where(one => one.Pattern is not null))
        Console.WriteLine($"{one.Text}\n    {string.Join("\n    ", Alternatives.For(one.Text, one.Pattern, []))}");
    return;
}
// Several labelled files with ; between: the first is judged, the others only learnt from.
var files = args[1].Split(';');
var labelled = Read(files[0]);
var plain = args.Skip(2).SelectMany(File.ReadLines).Skip(1).Where((_, at) => at % 4 == 0).Select(line => line[..Math.Max(0, line.LastIndexOf(','))].Trim('"')).ToList();
var examples = labelled.Select(one => Example(one, 1)).ToList();
var others = files.Skip(1).SelectMany(Read).Select(one => Example(one, 1)).ToList();
others.AddRange(plain.Select(text => Example(new(text, null), 0.3f)));
if (args[0] == "train")
{
    var weights = Training.Run([.. examples, .. others], beliefs, cuePull, wordPull).Where(pair => pair.Value.Any(weight => MathF.Abs(weight) >= 0.02f)).OrderBy(pair => pair.Key, StringComparer.Ordinal);
    var rows = weights.Select(pair => $"    {JsonSerializer.Serialize(pair.Key)}: [{string.Join(", ", pair.Value.Select(weight => weight.ToString("0.##", CultureInfo.InvariantCulture)))}]");
    Console.WriteLine($"{{\n  \"least\": {least.ToString(CultureInfo.InvariantCulture)},\n  \"second\": {second.ToString(CultureInfo.InvariantCulture)},\n  \"weights\": {{\n{string.Join(",\n", rows)}\n  }}\n}}");
    return;
}
var shares = new float[examples.Count][];
const int Folds = 8;
for (var fold = 0; fold < Folds; fold++)
{
    var weights = args[0] == "beliefs" ? beliefs : Training.Run([.. examples.Where((_, at) => at % Folds != fold), .. others], beliefs, cuePull, wordPull);
    var judge = new Weights(new(least, second, weights));
    for (var at = fold; at < examples.Count; at += Folds)
        shares[at] = judge.Shares(examples[at].Features.Where(pair => pair.Key != Weights.Bias).ToDictionary());
}
foreach (var limit in new[] { 0.3f, 0.4f, 0.45f, 0.5f, 0.55f, 0.6f, 0.7f })
    Print(limit);
if (Environment.GetEnvironmentVariable("ERRORS") is not null)
    foreach (var (one, share) in labelled.Zip(shares).OrderBy(pair => pair.First.Pattern))
    {
        var named = Named(share, least);
        if (one.Pattern is null ? named.Length > 0 : !named.Contains((int)one.Pattern + 1))
            Console.WriteLine($"{one.Pattern?.Id() ?? "none"} -> {string.Join("/", named.Select(k => ((Pattern)(k - 1)).Id()))} {1 - share[0]:0.00} | {one.Text}");
    }

void Print(float limit)
{
    var named = shares.Select(share => Named(share, limit)).ToList();
    float distorted = labelled.Count(one => one.Pattern is not null), neutral = labelled.Count - distorted;
    var recall = labelled.Where((one, at) => one.Pattern is not null && named[at].Length > 0).Count() / distorted;
    var specificity = labelled.Where((one, at) => one.Pattern is null && named[at].Length == 0).Count() / neutral;
    var top1 = labelled.Where((one, at) => one.Pattern is { } pattern && named[at].FirstOrDefault() == (int)pattern + 1).Count() / distorted;
    var top2 = labelled.Where((one, at) => one.Pattern is { } pattern && named[at].Contains((int)pattern + 1)).Count() / distorted;
    Console.WriteLine($"{limit:0.0}: recall {recall:0.000} specificity {specificity:0.000} top1 {top1:0.000} top2 {top2:0.000}");
}

int[] Named(float[] share, float limit) => 1 - share[0] < limit ? [] : [.. Enumerable.Range(1, 11).OrderByDescending(k => share[k]).Take(2).Where((k, at) => at == 0 || share[k] / (1 - share[0]) >= second)];

Example Example(Labelled one, float weight) => new([.. reading.Features(reading.Tokens(one.Text)), new(Weights.Bias, 1)], one.Pattern is { } pattern ? (int)pattern + 1 : 0, weight);

static List<Labelled> Read(string path)
{
    using var stream = File.OpenRead(path);
    return LabelledFile.Read(stream);
}

static float Number(string name, float otherwise) => float.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
