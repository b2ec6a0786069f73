using ServiceCulture.Cards;
using ServiceCulture.Cards.Pulse;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Pulse;

/// <summary>The pulse's cards, in every dialect, as a reviewer saw them.</summary>
public sealed class ApprovedPulseTests
{
    const string Ask = "0199a000-0000-7000-8000-000000000001";

    static readonly DateTime Until = new(2026, 3, 6, 17, 0, 0, DateTimeKind.Utc);
    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };

    static Card Half => PulseCard.Question(Ask, Until, new HashSet<string> { "deciding", "respect" }, 5, null);

    [Fact]
    public void All_cards_in_words() => Approved.Matches("pulse", "txt", string.Join("\n----\n", new[]
    {
        PulseCard.Question(Ask, Until, new HashSet<string>(), 5, null), Half, PulseCard.Done(Ask, Until), PulseCard.NotThisWeek, PulseCard.Closed, PulseCard.Reminder, PulseCard.Reminded,
    }.Select(card => $"{PlainText.Render(card, Reader.Plain).Trim()}\n[{string.Join("] [", card.Buttons.Select(button => button.Label.Plain(Reader.Plain)))}]\n")));

    [Fact]
    public void The_statements_on_slack() => Approved.Matches("pulse.slack", "json", BlockKit.Blocks(Half, OnPlatform));

    [Fact]
    public void The_statements_in_teams() => Approved.Matches("pulse.teams", "json", AdaptiveCards.Card(Half, OnPlatform));

    [Fact]
    public void The_statements_on_the_page() => Approved.Matches("pulse", "html", Html.Card(Half, OnPlatform).Replace("><", ">\n<", StringComparison.Ordinal) + "\n");

    public static TheoryData<string, Card> After => new()
    {
        { "pulse-done", PulseCard.Done(Ask, Until) },
        { "pulse-not-this-week", PulseCard.NotThisWeek },
        { "pulse-closed", PulseCard.Closed },
        { "pulse-reminder", PulseCard.Reminder },
        { "pulse-reminded", PulseCard.Reminded },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(After))]
    public void What_becomes_of_them(string name, Card card) => Dialects.Match(name, card);
}
