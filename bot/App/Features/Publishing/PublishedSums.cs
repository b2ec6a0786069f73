namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>
/// The memory of one question: whose answers were ever counted together. Nothing may follow from all that was ever published about one
/// to four people, and people join, leave, move and skip windows; so this has to last as long as anybody may remember a figure, and is never forgotten.
/// It holds no answer and no word, not which group or window a set belonged to, and of the sets only those from which the others follow. A person who is erased, or gone for
/// 30 days, is cut loose from their place in it: the place stays, nobody knows whose it was.
/// <para>
/// People sit in blocks of at most 200, neighbours in the tree together, and keep their seat. Each block is guarded as if everybody outside it had told their answers: a set that is given away
/// would show in every block that it touches, so blocks that give nothing away give nothing away together. This keeps the cost of a person the same in
/// a large organisation. There, the part of a group that one block cannot allow is left out of the figure.
/// </para>
/// </summary>
public sealed class PublishedSums
{
    readonly Dictionary<Guid, Seat> _seats = [];
    readonly List<Block> _blocks = [];
    readonly List<int> _taken = [];

    /// <summary>A place in a block.</summary>
    public readonly record struct Seat(int Block, int Place);

    /// <summary>People in one block whose sum was published, by their places.</summary>
    public sealed record CountedTogether(int Block, IReadOnlyList<int> Places);

    /// <summary>Those whose answers were counted at least once.</summary>
    public IEnumerable<KeyValuePair<Guid, Seat>> Counted => _seats.Where(seat => _blocks[seat.Value.Block].WasCounted(seat.Value.Place));

    /// <summary>By block, in the order in which they were published.</summary>
    public IEnumerable<CountedTogether> Sets => _blocks.SelectMany((block, at) => block.Sets.Select(set => new CountedTogether(at, set)));

    /// <summary>As remembered. Places whose people are unknown by now are those that appear in a set only.</summary>
    public static PublishedSums Remembered(IEnumerable<KeyValuePair<Guid, Seat>> seats, IEnumerable<CountedTogether> sets)
    {
        var sums = new PublishedSums();
        foreach (var (member, seat) in seats)
        {
            sums.Reach(seat.Block, seat.Place);
            sums._seats[member] = seat;
        }
        foreach (var (block, places) in sets)
        {
            sums.Reach(block, places.Max());
            sums._blocks[block].Add([.. places]);
        }
        return sums;
    }

    public PublishedSums Copy()
    {
        var copy = new PublishedSums();
        foreach (var (member, seat) in _seats)
            copy._seats[member] = seat;
        copy._blocks.AddRange(_blocks.Select(block => block.Copy()));
        copy._taken.AddRange(_taken);
        return copy;
    }

    /// <summary>Gives everybody who answered a seat, near those of their group.</summary>
    public void Welcome(GroupTree tree, Answerers answerers)
    {
        var block = 0;
        foreach (var group in tree.FromTheTop)
        {
            var people = answerers.Directly(group).ToList();
            block = people.Where(_seats.ContainsKey).Select(member => _seats[member].Block).GroupBy(own => own).OrderByDescending(own => own.Count()).ThenBy(own => own.Key).FirstOrDefault()?.Key ?? block;
            foreach (var member in people.Where(member => !_seats.ContainsKey(member)))
            {
                block = WithRoom(block);
                _seats[member] = new(block, _taken[block]++);
            }
        }
    }

    /// <summary>
    /// Counts these people together, if that gives nobody away; else all but those who have never been counted (they wait until
    /// they are enough); null, and nothing is remembered, where fewer than five, or than half, would be left.
    /// </summary>
    public IReadOnlyList<Guid>? Count(IReadOnlyList<Guid> members)
    {
        var parts = members.GroupBy(member => _seats[member].Block)
            .Select(part => (Block: _blocks[part.Key], Members: Allowed(_blocks[part.Key], [.. part]))).Where(part => part.Members is not []).ToList();
        var counted = parts.SelectMany(part => part.Members).ToList();
        if (counted.Count < Publication.Fewest || 2 * counted.Count < members.Count)
            return null;
        foreach (var (block, part) in parts)
            block.Add(Places(part));
        return counted;
    }

    List<Guid> Allowed(Block block, List<Guid> members)
    {
        if (members.Count >= Publication.Fewest && block.Allows(Places(members)))
            return members;
        var before = members.FindAll(member => block.WasCounted(_seats[member].Place));
        return before.Count < members.Count && before.Count >= Publication.Fewest && block.Allows(Places(before)) ? before : [];
    }

    int[] Places(IEnumerable<Guid> members) => [.. members.Select(member => _seats[member].Place).Order()];

    int WithRoom(int block)
    {
        if (block < _taken.Count && _taken[block] < Block.MostPeople)
            return block;
        if (_taken is [] || _taken[^1] >= Block.MostPeople)
            Reach(_blocks.Count, -1);
        return _blocks.Count - 1;
    }

    void Reach(int block, int place)
    {
        while (_blocks.Count <= block)
        {
            _blocks.Add(new());
            _taken.Add(0);
        }
        _taken[block] = Math.Max(_taken[block], place + 1);
    }
}
