namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>One answer to one question: a step from 1 to 5.</summary>
public readonly record struct Answer(Guid MemberId, int Step);

/// <summary>
/// Who answered one question within a window, and from where. A person counts once, by the median of their answers (of two in
/// the middle the lower, so that it is a step that they chose): who answers daily weighs no more than who answers once, and one
/// hard day does not make a month. The group is the one at the window's end; who is in none belongs to the whole organisation only.
/// </summary>
public sealed class Answerers
{
    readonly Dictionary<Guid, int> _steps;
    readonly Dictionary<Guid, List<Guid>> _below = [];
    readonly ILookup<Guid, Guid> _direct;

    public Answerers(GroupTree tree, IEnumerable<Answer> answers, IReadOnlyDictionary<Guid, Guid> groupAtTheEnd)
    {
        _steps = answers.GroupBy(answer => answer.MemberId, answer => Checked(answer.Step)).ToDictionary(own => own.Key, Median);
        _direct = _steps.Keys.Order().ToLookup(member => tree.Known(groupAtTheEnd.TryGetValue(member, out var group) ? group : null));
        foreach (var group in tree.FromTheTop.Reverse())
            _below[group] = [.. _direct[group], .. tree.Children(group).SelectMany(child => _below[child])];
    }

    /// <summary>Those in the group itself, not in one below it.</summary>
    public IEnumerable<Guid> Directly(Guid group) => _direct[group];

    /// <summary>Those in the group or in one below it.</summary>
    public IReadOnlyList<Guid> In(Guid group) => _below[group];

    public int Step(Guid member) => _steps[member];

    /// <summary>Of two in the middle the lower.</summary>
    internal static int Median(IEnumerable<int> steps)
    {
        var sorted = steps.Order().ToList();
        return sorted[(sorted.Count - 1) / 2];
    }

    static int Checked(int step) => step is >= 1 and <= 5 ? step : throw new ArgumentOutOfRangeException(nameof(step), "A step is 1, 2, 3, 4 or 5.");
}
