using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Privacy;

/// <summary>Everything that the program says to whoever runs it, while it runs: logs at their most talkative, traces, metrics.</summary>
sealed class Eavesdropping : ILoggerProvider
{
    readonly ConcurrentQueue<string> _heard = [];
    readonly ActivityListener _traces;
    readonly MeterListener _metrics = new();

    public Eavesdropping()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = source => IsOurs(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Hear($"{activity.DisplayName} {activity.OperationName} {Say(activity.TagObjects)} {string.Join(' ', activity.Events.Select(one => one.Name + Say(one.Tags)))} {string.Join(' ', activity.Baggage.Select(pair => pair.Key + pair.Value))}"),
        };
        ActivitySource.AddActivityListener(_traces);
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (IsOurs(instrument.Meter.Name))
                listener.EnableMeasurementEvents(instrument);
        };
        _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear($"{instrument.Name} {Say(tags.ToArray())}"));
        _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear($"{instrument.Name} {Say(tags.ToArray())}"));
        _metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Hear($"{instrument.Name} {Say(tags.ToArray())}"));
        _metrics.Start();
    }

    public IReadOnlyCollection<string> Heard => _heard;

    public ILogger CreateLogger(string categoryName) => new Ear(this);

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    // The platform's own sources add headers to what other tests send at the same time, once somebody listens.
    static bool IsOurs(string source) => new[] { "ServiceCulture", "Npgsql", "Microsoft.EntityFrameworkCore", "Quartz" }.Any(source.StartsWith);

    void Hear(string words) => _heard.Enqueue(words);

    static string Say(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    sealed class Ear(Eavesdropping owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            owner.Hear($"{state} {(state is IEnumerable<KeyValuePair<string, object?>> pairs ? Say(pairs) : "")}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner.Hear($"{formatter(state, exception)} {(state is IEnumerable<KeyValuePair<string, object?>> pairs ? Say(pairs) : "")} {exception}");
    }
}

/// <summary>What a thief of disks and dumps would get.</summary>
static class Loot
{
    /// <summary>The names of the places where the words stand in clear.</summary>
    internal static async Task<IReadOnlyList<string>> Holding(TestDatabase database, string words)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileNameWithoutExtension(database.KeyFile.Replace(".keys.db", ".db", StringComparison.Ordinal)) + ".*"))
            if (Holds(await File.ReadAllBytesAsync(file), words))
                found.Add(file);
        if (TestDatabase.IsPostgres && Holds(await Dump(database.Connection), words))
            found.Add("pg_dump");
        return found;
    }

    internal static bool Holds(byte[] bytes, string words) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(words)) >= 0;

    // A bytea stands in a dump as hexadecimal digits: what would be readable in it is looked for too.
    static async Task<byte[]> Dump(string connection)
    {
        var program = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateFiles("/usr/lib/postgresql", "pg_dump", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault() : null;
        Assert.SkipWhen(program is null, "NOT LOOKED AT: there is no pg_dump beside the server.");
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(program!, ["--inserts", "-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, to.Database!]) { RedirectStandardOutput = true };
        start.Environment["PGPASSWORD"] = to.Password ?? "";
        using var dumping = Process.Start(start)!;
        using var bytes = new MemoryStream();
        await dumping.StandardOutput.BaseStream.CopyToAsync(bytes);
        await dumping.WaitForExitAsync();
        Assert.Equal(0, dumping.ExitCode);
        return [.. bytes.ToArray(), .. Unhexed(Encoding.UTF8.GetString(bytes.ToArray()))];
    }

    static IEnumerable<byte> Unhexed(string dump) => System.Text.RegularExpressions.Regex.Matches(dump, @"\\x([0-9a-f]+)")
        .SelectMany(one => Convert.FromHexString(one.Groups[1].ValueSpan[..(one.Groups[1].Length / 2 * 2)]));
}
