using System.Globalization;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Channels.Local;

/// <summary>Puts messages on the local page: a row, and a word to whoever looks at the page now.</summary>
public sealed class LocalSender(IStore store, LocalFeed feed, TimeProvider clock) : ISender
{
    public Channel Channel => Channel.Local;

    public async Task<Sent> Send(Message message, CancellationToken cancel)
    {
        var post = await store.Do(async db =>
        {
            var id = message.RemoteId is { } remote ? long.Parse(remote, CultureInfo.InvariantCulture) : 0;
            var row = id == 0 ? null : await db.LocalPosts.FindAsync([id], cancel);
            if (row is null)
                db.LocalPosts.Add(row = new LocalPost { Place = Place(message), Html = message.Body, Revision = message.Revision, At = clock.GetUtcNow().UtcDateTime });
            (row.Html, row.Revision) = (message.Body, message.Revision);
            await db.SaveChangesAsync(cancel);
            return row;
        }, cancel);
        feed.Tell(post);
        return new Sent(post.Id.ToString(CultureInfo.InvariantCulture), post.Place);
    }

    /// <summary>The page's name for a person's own conversation.</summary>
    public static string Direct(string account) => $"direct:{account}";

    static string Place(Message message) => message.PlaceKind is PlaceKind.Person ? Direct(message.PlaceId) : message.PlaceId;
}
