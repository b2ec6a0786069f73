using ServiceCulture.Bot.Features.Publishing;

namespace ServiceCulture.Tests.Publishing;

/// <summary>The rules, one by one.</summary>
public sealed class PublicationTests
{
    [Theory]
    [InlineData("A 4", "")]
    [InlineData("A 5", "/A")]
    [InlineData("A 5, B 0", "/A")]
    [InlineData("A 5, B 5", "/AB")]
    // Four in B, or four in no group, would be what is left of the whole.
    [InlineData("A 9, B 4", "/")]
    [InlineData("A 9, / 4", "/")]
    [InlineData("A 9, B 5, / 4", "/A")]
    // B is too small, so a second is hidden beside it: the smallest.
    [InlineData("A 9, B 4, C 6", "/A")]
    [InlineData("A 9, B 4, C 3", "/A")]
    [InlineData("A 6, A/B 6, C 8", "/ABC")]
    [InlineData("A 2, A/B 6, C 8", "/AC")]
    // What is hidden in A hides no group elsewhere.
    [InlineData("A 0, A/B 7, A/C 4, A/D 6, E 9", "/ABE")]
    public void Published_are_the_group_what_is_left_of_its_parent_and_its_hidden_siblings_only_as_nobody_or_five(string groups, string shown)
    {
        var organisation = new SmallOrganisation(groups);
        Assert.Equal(shown, organisation.Shown(organisation.Decide()));
    }

    [Fact]
    public void No_choice_of_groups_that_keeps_the_rules_shows_more()
    {
        var chance = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var parents = new List<string>();
            var text = new List<string> { $"/ {chance.Next(4)}" };
            for (var n = chance.Next(1, 8); n > 0; n--)
            {
                var path = parents is [] || chance.Next(3) == 0 ? "" : parents[chance.Next(parents.Count)] + "/";
                parents.Add(path + (char)('A' + parents.Count));
                text.Add($"{parents[^1]} {chance.Next(10)}");
            }
            var organisation = new SmallOrganisation(string.Join(", ", text));
            var (tree, answerers) = (organisation.Tree, organisation.Answerers());
            var ours = Suppression.Published(tree, group => answerers.Directly(group).Count(), new HashSet<Guid>());
            Assert.True(Keeps(tree, answerers, ours), string.Join(", ", text));
            var most = Enumerable.Range(0, 1 << tree.FromTheTop.Count).Select(bits => tree.FromTheTop.Where((_, at) => (bits >> at & 1) == 1).ToHashSet()).Where(some => Keeps(tree, answerers, some)).Max(some => some.Count);
            Assert.Equal((string.Join(", ", text), most), (string.Join(", ", text), ours.Count));
        }
    }

    [Fact]
    public void Somebody_who_joins_is_not_counted_until_five_are_new()
    {
        var organisation = new SmallOrganisation("A 8, B 8");
        var first = organisation.Decide();
        var newcomers = Enumerable.Range(0, 4).Select(_ => organisation.Join(organisation["A"])).ToList();
        var second = organisation.Decide(first.Sums);
        Assert.Equal("/AB", organisation.Shown(second));
        Assert.All(second.Counted.Values, counted => Assert.Empty(counted.Intersect(newcomers)));

        organisation.Join(organisation["A"]);
        var third = organisation.Decide(second.Sums);
        Assert.Equal("/AB", organisation.Shown(third));
        Assert.Equal(13, third.Counted[organisation["A"]].Count);
    }

    [Fact]
    public void One_who_leaves_hides_what_they_would_follow_from()
    {
        var organisation = new SmallOrganisation("A 8, B 8");
        var first = organisation.Decide();
        organisation.Leave(organisation.SomebodyIn("A"));
        Assert.Equal("B", organisation.Shown(organisation.Decide(first.Sums)));
    }

    [Fact]
    public void One_who_moves_hides_the_two_groups_and_not_the_whole()
    {
        var organisation = new SmallOrganisation("A 8, B 8, C 8");
        var first = organisation.Decide();
        organisation.Move(organisation.SomebodyIn("A"), "B");
        Assert.Equal("/C", organisation.Shown(organisation.Decide(first.Sums)));
    }

    [Fact]
    public void The_same_people_are_shown_again_in_every_window()
    {
        var organisation = new SmallOrganisation("A 8, B 8");
        var sums = new PublishedSums();
        for (var window = 0; window < 13; window++)
        {
            var snapshot = organisation.Decide(sums);
            Assert.Equal("/AB", organisation.Shown(snapshot));
            sums = snapshot.Sums;
        }
        Assert.Equal(2, sums.Sets.Count());
    }

    [Fact]
    public void What_is_hidden_does_not_depend_on_what_was_answered()
    {
        var organisation = new SmallOrganisation("A 9, B 4, C 6");
        Assert.Single(Enumerable.Range(1, 5).Select(step => string.Join(' ', Publication.Decide(Measure.Balance, organisation.Tree, organisation.Answerers(step), new()).Counted.Keys.Order())).Distinct());
    }

    [Fact]
    public void Who_answers_often_counts_once_by_the_lower_median()
    {
        var tree = new GroupTree([]);
        var somebody = Guid.NewGuid();
        var answerers = new Answerers(tree, new[] { 5, 1, 4, 2 }.Select(step => new Answer(somebody, step)), new Dictionary<Guid, Guid>());
        Assert.Equal((2, somebody), (answerers.Step(somebody), Assert.Single(answerers.In(GroupTree.Whole))));
    }

    [Fact]
    public void Parents_in_a_circle_or_unknown_hang_on_the_whole()
    {
        Guid a = new(1, 0, 0, new byte[8]), b = new(2, 0, 0, new byte[8]), c = new(3, 0, 0, new byte[8]);
        var tree = new GroupTree([(a, b), (b, a), (c, Guid.NewGuid())]);
        Assert.Equal([a, b, c], tree.Children(GroupTree.Whole));
    }

    [Fact]
    public void In_a_large_organisation_blocks_give_nothing_away_together()
    {
        var organisation = new GeneratedOrganisation(5, new Shape(Teams: 40, Smallest: 8, Largest: 18, TeamsADepartment: 8, Answering: 0.85, MovesAYear: 4));
        var year = Year.Guarded(organisation, TimeProvider.System);
        Assert.True(year.WindowsOfTeams.Average() > 3, $"{year.WindowsOfTeams.Average()} windows");
        Assert.Null(new RowSpaceAttack(year.Published).Finds());
    }

    // The rules once more, read off the promise; what is left of a published group is what no published group below it covers.
    static bool Keeps(GroupTree tree, Answerers answerers, IReadOnlySet<Guid> published)
    {
        static bool Fits(int people) => people is 0 or >= 5;
        int Left(Guid group) => answerers.Directly(group).Count() + tree.Children(group).Where(child => !published.Contains(child)).Sum(Left);
        return published.All(group => answerers.In(group).Count >= 5 && Fits(Left(group)) && (group == GroupTree.Whole || Beside(group)));

        bool Beside(Guid group)
        {
            var parent = tree.Parent(group);
            var hidden = answerers.Directly(parent).Count() + tree.Children(parent).Where(child => !published.Contains(child)).Sum(child => answerers.In(child).Count);
            return Fits(hidden) && Fits(answerers.In(parent).Count - answerers.In(group).Count);
        }
    }
}
