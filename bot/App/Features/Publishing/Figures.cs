using ServiceCulture.Cards.Publishing;

namespace ServiceCulture.Bot.Features.Publishing;

/// <summary>
/// From the steps of at least five people to what is said of them. Every figure leaves every person every answer, even in the eyes of a
/// colleague who knows their own: at five people already, any two of them may hold any two answers and the figure is still possible.
/// A test tries all of them.
/// </summary>
public static class Figures
{
    /// <summary>
    /// Steps run from 1, shaken, to 5, steady. The outer words begin at a mean of 3.4 and 2.6: with one person at the far end, and a second
    /// who knows of themselves that they are there too, three others reach 3.4 of five. A narrower word would give the others away.
    /// </summary>
    public static BalanceWord Balance(IReadOnlyCollection<int> steps)
    {
        var (sum, people) = (steps.Sum(), Enough(steps.Count));
        return 10 * sum >= 34 * people ? BalanceWord.Steady : 10 * sum <= 26 * people ? BalanceWord.Strained : BalanceWord.Mixed;
    }

    /// <summary>
    /// Steps 4 and 5 agree. The share is rounded to fifths (halves downwards), after fewer than two who agree, or who don't, have been taken for two:
    /// so the outer steps always hold two people who think otherwise, one more than a colleague knows of.
    /// </summary>
    public static Agreement Agreeing(IReadOnlyCollection<int> steps)
    {
        var people = Enough(steps.Count);
        var agree = Math.Clamp(steps.Count(step => step >= 4), 2, people - 2);
        var fifths = (10 * agree + people - 1) / (2 * people);
        return (Agreement)Math.Clamp(fifths, 1, 4);
    }

    static int Enough(int people) => people >= Publication.Fewest ? people : throw new ArgumentOutOfRangeException(nameof(people), "Nothing is said of fewer than five people.");
}
