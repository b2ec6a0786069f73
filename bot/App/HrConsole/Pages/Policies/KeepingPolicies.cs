using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.HrConsole.Pages.Policies;

/// <summary>Reads HR's rules, and sets one: in force at once, with a line in the audit log.</summary>
public sealed class KeepingPolicies(IStore store, Register register, TimeProvider clock)
{
    public const string Act = "policies.set";

    public async Task<IReadOnlyList<PolicyRead>> Read(CancellationToken cancel)
    {
        await using var db = store.Open();
        var rows = await db.Policies.AsNoTracking().ToDictionaryAsync(row => row.Key, cancel);
        return [.. KnownPolicy.All.Select(known => rows.GetValueOrDefault(known.Key) is { } row ? new PolicyRead(known, row.Value, row.ChangedAt) : new(known, known.Default, null))];
    }

    /// <summary>Sets it, where it may be so; else says why not, and nothing changes.</summary>
    /// <returns>What was there before, to be put back; and the fault.</returns>
    public async Task<(string Before, string? Fault)> Set(KnownPolicy known, string value, MemberInfo who, CancellationToken cancel)
    {
        if (known.Fault(value) is { } fault)
            return (value, fault);
        var before = await store.Do(async db =>
        {
            var row = await db.Policies.SingleOrDefaultAsync(policy => policy.Key == known.Key, cancel);
            var old = row?.Value ?? known.Default;
            if (old == value)
                return old;
            var now = clock.GetUtcNow().UtcDateTime;
            // No words are the shipped ones: that is no row at all.
            if (known is KnownPolicy.Words && value.Length == 0)
                db.RemoveRange(row!);
            else if (row is null)
                db.Add(new Policy { Key = known.Key, Value = value, ChangedBy = who.Id, ChangedAt = now });
            else
                (row.Value, row.ChangedBy, row.ChangedAt) = (value, who.Id, now);
            db.Audit.Add(new AuditEntry { At = now, Actor = who.Id, Act = Act, Row = known is KnownPolicy.Words ? known.Key : $"{known.Key}={value}" });
            await db.SaveChangesAsync(cancel);
            return old;
        }, cancel);
        register.Forget();
        return (before, null);
    }
}

/// <param name="ChangedAt">UTC; null while it is the default.</param>
public sealed record PolicyRead(KnownPolicy Known, string Value, DateTime? ChangedAt);
