using System.Collections.Concurrent;
using System.Threading.Channels;
using ServiceCulture.Bot.Outbox;

namespace ServiceCulture.Bot.Channels.Local;

/// <summary>Tells the open pages what was posted. Who comes later reads the rows.</summary>
public sealed class LocalFeed
{
    readonly ConcurrentDictionary<ChannelWriter<LocalPost>, bool> _pages = [];

    public void Tell(LocalPost post)
    {
        foreach (var page in _pages.Keys)
            page.TryWrite(post);
    }

    /// <summary>Posts from now on, until the page goes away.</summary>
    public Subscription Follow() => new(this);

    public sealed class Subscription : IDisposable
    {
        readonly LocalFeed _feed;
        readonly Channel<LocalPost> _posts = Channel.CreateUnbounded<LocalPost>();

        internal Subscription(LocalFeed feed)
        {
            _feed = feed;
            feed._pages[_posts.Writer] = true;
        }

        public IAsyncEnumerable<LocalPost> Posts(CancellationToken cancel) => _posts.Reader.ReadAllAsync(cancel);

        public void Dispose() => _feed._pages.TryRemove(_posts.Writer, out _);
    }
}
