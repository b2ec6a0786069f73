using System.Globalization;
using ServiceCulture.Bench.Crisis;
using ServiceCulture.Bot.Features.Crisis;

// folds <group;group;...> [errors]   judges every sentence by what was learnt from the other four fifths
// judge <group;...> <group;...>      learns from the first, judges the second
// shipped <group;...> [errors]       judges by the weights as they are
// kept <group;...>                   learns from two thirds, judges the third that is kept
// train <group;...> <learnt> <weights> <shapes>   into those files
// A group is one or more files text,kind with , between.
var groups = args[1].Split(';').Select(group => new Group(Path.GetFileNameWithoutExtension(group.Split(',')[0]), [.. group.Split(',').SelectMany(Read)])).ToList();
switch (args[0])
{
    case "train":
        Reading.Train([.. groups.SelectMany(group => group.Sentences)], args[2], args[3], args[4]);
        break;
    case "folds":
        Print(Reading.Folds(groups, 5, all: true), args.Length > 2 ? float.Parse(args[2], CultureInfo.InvariantCulture) : null);
        break;
    case "judge":
        Print(Reading.Judge(groups, [.. args[2].Split(';').Select(one => new Group(Path.GetFileNameWithoutExtension(one), Read(one)))]), args.Length > 3 ? float.Parse(args[3], CultureInfo.InvariantCulture) : null);
        break;
    case "shipped":
        Print(Reading.Shipped(groups), args.Length > 2 ? float.Parse(args[2], CultureInfo.InvariantCulture) : null);
        Console.WriteLine(CrisisScore.Of([.. groups.SelectMany(group => group.Sentences)]));
        break;
    case "kept":
        Print(Reading.Folds(groups, 3, all: false), null);
        break;
    default:
        Console.Error.WriteLine("folds, kept or train");
        break;
}

static void Print(List<Judged> judged, float? errors)
{
    Table(judged, one => one.Group);
    Table(judged, one => one.Lists);
    Table(judged, one => $"{one.Group} without the lists", one => one.Alone);
    // For choosing limits: what each sentence came to, with the lists and without.
    if (Environment.GetEnvironmentVariable("ROWS") is { } rows)
        File.WriteAllLines(rows, judged.Select(one => FormattableString.Invariant($"{one.Group}\t{one.Sentence.Kind?.ToString() ?? "ordinary"}\t{one.Lists}\t{one.Over:0.000}\t{one.Alone:0.000}\t{one.Sentence.Text}")));
    foreach (var one in judged.Where(one => errors is not null && !Reading.IsKept(one.Sentence) && one.Sentence.Kind is null == one.Over >= errors).OrderBy(one => one.Sentence.Kind).ThenBy(one => one.Over))
        Console.WriteLine($"{one.Sentence.Kind?.ToString() ?? "ordinary"} {one.Over:0.0} | {one.Sentence.Text}");
}

static void Table(List<Judged> judged, Func<Judged, string> by, Func<Judged, float>? over = null)
{
    over ??= one => one.Over;
    foreach (var least in new[] { -4f, -3, -2, -1.5f, -1, -0.5f, 0, 0.5f, 1, 1.5f, 2, 3, 4 })
        Console.WriteLine($"{least,5:0.0}  {string.Join(" | ", judged.GroupBy(by).Select(group => $"{group.Key}: {string.Join(' ', group.GroupBy(one => one.Sentence.Kind).OrderBy(kind => kind.Key ?? (CrisisKind)9).Select(kind => $"{kind.Key?.ToString()[..1] ?? "false"} {kind.Count(one => over(one) >= least)}/{kind.Count()}"))}"))}");
}

static List<CrisisSentence> Read(string path)
{
    using var stream = File.OpenRead(path);
    return CrisisFile.Read(stream);
}
