using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Conversation;

/// <summary>Writes one of HR's rules, with who set it and when, and an entry in the audit log; what stays as it is leaves no trace.</summary>
public static class SettingPolicies
{
    /// <param name="act">The form by which it was set, for the log.</param>
    public static async Task Set(Turn turn, string key, string value, string act, CancellationToken cancel)
    {
        var row = await turn.Db.Policies.SingleOrDefaultAsync(policy => policy.Key == key, cancel);
        if (row?.Value == value)
            return;
        if (row is null)
            turn.Db.Policies.Add(row = new Policy { Key = key, Value = value });
        (row.Value, row.ChangedBy, row.ChangedAt) = (value, turn.Who.Id, turn.Now);
        turn.Db.Audit.Add(new AuditEntry { At = turn.Now, Actor = turn.Who.Id, Act = act, Row = $"{key}={value}" });
    }
}
