using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.BotFramework;

namespace ServiceCulture.Bot.Channels.Teams;

/// <summary>The tenant's row: where the Connector can be reached, and who the bot is there, as the last verified activity said.</summary>
public sealed class TeamsInstallations(BotFrameworkOptions options, IStore store, Register register, TimeProvider clock)
{
    public async ValueTask<Installation> Of(Activity activity, CancellationToken cancel)
    {
        // Tenants are compared without case when they are let in; the row has the settings' spelling.
        var tenant = options.TenantId is { Length: > 0 } own ? own : activity.TenantId;
        var known = await register.Installation(Channel.Teams, tenant, cancel);
        return known is not null && IsCurrent(known, activity) ? known : await Write(tenant, activity, cancel);
    }

    async Task<Installation> Write(string tenant, Activity activity, CancellationToken cancel)
    {
        var written = await store.Do(async db =>
        {
            var row = await db.Installations.SingleOrDefaultAsync(i => i.Channel == Channel.Teams && i.ExternalId == tenant, cancel);
            if (row is null)
                db.Installations.Add(row = new Installation { Channel = Channel.Teams, ExternalId = tenant, Name = "Microsoft Teams", CreatedAt = clock.GetUtcNow().UtcDateTime });
            (row.ServiceUrl, row.BotId, row.RemovedAt) = (activity.ServiceUrl, Bot(activity) ?? row.BotId, null);
            await db.SaveChangesAsync(cancel);
            return row;
        }, cancel);
        register.Forget();
        return written;
    }

    static bool IsCurrent(Installation known, Activity activity) =>
        known.ServiceUrl == activity.ServiceUrl && (Bot(activity) is not { } bot || bot == known.BotId);

    static string? Bot(Activity activity) => activity.Recipient.Id is { Length: > 0 } bot ? bot : null;
}
