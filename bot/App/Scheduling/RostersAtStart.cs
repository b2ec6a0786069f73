using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;

namespace ServiceCulture.Bot.Scheduling;

/// <summary>At start the people of every workspace are read anew; a list that was being read goes on where it stopped.</summary>
public static class RostersAtStart
{
    /// <summary>Teams has no list of a whole tenant: its lists are those of conversations, made due when the bot comes into one.</summary>
    public static async Task MakeDue(Db db, DateTime now, CancellationToken cancel)
    {
        var workspaces = await db.Installations.AsNoTracking().Where(i => i.Channel == Channel.Slack && i.RemovedAt == null).Select(i => i.Id).ToListAsync(cancel);
        foreach (var id in workspaces)
            await Roster.ReadSoon(db, id, "", now, cancel);
    }
}
