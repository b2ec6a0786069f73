using System.Threading.Channels;

namespace ServiceCulture.Bench.Loop;

/// <summary>How a client's turn reaches the database.</summary>
interface IWriter : IAsyncDisposable
{
    ValueTask Write(Turn turn);
}

/// <summary>Every client has a connection of its own and commits its turn alone.</summary>
sealed class OwnConnection(IStore store) : IWriter
{
    public ValueTask Write(Turn turn) => store.Commit([turn]);
    public ValueTask DisposeAsync() => store.DisposeAsync();
}

/// <summary>Clients wait in one queue; each of a few writers commits what waits, up to a largest group, together.</summary>
sealed class GroupCommit : IWriter
{
    readonly Channel<(Turn Turn, TaskCompletionSource Done)> _waiting = Channel.CreateUnbounded<(Turn, TaskCompletionSource)>();
    readonly IReadOnlyList<IStore> _stores;
    readonly Task _running;

    public GroupCommit(IReadOnlyList<IStore> stores, int largestGroup)
    {
        _stores = stores;
        _running = Task.WhenAll(stores.Select(store => Task.Run(() => Run(store, largestGroup))));
    }

    public async ValueTask Write(Turn turn)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync((turn, done));
        await done.Task;
    }

    async Task Run(IStore store, int largestGroup)
    {
        var group = new List<(Turn Turn, TaskCompletionSource Done)>(largestGroup);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < largestGroup && _waiting.Reader.TryRead(out var next))
                group.Add(next);
            await Commit(store, group);
            group.Clear();
        }
    }

    static async Task Commit(IStore store, List<(Turn Turn, TaskCompletionSource Done)> group)
    {
        if (group.Count == 0)
            return;
        try
        {
            await store.Commit([.. group.Select(waiting => waiting.Turn)]);
            group.ForEach(waiting => waiting.Done.SetResult());
        }
        catch (System.Data.Common.DbException failure)
        {
            group.ForEach(waiting => waiting.Done.SetException(failure));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _running;
        foreach (var store in _stores)
            await store.DisposeAsync();
    }
}
