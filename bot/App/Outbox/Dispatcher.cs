using System.Collections.Concurrent;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Bot.Outbox;

/// <summary>Sends what waits: claimed with a lease, paced, repeated, and given up where that is the truth.</summary>
public sealed class Dispatcher(IStore store, Register register, Delivery delivery, Lanes lanes)
{
    internal static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    const int SavedTogether = 64;

    readonly Waiting _waiting = new(store);
    readonly ConcurrentDictionary<int, Pace> _paces = [];

    public ValueTask<IReadOnlyList<Installation>> Installations(CancellationToken cancel) => register.Installations(cancel);

    /// <summary>Sends what is due now and what the pace allows, to all installations side by side. Returns how long to rest before the next look.</summary>
    public async Task<TimeSpan> SendDue(CancellationToken cancel) =>
        (await Task.WhenAll((await Installations(cancel)).Select(installation => SendDue(installation, cancel)))).Append(Rest).Min();

    /// <summary>The same to one of them.</summary>
    public async Task<TimeSpan> SendDue(Installation installation, CancellationToken cancel) =>
        delivery.SenderFor(installation.Channel) is { } sender
        && await _waiting.Any(installation.Id, delivery.Clock.GetUtcNow().UtcDateTime, cancel)
        && await lanes.Hold(installation.Id, cancel) ? await SendDue(installation, sender, cancel) : Rest;

    static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    async Task<TimeSpan> SendDue(Installation installation, ISender sender, CancellationToken cancel)
    {
        var pace = _paces.GetOrAdd(installation.Id, _ => delivery.PaceFor(installation.Channel));
        var now = delivery.Clock.GetUtcNow().UtcDateTime;
        var allowed = pace.Allowed(now);
        if (allowed == 0)
            return Shorter(Rest, pace.Rest(now));
        var claimed = await _waiting.Claim(installation.Id, allowed, now, cancel);
        if (claimed.Count == 0)
            return Rest;

        var ready = new List<Message>(claimed.Count);
        var written = new List<Statement>();
        foreach (var message in claimed)
            if (pace.Reserve(message.Id, message.PlaceId, now) is var moment && moment <= now)
                ready.Add(message);
            else
                written.Add(Waiting.Later(message, moment));
        await Write(written, cancel);
        await Send(installation.Id, ready, sender, pace, cancel);
        if (pace.IsBack(now))
            await Write([Waiting.NoLonger(installation.Id, now)], cancel);
        return TimeSpan.Zero;
    }

    // Once begun, a send is written down even while the program stops: else it would be repeated.
    async Task Send(int installation, List<Message> ready, ISender sender, Pace pace, CancellationToken cancel)
    {
        var results = new ConcurrentQueue<Statement>();
        try
        {
            await Parallel.ForEachAsync(ready.GroupBy(Row), new ParallelOptions { MaxDegreeOfParallelism = delivery.AtOnce, CancellationToken = cancel }, async (row, _) =>
            {
                foreach (var message in row)
                    // A platform that takes its time: what was not begun before the lane's lease was over may be another node's by now.
                    results.Enqueue(lanes.IsHeld(installation) ? await delivery.Try(message, sender, pace) : Waiting.Later(message, message.DueAt));
            });
        }
        finally
        {
            await Write([.. results], CancellationToken.None);
        }
    }

    // What goes to one person goes one after the other: they are to read it in its order.
    static (string?, Guid) Row(Message message) => message.PlaceKind is PlaceKind.Person ? (message.PlaceId, default) : (null, message.Id);

    async Task Write(List<Statement> statements, CancellationToken cancel)
    {
        foreach (var chunk in statements.Chunk(SavedTogether))
            await store.Execute(chunk, cancel);
    }
}
