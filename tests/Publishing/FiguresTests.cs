using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Tests.Publishing;

/// <summary>No figure tells what any one person answered, nor what they did not: tried for every group of answers.</summary>
public sealed class FiguresTests
{
    static readonly int[] s_steps = [1, 2, 3, 4, 5];

    public static TheoryData<int> Groups => [5, 6, 7, 8, 9, 10, 11, 12];

    [Theory, MemberData(nameof(Groups))]
    public void A_balance_word_leaves_everybody_every_step_even_in_the_eyes_of_a_colleague(int people) => LeavesEverybodyEverything(people, Figures.Balance, Enum.GetValues<BalanceWord>());

    [Theory, MemberData(nameof(Groups))]
    public void An_agreement_step_leaves_everybody_every_step_even_in_the_eyes_of_a_colleague(int people) =>
        LeavesEverybodyEverything(people, Figures.Agreeing, people < 7 ? [Agreement.TwoFifthsOrFewer, Agreement.ThreeFifthsOrMore] : Enum.GetValues<Agreement>());

    [Fact]
    public void A_narrower_outer_word_would_give_colleagues_away()
    {
        static int Narrow(IReadOnlyCollection<int> steps) => 10 * steps.Sum() >= 36 * steps.Count ? 1 : 0;
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => LeavesEverybodyEverything(5, Narrow, [0, 1]));
    }

    [Fact]
    public void Plain_fifths_would_give_colleagues_away()
    {
        static int Plain(IReadOnlyCollection<int> steps) => (int)Math.Round(5.0 * steps.Count(step => step >= 4) / steps.Count);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => LeavesEverybodyEverything(5, Plain, [0, 1, 2, 3, 4, 5]));
    }

    [Theory]
    [InlineData(BalanceWord.Steady, 5, 5, 3, 3, 1)]
    [InlineData(BalanceWord.Mixed, 4, 4, 3, 3, 2)]
    [InlineData(BalanceWord.Mixed, 3, 3, 3, 3, 2)]
    [InlineData(BalanceWord.Strained, 1, 1, 3, 3, 5)]
    public void The_word_follows_the_mean(BalanceWord word, params int[] steps) => Assert.Equal(word, Figures.Balance(steps));

    [Theory]
    [InlineData(20, 0, Agreement.AFifthOrFewer)]
    [InlineData(20, 5, Agreement.AFifthOrFewer)]
    [InlineData(20, 7, Agreement.TwoFifthsOrFewer)]
    [InlineData(20, 10, Agreement.TwoFifthsOrFewer)]
    [InlineData(20, 12, Agreement.ThreeFifthsOrMore)]
    [InlineData(20, 16, Agreement.FourFifthsOrMore)]
    [InlineData(20, 20, Agreement.FourFifthsOrMore)]
    [InlineData(5, 0, Agreement.TwoFifthsOrFewer)]
    [InlineData(5, 5, Agreement.ThreeFifthsOrMore)]
    public void Agreement_is_rounded_to_fifths_and_never_none_or_all(int people, int agree, Agreement expected) =>
        Assert.Equal(expected, Figures.Agreeing([.. Enumerable.Repeat(5, agree), .. Enumerable.Repeat(3, people - agree)]));

    [Fact]
    public void Nothing_is_said_of_four()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Figures.Balance([3, 3, 3, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figures.Agreeing([3, 3, 3, 3]));
    }

    // Order does not matter to a figure, so all multisets are all groups; somebody's and a colleague's answers are any two of one.
    static void LeavesEverybodyEverything<T>(int people, Func<IReadOnlyCollection<int>, T> figure, IReadOnlyCollection<T> expected)
    {
        var possible = new HashSet<(T, int, int)>();
        foreach (var steps in Multisets(people, 1))
            possible.UnionWith(from one in steps.Index() from other in steps.Index() where one.Index != other.Index select (figure(steps), one.Item, other.Item));
        Assert.Equal(expected.Order(), possible.Select(seen => seen.Item1).Distinct().Order());
        Assert.All(from said in expected from own in s_steps from others in s_steps select (said, own, others), all => Assert.Contains(all, possible));
    }

    static IEnumerable<List<int>> Multisets(int people, int from) => people == 0
        ? [[]]
        : Enumerable.Range(from, 6 - from).SelectMany(step => Multisets(people - 1, step).Select(others => (List<int>)[step, .. others]));
}
