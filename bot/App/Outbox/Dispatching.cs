using ServiceCulture.Bot.Conversation;

namespace ServiceCulture.Bot.Outbox;

/// <summary>The worker that keeps the dispatcher going: woken at a commit, else every second. An installation whose platform hangs keeps no other waiting.</summary>
public sealed class Dispatching(Dispatcher dispatcher, Lanes lanes, Doorbell doorbell, ILogger<Dispatching> log) : BackgroundService
{
    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(1);

    readonly Dictionary<int, Task<TimeSpan>> _underWay = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await doorbell.Wait(await Round(stoppingToken), stoppingToken);
        await Ended(Task.WhenAll(_underWay.Values));
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
            foreach (var installation in await dispatcher.Installations(cancel))
                if (!_underWay.ContainsKey(installation.Id))
                    _underWay[installation.Id] = dispatcher.SendDue(installation, cancel);
            await Ended(Task.WhenAll(_underWay.Values).WaitAsync(Patience, cancel));
            return await Shortest();
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

    // How long to rest, of those that are done.
    async Task<TimeSpan> Shortest()
    {
        var rest = Dispatcher.Rest;
        foreach (var (installation, one) in _underWay.Where(one => one.Value.IsCompleted).ToList())
        {
            _underWay.Remove(installation);
            if (await one is var own && own < rest)
                rest = own;
        }
        return rest;
    }

    // However it ended: what failed is told where each is looked at.
    static async Task Ended(Task all) => await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
