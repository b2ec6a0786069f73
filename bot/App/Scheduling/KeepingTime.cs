using Quartz;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>
/// Brings the scheduler up, and down with the program. On PostgreSQL it writes each job and each trigger in a transaction of its
/// own, and then all jobs are due at once: whoever waited for the program to come back goes first.
/// </summary>
public sealed class KeepingTime(QuartzHostedService quartz, IHostApplicationLifetime program, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan AfterTheFirstRequests = TimeSpan.FromSeconds(2);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await quartz.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        using var _ = program.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(AfterTheFirstRequests, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stoppingToken.IsCancellationRequested)
            await Start();
    }

    // Broken off halfway it would leave an exception where the program only ends: it is brought up whole, and then down.
    async Task Start()
    {
        try
        {
            await quartz.StartAsync(CancellationToken.None);
        }
        catch
        {
            // The host says why and stops; whoever started the program must not take that for a good end.
            Environment.ExitCode = 1;
            throw;
        }
    }
}
