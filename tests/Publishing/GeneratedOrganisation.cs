using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Tests.Publishing;

/// <summary>What of an organisation varies.</summary>
/// <param name="Answering">How likely somebody answers within a window, on average.</param>
/// <param name="MovesAYear">Into and out of a team in a year: half of them come, half of them go; half from and to other teams.</param>
sealed record Shape(int Teams, int Smallest, int Largest, int TeamsADepartment, double Answering, double MovesAYear)
{
    public static Shape Random(Random chance) => new(chance.Next(2, 9), 3, chance.Next(6, 19), chance.Next(2, 6), 0.6 + 0.4 * chance.NextDouble(), chance.Next(0, 16));
}

/// <summary>An organisation of plainly invented people over a year of windows: they join, leave, move, and don't always answer. The same seed, the same year.</summary>
sealed class GeneratedOrganisation
{
    public const int WindowsAYear = 13;

    readonly Random _chance;
    readonly Shape _shape;
    readonly List<(Guid Id, Guid? Parent)> _groups = [];
    readonly Dictionary<Guid, Guid> _groupOf = [];
    readonly Dictionary<Guid, double> _answering = [];
    int _ids;

    public GeneratedOrganisation(int seed, Shape? shape = null)
    {
        _chance = new(seed);
        _shape = shape ?? Shape.Random(_chance);
        Guid? department = null;
        for (var team = 0; team < _shape.Teams; team++)
        {
            if (team % _shape.TeamsADepartment == 0 && _shape.Teams > _shape.TeamsADepartment)
                _groups.Add((department ??= Id(), null));
            else if (team % _shape.TeamsADepartment == 0)
                department = null;
            Teams.Add(Id());
            _groups.Add((Teams[^1], department));
            for (var people = _chance.Next(_shape.Smallest, _shape.Largest + 1); people > 0; people--)
                Join(Teams[^1]);
            if ((team + 1) % _shape.TeamsADepartment == 0)
                department = null;
        }
    }

    public List<Guid> Teams { get; } = [];
    public IReadOnlyList<(Guid, Guid?)> Groups => _groups;
    public IReadOnlyDictionary<Guid, Guid> GroupOf => _groupOf;
    public GroupTree Tree => new(_groups);

    /// <summary>The next window: who answered what.</summary>
    public Answerers Next(bool first)
    {
        if (!first)
            foreach (var team in Teams)
                Move(team);
        var answers = _groupOf.Keys.Where(member => _chance.NextDouble() < _answering[member]).Select(member => new Answer(member, _chance.Next(1, 6))).ToList();
        return new(Tree, answers, _groupOf);
    }

    // Each change is one coming or going; between teams it is a going here and a coming there.
    void Move(Guid team)
    {
        var perWindow = _shape.MovesAYear / (WindowsAYear - 1);
        for (var left = Whole(perWindow * 0.75); left > 0; left--)
        {
            var people = _groupOf.Where(member => member.Value == team).Select(member => member.Key).ToList();
            var kind = _chance.Next(3);
            if (kind == 0 || people is [])
                Join(team);
            else if (kind == 1 || Teams.Count == 1)
                _groupOf.Remove(people[_chance.Next(people.Count)]);
            else
                _groupOf[people[_chance.Next(people.Count)]] = Teams.Where(other => other != team).ElementAt(_chance.Next(Teams.Count - 1));
        }
    }

    int Whole(double expected) => (int)expected + (_chance.NextDouble() < expected - (int)expected ? 1 : 0);

    void Join(Guid team)
    {
        var member = Id();
        _groupOf[member] = team;
        _answering[member] = _shape.Answering >= 1 ? 1 : Math.Clamp(_shape.Answering + 0.3 * (_chance.NextDouble() - 0.5), 0.1, 1);
    }

    Guid Id() => new(++_ids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
