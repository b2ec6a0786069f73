using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards.Rough;

namespace ServiceCulture.Bot.Features.Rough;

/// <summary>Tells an asker, once, that nobody has answered; the colleague may still do.</summary>
public sealed class TellingWhoWaits(IStore store, FiveMinutesRequests requests, Post post, TimeProvider clock)
{
    const int Page = 200;

    /// <returns>How many were told.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var told = await store.Do(db => Some(db, cancel), cancel);
        if (told > 0)
            post.Wake();
        return told;
    }

    // What is more than a page is told at the next tick.
    async Task<int> Some(Db db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = await FiveMinutesRequests.Unanswered(db, now).Take(Page).ToListAsync(cancel);
        var news = new List<Send>();
        foreach (var one in waiting)
        {
            (one.State, one.Version) = (FiveMinutesState.Unanswered, one.Version + 1);
            if (await requests.ToAsker(one, "no-answer", FiveMinutesCard.NoAnswer, cancel) is { } send)
                news.Add(send);
        }
        await post.Enqueue(db, news, now, cancel);
        await db.SaveChangesAsync(cancel);
        return waiting.Count;
    }
}
