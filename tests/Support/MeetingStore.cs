using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceCulture.Bot.Data;

namespace ServiceCulture.Tests.Support;

/// <summary>The real store, whose next savings wait for each other: all of them have read before the first one writes.</summary>
sealed class MeetingStore(IStore real) : IStore, IAsyncDisposable
{
    readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _missing;

    /// <summary>So many savings meet, once; before and after that each goes its own way.</summary>
    public void Meet(int count) => _missing = count;

    public Db Open() => real.Open();

    public async Task Save(Db db, CancellationToken cancel)
    {
        if (Volatile.Read(ref _missing) > 0)
        {
            if (Interlocked.Decrement(ref _missing) == 0)
                _met.SetResult();
            await _met.Task;
        }
        await real.Save(db, cancel);
    }

    public Task<T> Do<T>(Func<Db, Task<T>> work, CancellationToken cancel) => real.Do(work, cancel);

    public Task Execute(IReadOnlyList<Statement> statements, CancellationToken cancel) => real.Execute(statements, cancel);

    public ValueTask DisposeAsync() => real is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;
}

static class StoreWrapping
{
    /// <summary>Puts something around the store that is registered.</summary>
    public static IServiceCollection WrapStore(this IServiceCollection services, Func<IStore, IStore> around)
    {
        var store = services.Last(service => service.ServiceType == typeof(IStore));
        return services.Replace(ServiceDescriptor.Singleton(it =>
            around((IStore)(store.ImplementationFactory?.Invoke(it) ?? ActivatorUtilities.CreateInstance(it, store.ImplementationType!)))));
    }
}
