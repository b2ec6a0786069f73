using System.Diagnostics;
using System.Globalization;
using ServiceCulture.Bench.Routing;
using ServiceCulture.Bot.Features.Escalations.Routing;

// dotnet run -c Release --project bench/Routing [-- questions topics]: what a large organisation's history costs.
var questions = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var topics = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 150;

var invented = new InventedQuestions(topics);
List<Example> history = [.. Enumerable.Range(0, questions).Select(_ => invented.Next())];
List<Example> asked = [.. Enumerable.Range(0, 5_000).Select(_ => invented.Next())];

var before = GC.GetTotalMemory(forceFullCollection: true);
var start = Stopwatch.GetTimestamp();
List<Guid> ids = [.. Enumerable.Range(0, topics).Select(_ => Guid.CreateVersion7())];
var model = TopicsModel.Build(1, questions, ids, [.. history.Select(one => new KeyedExample(Guid.NewGuid(), ids[one.Topic], one.Text))], CancellationToken.None);
Console.WriteLine($"| built from {questions:N0} questions of {topics} topics | {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s |");
Console.WriteLine($"| the model in memory | {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB |");
Console.WriteLine($"| most memory of the process so far | {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB |");
Console.WriteLine($"| routed first to the right topic, of 5,000 others | {asked.Count(one => model.Route(one.Text).Topics[0].Topic == ids[one.Topic]) / 50.0:0.0} % |");
Say("routing a question, with its reason", asked, one => model.Route(one.Text));
Say("learning a question", asked, one => model.Learn(new(Guid.NewGuid(), ids[one.Topic], one.Text), ++questions));

var notes = new SimilarTexts<int>();
start = Stopwatch.GetTimestamp();
foreach (var (at, one) in history.Index())
    notes.Add(at, one.Text);
Console.WriteLine($"| taking in {questions:N0} notes | {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s |");
Say("finding three known answers", asked, one => notes.Find(one.Text, 3));

static void Say(string what, IEnumerable<Example> examples, Action<Example> act)
{
    var times = examples.Select(one =>
    {
        var start = Stopwatch.GetTimestamp();
        act(one);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }).Order().ToList();
    Console.WriteLine($"| {what}: p50, p99 | {times[times.Count / 2]:0.00} ms, {times[times.Count * 99 / 100]:0.00} ms |");
}
