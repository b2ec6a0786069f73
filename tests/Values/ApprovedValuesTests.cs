using ServiceCulture.Cards;
using ServiceCulture.Cards.Values;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Values;

/// <summary>The values as people look them up, in every dialect, as a reviewer saw them.</summary>
public sealed class ApprovedValuesTests
{
    static readonly ValueWords Patience = new("patience", "Patience", "⏳", "Giving a matter the time it needs, without making the other person feel the clock.",
        ["Explains a second time in other words, without a sigh", "Asks a question and waits for the answer"],
        ["You gave it all the time it needed when …", "You explained it once more, in other words, so that …"], ["patient", "unhurried", "took-time"]);

    static readonly PackWords[] Packs =
    [
        new("Five core values", [Patience, Patience with { Id = "empathy", Name = "Empathy", Glyph = "👂", Meaning = "Seeing the matter from where the other person stands, and letting them hear that you do." }]),
        new("Three qualities", [Patience]),
    ];

    public static TheoryData<string, Card> Cards => new()
    {
        { "values-all", ValuesCard.All(Packs, isHr: false) },
        { "values-all-hr", ValuesCard.All(Packs, isHr: true) },
        { "values-off", ValuesCard.All([], isHr: false) },
        { "values-one", ValuesCard.One(Patience, forKudos: true) },
        { "values-one-not-for-kudos", ValuesCard.One(Patience, forKudos: false) },
        { "values-unknown", ValuesCard.None("tarantella") },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Cards))]
    public void Each_card(string name, Card card) => Dialects.Match(name, card);
}
