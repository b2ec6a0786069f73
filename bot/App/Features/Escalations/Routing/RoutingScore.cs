using System.Diagnostics;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>How the router does on questions whose topic people said, after learning from others.</summary>
/// <param name="Top1">Of the questions that belong to a topic, the share routed to it first; null without any.</param>
/// <param name="Top3">The share with it among the three named.</param>
/// <param name="OosAuroc">How well the best score tells what belongs somewhere from what belongs nowhere: 1 always, 0.5 not at all; null without questions of both kinds.</param>
/// <param name="Coverage">Of those that belong to a topic, the share that isn't left to a person, at the threshold in use.</param>
/// <param name="AccuracyWhenAnswered">Of these, the share routed to the right topic first.</param>
/// <param name="OosRefused">Of those that belong nowhere, the share left to a person.</param>
/// <param name="P99Ms">99 of 100 questions were routed in this time, after every one had been routed once.</param>
public sealed record RoutingScore(
    double? Top1, double? Top3, double? OosAuroc, double? Coverage, double? AccuracyWhenAnswered, double? OosRefused, double TrainSeconds, double P50Ms, double P99Ms, int Questions)
{
    /// <summary>The category of a question that belongs to no topic.</summary>
    public const string Nowhere = "oos";

    internal static RoutingScore Of(IReadOnlyList<PastQuestion> history, IReadOnlyList<PastQuestion> asked, CancellationToken cancel)
    {
        var known = history.Where(question => question.Category is not ("" or Nowhere)).ToList();
        var topics = known.Select(question => question.Category).Distinct().Order(StringComparer.Ordinal).ToList();
        var numbers = topics.Index().ToDictionary(topic => topic.Item, topic => topic.Index);
        var start = Stopwatch.GetTimestamp();
        var router = TopicRouter.Build(topics.Count, [.. known.Select(question => new Example(question.Text, numbers[question.Category]))], cancel);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var routed = asked.Select(question => (Topic: question.Category == Nowhere ? -1 : numbers.GetValueOrDefault(question.Category, -2), Route: router.Route(question.Text))).ToList();
        var within = routed.Where(one => one.Topic != -1).ToList();
        var without = routed.Where(one => one.Topic == -1).ToList();
        var answered = within.Where(one => one.Route.IsKnown).ToList();
        var times = Times(asked, router);
        return new(
            Share(within.Count(one => one.Route.Topics.FirstOrDefault(new TopicScore(-3, 0)).Topic == one.Topic), within.Count),
            Share(within.Count(one => one.Route.Topics.Any(topic => topic.Topic == one.Topic)), within.Count),
            Auroc([.. within.Select(one => Best(one.Route))], [.. without.Select(one => Best(one.Route))]),
            Share(answered.Count, within.Count),
            Share(answered.Count(one => one.Route.Topics[0].Topic == one.Topic), answered.Count),
            Share(without.Count(one => !one.Route.IsKnown), without.Count),
            Math.Round(seconds, 2), At(times, 0.5), At(times, 0.99), asked.Count);
    }

    static float Best(Route route) => route.Topics.Count > 0 ? route.Topics[0].Score : float.NegativeInfinity;

    static double? Share(int some, int all) => all == 0 ? null : Math.Round((double)some / all, 4);

    // The chance that a question of a topic scores higher than one of none, ties half: by ranks.
    static double? Auroc(List<float> within, List<float> without)
    {
        if (within.Count == 0 || without.Count == 0)
            return null;
        var sorted = without.Order().ToArray();
        var higher = within.Sum(score => (Below(sorted, score, false) + Below(sorted, score, true)) / 2.0);
        return Math.Round(higher / within.Count / without.Count, 4);
    }

    static int Below(float[] sorted, float score, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < score || (orEqual && sorted[middle] == score))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    static List<double> Times(IReadOnlyList<PastQuestion> asked, TopicRouter router) =>
    [
        .. asked.Select(question =>
        {
            var start = Stopwatch.GetTimestamp();
            router.Route(question.Text);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order(),
    ];

    static double At(List<double> times, double share) => Math.Round(times[(int)Math.Ceiling(times.Count * share) - 1], 4);
}
