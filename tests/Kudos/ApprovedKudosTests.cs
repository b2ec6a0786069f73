using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Kudos;

/// <summary>What givers, the thanked, managers and HR read of kudos, and the forms they fill in, in every dialect, as a reviewer saw them.</summary>
public sealed class ApprovedKudosTests
{
    static readonly Person Ada = new(new Guid(1, 0, 0, new byte[8]), "Ada Storm", new Handle(1, "U0ADA")), Ben = new(Guid.Parse("0192aaaa-0000-7000-8000-000000000002"), "Ben Rivers", []);
    static readonly Person Cleo = new(new Guid(3, 0, 0, new byte[8]), "Cleo Field", new Handle(1, "U0CLEO")), Dima = new(new Guid(4, 0, 0, new byte[8]), "Dima Okafor");

    static readonly KudosWords Plain = new(Ada, [Cleo], [new("patience", "Patience", "⏳")],
        "Stayed with the caller about the double charge until it was sorted, so nobody had to ring again.")
    { Id = Guid.Parse("0197b0c0-0000-7000-8000-000000000001") };

    static readonly KudosWords Full = Plain with
    {
        To = [Cleo, Ben, Dima],
        Values = [new("patience", "Patience", "⏳"), new("desire-to-improve", "Desire to improve", "🌱")],
        FromCustomer = true,
        CustomerWords = "Such a patient young man.\nI had given up *hope* <!channel>.",
        Link = new("https://example.org/archives/C0FLOOR/p1"),
        IsEdited = true,
        Version = 2,
    };

    public static TheoryData<string, Card> Cards => new()
    {
        { "kudos-posted", KudosCard.Posted(Plain) },
        { "kudos-posted-full", KudosCard.Posted(Full) },
        { "kudos-posted-for-a-colleague", KudosCard.Posted(Plain with { From = KudosWords.AColleague, Values = [], FromCustomer = true }) },
        { "kudos-received", KudosCard.Received(Plain, Cleo.Id) },
        { "kudos-received-with-others", KudosCard.Received(Full, Cleo.Id) },
        { "kudos-received-without-value", KudosCard.Received(Plain with { Values = [] }, Cleo.Id) },
        { "kudos-for-manager", KudosCard.ForManager(Full) },
        { "kudos-taken-back", KudosCard.TakenBack(Ada) },
        { "kudos-hidden", KudosCard.Hidden },
        { "kudos-sent", KudosSent.Confirmation(Plain, $"They are posted in {new Hole.Bold("Front desk")}.", null) },
        { "kudos-sent-hint", KudosSent.Confirmation(Full, $"Nobody else sees them.", $"It says what they did. What did it lead to, for the customer or for you? “Edit the words” adds it.") },
        { "kudos-sent-late", KudosSent.Confirmation(Plain, $"Nobody else sees them.", null, canUndo: false) },
        { "kudos-sent-away", KudosSent.Confirmation(Full, $"Nobody else sees them.", null, away: [Ben, Dima]) },
        { "kudos-sent-all-away", KudosSent.Confirmation(Plain, $"Nobody else sees them.", null, away: [Cleo]) },
        { "kudos-undone", KudosSent.Undone },
        { "kudos-not-posted", KudosNotPosted.Card(Full, "Front desk", NotPosted.NotThere, [Cleo, Ben]) },
        { "kudos-not-posted-closed", KudosNotPosted.Card(Plain, "Front desk", NotPosted.Closed, [Cleo]) },
        { "kudos-not-posted-not-allowed", KudosNotPosted.Card(Plain, "Front desk", NotPosted.NotAllowed, [Cleo]) },
        { "kudos-not-posted-unknown", KudosNotPosted.Card(Plain, null, NotPosted.Unknown, []) },
        { "kudos-not-arrived", KudosNotArrived.Card(Ben) },
        { "kudos-mine", MyKudosCard.Summary(3, 5, [("Patience", 2, 1), ("Desire to improve", 1, 0), ("Empathy", 0, 4)],
            [new(Ada, new DateTime(2026, 2, 20, 9, 0, 0, DateTimeKind.Utc), Plain.Words), new(Dima, new DateTime(2026, 2, 3, 9, 0, 0, DateTimeKind.Utc), "Took my late shift so that I saw my daughter's play.")]) },
        { "kudos-mine-without-values", MyKudosCard.Summary(1, 0, [], [new(KudosWords.AColleague, new DateTime(2026, 2, 20, 9, 0, 0, DateTimeKind.Utc), Plain.Words)]) },
        { "kudos-mine-none", MyKudosCard.Summary(0, 0, [], []) },
        { "kudos-reports", ReportsWaiting.For(2) },
        { "kudos-reports-one", ReportsWaiting.For(1) },
        { "kudos-rules-saved", KudosRules.Saved },
        { "kudos-channel-saved", KudosChannel.Saved("Front desk", "thanks") },
        { "kudos-channel-saved-here", KudosChannel.Saved("Front desk", null) },
        { "kudos-channel-cleared", KudosChannel.Cleared("Front desk") },
    };

