namespace ServiceCulture.Bot.Features.Digests;

/// <summary>Kudos that may be shown in full.</summary>
/// <param name="To">Those thanked who are in the manager's teams.</param>
public sealed record Candidate(Guid Id, Guid From, DateTime At, IReadOnlyList<Guid> To, IReadOnlyList<string> Values);

/// <summary>
/// Two or three kudos in full: of different people, for different values. Whoever was shown the last time comes only once nobody
/// else waits.
/// </summary>
public static class ChoosingKudos
{
    const int Most = 3, Enough = 2;

    internal static List<Candidate> Candidates(TeamWeeks of) =>
        [.. of.Received.Where(one => of.Span.Part(one.At) == OrganisationWeeks.Before).GroupBy(one => one.KudosId)
            .Select(kudos => new Candidate(kudos.Key, kudos.First().FromId, kudos.First().At, [.. kudos.Select(one => one.ToId).Distinct()], kudos.First().Values))
            .Where(one => one.To.Any(person => person != of.Manager))];

    public static IReadOnlyList<Candidate> Choose(IReadOnlyList<Candidate> all, IReadOnlySet<Guid> lastTime, Guid manager)
    {
        var (left, chosen, people, values, givers) = (all.ToList(), new List<Candidate>(), new HashSet<Guid>(), new HashSet<string>(StringComparer.Ordinal), new HashSet<Guid>());
        while (left.Count > 0 && chosen.Count < Most)
        {
            var best = left.MinBy(one => (Repeats(one.To, people, lastTime), one.From == manager, one.Values.All(values.Contains), givers.Contains(one.From), -one.At.Ticks, one.Id))!;
            if (chosen.Count >= Enough && best.To.Any(people.Contains))
                break;
            left.Remove(best);
            chosen.Add(best);
            people.UnionWith(best.To);
            values.UnionWith(best.Values);
            givers.Add(best.From);
        }
        return chosen;
    }

    // 0: everybody in it is new; 1: somebody is; 2: all were shown last time; 3: somebody stands in this digest already.
    static int Repeats(IReadOnlyList<Guid> to, HashSet<Guid> people, IReadOnlySet<Guid> lastTime) =>
        to.Any(people.Contains) ? 3 : to.All(lastTime.Contains) ? 2 : to.Any(lastTime.Contains) ? 1 : 0;
}
