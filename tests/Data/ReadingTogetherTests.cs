using ServiceCulture.Bot.Data;

namespace ServiceCulture.Tests.Data;

/// <summary>Many who ask at once are answered by few readings.</summary>
public sealed class ReadingTogetherTests
{
    readonly List<(List<int> Keys, TaskCompletionSource<Dictionary<int, string>> Answer)> _readings = [];
    readonly ReadingTogether<int, string> _reading;

    public ReadingTogetherTests() => _reading = new(keys =>
    {
        _readings.Add(([.. keys], new()));
        return _readings[^1].Answer.Task;
    });

    [Fact]
    public async Task Who_asks_alone_is_read_at_once_and_who_is_not_there_is_nobody()
    {
        var one = _reading.Read(1, default);
        Answer(0);
        Assert.Equal("1", await one);
        var nobody = _reading.Read(2, default);
        Answer(1, leavesOut: 2);
        Assert.Null(await nobody);
    }

    [Fact]
    public async Task Whoever_asks_while_both_readers_are_at_it_is_read_with_the_next_group()
    {
        var asked = Enumerable.Range(1, 100).Select(key => _reading.Read(key, default)).ToList();
        Assert.Equal([[1], [2]], _readings.Select(reading => reading.Keys));
        Answer(0);
        await asked[0];
        Assert.Equal(Enumerable.Range(3, 64), Next(2));
        Answer(1);
        await asked[1];
        Assert.Equal(Enumerable.Range(67, 34), Next(3));
        Answer(2);
        Answer(3);
        Assert.Equal(Enumerable.Range(1, 100).Select(key => $"{key}"), await Task.WhenAll(asked));
    }

    [Fact]
    public async Task The_same_is_read_once_for_all_who_wait_but_anew_for_whoever_asks_after_its_reading_began()
    {
        var (one, two) = (_reading.Read(1, default), _reading.Read(2, default));
        var (again, oncemore) = (_reading.Read(1, default), _reading.Read(1, default));
        Answer(0);
        await one;
        Assert.False(again.IsCompleted);
        Assert.Equal([1], Next(2));
        Answer(2);
        Answer(1);
        Assert.Equal<IEnumerable<string?>>(["1", "1", "2"], await Task.WhenAll(again, oncemore, two));
        Assert.Equal(3, _readings.Count);
    }

    [Fact]
    public async Task What_fails_fails_for_those_who_waited_for_it_alone()
    {
        var one = _reading.Read(1, default);
        _readings[0].Answer.SetException(new InvalidOperationException("The database is away."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => one);
        var again = _reading.Read(1, default);
        Answer(1);
        Assert.Equal("1", await again);
    }

    [Fact]
    public async Task Whoever_gives_up_leaves_the_others_waiting()
    {
        using var gone = new CancellationTokenSource();
        var (one, other) = (_reading.Read(1, gone.Token), _reading.Read(2, default));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Answer(0);
        Answer(1);
        Assert.Equal("2", await other);
    }

    List<int> Next(int number)
    {
        Assert.True(SpinWait.SpinUntil(() => _readings.Count > number, TimeSpan.FromSeconds(30)));
        return _readings[number].Keys;
    }

    void Answer(int number, int leavesOut = 0)
    {
        Assert.True(SpinWait.SpinUntil(() => _readings.Count > number, TimeSpan.FromSeconds(30)));
        _readings[number].Answer.SetResult(_readings[number].Keys.Where(key => key != leavesOut).ToDictionary(key => key, key => $"{key}"));
    }
}
