using System.Collections.Concurrent;
using System.Diagnostics;

namespace ServiceCulture.Bench.Loop;

/// <summary>Clients that each wait for their turn to be durable before they begin the next, as the load's connections do.</summary>
sealed class Clients(int count, Func<int, IWriter> writerOf)
{
    long _next;

    public async Task<Measured> Run(double seconds)
    {
        var took = new ConcurrentBag<List<double>>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, count).Select(client => Task.Run(async () => took.Add(await Loop(writerOf(client), clock, seconds)))));
        var elapsed = clock.Elapsed.TotalSeconds;
        var sorted = took.SelectMany(times => times).Order().ToArray();
        return new(sorted.Length, elapsed, At(sorted, 0.50), At(sorted, 0.99));
    }

    async Task<List<double>> Loop(IWriter writer, Stopwatch clock, double seconds)
    {
        var times = new List<double>();
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            var began = Stopwatch.GetTimestamp();
            await writer.Write(new Turn(Interlocked.Increment(ref _next), TimeProvider.System.GetUtcNow().UtcDateTime));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return times;
    }

    static double At(double[] sorted, double share) => sorted is [] ? 0 : sorted[(int)(share * (sorted.Length - 1))];
}

/// <summary>Turns made durable, and how long one took in milliseconds.</summary>
sealed record Measured(long Turns, double Seconds, double P50, double P99);
