using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Escalations;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations.Experts;

/// <summary>Who is next, from the rows.</summary>
[Trait("Database", "Both")]
public sealed class WhoIsNextTests : OverTheDatabase
{
    readonly Topic _refunds = new() { Name = "Refunds", NameKey = "refunds", CreatedAt = default };

    [Fact]
    public async Task Everything_that_is_kept_of_an_expert_counts()
    {
        var asker = await Bot.Member("Mira Solano");
        var gone = await Bot.Member("Left Long", hasLeft: true);
        var paused = await Bot.Member("Paused Person", zone: "UTC");
        var elsewhere = await Bot.Member("Far Away", zone: "America/New_York");
        var here = await Bot.Member("Omar Haddad", zone: "Europe/Berlin");
        await Knows(asker, gone, paused, elsewhere, here);
        await Save(new ExpertSettings { MemberId = paused.Id, PausedUntil = Bot.Clock.Now.AddDays(2) });
        Assert.Equal(here.Id, Assert.IsType<Next.Offer>(await Next(asker)).Member);
        Assert.Equal(new Next.Nobody(NobodyBecause.NobodyOnDuty, Bot.Clock.Now.AddHours(5)), await Next(asker, here.Id));
        await Save(new Shift { MemberId = elsewhere.Id, Start = Bot.Clock.Now.AddHours(-1), End = Bot.Clock.Now.AddHours(1) });
        Assert.Equal(elsewhere.Id, Assert.IsType<Next.Offer>(await Next(asker, here.Id)).Member);
        await Save(new ExpertSettings { MemberId = elsewhere.Id, Capacity = 0, DutyDays = Weekdays.All, DutyFrom = 0, DutyTo = 0 });
        Assert.IsType<Next.Nobody>(await Next(asker, here.Id));
    }

    [Fact]
    public async Task Whoever_had_their_data_erased_is_not_asked_what_was_asked_before()
    {
        var (asker, omar, leo) = (await Bot.Member("Mira Solano"), await Bot.Member("Omar Haddad"), await Bot.Member("Leo Fontaine"));
        await Knows(omar);
        await Bot.Do(async db => (await db.Members.FindAsync(omar.Id))!.ErasedAt = Bot.Clock.Now);
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new ExpertFound.Nobody(null, NobodyBecause.AllWereAsked), await Find(Bot.Clock.Now.AddHours(-1)));
        await Save(new Expertise { MemberId = leo.Id, TopicId = _refunds.Id, Level = ExpertLevel.Knows });
        Assert.Equal(leo.Id, Assert.IsType<ExpertFound.Someone>(await Find(Bot.Clock.Now.AddHours(-1))).Member);
        await Bot.Do(async db => db.Remove(await db.Expertises.SingleAsync(one => one.MemberId == leo.Id)));
        Assert.Equal(omar.Id, Assert.IsType<ExpertFound.Someone>(await Find(Bot.Clock.Now)).Member);

