using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Course;
using ServiceCulture.Bot.Features.Escalations.Figures;
using ServiceCulture.Bot.Features.Publishing;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations.Figures;

/// <summary>How questions were handled, from rows to what chat, digest and console read.</summary>
public sealed class FreezingHandlingTests : OverTheDatabase
{
    readonly Topic _refunds = new() { Name = "Refunds", NameKey = "refunds", CreatedAt = DateTime.UnixEpoch };
    readonly List<Someone> _north = [], _south = [];
    readonly List<Guid> _experts = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];
    PublicationWindow _window;

    private protected override async Task Arrange()
    {
        _window = PublicationWindow.Of(DateOnly.FromDateTime(Bot.Clock.Now));
        for (var at = 0; at < 5; at++)
            _north.Add(await Bot.Member($"North {at}", team: "North"));
        _south.Add(await Bot.Member("South", team: "South"));
        await Bot.Do(async db =>
        {
            // Whoever is in a team now was so when the window began.
            await db.TeamMemberships.ExecuteUpdateAsync(set => set.SetProperty(one => one.From, Bot.Clock.Now.AddDays(-60)));
            db.Add(_refunds);
        });
        for (var at = 0; at < 12; at++)
            await Asked(at < 10 ? _north[at % 5] : _south[0], _experts[at % 6], _window.Start("UTC").AddDays(at + 2).AddHours(9), minutes: 10 + at);
    }

    [Fact]
    public async Task A_window_is_frozen_once_it_is_over_and_only_once()
    {
        Assert.Equal(0, await Freeze());
        await Over();
        Assert.Equal(1, await Freeze());
        Assert.Equal(0, await Freeze());
        Assert.Equal([_window], await Bot.Read(db => ReadingHandling.Windows(db, 5, default)));
    }

    [Fact]
    public async Task A_team_reads_its_own_figures_and_what_is_too_few_rolls_up()
    {
        await Over();
        await Freeze();
        var (north, south) = (await Of(await Team("North")), await Of(await Team("South")));
        var whole = (await Of(GroupTree.Whole)).Of(HandlingMeasure.ToSolved, Urgency.Today)!;
        Assert.Equal((15.0, 20.0), (whole.Value, whole.P90));
        // South is one asker, and would be all less North: so North rolls up with it.
        Assert.Equal(whole, north.Of(HandlingMeasure.ToSolved, Urgency.Today));
        Assert.Equal(whole, south.Of(HandlingMeasure.ToSolved, Urgency.Today));
        Assert.True(north.Of(HandlingMeasure.ToSolved, Urgency.Week)!.IsNotEnough);
        Assert.Equal((100.0, 0.0, 0.0), (north.Of(HandlingMeasure.FirstTimeRight)!.Value, north.Of(HandlingMeasure.Transfers)!.Value, north.Of(HandlingMeasure.WithoutAsking)!.Value));
        Assert.Equal(1.0, north.Of(HandlingMeasure.Spread)!.Value);
        Assert.Equal(["Refunds"], (await Bot.Read(db => ReadingHandling.ByTopic(db, _window, default))).Select(topic => topic.Name));
    }

    [Fact]
    public async Task A_team_without_a_small_one_beside_it_stands_alone()
    {
        await Bot.Do(db => db.Questions.Where(one => one.AskerId == _south[0].Id).ExecuteDeleteAsync());
        await Over();
        await Freeze();
        var team = await Team("North");
        Assert.Equal(team, (await Of(team)).Of(HandlingMeasure.ToSolved, Urgency.Today)!.Group);
    }

    [Fact]
    public async Task What_is_erased_later_changes_no_figure_that_was_said()
    {
        await Over();
        await Freeze();
        var before = (await Of(GroupTree.Whole)).Figures;
        await Bot.Do(db => db.Questions.ExecuteDeleteAsync());
        await Freeze();
        Assert.Equal(before, (await Of(GroupTree.Whole)).Figures);
    }

    Task<int> Freeze() => Bot.Get<FreezingHandling>().Freeze(default);

    Task Over()
    {
        Bot.Clock.Advance(_window.End("UTC").AddHours(1) - Bot.Clock.Now);
        return Task.CompletedTask;
    }

    async Task<HandlingOf> Of(Guid group) => (await Bot.Read(db => ReadingHandling.Of(db, group, _window, default)))!;

    Task<Guid> Team(string name) => Bot.Read(db => db.Teams.Where(team => team.Name == name).Select(team => team.Id).SingleAsync());

    Task Asked(Someone asker, Guid expert, DateTime at, int minutes) => Bot.Do(db =>
    {
        // Monday to Friday, in working hours.
        at = at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? at.AddDays(2) : at;
        var question = new Question { AskerId = asker.Id, Words = "Where is the refund?", AskedAt = at.AddTicks(asker.Name.Length), TopicId = _refunds.Id, State = QuestionState.Solved, ClosedAt = at.AddMinutes(minutes), OwnerId = expert };
        db.Add(question);
        (EventKind, Guid?, Guid?, int, int?)[] events = [(EventKind.Asked, asker.Id, null, 0, (int)Urgency.Today), (EventKind.Offered, null, expert, 0, 1), (EventKind.Accepted, expert, null, 3, null), (EventKind.Answered, expert, null, 5, null), (EventKind.Solved, asker.Id, null, minutes, null)];
        db.AddRange(events.Select((one, number) => new QuestionEvent { QuestionId = question.Id, Number = number + 1, At = at.AddMinutes(one.Item4), Kind = one.Item1, MemberId = one.Item2, OtherId = one.Item3, Amount = one.Item5 }));
        return Task.CompletedTask;
    });
}
