namespace ServiceCulture.Bot.Data;

/// <summary>
/// Reads what several ask for at the same time in one go, up to 64 keys: in a busy minute a row costs a share of a query
/// instead of one of its own. Whoever asks while nothing is read waits for nobody.
/// </summary>
/// <param name="read">Gives what there is; who is missing in it is not there.</param>
sealed class ReadingTogether<TKey, T>(Func<IReadOnlyCollection<TKey>, Task<Dictionary<TKey, T>>> read) where TKey : notnull where T : class
{
    const int Together = 64;

    // While one group is on its way to the database and back, the next is read.
    const int Readers = 2;

    readonly Lock _gate = new();
    readonly Dictionary<TKey, TaskCompletionSource<T?>> _waiting = [];
    int _reading;

    /// <summary>As it stands after this call, never from a reading that began before it.</summary>
    public Task<T?> Read(TKey key, CancellationToken cancel)
    {
        TaskCompletionSource<T?>? answer;
        lock (_gate)
        {
            if (!_waiting.TryGetValue(key, out answer))
                _waiting[key] = answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_reading == Readers)
                return answer.Task.WaitAsync(cancel);
            _reading++;
        }
        _ = ReadAll();
        return answer.Task.WaitAsync(cancel);
    }

    async Task ReadAll()
    {
        while (Next() is { Count: > 0 } group)
            try
            {
                var found = await read(group.Keys);
                foreach (var (key, answer) in group)
                    answer.SetResult(found.GetValueOrDefault(key));
            }
            catch (Exception failure)
            {
                foreach (var answer in group.Values)
                    answer.TrySetException(failure);
            }
    }

    Dictionary<TKey, TaskCompletionSource<T?>> Next()
    {
        lock (_gate)
        {
            var group = _waiting.Take(Together).ToDictionary();
            foreach (var key in group.Keys)
                _waiting.Remove(key);
            if (group.Count == 0)
                _reading--;
            return group;
        }
    }
}
