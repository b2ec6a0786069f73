using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Scheduling;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.People;

/// <summary>First days, last days, and what ends with them; who stands in meanwhile.</summary>
public sealed class LeavingTests : OverTheDatabase
{
    Someone _mia = null!, _ben = null!;

    private protected override async Task Arrange() =>
        (_mia, _ben) = (await Bot.Member("Mia Storm", zone: "Pacific/Auckland", email: "mia@x.example"), await Bot.Member("Ben Lake", zone: "America/Los_Angeles", email: "ben@x.example"));

    [Fact]
    public async Task The_last_day_ends_where_the_person_is_and_the_job_may_run_twice()
    {
        await Imports("email,name,leaves\nmia@x.example,Mia Storm,2026-03-03\nben@x.example,Ben Lake,2026-03-03\n");
        // In Auckland, the fourth begins on the third at 11:00 UTC; in Los Angeles at 08:00 on the fourth.
        Assert.Equal((0, 0), (await At("2026-03-03T10:59:00"), await Left()));
        Assert.Equal((1, 1), (await At("2026-03-03T11:00:00"), await Left()));
        Assert.Equal(0, await At("2026-03-04T07:59:00"));
        Assert.Equal((1, 2), (await At("2026-03-04T08:00:00"), await Left()));
        Assert.Equal(0, await At("2026-03-05T08:00:00"));
        Assert.Equal(new DateTime(2026, 3, 3, 11, 0, 0, DateTimeKind.Utc), (await Row(_mia)).LeftAt);
    }

    [Fact]
    public async Task Whoever_left_gets_nothing_is_offered_nothing_and_keeps_what_they_gave_and_got()
    {
        await Bot.Types(_mia, "kudos @Ben Lake stayed with the first caller until it was solved");
        await Bot.Delivers();
        await Bot.Types(_mia, "kudos @Ben Lake stayed with the second caller until it was solved");
        var before = Bot.Slack.In(_ben.Account).Count;
        await Imports("email,name,leaves\nben@x.example,Ben Lake,2026-02-27\n");
        await Bot.Delivers();
        Assert.Equal(before, Bot.Slack.In(_ben.Account).Count);
        Assert.Empty(await Bot.Read(db => FindingPeople.Matching(db, "Ben", 10, default)));
        Assert.NotEqual("", (await Bot.Types(_mia, "kudos @Ben stayed with the third caller until it was solved")).Fault("people"));
        Assert.Contains("having left", (await Bot.Types(_ben, "values")).Words);
        Assert.Contains("2 thank-yous given", (await Bot.Types(_mia, "mykudos")).Words);
        Assert.Equal(2, await Bot.Read(db => db.KudosReceipts.CountAsync(one => one.ToId == _ben.Id)));
    }

