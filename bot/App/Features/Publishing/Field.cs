namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>
/// The row space of a block's published sums, modulo one prime below 2^31: a reduced echelon basis, and two vectors at which every
/// published sum is zero. Numbers are exact; when they stand for the rationals is <see cref="Block"/>'s matter.
/// </summary>
sealed class Field(uint prime, int seed)
{
    readonly List<(int Pivot, uint[] Row)> _basis = [];
    readonly uint[] _one = new uint[Block.MostPeople], _other = new uint[Block.MostPeople];
    bool _current;

    public uint Prime => prime;

    public Field Copy()
    {
        var copy = new Field(prime, seed);
        copy._basis.AddRange(_basis.Select(row => (row.Pivot, (uint[])row.Row.Clone())));
        return copy;
    }

    /// <summary>Takes the sum in; false when it follows from the others.</summary>
    public bool Add(int[] set)
    {
        var row = Reduced(set);
        var pivot = Array.FindIndex(row, value => value != 0);
        if (pivot < 0)
            return false;
        Scale(row, Inverse(row[pivot]));
        foreach (var (_, other) in _basis)
            Subtract(other, other[pivot], row);
        _basis.Add((pivot, row));
        _current = false;
        return true;
    }

    public bool Spans(int[] set) => Array.TrueForAll(Reduced(set), value => value == 0);

    /// <summary>
    /// A vector at which every published sum and this one are zero, else as random as can be. Any set whose sum follows from them is
    /// zero at it; any other set is so only by chance. All zeros when the sum follows already.
    /// </summary>
    public uint[] VanishingAt(int[] set)
    {
        Refresh();
        var (atOne, atOther) = (Sum(_one, set), Sum(_other, set));
        var vector = new uint[Block.MostPeople];
        for (var at = 0; at < vector.Length; at++)
            vector[at] = (uint)((atOther * _one[at] % prime + prime - atOne * _other[at] % prime) % prime);
        return vector;
    }

    void Refresh()
    {
        if (_current)
            return;
        Vanish(_one, 1);
        Vanish(_other, 2);
        _current = true;
    }

    void Vanish(uint[] vector, int which)
    {
        for (var at = 0; at < vector.Length; at++)
            vector[at] = Chance(at, which);
        foreach (var (pivot, _) in _basis)
            vector[pivot] = 0;
        foreach (var (pivot, row) in _basis)
        {
            ulong sum = 0;
            for (var at = 0; at < row.Length; at++)
                if (row[at] != 0 && at != pivot)
                    sum = (sum + (ulong)row[at] * vector[at]) % prime;
            vector[pivot] = (uint)((prime - sum) % prime);
        }
    }

    uint[] Reduced(int[] set)
    {
        var row = new uint[Block.MostPeople];
        foreach (var at in set)
            row[at] = 1;
        // The basis is reduced: subtracting one of its rows leaves the other pivots alone.
        foreach (var (pivot, basis) in _basis)
            Subtract(row, row[pivot], basis);
        return row;
    }

    void Subtract(uint[] from, uint times, uint[] row)
    {
        if (times == 0)
            return;
        ulong minus = prime - times;
        for (var at = 0; at < row.Length; at++)
            if (row[at] != 0)
                from[at] = (uint)((from[at] + minus * row[at]) % prime);
    }

    void Scale(uint[] row, ulong by)
    {
        for (var at = 0; at < row.Length; at++)
            row[at] = (uint)(row[at] * by % prime);
    }

    ulong Sum(uint[] vector, int[] set)
    {
        ulong sum = 0;
        foreach (var at in set)
            sum += vector[at];
        return sum % prime;
    }

    // Fermat: the power to prime - 2.
    ulong Inverse(ulong value)
    {
        ulong inverse = 1;
        for (var power = prime - 2; power != 0; power >>= 1, value = value * value % prime)
            if ((power & 1) != 0)
                inverse = inverse * value % prime;
        return inverse;
    }

    // Mixed from place and seed, so that the same organisation always gets the same answer.
    uint Chance(int at, int which)
    {
        var mixed = (ulong)(uint)seed * 0x9E3779B97F4A7C15 + (ulong)at * 0xBF58476D1CE4E5B9 + (ulong)which * 0x94D049BB133111EB;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (uint)((mixed ^ (mixed >> 31)) % prime);
    }
}
