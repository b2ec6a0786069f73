namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>Looks for up to four people whose values at a vanishing vector add up to zero, modulo two primes at once.</summary>
sealed class SmallSums(ulong firstPrime, ulong secondPrime)
{
    readonly List<(ulong Value, int Size)> _classes = [];

    /// <summary>People who were always counted together: whatever the sums give away concerns all of them or none.</summary>
    public void Add(ulong first, ulong second, int size) => _classes.Add((first % firstPrime << 32 | second % secondPrime, size));

    /// <summary>
    /// Every set of one to four that adds up to zero is found. Pairs are matched with pairs, so one class may be found twice in a set; that is
    /// a sum in which somebody weighs double, which is no better to give away.
    /// </summary>
    public bool Any()
    {
        var singles = new Dictionary<ulong, int>();
        foreach (var (value, size) in _classes)
            singles[value] = Math.Min(size, singles.GetValueOrDefault(value, size));
        return singles.ContainsKey(0) || AnyOfMore(singles);
    }

    bool AnyOfMore(Dictionary<ulong, int> singles)
    {
        var pairs = new HashSet<ulong>(_classes.Count * _classes.Count / 2);
        for (var i = 0; i < _classes.Count; i++)
            for (var j = 0; j < i; j++)
            {
                var size = _classes[i].Size + _classes[j].Size;
                if (size > 4)
                    continue;
                var sum = Plus(_classes[i].Value, _classes[j].Value);
                var missing = Minus(sum);
                if (sum == 0 || size <= 3 && singles.TryGetValue(missing, out var third) && size + third <= 4)
                    return true;
                if (size > 2)
                    continue;
                if (pairs.Contains(missing))
                    return true;
                pairs.Add(sum);
            }
        return false;
    }

    ulong Plus(ulong one, ulong other)
    {
        var (first, second) = ((one >> 32) + (other >> 32), (uint)one + (ulong)(uint)other);
        return (first >= firstPrime ? first - firstPrime : first) << 32 | (second >= secondPrime ? second - secondPrime : second);
    }

    ulong Minus(ulong value)
    {
        var (first, second) = (value >> 32, (ulong)(uint)value);
        return (first == 0 ? 0 : firstPrime - first) << 32 | (second == 0 ? 0 : secondPrime - second);
    }
}
