using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Tests.Publishing;

/// <summary>A few groups, by letters, and how many answered in each: written as "A 5, B 3, A/C 7"; "/ 1" sits in the whole organisation only.</summary>
sealed class SmallOrganisation
{
    readonly Dictionary<string, Guid> _ids = [];
    readonly List<(Guid, Guid?)> _groups = [];
    readonly Dictionary<Guid, Guid> _groupOf = [];
    readonly List<Guid> _people = [];

    public SmallOrganisation(string groups)
    {
        foreach (var words in groups.Split(", ").Select(group => group.Split(' ')))
        {
            var path = words[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
            var id = path is [] ? GroupTree.Whole : _ids[path[^1]] = new(_ids.Count + 1, 1, 0, new byte[8]);
            if (path is not [])
                _groups.Add((id, path.Length > 1 ? _ids[path[^2]] : null));
            for (var n = int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture); n > 0; n--)
                Join(id);
        }
    }

    public GroupTree Tree => new(_groups);
    public IReadOnlyList<(Guid, Guid?)> Groups => _groups;
    public IReadOnlyDictionary<Guid, Guid> GroupOf => _groupOf;
    public IReadOnlyList<Guid> People => _people;
    public Guid this[string group] => group == "/" ? GroupTree.Whole : _ids[group];

    public Guid Join(Guid group)
    {
        _people.Add(new(_people.Count + 1, 2, 0, new byte[8]));
        _groupOf[_people[^1]] = group;
        return _people[^1];
    }

    public void Leave(Guid member) => _people.Remove(member);

    public Guid SomebodyIn(string group) => _people.First(member => _groupOf[member] == this[group]);

    public void Move(Guid member, string to) => _groupOf[member] = this[to];

    public Answerers Answerers(int step = 3) => new(Tree, _people.Select(member => new Answer(member, step)), _groupOf);

    public Snapshot Decide(PublishedSums? before = null, Measure measure = Measure.Balance) => Publication.Decide(measure, Tree, Answerers(), before ?? new());

    /// <summary>The published groups' letters in order; "/" is the whole.</summary>
    public string Shown(Snapshot snapshot) => string.Concat(snapshot.Figures.Where(figure => !figure.NotEnoughAnswers).Select(figure => figure.GroupId == GroupTree.Whole ? "/" : _ids.Single(id => id.Value == figure.GroupId).Key).Order(StringComparer.Ordinal));
}