    static readonly GiveKudosOptions Options = new()
    {
        Nearby = [new("0192aaaa-0000-7000-8000-000000000002", $"Ben Rivers", $"Front desk"), new("00000003-0000-0000-0000-000000000000", $"Cleo Field", $"Night desk")],
        Values = [new("patience", $"⏳ Patience", $"Giving a matter the time it needs"), new("empathy", $"👂 Empathy", $"Seeing the matter from where the other person stands")],
        WhoSees = $"Public: it is posted in {new Hole.Bold("Front desk")}, and each person gets it too. Private: the people you thank see it, nobody else.",
        Example = $"You stayed with the caller about the double charge until it was sorted, so nobody had to ring again.",
    };

    public static TheoryData<string, Form> Forms => new()
    {
        { "kudos-give", GiveKudos.Form(Options).Filled(Answers.None) },
        { "kudos-give-required", GiveKudos.Form(Options with { ValueRequired = true, ManagersSee = true, WhoSees = $"Public: it is posted in {new Hole.Bold("Front desk")}, and each person gets it too. Otherwise the people you thank and their managers see it, nobody else." }, "https://example.org/archives/C0FLOOR/p1") },
        { "kudos-give-without-values", GiveKudos.Form(Options with { Values = [], Nearby = [] }) },
        { "kudos-give-refused", GiveKudos.Form(Options)
            .Filled(new GiveKudos([Options.Nearby[0].Value], "Thanks a lot!", ["patience"], true, "Bless her", true).Answers)
            .Refused(new Dictionary<string, Text> { [GiveKudos.WordsField] = $"A little more, please: at least 20 characters. What did they do, and what did it lead to?" }) },
        { "kudos-edit", EditKudos.Form(Plain.Id, 1, Plain.Words) },
        { "kudos-rules", KudosRules.Form(new("10", "optional", "receivers")) },
        { "kudos-rules-refused", KudosRules.Form(new("lots", "required", "receivers-and-managers")).Refused(new Dictionary<string, Text> { [KudosRules.LimitField] = $"A whole number from 0 to 1,000, please." }) },
        { "kudos-channel", KudosChannel.Form([new("1", $"Front desk", $"No channel yet"), new("2", $"Night desk", $"Now in thanks")], [new("7", $"thanks")], canBeHere: true) },
        { "kudos-channel-one-team", KudosChannel.Form([new("1", $"Front desk", $"No channel yet")], [new("7", $"thanks")], canBeHere: false) },
        { "kudos-report", ReportKudos.Form(Plain.Id, isPrivate: false) },
        { "kudos-report-private", ReportKudos.Form(Plain.Id, isPrivate: true) },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Cards))]
    public void Each_card(string name, Card card) => Dialects.Match(name, card);

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Forms))]
    public void Each_form(string name, Form form) => Dialects.Match(name, form);
}
