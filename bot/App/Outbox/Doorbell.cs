namespace ServiceCulture.Bot.Outbox;

/// <summary>Wakes the dispatcher at a commit. Ringing twice before it looks is once.</summary>
public sealed class Doorbell
{
    readonly System.Threading.Channels.Channel<bool> _rung = System.Threading.Channels.Channel.CreateBounded<bool>(
        new System.Threading.Channels.BoundedChannelOptions(1) { FullMode = System.Threading.Channels.BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Until it rings, at most so long.</summary>
    public async Task Wait(TimeSpan most, CancellationToken cancel)
    {
        if (most <= TimeSpan.Zero)
            return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(most);
        await _rung.Reader.ReadAsync(limit.Token).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
