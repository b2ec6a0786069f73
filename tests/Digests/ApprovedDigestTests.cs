using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Publishing;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Digests;

/// <summary>The digests' cards and form, in every dialect, as a reviewer saw them.</summary>
public sealed class ApprovedDigestTests
{
    const string Row = "0/0199a000000070008000000000000001/2026-02-23";

    internal static readonly Person Mira = Named(1, "Mira Solano"), Ben = Named(2, "Ben Okafor"), Zoe = Named(3, "Zoe Field"), Petra = Named(4, "Petra Lindqvist");

    internal static ManagerDigestWords Week => new(Row, ["Front desk"], new(new(2026, 2, 23), new(2026, 3, 1), 1, false))
    {
        Received = 7,
        Before = 24,
        Values = [("Patience", 3, 6), ("Empathy", 2, 9), ("Competence", 1, 0), ("Fairness", 0, 5)],
        Shown =
        [
            new(Zoe, [Mira], [new("patience", "Patience", "⏳")], "You stayed with the caller about the double charge until it was sorted, so nobody had to ring again."),
            new(Mira, [Ben, Petra], [new("empathy", "Empathy", "👂"), new("competence", "Competence", "🛠")], "You saw that I was shaken after the call, took the next one, and asked later how I was.") { FromCustomer = true, CustomerWords = "The two of them were lovely." },
        ],
        Unseen = new("fairness", "Fairness", "Explains why a rule applies, and to whom else it does"),
        Given = 2,
        GivenTo = [Mira, Zoe],
        Thank = new(Ben, new DateTime(2026, 1, 12, 9, 30, 0, DateTimeKind.Utc)),
    };

    static IReadOnlyList<HandledTimes> Times => [new(HandledFor.Waiting, new(4, 11), new(6, 20), new(21, 70)), new(HandledFor.Today, new(35, 140), new(50, 180), new(170, 420))];

    static ManagerDigestWords Quiet => new(Row, ["Front desk", "Night desk"], new(new(2026, 12, 28), new(2027, 1, 3), 1, false)) { Before = 1, Thank = new(Ben, null) };

    [Fact]
    public void The_managers_week() => Dialects.Match("digest-manager", ManagerDigest.Card(Week));

    [Fact]
    public void A_week_with_all_there_is() => Dialects.Match("digest-full", ManagerDigest.Card(Week with
    {
        Now = new DateTime(2026, 3, 3, 10, 0, 0, DateTimeKind.Utc),
        Overdue = Refunds,
        OverdueCount = 3,
        Say = new("0199a000000070008000000000000002/27", "Front desk", FigureWords.Asked("feedback"), Agreement.TwoFifthsOrFewer),
        Said = [new(Petra, "Front desk", "You said that handing over is hard at six. From Monday on the late shift begins a quarter of an hour earlier.")],
        Published = new(new(2026, 1, 26), new(2026, 2, 22), [new("Front desk", [(FigureWords.Asked("balance"), BalanceWord.Mixed, null), (FigureWords.Asked("feedback"), null, Agreement.TwoFifthsOrFewer), (FigureWords.Asked("respect"), null, Agreement.FourFifthsOrMore)])]),
        Handled = new(new(2026, 1, 26), new(2026, 2, 22), false, Times, 8),
        Learnt = new(new(2026, 1, 26), new(2026, 2, 22), [("Refunds", [23, 9]), (null, [12])], [("Goodwill", 95), (null, 90)]),
    }));

    [Fact]
    public void The_teams_questions() => Dialects.Match("digest-team", TeamCard.List(["Front desk"], [Refunds, new("q2", "", Mira, null, new DateTime(2026, 3, 3, 9, 0, 0, DateTimeKind.Utc), new DateTime(2026, 3, 3, 16, 0, 0, DateTimeKind.Utc), true)], new DateTime(2026, 3, 3, 10, 0, 0, DateTimeKind.Utc)));

