using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Experts;
using ServiceCulture.Bot.Features.Programmes;
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
        Assert.Equal("Nobody is on triage until 2 Mar 2026, 13:00.", NobodyWords.NoTriage(now.AddHours(4)).Plain(ServiceCulture.Cards.Reader.Plain));
        Bot.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal((late.Id, null), await Triage());
        Bot.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal((null, null), await Triage());
    }

    TriageTurn Turn(Someone who, int from, int to) => new() { MemberId = who.Id, From = Bot.Clock.Now.AddHours(from), To = Bot.Clock.Now.AddHours(to) };

    Task<(Guid?, DateTime?)> Triage(params Guid[] leaveOut) => Bot.Read(db => WhoIsNext.OnTriage(db, leaveOut.ToHashSet(), Bot.Clock.Now, default));

    Task<Next> Next(Someone asker, params Guid[] leaveOut) =>
        Bot.Read(db => Bot.Get<WhoIsNext>().Find(db, new Need(_refunds.Id, false, asker.Id, null, Bot.Clock.Now.AddHours(1), leaveOut.ToHashSet()), Bot.Clock.Now, default));

    Task Knows(params Someone[] people) => Save([_refunds, .. people.Select(one => new Expertise { MemberId = one.Id, TopicId = _refunds.Id, Level = ExpertLevel.Knows })]);

    Task Save(params object[] rows) => Bot.Do(db =>
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    });
}
