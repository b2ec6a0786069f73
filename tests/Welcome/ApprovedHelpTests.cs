using ServiceCulture.Cards;
using ServiceCulture.Cards.Welcome;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Welcome;

/// <summary>What the bot says that it can do, in every dialect, as a reviewer saw it.</summary>
public sealed class ApprovedHelpTests
{
    static readonly Person Ada = new(new Guid(1, 0, 0, new byte[8]), "Ada Storm", new Handle(1, "U0ADA"));

    public static TheoryData<string, Card> Cards => new()
    {
        { "help-stranger", HelpCard.For(null, []) },
        { "help-agent", HelpCard.For(Ada, []) },
        { "help-manager", HelpCard.For(Ada, ["Front desk", "Night desk"]) },
        { "help-hr", HelpCard.For(Ada, [], isHr: true, hasConsole: true) },
        { "help-not-understood", HelpCard.NotUnderstood("tarantella") },
        { "help-not-understood-nothing", HelpCard.NotUnderstood("") },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Cards))]
    public void Each_card(string name, Card card) => Dialects.Match(name, card);
}
