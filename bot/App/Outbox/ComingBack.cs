using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Outbox;

/// <summary>Somebody who had removed or blocked the bot is back: what waited for them goes out after all, in its order.</summary>
public static class ComingBack
{
    /// <summary>Older than this nobody waits for it any more; its words are forgotten then too.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Inside the unit of work. What was refused for another reason stays given up.</summary>
    public static async Task Unblock(Db db, Account account, DateTime now, CancellationToken cancel)
    {
        if (account.BlockedAt is null)
            return;
        account.BlockedAt = null;
        var since = now - Longest;
        var waiting = await db.Messages.Where(message => message.DeadAt > since && message.LastError == Message.PersonBlocked && message.Body != ""
            && message.InstallationId == account.InstallationId && message.PlaceKind == PlaceKind.Person && message.PlaceId == account.ExternalId).ToListAsync(cancel);
        foreach (var message in waiting)
            (message.DeadAt, message.Attempts) = (null, 0);
    }
}