        Task<ExpertFound> Find(DateTime asked) => Bot.Read(db => Bot.Get<IChooseExperts>().Next(db, Wanted(asker) with { AskedAt = asked }, Bot.Clock.Now, default));
    }

    [Fact]
    public async Task A_topic_without_experts_says_so()
    {
        var asker = await Bot.Member("Mira Solano");
        Assert.Equal(new Next.Nobody(NobodyBecause.NoExpert, null), await Next(asker));
    }

    [Fact]
    public async Task Triage_is_whoever_has_the_turn_now()
    {
        var (now, early, late, gone) = (Bot.Clock.Now, await Bot.Member("Early Bird"), await Bot.Member("Late Owl"), await Bot.Member("Left Long", hasLeft: true));
        Assert.Equal((null, null), await Triage());
        await Save(Turn(gone, -1, 8), Turn(early, -2, 4), Turn(late, 4, 8));
        Assert.Equal((early.Id, null), await Triage());
        Assert.Equal((null, now.AddHours(4)), await Triage(early.Id));
        Bot.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal((late.Id, null), await Triage());
        Bot.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal((null, null), await Triage());
    }

    [Fact]
    public async Task Through_the_seam_the_reason_is_kept_and_becomes_the_same_words()
    {
        var (asker, omar, leo) = (await Bot.Member("Mira Solano"), await Bot.Member("Omar Haddad"), await Bot.Member("Leo Fontaine"));
        await Knows(omar, leo);
        await Save(new ExpertSettings { MemberId = omar.Id, Languages = "de,fr" }, new ExpertSettings { MemberId = leo.Id, Languages = "en" });
        var found = Assert.IsType<ExpertFound.Someone>(await Bot.Read(db => Bot.Get<IChooseExperts>().Next(db, Wanted(asker) with { Culture = "de-AT" }, Bot.Clock.Now, default)));
        Assert.Equal((omar.Id, null), (found.Member, found.From));
        Assert.Equal("You got this because you know the topic, you are on duty, you speak German and nobody else who is free does.", ExpertReason.Read(found.Why)!.ForExpert.Plain(Reader.Plain));
        var named = await Bot.Read(db => Bot.Get<IChooseExperts>().Next(db, Wanted(asker) with { Named = asker.Id }, Bot.Clock.Now, default));
        Assert.IsType<ExpertFound.Nobody>(named);
        Assert.Equal(leo.Id, Assert.IsType<ExpertFound.Someone>(await Bot.Read(db => Bot.Get<IChooseExperts>().Next(db, Wanted(asker) with { Named = leo.Id }, Bot.Clock.Now, default))).Member);
        Assert.IsType<ExpertFound.Nobody>(await Bot.Read(db => Bot.Get<IChooseExperts>().Next(db, Wanted(asker) with { Topic = null }, Bot.Clock.Now, default)));
    }

    [Fact]
    public async Task What_somebody_has_and_what_is_held_out_to_them_counts_and_what_is_answered_does_not()
    {
        var (asker, omar) = (await Bot.Member("Mira Solano"), await Bot.Member("Omar Haddad"));
        await Save(Question(asker, omar, QuestionState.Owned), Question(asker, omar, QuestionState.Answered), Question(asker, omar, QuestionState.Solved));
        await Save(Offer(omar, OfferOutcome.Live, 0), Offer(omar, OfferOutcome.Accepted, -13), Offer(omar, OfferOutcome.Accepted, -15), Offer(omar, OfferOutcome.Passed, -1));
        Assert.Equal(new Load(2, 1), (await Bot.Read(db => Loads.Read(db, [omar.Id, asker.Id], Bot.Clock.Now, default)))[omar.Id]);
    }

    Question Question(Someone asker, Someone owner, QuestionState state) => new() { AskerId = asker.Id, Words = "How?", AskedAt = Bot.Clock.Now, State = state, OwnerId = owner.Id };

    QuestionOffer Offer(Someone to, OfferOutcome outcome, int days) =>
        new() { QuestionId = Guid.NewGuid(), Number = 1, MemberId = to.Id, Kind = OfferKind.Chosen, At = Bot.Clock.Now.AddDays(days), Until = Bot.Clock.Now.AddDays(days), Outcome = outcome, Why = "{}" };

    ExpertWanted Wanted(Someone asker) => new(_refunds.Id, false, Urgency.Today, null, Bot.Clock.Now.AddMinutes(20), new HashSet<Guid> { asker.Id });

    TriageTurn Turn(Someone who, int from, int to) => new() { MemberId = who.Id, From = Bot.Clock.Now.AddHours(from), To = Bot.Clock.Now.AddHours(to) };

    Task<(Guid?, DateTime?)> Triage(params Guid[] leaveOut) => Bot.Read(db => WhoIsNext.OnTriage(db, leaveOut.ToHashSet(), Bot.Clock.Now, default));

    Task<Next> Next(Someone asker, params Guid[] leaveOut) =>
        Bot.Read(db => Bot.Get<WhoIsNext>().Find(db, new Need(_refunds.Id, false, null, Bot.Clock.Now.AddHours(1), leaveOut.Append(asker.Id).ToHashSet()), Bot.Clock.Now, default));

    Task Knows(params Someone[] people) => Save([_refunds, .. people.Select(one => new Expertise { MemberId = one.Id, TopicId = _refunds.Id, Level = ExpertLevel.Knows })]);

    Task Save(params object[] rows) => Bot.Do(db =>
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    });
}
