namespace ServiceCulture.Bot.Features.Escalations.Figures;

/// <summary>
/// Published teams against published topics. Figures of both can be subtracted from each other exactly where some topics were asked about by some
/// teams alone: those teams less those topics (all that follows from two ways of cutting the same into pieces is made of such differences). This looks
/// for such a difference with at least something in it and fewer than five people behind it.
/// </summary>
sealed class CrossTable
{
    // So many small sets of people are tried; a table with more is taken to leak, so that less is said.
    const int MostTried = 20_000;

    readonly List<(Guid Group, Guid Topic, IReadOnlyList<IReadOnlySet<Guid>> People)> _cells;

    CrossTable(List<(Guid, Guid, IReadOnlyList<IReadOnlySet<Guid>>)> cells) => _cells = cells;

    /// <param name="pieceOf">Of each team, the published one whose rest it is in.</param>
    /// <param name="topics">Published ones; the others are one piece together.</param>
    internal static CrossTable Of(IReadOnlyList<Cell> cells, IReadOnlyDictionary<Guid, Guid> pieceOf, HashSet<Guid> topics) => new([.. cells
        .GroupBy(cell => (Group: pieceOf[cell.Group], Topic: topics.Contains(cell.Topic) ? cell.Topic : HandlingFigure.AllTopics))
        .OrderBy(one => one.Key.Group).ThenBy(one => one.Key.Topic)
        .Select(one => (one.Key.Group, one.Key.Topic, (IReadOnlyList<IReadOnlySet<Guid>>)[.. Enumerable.Range(0, one.First().People.Count).Select(kind => one.SelectMany(cell => cell.People[kind]).ToHashSet())]))]);

    /// <summary>The topics by which a difference with too few people follows; null: none does.</summary>
    internal IReadOnlySet<Guid>? Leak()
    {
        if (_cells.Select(cell => cell.Topic).Distinct().Count() < 2)
            return null;
        for (var kind = 0; kind < _cells[0].People.Count; kind++)
            if (Leak(kind) is { } topics)
                return topics;
        return null;
    }

    HashSet<Guid>? Leak(int kind)
    {
        var tried = new HashSet<string>();
        var toTry = new Stack<(Guid Group, Guid Topic, IReadOnlySet<Guid> People)>(_cells.Where(cell => cell.People[kind].Count < HandlingFloor.Fewest).Select(cell => (cell.Group, cell.Topic, cell.People[kind])));
        while (toTry.TryPop(out var seed))
        {
            if (!tried.Add($"{seed.Group:N}{seed.Topic:N}{string.Concat(seed.People.Order().Select(one => one.ToString("N")))}"))
                continue;
            var (groups, topics) = Needed(seed.Group, seed.People, kind);
            if (!topics.Contains(seed.Topic) || tried.Count > MostTried)
                return topics;
            foreach (var cell in _cells.Where(cell => groups.Contains(cell.Group)))
                if (seed.People.Union(cell.People[kind]).ToHashSet() is var more && more.Count > seed.People.Count && more.Count < HandlingFloor.Fewest)
                    toTry.Push((seed.Group, seed.Topic, more));
        }
        return null;
    }

    // The fewest teams and topics whose difference has that team in it and nobody but these people: a team's cell that others stand behind must be
    // subtracted with its topic, and a topic can be subtracted only from all the teams that asked about it.
    (HashSet<Guid> Groups, HashSet<Guid> Topics) Needed(Guid group, IReadOnlySet<Guid> people, int kind)
    {
        var (groups, topics) = (new HashSet<Guid> { group }, new HashSet<Guid>());
        for (var grows = true; grows;)
        {
            grows = false;
            foreach (var cell in _cells)
                if ((groups.Contains(cell.Group) && !cell.People[kind].IsSubsetOf(people) && topics.Add(cell.Topic)) | (topics.Contains(cell.Topic) && groups.Add(cell.Group)))
                    grows = true;
        }
        return (groups, topics);
    }
}
