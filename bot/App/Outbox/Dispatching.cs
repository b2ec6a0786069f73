using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Outbox;

/// <summary>The worker that keeps the dispatcher going: woken at a commit, else every second.</summary>
public sealed class Dispatching(Dispatcher dispatcher, Lanes lanes, Doorbell doorbell, ILogger<Dispatching> log) : BackgroundService
{
    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await doorbell.Wait(await Round(stoppingToken), stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await lanes.Leave(cancellationToken);
    }

    async Task<TimeSpan> Round(CancellationToken cancel)
    {
        try
        {
            return await dispatcher.SendDue(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception failure)
        {
            // The database is away or a claim broke: nothing is lost, the rows wait.
            Log.RoundFailed(log, failure);
            return AfterFailure;
        }
    }
}
