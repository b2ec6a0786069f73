using System.Diagnostics;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>How the lists do on labelled sentences. A sentence counts as found when help is offered for it, whatever kind the lists think it is.</summary>
/// <param name="Explicit">Of the explicit sentences, the share that is found; null without any. The next three likewise.</param>
/// <param name="Other">Of those about someone else.</param>
/// <param name="FalseAlarms">Of the ordinary sentences, the share for which help is offered; null without any.</param>
/// <param name="P99Ms">99 of 100 texts are read in this time: each as it was read fastest of three times, so that it tells of the reading and not of what else the machine does.</param>
public sealed record CrisisScore(double? Explicit, double? Veiled, double? Seeking, double? Other, double? FalseAlarms, double P99Ms, int Texts)
{
    const int Readings = 3;

    internal static CrisisScore Of(IReadOnlyList<CrisisSentence> sentences)
    {
        var found = sentences.Select(one => (one.Kind, IsFound: CrisisWords.Read(one.Text) is not null)).ToList();
        double? Share(CrisisKind? kind) => found.Where(one => one.Kind == kind).Select(one => one.IsFound ? 1.0 : 0).DefaultIfEmpty(-1).Average() is >= 0 and var share ? Math.Round(share, 4) : null;
        return new(Share(CrisisKind.Explicit), Share(CrisisKind.Veiled), Share(CrisisKind.Seeking), Share(CrisisKind.AboutSomeoneElse), Share(null), P99(sentences), sentences.Count);
    }

    static double P99(IReadOnlyList<CrisisSentence> sentences)
    {
        var rounds = Enumerable.Range(0, Readings).Select(_ => sentences.Select(one => Time(one.Text)).ToList()).ToList();
        var times = sentences.Select((_, at) => rounds.Min(round => round[at])).Order().ToList();
        return Math.Round(times[(int)Math.Ceiling(times.Count * 0.99) - 1], 4);
    }

    static double Time(string text)
    {
        var start = Stopwatch.GetTimestamp();
        CrisisWords.Read(text);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
