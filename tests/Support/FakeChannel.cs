using System.Collections.Concurrent;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Outbox;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Support;

/// <summary>A channel that draws with its real renderer, remembers what it was sent, and fails when told to.</summary>
sealed class FakeChannel(Channel channel, FakeClock clock) : IVoice, ISender
{
    readonly ConcurrentDictionary<string, (Send Send, Reader Reader)> _drawn = [];
    readonly ConcurrentQueue<Exception> _failures = [];
    readonly ConcurrentQueue<Delivered> _sent = [];
    TaskCompletionSource? _gate;
    int _tries, _under;

    public Channel Channel => channel;

    /// <summary>What arrived, in order.</summary>
    public IReadOnlyList<Delivered> Sent => [.. _sent];

    /// <summary>How often a send was tried, failed ones too.</summary>
    public int Tries => _tries;

    /// <summary>The message with this key as it stands now; its last delivery.</summary>
    public Delivered? Standing(string key) => _sent.LastOrDefault(sent => sent.Key == key);

    /// <summary>What arrived in a place, in order.</summary>
    public IReadOnlyList<Delivered> In(string place) => [.. _sent.Where(sent => sent.Place == place)];

    /// <summary>The next sends fail, one a failure.</summary>
    public void FailNext(params Exception[] failures) => Array.ForEach(failures, _failures.Enqueue);

    /// <summary>While it is set every send fails so: the platform is away.</summary>
    public Exception? Down { get; set; }

    /// <summary>Sends wait until they are let go.</summary>
    public void Hold() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo() => _gate!.SetResult();

    /// <summary>Ends when so many sends are under way.</summary>
    public async Task UnderWay(int count)
    {
        while (Volatile.Read(ref _under) < count)
            await Task.Yield();
    }

    public Drawn Draw(Send send, Reader reader)
    {
        var body = channel switch
        {
            Channel.Slack => BlockKit.Blocks(send.Card, reader),
            Channel.Teams => AdaptiveCards.Card(send.Card, reader),
            _ => Html.Card(send.Card, reader),
        };
        _drawn[body] = (send, reader);
        return new Drawn(body, PlainText.Summary(send.Card, reader));
    }

    public Outcome Settle(Turn turn, Outcome outcome) => outcome;

    public async Task<Sent> Send(Message message, CancellationToken cancel)
    {
        Interlocked.Increment(ref _tries);
        Interlocked.Increment(ref _under);
        if (_gate is { } gate)
            await gate.Task;
        Interlocked.Decrement(ref _under);
        if (Down is { } down)
            throw down;
        if (_failures.TryDequeue(out var failure))
            throw failure;
        var (send, reader) = _drawn[message.Body];
        _sent.Enqueue(new Delivered(message.Key, message.PlaceId, message.Revision, message.RemoteId is not null, send.Card, reader, message.Body, clock.Now));
        return new Sent(message.RemoteId ?? $"{channel}-{_sent.Count}", $"in {message.PlaceId}");
    }
}

/// <summary>A message as it arrived.</summary>
/// <param name="Place">The channel's id of the conversation, or of the account where it went to a person.</param>
/// <param name="IsChange">True where it changed a message that stood there.</param>
sealed record Delivered(string Key, string Place, int Revision, bool IsChange, Card Card, Reader Reader, string Body, DateTime At)
{
    public string Words => PlainText.Render(Card, Reader);
}
