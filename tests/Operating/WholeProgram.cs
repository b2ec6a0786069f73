using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ServiceCulture.Tests.Slack;
using ServiceCulture.Tests.Slack.Endpoint;

namespace ServiceCulture.Tests.Operating;

/// <summary>The built program in a process of its own, in Production, in an empty folder. It is ended by its id.</summary>
sealed class WholeProgram : IAsyncDisposable
{
    const string Ready = "ServiceCultureBot is ready: ";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("service-culture-");
    readonly ConcurrentQueue<string> _said = [];
    readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Process _process;

    /// <param name="words">What stands behind the program's name on the command line.</param>
    public WholeProgram(IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ServiceCulture.Bot.dll"), .. words])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>As the program's clock has it: the machine's.</summary>
    public static DateTimeOffset Now => DateTimeOffset.UtcNow;

    public string Output => string.Join('\n', _said);

    public HttpClient Client { get; } = new();

    /// <summary>To its end; gives its exit code.</summary>
    public async Task<int> Ended(CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel);
        return _process.ExitCode;
    }

    /// <summary>Until it says where it can be reached: it chose its port itself.</summary>
    public async Task Listens(CancellationToken cancel)
    {
        var ended = _process.WaitForExitAsync(cancel);
        if (await Task.WhenAny(_address.Task, ended) == ended)
            throw new InvalidOperationException($"It ended before it was ready:\n{Output}");
        Client.BaseAddress = await _address.Task;
    }

    /// <summary>Asks again and again until it is so.</summary>
    public static async Task Until(Func<Task<bool>> isSo, CancellationToken cancel)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
            await again.WaitForNextTickAsync(cancel);
    }

    public async Task<Said> PostSigned(string body, string type, CancellationToken cancel)
    {
        // The program has the machine's clock and refuses what is signed five minutes off it, so it is signed by that one.
        var timestamp = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", SlackSigned.Sign(timestamp, bytes));
        using var response = await Client.SendAsync(request, cancel);
        return new Said(response.StatusCode, await response.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>Ends it without a word, as when the power goes; once more does nothing.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Kill();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    void Hear(string? line)
    {
        if (line is null)
            return;
        _said.Enqueue(line);
        if (line.StartsWith(Ready, StringComparison.Ordinal))
            _address.TrySetResult(new Uri(line[Ready.Length..]));
    }
}
