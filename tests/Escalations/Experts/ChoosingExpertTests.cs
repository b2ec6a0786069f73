using FsCheck;
using FsCheck.Fluent;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;

namespace ServiceCulture.Tests.Escalations.Experts;

/// <summary>Who is next for a question.</summary>
public sealed class ChoosingExpertTests
{
    // A Monday, nine o'clock in UTC: ten in Berlin, four in New York.
    static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    static readonly Guid Asker = Guid.NewGuid();

    [Fact]
    public void Whoever_had_the_fewest_lately_is_next()
    {
        var (busy, rested) = (Someone(lately: 4), Someone(lately: 1));
        var offer = Offer([busy, rested]);
        Assert.Equal((rested.Member, Now), (offer.Member, offer.From));
        Assert.Equal("You got this because you know the topic, you are on duty and nobody else who is free had fewer questions in the last two weeks (you had 1).", offer.Reason.ForExpert.Plain(Reader.Plain));
    }

    [Fact]
    public void Between_those_alike_chance_decides_and_it_comes_from_its_source()
    {
        List<Expert> alike = [.. new[] { Someone(), Someone(), Someone() }.OrderBy(one => one.Member)];
        foreach (var drawn in new[] { 0, 1, 2 })
            Assert.Equal(alike[drawn].Member, ((Next.Offer)ChoosingExpert.Choose(Need(), alike, Now, most => most == 3 ? drawn : -1)).Member);
        Assert.Contains("Between 3 people alike, chance decided.", Offer(alike).Reason.ForExpert.Plain(Reader.Plain));
    }

    [Fact]
    public void Neither_the_asker_nor_whoever_was_offered_it_is_asked()
    {
        var (asker, asked, other) = (Someone() with { Member = Asker }, Someone(), Someone(lately: 9));
        Assert.Equal(other.Member, Offer([asker, asked, other], Need(asked.Member)).Member);
        Assert.Equal(new Next.Nobody(NobodyBecause.AllWereAsked, null), Choose([asker, asked], Need(asked.Member)));
        Assert.Equal(new Next.Nobody(NobodyBecause.NoExpert, null), Choose([], Need()));
    }

    [Fact]
    public void A_decision_needs_somebody_who_can_decide()
    {
        var (knows, decides) = (Someone(), Someone(level: ExpertLevel.CanDecide, lately: 5));
        var offer = Offer([knows, decides], Need() with { IsDecision = true });
        Assert.Equal(decides.Member, offer.Member);
        Assert.StartsWith("You got this because you can decide about the topic, you are on duty and nobody else is free.", offer.Reason.ForExpert.Plain(Reader.Plain));
        Assert.Equal(NobodyBecause.NoExpert, Assert.IsType<Next.Nobody>(Choose([knows], Need() with { IsDecision = true })).Why);
    }

    [Fact]
    public void The_full_and_the_paused_are_left_in_peace()
    {
        var (full, paused) = (Someone(open: 3), Someone() with { PausedUntil = Now.AddHours(30) });
        Assert.Equal(new Next.Nobody(NobodyBecause.NobodyOnDuty, Now.AddHours(30)), Choose([full, paused], Need()));
        Assert.Equal(new Next.Nobody(NobodyBecause.AllAreFull, null), Choose([full], Need()));
        Assert.Equal(NobodyBecause.AllAreFull, Assert.IsType<Next.Nobody>(Choose([Someone() with { Capacity = 0 }], Need())).Why);
        // A pause that ends in time is waited for.
        Assert.Equal(Now.AddMinutes(10), Offer([Someone() with { PausedUntil = Now.AddMinutes(10) }]).From);
    }

    [Fact]
    public void Who_is_on_duty_goes_before_who_will_be()
    {
        var (here, later) = (Someone(lately: 9), Someone(zone: "America/New_York"));
        Assert.Equal(here.Member, Offer([here, later]).Member);
    }

    [Fact]
    public void Who_is_next_on_duty_is_asked_when_that_is_before_the_deadline()
    {
        var later = Someone(zone: "America/New_York");
        var offer = Offer([later], Need() with { Deadline = Now.AddHours(6) });
        Assert.Equal((later.Member, Now.AddHours(5)), (offer.Member, offer.From));
        Assert.Contains("you are the next on duty, from 2 Mar 2026, 14:00", offer.Reason.ForExpert.Plain(Reader.Plain));
        var nobody = Assert.IsType<Next.Nobody>(Choose([later], Need() with { Deadline = Now.AddHours(4) }));
        Assert.Equal((NobodyBecause.NobodyOnDuty, Now.AddHours(5)), (nobody.Why, nobody.Until));
        Assert.Equal("Nobody who knows “Refunds” is on duty and free before 2 Mar 2026, 14:00.", new NobodyWords("Refunds", nobody.Why, nobody.Until).Sentence.Plain(Reader.Plain));
    }

