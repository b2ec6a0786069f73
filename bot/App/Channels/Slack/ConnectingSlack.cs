using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Slack;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>Asks Slack whose token it is, at start: until then no request is known to be ours. Slack being away holds up nothing else.</summary>
public sealed class ConnectingSlack(SlackClient slack, SlackTokens tokens, IStore store, Register register, TimeProvider clock, ILogger<ConnectingSlack> log) : BackgroundService
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await Connect(stoppingToken))
            await Task.Delay(Again, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <returns>False when it is to be tried again.</returns>
    public async Task<bool> Connect(CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
            return true;
        try
        {
            var owner = await slack.AuthTest(tokens.For(0), cancel);
            await store.Do(db => Write(db, owner, cancel), cancel);
            register.Forget();
            Log.Connected(log, owner.TeamId);
            return true;
        }
        catch (SlackApiException failure)
        {
            Log.NotConnected(log, failure.Code);
            return false;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return true;
        }
    }

    async Task<int> Write(Db db, TokenOwner owner, CancellationToken cancel)
    {
        var id = owner.IsEnterpriseInstall && owner.EnterpriseId is { } enterprise ? enterprise : owner.TeamId;
        var installation = await db.Installations.SingleOrDefaultAsync(i => i.Channel == Channel.Slack && i.ExternalId == id, cancel);
        if (installation is null)
            db.Installations.Add(installation = new Installation { Channel = Channel.Slack, ExternalId = id, Name = owner.Team, CreatedAt = clock.GetUtcNow().UtcDateTime });
        (installation.Name, installation.BotId, installation.RemovedAt) = (owner.Team, owner.UserId, null);
        return await db.SaveChangesAsync(cancel);
    }
}
