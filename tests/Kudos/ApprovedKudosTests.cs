using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Kudos;

/// <summary>What givers read when something went wrong, in every dialect.</summary>
public sealed class ApprovedKudosTests
{
    static readonly Person Ben = new(Guid.Parse("0192aaaa-0000-7000-8000-000000000002"), "Ben Rivers", []);

    [Fact]
    public void Not_delivered() => Dialects.Match("kudos-not-arrived", KudosNotArrived.Card(Ben));
}
