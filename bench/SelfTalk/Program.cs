using System.Globalization;
using System.Text.Json;
using ServiceCulture.Bench.SelfTalk;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.SelfTalk;

// In the repository's root: "folds" judges the model on sentences it did not see; "train" prints weights.en.json; "errors" what the folds got wrong;
// "alternatives a.csv" the sentences offered beside each of a file's; "named a.csv" which plain ones of a file the shipped reader names something for.
const float Least = 0.79f, Second = 0.03f;
string[] files = ["bench/SelfTalk/own.csv", "bench/SelfTalk/service.csv", "bench/SelfTalk/requests.csv", "tests/SelfTalk/Sentences/for-rules.csv", "tests/SelfTalk/Sentences/once-for-measuring.csv"];
if (args is ["alternatives", var path])
{
    foreach (var one in Read(path).Where(one => one.Pattern is not null))
        Console.WriteLine($"{one.Pattern!.Value.Id()} | {one.Text}\n    {string.Join("\n    ", Alternatives.For(one.Text, one.Pattern, []))}");
    return;
}
if (args is ["named", var plain])
{
    foreach (var one in Read(plain).Where(one => one.Pattern is null))
        if (SelfTalkReader.English.Read(one.Text) is { Count: > 0 } named)
            Console.WriteLine($"{string.Join('/', named.Select(found => found.Id()))} | {one.Text}");
    return;
}
var cues = SelfTalkFiles.Cues("en");
var reading = new Cues(cues, WordUsage.English);
var (numbers, names) = (new Dictionary<string, int>(), new List<string>());
var (sentences, sources) = (new List<Labelled>(), new List<int>());
for (var file = 0; file < files.Length; file++)
    foreach (var one in Read(files[file]))
    {
        sentences.Add(one);
        sources.Add(file);
    }
// What the bot itself offers instead is plain.
foreach (var written in Alternatives.Written)
{
    sentences.Add(new(written, null));
    sources.Add(files.Length);
}
var examples = sentences.Select(one => Example(one)).ToList();
var training = new Training(names, Beliefs.Of(cues));
if (args is ["train"])
    Console.WriteLine(WeightText(training.Run(examples)));
else
    Judge();

void Judge()
{
    var shares = Folds.Judge(training, examples, sentences);
    foreach (var least in new[] { 0.4f, Least, 0.55f, 0.6f })
    {
        Console.WriteLine(FormattableString.Invariant($"from {least:0.00}"));
        for (var file = -1; file < files.Length; file++)
            Console.WriteLine($"  {Folds.Figures(sentences, shares, at => file < 0 ? sources[at] < files.Length : sources[at] == file, new(least, Second, []))}  {(file < 0 ? "all" : files[file])}");
    }
    for (var at = 0; args is ["errors"] && at < sentences.Count && sources[at] < files.Length; at++)
    {
        var (one, named) = (sentences[at], SelfTalkReader.Named(shares[at], new(Least, Second, [])));
        if (one.Pattern is { } pattern ? !named.Contains(pattern) : named.Length > 0)
            Console.WriteLine($"{one.Pattern?.Id() ?? PatternIds.None} -> {string.Join('/', named.Select(found => found.Id()))} | {one.Text}");
    }
}

Example Example(Labelled one)
{
    var features = reading.Features(reading.Tokens(one.Text));
    features[Weights.Bias] = 1;
    return new([.. features.Select(pair => (Number(pair.Key), pair.Value))], one.Pattern is { } pattern ? (int)pattern + 1 : 0);
}

int Number(string feature)
{
    if (!numbers.TryGetValue(feature, out var number))
    {
        numbers[feature] = number = names.Count;
        names.Add(feature);
    }
    return number;
}

string WeightText(float[]?[] weights)
{
    var rows = names.Zip(weights).Where(pair => pair.Second?.Any(weight => MathF.Abs(weight) >= 0.05f) is true).OrderBy(pair => pair.First, StringComparer.Ordinal)
        .Select(pair => $"    {JsonSerializer.Serialize(pair.First)}: [{string.Join(", ", pair.Second!.Select(weight => weight.ToString("0.##", CultureInfo.InvariantCulture)))}]");
    return FormattableString.Invariant($"{{\n  \"least\": {Least},\n  \"second\": {Second},\n  \"weights\": {{\n{string.Join(",\n", rows)}\n  }}\n}}");
}

static List<Labelled> Read(string path)
{
    using var stream = File.OpenRead(path);
    return LabelledFile.Read(stream);
}
