using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.CheckIns;

/// <summary>The question and what becomes of it, and each private form of a thought, in every dialect, as a reviewer saw them.</summary>
public sealed class ApprovedCheckInTests
{
    const string Words = "I always ruin every call";

    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };
    static readonly DateTime Then = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    static Card Question => CheckInCard.Question("ask", 5, ServiceCulture.Cards.Programmes.PauseAsking.Button);

    [Fact]
    public void All_cards_in_words() => Approved.Matches("check-in", "txt", string.Join("\n----\n", ((Card[])[Question, CheckInCard.Done(), CheckInCard.NotToday, CheckInCard.Closed, CheckInCard.Reminder, CheckInCard.Reminded])
        .Select(card => $"{PlainText.Render(card, Reader.Plain).Trim()}\n[{string.Join("] [", card.Buttons.Select(button => button.Label.Plain(Reader.Plain)))}]\n")));

    [Fact]
    public void The_question_on_slack() => Approved.Matches("check-in.slack", "json", BlockKit.Blocks(Question, OnPlatform));

    [Fact]
    public void The_question_in_teams() => Approved.Matches("check-in.teams", "json", AdaptiveCards.Card(Question, OnPlatform));

    [Fact]
    public void The_question_on_the_page() => Approved.Matches("check-in", "html", Html.Card(Question, OnPlatform).Replace("><", ">\n<", StringComparison.Ordinal) + "\n");

    public static TheoryData<string, Card> After => new()
    {
        { "check-in-done", CheckInCard.Done() },
        { "check-in-not-today", CheckInCard.NotToday },
        { "check-in-closed", CheckInCard.Closed },
        { "check-in-reminder", CheckInCard.Reminder },
        { "check-in-reminded", CheckInCard.Reminded },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(After))]
    public void What_becomes_of_it(string name, Card card) => Dialects.Match(name, card);

    [Fact]
    public void A_thought() => Dialects.Match("thought", SortThought.Form(null, ("earlier", "Most calls went well."), 180));

    [Fact]
    public void Its_patterns() => Dialects.Match("thought-patterns", NamePattern.Form("t1", 1, Words, ["overgeneralising", "labelling"], []));

    [Fact]
    public void Without_a_pattern() => Dialects.Match("thought-no-pattern", NamePattern.Form("t1", 1, "The customer asked for a refund", [], []));

    [Fact]
    public void Other_sentences() => Dialects.Match("thought-swap", SwapThought.Form("t1", 2, Words,
        ["This call went badly.", "Some calls go badly, and this was one of them; it says little about the ones that come after it today."], [], 180));

    [Fact]
    public void A_sentence_to_change() => Dialects.Match("thought-change", ChangeSwap.Form("t1", 2, Words, "This call went badly.", 180));

    [Fact]
    public void What_would_help() => Dialects.Match("thought-true", TrueThought.Form("t1", 2, "He called me names for ten minutes", [("short-break", "A short break"), ("talk", "A word with somebody")], [AfterAbuse.Note("You may end the call and leave the queue.")], 180));

    [Fact]
    public void Its_patterns_after_abuse() => Dialects.Match("thought-after-abuse", NamePattern.Form("t1", 1, "He called me names for ten minutes", [], [AfterAbuse.Note("You may end the call and leave the queue.")]));

    [Fact]
    public void My_days() => Dialects.Match("myday", MyDay.Form(new MyDayWords(
        [.. Enumerable.Range(0, 22).Select(day => (DateOnly.FromDateTime(Then).AddDays(day), 1 + day % 5))],
        [new ReturningThought(Words, 3, ["This call went badly."], ["Two of five went well."])],
        [("t1", Then, Words), ("t2", Then.AddDays(-1), "My lead thinks I am lazy")]), 180));

    [Fact]
    public void My_days_before_anything_is_kept() => Dialects.Match("myday-nothing", MyDay.Form(new MyDayWords([], [], []), 180));

    [Fact]
    public void One_of_them() => Dialects.Match("myday-edit", EditThought.Form("t1", 3, new(Words, "This call went badly.", "a-little", "Ten minutes without the phone", false), $"One becomes always", 180));
}