    [Fact]
    public void One_sentence_to_the_team() => Dialects.Match("digest-say", SayToTeam.Form("0199a000000070008000000000000002/27", "Front desk", "front-desk"));

    [Fact]
    public void The_own_week() => Dialects.Match("digest-recap", RecapCard.Card(new(Row, new DateTime(2026, 2, 27, 15, 0, 0, DateTimeKind.Utc), new DateTime(2026, 3, 6, 15, 0, 0, DateTimeKind.Utc), 3, 1, 2, [("Patience", 2, 0), ("Empathy", 1, 1)])));

    [Fact]
    public void The_whole_organisation() => Dialects.Match("digest-overview", OverviewCard.Card(Row, new(new(new(2026, 2, 2), new(2026, 3, 1), 4, false), 412, 389, 121, 174, Agreement.ThreeFifthsOrMore)
    {
        On = ["Mornings", "Weekly pulse"],
        Paused = ["Night shift"],
        FirstTimeRight = 71.4,
        Transfers = 0.34,
        Times = Times,
        ByTopic = [("Refunds", Times[1]), ("Customs", Times[0] with { Solved = null })],
        Lacking = ["Customs", "Refunds abroad"],
        Asked = [("Refunds", [23, 9]), (null, [12])],
        Granted = [("Goodwill", 95), ("Waiving a fee", 100), (null, 90)],
        Undelivered = 2,
    }));

    static TeamQuestionWords Refunds => new("0199a000-0000-7000-8000-000000000003", "Refunds", Ben, Zoe, new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc), new DateTime(2026, 3, 2, 14, 0, 0, DateTimeKind.Utc), false);

    [Fact]
    public void A_quiet_week() => Dialects.Match("digest-quiet", ManagerDigest.Card(Quiet));

    [Fact]
    public void Another_time() => Dialects.Match("digest-times", DigestTimes.Form(Row, new("weekly", "tuesday", "10:00"), DigestTimes.Weekly, DigestTimes.Fortnightly, DigestTimes.Monthly, DigestTimes.Never));

    [Fact]
    public void What_it_is_based_on() => Dialects.Match("digest-basis", DigestBasis.Manager("Europe/Berlin", seesPrivate: false));

    static Person Named(int n, string name) => new(new Guid(n, 0, 0, new byte[8]), name, new Handle(1, $"U{n}"));

    static readonly DateTime Now = new(2026, 3, 3, 10, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string, Card> Said => new()
    {
        { "digest-basis-private", DigestBasis.Manager("Europe/Berlin", seesPrivate: true) },
        { "digest-basis-overview", DigestBasis.Overview("Europe/Berlin") },
        { "digest-paused", DigestButtons.Paused(Row) },
        { "digest-saved", DigestButtons.Saved(Now) },
        { "digest-no-earlier", NoDigest.NoEarlier },
        { "digest-not-yet", NoDigest.Yet(Now) },
        { "digest-not-planned", NoDigest.Yet(null) },
        { "digest-nothing", NoDigest.Nothing },
        { "digest-posted", SayToTeam.Posted("Front desk", Petra, "You said that handing over is hard at six. From Monday on the late shift begins a quarter of an hour earlier.") },
        { "digest-said", SayToTeam.Said("front-desk") },
        { "digest-said-nowhere", SayToTeam.Said(null) },
        { "digest-said-before", SayToTeam.Before },
        { "digest-question", TeamCard.One(Refunds, Now) },
        { "digest-question-nobody", TeamCard.One(Refunds with { Owner = null, Due = null }, Now) },
        { "digest-question-gone", TeamCard.Gone },
        { "digest-no-team", TeamCard.NotForYou },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Said))]
    public void What_is_said_besides(string name, Card card) => Dialects.Match(name, card);

    [Fact]
    public void One_sentence_that_nobody_would_read() => Dialects.Match("digest-say-nowhere", SayToTeam.Form("0199a000000070008000000000000002/27", "Front desk", null));
}
