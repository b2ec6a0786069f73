using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace ServiceCulture.Tests.Peers.Rigs;

/// <summary>A program that runs beside the test. Its words are kept; when disposed, it and its children are ended by id.</summary>
sealed class ChildProcess : IAsyncDisposable
{
    static readonly TimeSpan pollEvery = TimeSpan.FromMilliseconds(50);

    readonly Process process;
    readonly ConcurrentQueue<string> lines = new();
    bool disposed;

    ChildProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public string Output => string.Join('\n', lines);
    public int Id => process.Id;
    public bool HasExited => process.HasExited;

    public static ChildProcess Start(
        string program, IEnumerable<string> arguments, string folder,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var child = new ChildProcess(new Process { StartInfo = start });
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, string folder, TimeSpan? within = null)
    {
        await using var child = Start(program, arguments, folder);
        using var deadline = new CancellationTokenSource(within ?? TimeSpan.FromMinutes(2));
        await child.process.WaitForExitAsync(deadline.Token);
        return (child.process.ExitCode, child.Output);
    }

    /// <summary>Asks the program itself, again and again, until it is ready.</summary>
    /// <exception cref="TimeoutException">It wasn't ready in time; the message holds what it said.</exception>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public async Task UntilReadyAsync(Func<HttpClient, Task<bool>> ready, TimeSpan? within = null)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var timer = new PeriodicTimer(pollEvery);
        var started = Stopwatch.GetTimestamp();
        while (!await AnswersAsync(ready, client))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > (within ?? TimeSpan.FromSeconds(60)))
                throw await GivenUpAsync();
            await timer.WaitForNextTickAsync();
        }
    }

    async Task<Exception> GivenUpAsync()
    {
        var ended = process.HasExited;
        var name = Name;
        var code = ended ? process.ExitCode : 0;
        await DisposeAsync();
        return ended
            ? new InvalidOperationException($"{name} ended with {code} before it was ready:\n{Output}")
            : new TimeoutException($"{name} was not ready in time:\n{Output}");
    }

    string Name => Path.GetFileName(process.StartInfo.FileName);

    static async Task<bool> AnswersAsync(Func<HttpClient, Task<bool>> ready, HttpClient client)
    {
        try
        {
            return await ready(client);
        }
        catch (Exception notYet) when (notYet is HttpRequestException or SocketException or TaskCanceledException)
        {
            return false;
        }
    }

    void Keep(string? line)
    {
        if (line is not null) lines.Enqueue(line);
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }
}
