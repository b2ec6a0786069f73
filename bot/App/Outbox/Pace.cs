namespace ServiceCulture.Bot.Outbox;

/// <summary>
/// How fast one installation is sent to: so many a second together, so many a second to one place. What may not go
/// yet is told when it may, and what waits behind it is not held up. Used by one round of sending at a time, and by
/// sends that were told to wait.
/// </summary>
public sealed class Pace(double perSecond, double perPlacePerSecond)
{
    // A place gets two at once before it is paced: a card and its answer should not look slow.
    const int Burst = 2;
    const int Most = 256, MostPlaces = 10_000;
    static readonly TimeSpan BetweenTellings = TimeSpan.FromMinutes(5);

    readonly Lock _lock = new();
    readonly Dictionary<string, DateTime> _places = new(StringComparer.Ordinal);
    readonly Dictionary<Guid, DateTime> _promised = [];
    DateTime _next, _told;
    bool _missed, _back;

    /// <summary>How many may start now.</summary>
    public int Allowed(DateTime now)
    {
        lock (_lock)
        {
            _next = Later(_next, now - TimeSpan.FromSeconds(1));
            return (int)Math.Clamp((now - _next).TotalSeconds * perSecond, 0, Most);
        }
    }

    /// <summary>How long until at least one may start.</summary>
    public TimeSpan Rest(DateTime now)
    {
        lock (_lock)
            return _next + TimeSpan.FromSeconds(1 / perSecond) - now is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }

    /// <summary>The moment at which this message may go to its place. Not later than now: it is counted and goes. Else the moment is promised to it.</summary>
    public DateTime Reserve(Guid message, string place, DateTime now)
    {
        lock (_lock)
        {
            if (_promised.TryGetValue(message, out var promised) || (promised = Book(place, now)) > now)
                _promised[message] = promised;
            if (promised > now)
                return promised;
            _promised.Remove(message);
            _next += TimeSpan.FromSeconds(1 / perSecond);
            return promised;
        }
    }

    /// <summary>The channel said to wait: nothing goes to this installation before then.</summary>
    public void HoldUntil(DateTime moment)
    {
        lock (_lock)
            _next = Later(_next, moment);
    }

    /// <summary>A send failed, as if nobody were there.</summary>
    public void Missed()
    {
        lock (_lock)
            _missed = true;
    }

    /// <summary>A send got through.</summary>
    public void Reached()
    {
        lock (_lock)
            _back |= _missed;
    }

    /// <summary>Whether it is there again after failures: told once, and not again for five minutes, so that one message that always fails is not tried on and on.</summary>
    public bool IsBack(DateTime now)
    {
        lock (_lock)
        {
            if (!_back || now < _told + BetweenTellings)
                return false;
            (_missed, _back, _told) = (false, false, now);
            return true;
        }
    }

    DateTime Book(string place, DateTime now)
    {
        if (_places.Count > MostPlaces)
            foreach (var old in _places.Where(pair => pair.Value < now).Select(pair => pair.Key).ToList())
                _places.Remove(old);
        var gap = TimeSpan.FromSeconds(1 / perPlacePerSecond);
        return _places[place] = Later(_places.GetValueOrDefault(place), now - gap * Burst) + gap;
    }

    static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
