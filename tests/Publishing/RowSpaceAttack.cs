using System.Numerics;

namespace ServiceCulture.Tests.Publishing;

/// <summary>
/// The attacker: knows every published sum and who was in it, supposes that people always answer the same, and looks for one to four people whose sum follows. Written
/// apart from what it attacks: an echelon form over the rationals, in whole numbers of any length.
/// <para>
/// In the reduced form a combination of the rows is told by its values at the pivots. So an indicator of a set of people is the sum of those rows whose pivots
/// are in the set, and the set is zero at the vector that has any weights at the free columns and at each pivot minus its row times those. That leaves few candidates; each
/// is then proved or dropped by adding its rows up exactly.
/// </para>
/// </summary>
sealed class RowSpaceAttack
{
    const ulong Prime = (1UL << 61) - 1;

    readonly List<(int Pivot, BigInteger[] Row)> _rows = [];
    readonly List<Guid> _people;

    public RowSpaceAttack(IEnumerable<IReadOnlyList<Guid>> published)
    {
        var sets = published.Select(set => set.ToHashSet()).DistinctBy(set => string.Join(' ', set.Order())).ToList();
        _people = [.. sets.SelectMany(set => set).Distinct().Order()];
        foreach (var set in sets)
            Take([.. _people.Select(person => set.Contains(person) ? BigInteger.One : BigInteger.Zero)]);
    }

    public int Rank => _rows.Count;

    /// <summary>One to four people whose sum follows; null when there are none.</summary>
    public IReadOnlyList<Guid>? Finds() => Candidates().FirstOrDefault(Follows)?.Select(at => _people[at]).ToList();

    void Take(BigInteger[] row)
    {
        foreach (var (at, known) in _rows)
            Clear(row, at, known);
        var pivot = Array.FindIndex(row, value => !value.IsZero);
        if (pivot < 0)
            return;
        foreach (var (_, known) in _rows)
            Clear(known, pivot, row);
        _rows.Add((pivot, row));
    }

    // Makes a row zero at a place by another row, and keeps its numbers short.
    static void Clear(BigInteger[] row, int at, BigInteger[] by)
    {
        if (row[at].IsZero)
            return;
        var (own, others) = (by[at], row[at]);
        var common = BigInteger.Zero;
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = row[i] * own - by[i] * others;
            common = common.IsOne ? common : BigInteger.GreatestCommonDivisor(common, row[i]);
        }
        if (!common.IsZero && !common.IsOne)
            for (var i = 0; i < row.Length; i++)
                row[i] /= common;
    }

    bool Follows(int[] set)
    {
        var rows = _rows.Where(row => set.Contains(row.Pivot)).ToList();
        for (var at = 0; at < _people.Count; at++)
        {
            // Over the product of the pivots, so that nothing is divided.
            var all = rows.Aggregate(BigInteger.One, (product, row) => product * row.Row[row.Pivot]);
            var value = rows.Aggregate(BigInteger.Zero, (sum, row) => sum + row.Row[at] * (all / row.Row[row.Pivot]));
            if (value != (set.Contains(at) ? all : 0))
                return false;
        }
        return true;
    }

    IEnumerable<int[]> Candidates()
    {
        var vector = Vanishing();
        var byPair = new Dictionary<ulong, List<(int, int)>>();
        for (var i = 0; i < vector.Length; i++)
        {
            if (vector[i] == 0)
                yield return [i];
            for (var j = 0; j < i; j++)
            {
                var sum = Plus(vector[i], vector[j]);
                if (sum == 0)
                    yield return [i, j];
                // The fourth and third come before, so each set is seen once at least.
                foreach (var (k, l) in byPair.GetValueOrDefault((Prime - sum) % Prime, []))
                    if (k != j && l != j && k != i)
                        yield return [i, j, k, l];
            }
            for (var j = 0; j < i; j++)
                In(byPair, Plus(vector[i], vector[j])).Add((i, j));
        }
        for (var k = 0; k < vector.Length; k++)
            foreach (var (i, j) in byPair.GetValueOrDefault((Prime - vector[k]) % Prime, []))
                if (k != i && k != j)
                    yield return [i, j, k];
    }

    static List<(int, int)> In(Dictionary<ulong, List<(int, int)>> pairs, ulong sum) => pairs.TryGetValue(sum, out var found) ? found : pairs[sum] = [];

    ulong[] Vanishing()
    {
        var chance = new Random(20_260_101);
        var vector = new ulong[_people.Count];
        for (var at = 0; at < vector.Length; at++)
            vector[at] = (ulong)chance.NextInt64((long)Prime);
        var pivots = _rows.Select(row => row.Pivot).ToHashSet();
        foreach (var (pivot, row) in _rows)
        {
            var sum = BigInteger.Zero;
            for (var at = 0; at < row.Length; at++)
                if (!pivots.Contains(at))
                    sum += row[at] * vector[at];
            if ((row[pivot] % Prime).IsZero)
                throw new InvalidOperationException("A pivot is a multiple of the prime: take another.");
            var value = -sum * BigInteger.ModPow(row[pivot], Prime - 2, Prime) % Prime;
            vector[pivot] = (ulong)(value.Sign < 0 ? value + Prime : value);
        }
        return vector;
    }

    static ulong Plus(ulong one, ulong other) => (one + other) % Prime;
}
