using ServiceCulture.Cards;
using ServiceCulture.Cards.Digests;
using ServiceCulture.Cards.Kudos;
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

    static ManagerDigestWords Quiet => new(Row, ["Front desk", "Night desk"], new(new(2026, 12, 28), new(2027, 1, 3), 1, false)) { Before = 1, Thank = new(Ben, null) };

    [Fact]
    public void The_managers_week() => Dialects.Match("digest-manager", ManagerDigest.Card(Week));

    [Fact]
    public void A_quiet_week() => Dialects.Match("digest-quiet", ManagerDigest.Card(Quiet));

    [Fact]
    public void Another_time() => Dialects.Match("digest-times", DigestTimes.Form(Row, new("weekly", "tuesday", "10:00"), DigestTimes.Weekly, DigestTimes.Fortnightly, DigestTimes.Monthly, DigestTimes.Never));

    [Fact]
    public void What_it_is_based_on() => Dialects.Match("digest-basis", DigestBasis.Manager("Europe/Berlin", seesPrivate: false));

    static Person Named(int n, string name) => new(new Guid(n, 0, 0, new byte[8]), name, new Handle(1, $"U{n}"));
}
