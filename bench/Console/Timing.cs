using System.Diagnostics;

namespace ServiceCulture.Bench.Consoles;

/// <summary>How long something takes, one after the other.</summary>
static class Timing
{
    // What is compiled, planned or kept at its first use is not to be in the figures.
    const int Warming = 5;

    public static async Task<(double First, double P50, double P95, int Bytes)> Of(Func<Task<int>> once, int rounds)
    {
        var start = Stopwatch.GetTimestamp();
        await once();
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        for (var round = 0; round < Warming; round++)
            await once();
        var took = new List<double>();
        var bytes = 0;
        for (var round = 0; round < rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            bytes = await once();
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        took.Sort();
        return (first, took[took.Count / 2], took[(int)Math.Ceiling(took.Count * 0.95) - 1], bytes);
    }
}
