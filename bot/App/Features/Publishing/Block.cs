namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>
/// Up to 200 people, and the sums over them that were ever published. A further sum is allowed when, taken together with all of those, no sum over
/// one to four people follows: no 0/1 indicator of 1 to 4 members lies in the row space. A person is one unknown for good, as if they always answered the
/// same; what follows within one window, where answers may be new ones in each, follows here as well.
/// <para>
/// It is exact, without fractions. Suppose the indicator of a set is a rational combination of the rows. Modulo a prime at which the rows keep their rank, it is a combination
/// too, so the set adds up to zero at every vector at which the rows do. At two such vectors (two primes), all sets of up to four are tried. That the rank is kept at
/// those two is known: a row is taken as new only when it is new at both, and as following from the others only when it does so modulo so many primes that their product is beyond
/// every minor of a 0/1 matrix of this rank (Hadamard's bound): then it does so over the rationals. Should the primes ever disagree, the row is hidden. What remains to chance
/// (about 2^-60 a set) is only to hide a sum that could have been shown.
/// </para>
/// </summary>
sealed class Block
{
    public const int MostPeople = 200;

    readonly List<Field> _fields = [];
    readonly List<int[]> _sets = [];
    int[] _classes = new int[MostPeople];
    int _lastClass;

    /// <summary>What has to be remembered: sets from which all that were published follow.</summary>
    public IReadOnlyList<int[]> Sets => _sets;

    public bool WasCounted(int person) => _classes[person] != 0;

    public Block Copy()
    {
        var copy = new Block { _classes = [.. _classes], _lastClass = _lastClass };
        copy._fields.AddRange(_fields.Select(field => field.Copy()));
        copy._sets.AddRange(_sets);
        return copy;
    }

    /// <summary>True when the sum over that set may be published, too.</summary>
    public bool Allows(int[] set)
    {
        EnoughFields();
        var (first, second) = (_fields[0].VanishingAt(set), _fields[1].VanishingAt(set));
        return _fields.TrueForAll(field => field.Spans(set))
            || !_fields[0].Spans(set) && !_fields[1].Spans(set) && !GivesAway(set, first, second);
    }

    /// <summary>Remembers a published sum.</summary>
    public void Add(int[] set)
    {
        EnoughFields();
        var isNew = false;
        foreach (var field in _fields)
            isNew |= field.Add(set);
        if (!isNew)
            return;
        _sets.Add(set);
        var split = new Dictionary<int, int>();
        foreach (var person in set)
            _classes[person] = split.TryGetValue(_classes[person], out var own) ? own : split[_classes[person]] = ++_lastClass;
    }

    bool GivesAway(int[] set, uint[] first, uint[] second)
    {
        var inSet = new HashSet<int>(set);
        var sums = new SmallSums(_fields[0].Prime, _fields[1].Prime);
        foreach (var together in Enumerable.Range(0, MostPeople).Where(person => WasCounted(person) || inSet.Contains(person)).GroupBy(person => (_classes[person], inSet.Contains(person))))
            if (together.Count() < Publication.Fewest)
                sums.Add(Sum(first, together), Sum(second, together), together.Count());
        return sums.Any();
    }

    static ulong Sum(uint[] vector, IEnumerable<int> people) => people.Aggregate(0UL, (sum, person) => sum + vector[person]);

    // Two at least, for the search; so many in all that their product is beyond the largest minor of one row more.
    void EnoughFields()
    {
        var rank = _sets.Count + 1;
        var bits = (rank + 1) / 2.0 * Math.Log2(rank + 1) - rank;
        while (_fields.Count < 2 || 30.99 * _fields.Count <= bits)
        {
            var field = new Field(Primes.Below31Bits[_fields.Count], _fields.Count);
            _sets.ForEach(set => field.Add(set));
            _fields.Add(field);
        }
    }
}
