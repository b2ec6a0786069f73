using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Outbox;

/// <summary>One node paces one installation: whoever holds the lane's lease sends, the others leave it alone.</summary>
public sealed class Lanes(IStore store, TimeProvider clock)
{
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<int, DateTime> _held = [];

    /// <summary>This node's name among the owners.</summary>
    public string Owner { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>True while this node holds the lane; renews it in good time.</summary>
    public async Task<bool> Hold(int installation, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_held.TryGetValue(installation, out var until) && until - now > Lease / 2)
            return true;
        var holds = await store.Do(db => Take(db, installation, now, cancel), cancel);
        if (holds)
            _held[installation] = now + Lease;
        else
            _held.TryRemove(installation, out _);
        return holds;
    }

    /// <summary>Whether this node's last lease still lasts, by its own clock.</summary>
    public bool IsHeld(int installation) => _held.TryGetValue(installation, out var until) && until > clock.GetUtcNow().UtcDateTime;

    /// <summary>Lets go of all lanes, so that another node need not wait.</summary>
    public async Task Leave(CancellationToken cancel)
    {
        _held.Clear();
        await store.Do(db => db.Lanes.Where(lane => lane.Owner == Owner).ExecuteDeleteAsync(cancel), cancel);
    }

    async Task<bool> Take(Db db, int installation, DateTime now, CancellationToken cancel) => await db.Database.ExecuteSqlAsync($"""
        INSERT INTO "Lanes" ("InstallationId", "Owner", "LeaseUntil") VALUES ({installation}, {Owner}, {now + Lease})
        ON CONFLICT ("InstallationId") DO UPDATE SET "Owner" = excluded."Owner", "LeaseUntil" = excluded."LeaseUntil"
        WHERE "Lanes"."Owner" = excluded."Owner" OR "Lanes"."LeaseUntil" < {now}
        """, cancel) == 1;
}
