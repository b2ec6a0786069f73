using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Tests.Escalations.Figures;

/// <summary>Of whom figures about handling are said: never, also not by subtraction, of fewer than five experts.</summary>
public sealed class HandlingFloorTests
{
    static readonly Guid North = Id(1), South = Id(2), NorthEast = Id(3), Refunds = Id(11), Parcels = Id(12), Invoices = Id(13);
    static readonly GroupTree Tree = new([(North, null), (South, null), (NorthEast, North)]);

    [Fact]
    public void Fewer_than_five_in_all_say_nothing()
    {
        Assert.Empty(HandlingFloor.Decide(Tree, [Cell(North, Refunds, 1, 2, 3, 4)]).Groups);
        Assert.Empty(HandlingFloor.Decide(Tree, []).Groups);
        Assert.Equal([GroupTree.Whole, North], Groups(Cell(North, Refunds, 1, 2, 3, 4, 5)));
    }

    [Fact]
    public void A_team_with_too_few_rolls_up_into_the_one_above()
    {
        Assert.Equal([GroupTree.Whole, North, South], Groups(Cell(NorthEast, Refunds, 1, 2), Cell(North, Refunds, 3, 4, 5), Cell(South, Refunds, 1, 2, 3, 4, 5)));
        Assert.Equal([GroupTree.Whole], Groups(Cell(North, Refunds, 1, 2), Cell(South, Refunds, 3, 4, 5)));
    }

    [Fact]
    public void A_rest_with_too_few_hides_the_smallest_beside_it()
    {
        // South alone would stand as the organisation less North.
        Assert.Equal([GroupTree.Whole], Groups(Cell(North, Refunds, 1, 2, 3, 4, 5, 6), Cell(South, Refunds, 7, 8)));
        // North less North-East, too; it stays with North.
        Assert.Equal([GroupTree.Whole, North, South], Groups(Cell(NorthEast, Refunds, 1, 2, 3, 4, 5), Cell(North, Refunds, 6), Cell(South, Refunds, 1, 2, 3, 4, 5)));
    }

    [Fact]
    public void Topics_roll_up_into_all_topics()
    {
        var cells = new[] { Cell(North, Refunds, 1, 2, 3, 4, 5), Cell(North, Parcels, 1, 2, 3, 4, 5, 6), Cell(North, Invoices, 7, 8) };
        // Invoices are too few, and so would be all less the other two; with the smaller of these they are enough.
        Assert.Equal([Parcels], HandlingFloor.Decide(Tree, cells).Topics);
    }

    [Fact]
    public void A_team_less_a_topic_that_it_alone_asks_about_counts_too()
    {
        Cell[] cells = [Cell(North, Refunds, 1, 2, 3, 4, 5), Cell(North, Parcels, 6), Cell(South, Parcels, 1, 2, 3, 4, 5)];
        var (groups, topics) = HandlingFloor.Decide(Tree, cells);
        Assert.Equal([GroupTree.Whole, North, South], groups.Order());
        // North less refunds is one expert's: the topics are not said.
        Assert.Empty(topics);
    }

    [Fact]
    public void Each_kind_of_people_must_be_enough()
    {
        Cell Both(Guid group, int[] experts, int[] askers) => new(group, Refunds, [People(experts), People(askers)]);
        Assert.Empty(HandlingFloor.Decide(Tree, [Both(North, [1, 2, 3, 4, 5], [1, 2])]).Groups);
        Assert.Equal([GroupTree.Whole], HandlingFloor.Decide(Tree, [Both(North, [1, 2, 3, 4, 5], [1, 2]), Both(South, [1, 2, 3, 4, 5], [3, 4, 5, 6, 7])]).Groups);
    }

    [Fact]
    public void No_sum_of_what_is_said_has_one_to_four_experts_behind_it()
    {
        var (saysTeams, saysTopics) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var cells = Random(new Random(seed));
            var (groups, topics) = HandlingFloor.Decide(Tree, cells);
            (saysTeams, saysTopics) = (saysTeams + (groups.Count > 1 ? 1 : 0), saysTopics + (topics.Count > 0 ? 1 : 0));
            var published = groups.Select(group => Row(cells, cell => IsIn(cell.Group, group))).Concat(topics.Select(topic => Row(cells, cell => cell.Topic == topic))).ToList();
            for (var subset = 1; subset < 1 << cells.Count; subset++)
                if (cells.Where((_, at) => (subset >> at & 1) == 1).SelectMany(cell => cell.People[0]).Distinct().Count() < HandlingFloor.Fewest)
                    Assert.False(Follows(published, [.. cells.Select((_, at) => (double)(subset >> at & 1))]), $"seed {seed}, subset {subset}");
        }
        // Something is said often enough for this to mean anything.
        Assert.True(saysTeams > 100 && saysTopics > 50, $"{saysTeams} {saysTopics}");
    }

    static List<Cell> Random(Random random)
    {
        var experts = random.Next(6, 14);
        return [.. from @group in new[] { GroupTree.Whole, North, South, NorthEast }
                   from topic in new[] { Refunds, Parcels, HandlingFigure.AllTopics }
                   where random.Next(10) < 6
                   select Cell(@group, topic, [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(experts))])];
    }

    static bool IsIn(Guid group, Guid top)
    {
        while (group != top && group != GroupTree.Whole)
            group = Tree.Parent(group);
        return group == top;
    }

    static double[] Row(List<Cell> cells, Func<Cell, bool> has) => [.. cells.Select(cell => has(cell) ? 1.0 : 0)];

    // Whether it is a sum of multiples of these: elimination leaves nothing of it.
    static bool Follows(List<double[]> rows, double[] wanted)
    {
        var left = rows.ConvertAll(row => (double[])row.Clone());
        wanted = (double[])wanted.Clone();
        for (var column = 0; column < wanted.Length; column++)
        {
            if (left.Find(row => Math.Abs(row[column]) > 1e-9) is not { } pivot)
                continue;
            left.Remove(pivot);
            foreach (var row in left.Append(wanted))
                for (var (at, times) = (0, row[column] / pivot[column]); at < wanted.Length; at++)
                    row[at] -= times * pivot[at];
        }
        return wanted.All(value => Math.Abs(value) < 1e-6);
    }

    static IEnumerable<Guid> Groups(params Cell[] cells) => HandlingFloor.Decide(Tree, cells).Groups.Order();

    static Cell Cell(Guid group, Guid topic, params int[] experts) => new(group, topic, [People(experts)]);

    static HashSet<Guid> People(int[] people) => [.. people.Select(one => Id(100 + one))];

    static Guid Id(int number) => new($"00000000-0000-0000-0000-{number:D12}");
}
