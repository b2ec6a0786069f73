using ServiceCulture.Bot.Features.Escalations.Notes;

namespace ServiceCulture.Bot.Features.Escalations.Routing;

/// <summary>The worker behind this node's router and known answers: looks every two seconds whether there is something to learn.</summary>
public sealed class KeepingUp(Following following, KnownAnswers known, TimeProvider clock, ILogger<KeepingUp> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(2), AfterFailure = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await Task.Delay(await Look(stoppingToken) ? Every : AfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task<bool> Look(CancellationToken cancel)
    {
        try
        {
            await following.Look(cancel);
            await known.CatchUp(cancel);
            if (following.Built.IsCompleted)
                await following.Built;
            return true;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception failure)
        {
            // The database is away, or a build broke: the model that is there goes on answering.
            Log.LookFailed(log, failure);
            return false;
        }
    }
}
