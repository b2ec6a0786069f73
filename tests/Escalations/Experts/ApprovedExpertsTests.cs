using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Programmes;

namespace ServiceCulture.Tests.Escalations.Experts;

/// <summary>What experts and HR see of topics, experts and the rota, in every dialect.</summary>
public sealed class ApprovedExpertsTests
{
    static readonly DateTime Morning = new(2026, 3, 9, 8, 0, 0, DateTimeKind.Utc);
    static readonly Guid Refunds = new("00000000-0000-0000-0000-000000000001");

    [Fact]
    public void The_card() => Dialects.Match("experts-card", ExpertsCard.For(
        new([("Refunds", true), ("Parcels <lost>", false)], $"Monday and Friday, from 08:00 to 12:00", Morning.AddDays(1), 3, "de, en", 1, 2, 9), [(Morning, Morning.AddHours(8))], isHr: true));

    [Fact]
    public void Nothing_to_show() => Dialects.Match("experts-none", ExpertsCard.None(isHr: false));

    [Fact]
    public void The_settings() => Dialects.Match("experts-settings", ExpertHours.Form(2, new(["monday", "friday"], "08:00", "12:00", ExpertHours.AsIs, "", "3", "de, en"), Morning.AddDays(1), 50));

    [Fact]
    public void The_times_for_offers() => Dialects.Match("questions-times", OfferTimes.Form(new("45", "20", "180")));

    [Fact]
    public void The_topics() => Dialects.Match("topics-list", TopicList.Form([(Refunds, "Refunds", 2, false), (Guid.Empty, "Parcels", 0, false), (Guid.Empty, "Old things", 1, true)]));

    [Fact]
    public void A_topic() => Dialects.Match("topics-edit", EditTopic.Form(Refunds.ToString(), 4, new("Refunds", "Money back", "where is my refund\nrefund is late", "A voucher", "We look into it", false), 3));

    [Fact]
    public void Its_experts() => Dialects.Match("topics-experts", TopicExperts.Form(Refunds, "Refunds", 7, new([Refunds.ToString()], []), [new(Refunds.ToString(), $"Omar Haddad")]));

    [Fact]
    public void The_rota() => Dialects.Match("triage-list", TriageRota.Form([(Refunds, "Omar Haddad", Morning, Morning.AddHours(8))], isCovered: false));

    [Fact]
    public void A_turn() => Dialects.Match("triage-edit", EditTurn.Form(Refunds.ToString(), new(Refunds.ToString(), "2026-03-09", "08:00", "2026-03-09", "16:00", false), [new(Refunds.ToString(), $"Omar Haddad")]));

    static readonly Person Omar = new(Refunds, "Omar Haddad", new Handle(1, "U1"));

    public static TheoryData<string, Card> Said => new()
    {
        { "experts-none-hr", ExpertsCard.None(isHr: true) },
        { "questions-times-saved", OfferTimes.Saved },
        { "topics-saved", EditTopic.Saved("Refunds", isArchived: false, 2) },
        { "topics-saved-without-experts", EditTopic.Saved("Refunds", isArchived: false, 0) },
        { "topics-archived", EditTopic.Saved("Refunds", isArchived: true, 2) },
        { "topics-experts-saved", TopicExperts.Saved("Refunds", 2, 1) },
        { "topics-experts-none", TopicExperts.Saved("Refunds", 0, 0) },
        { "triage-saved", EditTurn.Saved(Omar, Morning, Morning.AddHours(8)) },
        { "triage-taken-out", EditTurn.TakenOut },
    };

    [Theory(DisableDiscoveryEnumeration = true), MemberData(nameof(Said))]
    public void What_is_said_after_it(string name, Card card) => Dialects.Match(name, card);
}
