using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Channels.Slack;

/// <summary>Keeps what stood in a form that Slack did not open in time.</summary>
public sealed class Reopening(IStore store, TimeProvider clock)
{
    /// <returns>The press that opens the form as it stood.</returns>
    public Task<Ref> Keep(Form form, Ref opens, Guid member) => store.Do(async db =>
    {
        var kept = Opening.Kept(db, member, form, opens, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return kept;
    }, CancellationToken.None);
}