    [Fact]
    public void A_language_goes_before_fairness_and_not_before_duty()
    {
        var (german, english) = (Someone(lately: 7, languages: ["de", "en"]), Someone(languages: ["en"]));
        var offer = Offer([german, english], Need() with { Language = "de" });
        Assert.Equal(german.Member, offer.Member);
        Assert.Contains("you speak German and nobody else who is free does.", offer.Reason.ForExpert.Plain(Reader.Plain));
        var (turkish, there) = (Someone(zone: "America/New_York", languages: ["tr"]), Someone(languages: ["en"]));
        var without = Offer([turkish, there], Need() with { Language = "tr", Deadline = Now.AddDays(1) });
        Assert.Equal((there.Member, false), (without.Member, without.Reason.Speaks));
        Assert.Contains("nobody who is there speaks Turkish", without.Reason.ForExpert.Plain(Reader.Plain));
    }

    [Fact]
    public void The_asker_hears_why_without_numbers_about_the_expert()
    {
        var words = Offer([Someone(lately: 2), Someone(lately: 3)]).Reason.ForAsker(new Person(Guid.NewGuid(), "Omar Haddad", [])).Plain(Reader.Plain);
        Assert.Equal("Omar Haddad got this because they know the topic, are on duty and had the fewest questions lately among those who are free.", words);
    }

    [Fact]
    public void Over_many_questions_everybody_gets_as_many()
    {
        var random = new Random(7);
        var taken = new int[5];
        var people = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToArray();
        for (var question = 0; question < 1000; question++)
        {
            var offer = Offer([.. people.Select((member, at) => Someone(lately: taken[at]) with { Member = member })], draw: random.Next);
            taken[Array.IndexOf(people, offer.Member)]++;
        }
        Assert.All(taken, count => Assert.Equal(200, count));
    }

    [Fact]
    public void Whatever_the_experts_the_choice_keeps_every_rule()
    {
        var experts =
            from zone in Gen.Elements("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Auckland")
            from level in Gen.Elements(ExpertLevel.Knows, ExpertLevel.CanDecide)
            from open in Gen.Choose(0, 4)
            from lately in Gen.Choose(0, 3)
            from paused in Gen.Choose(-5, 20)
            from language in Gen.Elements("de", "en", "")
            select Someone(level, zone, open, lately, language.Length > 0 ? [language] : []) with { PausedUntil = paused > 0 ? Now.AddHours(paused) : null };
        var cases =
            from all in experts.ListOf(6)
            from isDecision in Gen.Elements(true, false)
            from language in Gen.Elements("de", "en", null)
            from hour in Gen.Choose(0, 24 * 400)
            from hours in Gen.Choose(0, 72)
            select (Experts: all.ToList(), Need: Need(all[0].Member) with { IsDecision = isDecision, Language = language, Deadline = Now.AddHours(hour + hours) }, At: Now.AddHours(hour));
        Prop.ForAll(cases.ToArbitrary(), one => Holds(one.Experts, one.Need, one.At)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    static bool Holds(List<Expert> experts, Need need, DateTime at)
    {
        var fitting = experts.Where(one => !need.LeaveOut.Contains(one.Member) && (!need.IsDecision || one.Level is ExpertLevel.CanDecide) && one.Load.Open < one.Capacity).ToList();
        if (ChoosingExpert.Choose(need, experts, at, _ => 0) is not Next.Offer offer)
            return fitting.TrueForAll(one => From(one) is not { } from || (from > at && from >= need.Deadline));
        var chosen = fitting.Single(one => one.Member == offer.Member);
        var (there, speaks) = (fitting.Where(one => From(one) == offer.From).ToList(), Speaks(chosen));
        return chosen.Duty.Has(offer.From) && !(chosen.PausedUntil > offer.From) && (offer.From == at || offer.From < need.Deadline)
            && fitting.TrueForAll(one => !(From(one) < offer.From))
            && (speaks || !there.Exists(Speaks))
            && there.TrueForAll(one => Speaks(one) != speaks || one.Load.Lately >= chosen.Load.Lately);

        DateTime? From(Expert one) => one.Duty.FirstFrom(one.PausedUntil > at ? one.PausedUntil.Value : at);
        bool Speaks(Expert one) => need.Language is null || one.Languages.Count == 0 || one.Languages.Contains(need.Language);
    }

    static Next Choose(List<Expert> experts, Need need) => ChoosingExpert.Choose(need, experts, Now, _ => 0);

    static Next.Offer Offer(List<Expert> experts, Need? need = null, Func<int, int>? draw = null) => Assert.IsType<Next.Offer>(ChoosingExpert.Choose(need ?? Need(), experts, Now, draw ?? (_ => 0)));

    static Need Need(params Guid[] leaveOut) => new(Guid.Empty, false, null, Now.AddMinutes(20), leaveOut.Append(Asker).ToHashSet());

    static Expert Someone(ExpertLevel level = ExpertLevel.Knows, string zone = "Europe/Berlin", int open = 0, int lately = 0, string[]? languages = null)
    {
        var member = Guid.NewGuid();
        return new(member, level, new Duty(new WorkLife { Member = member, Zone = LocalDay.Zone(zone) }), null, 3, languages ?? [], new Load(open, lately));
    }
}
