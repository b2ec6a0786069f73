using System.Diagnostics;

namespace ServiceCulture.Bot.Features.SelfTalk;

/// <summary>How the reader does on labelled sentences. A text counts as called distorted when at least one pattern is named.</summary>
/// <param name="Precision">Of the texts called distorted, the share that are; null where none was called so.</param>
/// <param name="Recall">Of the distorted texts, the share called so; null without any.</param>
/// <param name="F1">Of precision and recall.</param>
/// <param name="Specificity">Of the plain texts, the share for which nothing was named; null without any.</param>
/// <param name="PatternTop1">Of the distorted texts, the share whose labelled pattern was named first.</param>
/// <param name="PatternTop2">Of the distorted texts, the share whose labelled pattern was one of the two named.</param>
/// <param name="P99Ms">99 of 100 texts were read in this time, after every text had been read once.</param>
public sealed record SelfTalkScore(double? Precision, double? Recall, double? F1, double? Specificity, double? PatternTop1, double? PatternTop2, double P99Ms, int Texts)
{
    internal static SelfTalkScore Of(IReadOnlyList<Labelled> sentences, SelfTalkReader reader)
    {
        var named = sentences.Select(one => reader.Read(one.Text)).ToList();
        var distorted = sentences.Zip(named).Where(pair => pair.First.Pattern is not null).ToList();
        var plain = sentences.Zip(named).Where(pair => pair.First.Pattern is null).ToList();
        var hits = distorted.Count(pair => pair.Second.Count > 0);
        var alarms = plain.Count(pair => pair.Second.Count > 0);
        return new(
            Share(hits, hits + alarms), Share(hits, distorted.Count), Share(2 * hits, hits + alarms + distorted.Count), Share(plain.Count - alarms, plain.Count),
            Share(distorted.Count(pair => pair.Second.FirstOrDefault((Pattern)(-1)) == pair.First.Pattern), distorted.Count),
            Share(distorted.Count(pair => pair.Second.Contains(pair.First.Pattern!.Value)), distorted.Count),
            P99(sentences, reader), sentences.Count);
    }

    static double? Share(int some, int all) => all == 0 ? null : Math.Round((double)some / all, 4);

    static double P99(IReadOnlyList<Labelled> sentences, SelfTalkReader reader)
    {
        var times = sentences.Select(one =>
        {
            var start = Stopwatch.GetTimestamp();
            reader.Read(one.Text);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order().ToList();
        return Math.Round(times[(int)Math.Ceiling(times.Count * 0.99) - 1], 4);
    }
}
