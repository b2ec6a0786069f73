using System.Diagnostics;

namespace ServiceCulture.Bot.Features.Crisis;

/// <summary>How the lists do on labelled sentences. A sentence counts as found when help is offered for it, whatever kind the lists think it is.</summary>
/// <param name="Explicit">Of the explicit sentences, the share that is found; null without any. The next three likewise.</param>
/// <param name="Other">Of those about someone else.</param>
/// <param name="FalseAlarms">Of the ordinary sentences, the share for which help is offered; null without any.</param>
/// <param name="P99Ms">99 of 100 texts were read in this time, after every text had been read once.</param>
public sealed record CrisisScore(double? Explicit, double? Veiled, double? Seeking, double? Other, double? FalseAlarms, double P99Ms, int Texts)
{
    internal static CrisisScore Of(IReadOnlyList<CrisisSentence> sentences)
    {
        var found = sentences.Select(one => (one.Kind, IsFound: CrisisWords.Read(one.Text) is not null)).ToList();
        double? Share(CrisisKind? kind) => found.Where(one => one.Kind == kind).Select(one => one.IsFound ? 1.0 : 0).DefaultIfEmpty(-1).Average() is >= 0 and var share ? Math.Round(share, 4) : null;
        return new(Share(CrisisKind.Explicit), Share(CrisisKind.Veiled), Share(CrisisKind.Seeking), Share(CrisisKind.AboutSomeoneElse), Share(null), P99(sentences), sentences.Count);
    }

    static double P99(IReadOnlyList<CrisisSentence> sentences)
    {
        var times = sentences.Select(one => Time(one.Text)).Order().ToList();
        return Math.Round(times[(int)Math.Ceiling(times.Count * 0.99) - 1], 4);
    }

    static double Time(string text)
    {
        var start = Stopwatch.GetTimestamp();
        CrisisWords.Read(text);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
