using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ServiceCulture.Tests.Data;

/// <summary>Keeps what was logged when a command had been executed.</summary>
sealed class RememberedLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception);
        if (line.Contains("execution completed", StringComparison.OrdinalIgnoreCase))
            Lines.Enqueue(line);
    }

    public void Dispose()
    {
    }
}
