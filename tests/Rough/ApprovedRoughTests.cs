using ServiceCulture.Cards;
using ServiceCulture.Cards.Phrases;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Crisis;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Rough;

/// <summary>What people read before a hard call and after one, as a reviewer saw it.</summary>
public sealed class ApprovedRoughTests
{
    static readonly Person Mira = new(Guid.Empty, "Mira Solano", new Handle(1, "U1")), Ben = new(Guid.Empty, "Ben Okafor", new Handle(1, "U2"));
    static readonly DateTime At = new(2026, 3, 2, 16, 0, 0, DateTimeKind.Utc);

    static Form First => RoughMoment.Form(0, "");

    static Card Request => FiveMinutesCard.Request(Mira, "r1", 1);

    [Fact]
    public void Every_line() => Approved.Matches("rough-lines", "txt", string.Concat(Enumerable.Range(0, SteadyLines.Count)
        .SelectMany(turn => new[] { SteadyLines.Settle(turn), SteadyLines.Before(turn), SteadyLines.After(turn) }).Select(line => line.Plain(Reader.Plain) + "\n")));

    [Fact]
    public void The_first_form_in_words() => Approved.Matches("rough-first", "txt", CrisisForms.Plain(First));

    [Fact]
    public void Parking_in_words() => Approved.Matches("rough-park", "txt", string.Join("\n---\n\n",
    [
        CrisisForms.Plain(ParkThought.Form(new ComingBack(At, ComesBack.AtEnd, IsPaused: false), 180)),
        CrisisForms.Plain(RoughDone.Parked(new ComingBack(At, ComesBack.AtNextStart, IsPaused: false), [])),
        CrisisForms.Plain(RoughDone.Parked(new ComingBack(At, ComesBack.NextMorning, IsPaused: false), [])),
        CrisisForms.Plain(RoughDone.Parked(new ComingBack(At, ComesBack.AtEnd, IsPaused: true), [])),
        PlainText.Render(ParkedThought.Back("t1"), Reader.Plain),
        CrisisForms.Plain(ParkedThought.Form("t1", 1, "He will ring again.", At, [], 180)),
        CrisisForms.Plain(RoughDone.Gone),
    ]));

    [Fact]
    public void Phrases_in_the_private_form() => Approved.Matches("rough-phrases", "txt",
        CrisisForms.Plain(RoughPhrases.Form(null, [])) + "\n---\n\n" + CrisisForms.Plain(RoughPhrases.Form(Situation.Find("fury"), [new("Let me say back what I've heard.", "", "Empathy", null)])));

    [Fact]
    public void Five_minutes_in_words() => Approved.Matches("rough-five-minutes", "txt", string.Join("\n---\n\n",
    [
        CrisisForms.Plain(AskFiveMinutes.Form("Mira Solano", [])),
        CrisisForms.Plain(RoughDone.Asked("Ben Okafor")),
        .. new[]
        {
            Request, FiveMinutesCard.SaidComing(Mira), FiveMinutesCard.SaidNotNow(Mira), FiveMinutesCard.Over(Mira),
            FiveMinutesCard.Waiting(Ben, "r1", 1), FiveMinutesCard.Waited(Ben), FiveMinutesCard.TakenBack(Ben), FiveMinutesCard.Coming(Ben), FiveMinutesCard.NotNow(Ben), FiveMinutesCard.NoAnswer(Ben),
        }.Select(card => PlainText.Render(card, Reader.Plain)),
    ]));

    public static TheoryData<string, Card> Cards => new()
    {
        { "rough-request", Request },
        { "rough-said-coming", FiveMinutesCard.SaidComing(Mira) },
        { "rough-said-not-now", FiveMinutesCard.SaidNotNow(Mira) },
        { "rough-over", FiveMinutesCard.Over(Mira) },
        { "rough-waiting", FiveMinutesCard.Waiting(Ben, "r1", 1) },
        { "rough-waited", FiveMinutesCard.Waited(Ben) },
        { "rough-taken-back", FiveMinutesCard.TakenBack(Ben) },
        { "rough-coming", FiveMinutesCard.Coming(Ben) },
        { "rough-not-now", FiveMinutesCard.NotNow(Ben) },
        { "rough-no-answer", FiveMinutesCard.NoAnswer(Ben) },
        { "rough-parked-back", ParkedThought.Back("t1") },
    };

    public static TheoryData<string, Form> Forms => new()
    {
        { "rough-first", First },
        { "rough-ask", AskFiveMinutes.Form("Mira Solano", [new Choice("m1", $"Ben Okafor")]) },
        { "rough-asked", RoughDone.Asked("Ben Okafor") },
        { "rough-park-form", ParkThought.Form(new ComingBack(At, ComesBack.AtEnd, IsPaused: false), 180) },
        { "rough-parked", RoughDone.Parked(new ComingBack(At, ComesBack.NextMorning, IsPaused: false), []) },
        { "rough-parked-open", ParkedThought.Form("t1", 1, "He will ring again.", At, [], 180) },
        { "rough-gone", RoughDone.Gone },
        { "rough-phrases-none", RoughPhrases.Form(null, []) },
        { "rough-phrases-fury", RoughPhrases.Form(Situation.Find("fury"), [new("Let me say back what I've heard.", "", "Empathy", null)]) },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Cards))]
    public void Each_card(string name, Card card) => Dialects.Match(name, card);

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Forms))]
    public void Each_form(string name, Form form) => Dialects.Match(name, form);
}
