using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Tests.Publishing;

/// <summary>A year of an organisation under a rule: all sums ever published, and how often each team saw its figure.</summary>
sealed record Year(IReadOnlyList<IReadOnlyList<Guid>> Published, IReadOnlyList<int> WindowsOfTeams, int WindowsOfAll, int TeamWindowsWithEnough, TimeSpan Longest)
{
    /// <summary>As the bot publishes.</summary>
    public static Year Guarded(GeneratedOrganisation organisation, TimeProvider clock)
    {
        var sums = new PublishedSums();
        return Run(organisation, clock, (tree, answerers) =>
        {
            var snapshot = Publication.Decide(Measure.Balance, tree, answerers, sums);
            sums = snapshot.Sums;
            return snapshot.Counted;
        });
    }

    /// <summary>As many do: whatever has five answers.</summary>
    public static Year Naive(GeneratedOrganisation organisation) => Run(organisation, TimeProvider.System, (tree, answerers) =>
        tree.FromTheTop.Where(group => answerers.In(group).Count >= 5).ToDictionary(group => group, answerers.In));

    /// <summary>Within each window all is well; nothing is remembered.</summary>
    public static Year Forgetful(GeneratedOrganisation organisation) => Run(organisation, TimeProvider.System, (tree, answerers) =>
        Publication.Decide(Measure.Balance, tree, answerers, new()).Counted);

    static Year Run(GeneratedOrganisation organisation, TimeProvider clock, Func<GroupTree, Answerers, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> rule)
    {
        var published = new List<IReadOnlyList<Guid>>();
        var (seen, all, enough, longest) = (organisation.Teams.ToDictionary(team => team, _ => 0), 0, 0, TimeSpan.Zero);
        for (var window = 0; window < GeneratedOrganisation.WindowsAYear; window++)
        {
            var answerers = organisation.Next(first: window == 0);
            var began = clock.GetTimestamp();
            var counted = rule(organisation.Tree, answerers);
            longest = clock.GetElapsedTime(began) is var took && took > longest ? took : longest;
            published.AddRange(counted.Values);
            foreach (var team in organisation.Teams.Where(counted.ContainsKey))
                seen[team]++;
            all += counted.ContainsKey(GroupTree.Whole) ? 1 : 0;
            enough += organisation.Teams.Count(team => answerers.In(team).Count >= 5);
        }
        return new(published, [.. organisation.Teams.Select(team => seen[team])], all, enough, longest);
    }
}
