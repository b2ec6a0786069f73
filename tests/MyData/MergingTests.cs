using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.CheckIns;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Features.Rough;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Bot.Scheduling;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.MyData;

/// <summary>Two members turn out to be one person, each with a key, days and choices of their own.</summary>
public sealed class MergingTests : OverTheDatabase
{
    static readonly DateOnly Day = new(2026, 3, 2);

    Someone _mia = null!, _other = null!;

    private protected override async Task Arrange()
    {
        _mia = await Bot.Member("Mia Storm", email: "mia@acme.example");
        _other = await Bot.Member("mia", on: Channel.Teams);
    }

    [Fact]
    public async Task What_either_wrote_is_readable_with_the_key_that_remains_and_the_other_key_goes()
    {
        await Keeps(_mia, "The first sentence of mine");
        await Keeps(_other, "The second sentence of mine");
        await BecomeOne();
        var day = System.Net.WebUtility.HtmlDecode(Html.Form((await Bot.Types(_other, "myday")).Form, Reader.Plain, "f"));
        Assert.Contains("The first sentence", day);
        Assert.Contains("The second sentence", day);
        Assert.NotNull(await Vault.Find(_other.Id, default));

        await Bot.Make<ForgettingPeople>().Forget(default);
        Assert.Null(await Vault.Find(_other.Id, default));
        Assert.NotNull(await Vault.Find(_mia.Id, default));
        Assert.Equal(2, await Bot.Read(db => db.Thoughts.CountAsync(one => one.MemberId == _mia.Id)));
        Assert.Equal(0, await Bot.Make<ForgettingPeople>().Forget(default));
    }

    [Fact]
    public async Task Where_only_the_one_that_goes_had_a_key_the_other_gets_one()
    {
        await Keeps(_other, "The only sentence of mine");
        await BecomeOne();
        Assert.Contains("only sentence", Html.Form((await Bot.Types(_mia, "myday")).Form, Reader.Plain, "f"));
    }

    [Fact]
    public async Task A_day_that_both_have_keeps_the_later_step_and_one_row()
    {
        await Step(_mia, 2);
        Bot.Clock.Advance(TimeSpan.FromHours(1));
        await Step(_other, 5);
        await BecomeOne();
        var row = await Bot.Read(db => db.CheckIns.SingleAsync());
        Assert.Equal((_mia.Id, "5"), (row.MemberId, (await Vault.Find(_mia.Id, default))!.Read(row.Step)));
        Assert.Equal(_mia.Id, (await Bot.Read(db => db.Asks.SingleAsync())).MemberId);
    }

    [Fact]
    public async Task What_cannot_be_read_any_more_goes_and_the_rest_is_moved()
    {
        await Keeps(_other, "Sealed with a key that is gone");
        await Vault.Destroy(_other.Id, default);
        await Keeps(_other, "Sealed with the next key");
        await BecomeOne();
        Assert.Single(await Bot.Read(db => db.Thoughts.ToListAsync()));
    }

    [Theory]
    [InlineData(Taking.AtStart, Taking.No, Taking.No)]
    [InlineData(Taking.No, Taking.AtEnd, Taking.No)]
    [InlineData(Taking.OnMyOwn, Taking.AtStart, Taking.OnMyOwn)]
    [InlineData(Taking.Undecided, Taking.AtEnd, Taking.AtEnd)]
    [InlineData(Taking.AtStart, Taking.AtEnd, Taking.AtStart)]
    public async Task Of_two_choices_the_stricter_holds(Taking mine, Taking theirs, Taking holds)
    {
        await Bot.Do(db =>
        {
            db.AddRange(new Participation { MemberId = _mia.Id, Taking = mine, PausedUntil = Day }, new Participation { MemberId = _other.Id, Taking = theirs, PausedUntil = DateOnly.MaxValue, SilentSince = Bot.Clock.Now, Unanswered = 3 });
            return Task.CompletedTask;
        });
        await BecomeOne();
        var choice = await Bot.Read(db => db.Participations.SingleAsync());
        Assert.Equal((_mia.Id, holds, DateOnly.MaxValue, 3), (choice.MemberId, choice.Taking, choice.PausedUntil, choice.Unanswered));
        Assert.NotNull(choice.SilentSince);
    }

    [Fact]
    public async Task Plans_asks_shifts_and_requests_go_along_and_each_stays_once()
    {
        var (both, one) = (Guid.NewGuid(), Guid.NewGuid());
        var start = Bot.Clock.Now.AddDays(1);
        await Bot.Do(db =>
        {
            db.AddRange(new Plan { ProgrammeId = both, MemberId = _mia.Id, NextAt = start }, new Plan { ProgrammeId = both, MemberId = _other.Id, NextAt = start.AddHours(-1) }, new Plan { ProgrammeId = one, MemberId = _other.Id, NextAt = start });
            db.AddRange(Ask(_mia, Day, AskState.Waiting), Ask(_other, Day, AskState.Answered), Ask(_other, Day.AddDays(-1), AskState.NotToday));
            db.AddRange(Shift(_mia, start), Shift(_other, start), Shift(_other, start.AddDays(1)));
            db.Add(new FiveMinutes { FromId = _other.Id, ToId = Guid.NewGuid(), At = start });
            return Task.CompletedTask;
        });
        await BecomeOne();
        Assert.Equal([(_mia.Id, start.AddHours(-1)), (_mia.Id, start)], (await Bot.Read(db => db.Plans.OrderBy(plan => plan.NextAt).ToListAsync())).Select(plan => (plan.MemberId, plan.NextAt!.Value)));
        Assert.Equal([(_mia.Id, AskState.NotToday), (_mia.Id, AskState.Answered)], (await Bot.Read(db => db.Asks.OrderBy(ask => ask.Day).ToListAsync())).Select(ask => (ask.MemberId, ask.State)));
        Assert.Equal([_mia.Id, _mia.Id], (await Bot.Read(db => db.Shifts.ToListAsync())).Select(shift => shift.MemberId));
        Assert.Equal(_mia.Id, (await Bot.Read(db => db.FiveMinutes.SingleAsync())).FromId);
    }

    Vault Vault => Bot.Get<Vault>();

    Task BecomeOne() => Bot.Do(db => Bot.Get<Learning>().Learn(db, _other.Installation, [new Sender(_other.Account) { Name = "mia", VerifiedEmail = "mia@acme.example" }], Bot.Clock.Now, default));

    async Task Keeps(Someone who, string words) =>
        await Bot.Submits(who, await Bot.Presses(who, new Ref(CheckInCard.ThoughtId)), (SortThought.WordsField, words));

    Task<Heard> Step(Someone who, int step) => Bot.Presses(who, new Ref(CheckInCard.StepId, $"/{step}"));

    Ask Ask(Someone who, DateOnly day, AskState state) => new() { MemberId = who.Id, Kind = ProgrammeKind.CheckIn, Day = day, At = Bot.Clock.Now, Until = Bot.Clock.Now, State = state };

    static Shift Shift(Someone who, DateTime start) => new() { MemberId = who.Id, Start = start, End = start.AddHours(8) };
}