    [Fact]
    public async Task They_are_erased_after_the_retention_time_and_the_kudos_stay()
    {
        await Bot.Types(_mia, "kudos @Ben Lake stayed with the first caller until it was solved");
        await Imports("email,name,leaves\nben@x.example,Ben Lake,2026-03-01\n");
        Bot.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await Bot.Make<ForgettingPeople>().Forget(default));
        Bot.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await Bot.Make<ForgettingPeople>().Forget(default));
        Assert.Null((await Row(_ben)).Email);
        Assert.Equal(1, await Bot.Read(db => db.KudosReceipts.CountAsync(one => one.ToId == _ben.Id)));
        // The next file, which still has their line, brings nobody back.
        Assert.Contains("passed over", (await Imports("email,name,leaves\nben@x.example,Ben Lake,2026-03-01\n")).Words);
        Assert.Equal(2, await Bot.Read(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task HR_takes_a_last_day_back_or_moves_it_and_they_are_here_again()
    {
        await Imports("email,name,leaves\nben@x.example,Ben Lake,2026-02-27\nmia@x.example,Mia Storm,2026-02-27\n");
        Assert.Equal(2, await Left());
        await Imports("email,name,leaves\nben@x.example,Ben Lake,-\nmia@x.example,Mia Storm,2026-12-31\n");
        Assert.Equal(0, await Left());
        Assert.Equal(((DateOnly?)null, (DateOnly?)new DateOnly(2026, 12, 31)), ((await Row(_ben)).LeavesOn, (await Row(_mia)).LeavesOn));
        await Imports("email,name,leaves\nmia@x.example,Mia Storm,\n");
        Assert.NotNull((await Row(_mia)).LeavesOn);
    }

    [Fact]
    public async Task Nobody_is_planned_for_before_their_first_day()
    {
        await Bot.Do(async db =>
        {
            var programme = Programmes.Days.Programme(540, 600);
            db.AddRange(programme, Replanning.OfProgramme(programme.Id));
            (await db.Members.SingleAsync(one => one.Id == _ben.Id)).StartsOn = new DateOnly(2026, 4, 1);
        });
        await Bot.Get<AskingWhoIsDue>().Run(default);
        Assert.Equal(_mia.Id, Assert.Single(await Bot.Read(db => db.Plans.ToListAsync())).MemberId);
        Bot.Clock.Set(new DateTime(2026, 4, 2, 9, 0, 0, DateTimeKind.Utc));
        await Bot.Get<AskingWhoIsDue>().MeetNewcomers(default);
        Assert.Equal(2, await Bot.Read(db => db.Plans.CountAsync()));
    }

    [Fact]
    public async Task A_deputy_leads_while_the_manager_is_away_or_always_as_HR_set_it()
    {
        var (max, eva) = (await Bot.Member("Max Boss", team: "Care", leads: true, email: "max@x.example"), await Bot.Member("Eva Second", email: "eva@x.example"));
        await Imports("email,name,deputy\nmax@x.example,Max Boss,eva@x.example\n");
        Assert.Empty(await Leads(eva));
        var now = Bot.Clock.Now;
        await Bot.Do(db => Task.FromResult(db.Add(new Shift { MemberId = max.Id, Start = now.AddHours(1), End = now.AddHours(3), IsAbsence = true })));
        Assert.Empty(await Leads(eva));
        Bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["Care"], await Leads(eva));
        Assert.Equal(["Care"], await Leads(max));
        Assert.Equal([KeyValuePair.Create(max.Id, eva.Id)], await Bot.Read(db => StandingIn.ForAway(db, [max.Id, _ben.Id], Bot.Clock.Now, default)));
        Bot.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty(await Leads(eva));
        await Imports("email,name,deputy,deputy always\nmax@x.example,Max Boss,,yes\n");
        Assert.Equal(["Care"], await Leads(eva));
        await Imports("email,name,deputy\nmax@x.example,Max Boss,-\n");
        Assert.Empty(await Leads(eva));
    }

    [Fact]
    public async Task Somebody_called_the_deputy_of_a_team_stands_in_for_whoever_manages_it_also_once_they_left()
    {
        await Imports("email,name,team,role\nmax@x.example,Max Boss,Care,manager\neva@x.example,Eva Second,Care,deputy\n");
        var eva = await Bot.Read(db => db.Members.SingleAsync(one => one.Email == "eva@x.example"));
        Assert.Equal(eva.Id, (await Bot.Read(db => db.Members.SingleAsync(one => one.Email == "max@x.example"))).DeputyId);
        await Imports("email,name,leaves\nmax@x.example,Max Boss,2026-02-27\n");
        Assert.Equal(["Care"], Access.Leads((await Bot.Get<Register>().Member(eva.Id, default))!).Select(team => team.Name));
    }

    async Task<IEnumerable<string>> Leads(Someone who)
    {
        Bot.Get<Register>().Forget();
        return Access.Leads((await Bot.Get<Register>().Member(who.Id, default))!).Select(team => team.Name);
    }

    async Task<int> At(string utc)
    {
        Bot.Clock.Set(DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc));
        return await Bot.Get<LettingGo>().Run(default);
    }

    Task<int> Left() => Bot.Read(db => db.Members.CountAsync(one => one.LeftAt != null));

    Task<Member> Row(Someone who) => Bot.Read(db => db.Members.SingleAsync(one => one.Id == who.Id));

    async Task<CsvResult> Imports(string file)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file));
        var result = await Bot.Get<ImportPeople>().Run(stream, dryRun: false, by: null, default);
        Assert.True(result.IsDone, result.Words);
        return result;
    }
}
