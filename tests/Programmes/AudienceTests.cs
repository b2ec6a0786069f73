using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>Whom a programme is for, by the role: managers are those who manage a team, the others have theirs; and whoever becomes one is in it from the next minute on.</summary>
public sealed class AudienceTests : AskingPeople
{
    Someone _lena = null!, _mira = null!;

    private protected override async Task Arrange()
    {
        await base.Arrange();
        (_lena, _mira) = (await Bot.Member("Lena Brandt", team: "Care", leads: true, zone: "UTC", email: "lena@acme.example"), await Bot.Member("Mira Solano", team: "Care", zone: "UTC", email: "mira@acme.example"));
        await Bot.Chose(Taking.AtStart, _lena, _mira);
    }

    [Fact]
    public async Task A_programme_for_managers_asks_whoever_manages_a_team_and_nobody_else()
    {
        await Changes(programme => programme.Roles = AudienceRoles.Manager);
        await Pass(Monday.AddHours(12));
        Assert.Single(await Asks(_lena));
        Assert.Empty(await Asks(_mira));
    }

    [Fact]
    public async Task Whoever_takes_a_team_over_is_asked_from_then_on_and_whoever_gave_it_up_no_more()
    {
        await Changes(programme => programme.Roles = AudienceRoles.Manager);
        await Pass(Monday.AddHours(18));
        await Imports("lena@acme.example,Lena Brandt,Care,mira@acme.example");
        await Pass(Monday.AddHours(36));
        Assert.Single(await Asks(_lena));
        Assert.Equal(new DateOnly(2026, 3, 3), Assert.Single(await Asks(_mira)).Day);
    }

    [Fact]
    public async Task Of_several_roles_one_is_enough_and_a_team_that_they_are_not_in_leaves_them_out()
    {
        await Changes(programme => programme.Roles = AudienceRoles.Manager | AudienceRoles.Expert);
        var (expert, other) = (await Bot.Member("Ana Petrova", roles: Roles.Expert, zone: "UTC"), await Bot.Member("Noor van Dijk", team: "Desk", leads: true, zone: "UTC"));
        await Bot.Chose(Taking.AtStart, expert, other);
        await Replans(expert);
        await Replans(other);
        await Pass(Monday.AddHours(12));
        Assert.Equal((1, 1, 1, 0), ((await Asks(_lena)).Count, (await Asks(expert)).Count, (await Asks(other)).Count, (await Asks(_mira)).Count));
        var care = await Bot.Read(db => db.Teams.Where(team => team.Name == "Care").Select(team => team.Id).SingleAsync());
        await Changes(programme => programme.Teams = [care]);
        await Pass(Monday.AddHours(36));
        Assert.Equal((2, 1, 1), ((await Asks(_lena)).Count, (await Asks(expert)).Count, (await Asks(other)).Count));
    }

    [Fact]
    public async Task A_role_that_is_given_counts_from_the_next_minute_on()
    {
        await Changes(programme => programme.Roles = AudienceRoles.Hr);
        var owner = await Bot.Member("Ole Berg", roles: Roles.Owner, zone: "UTC");
        await Pass(Monday.AddHours(8));
        Assert.Equal(RolesGiven.Done, await Bot.Get<GivingRoles>().Give((await Bot.Get<Register>().Member(owner.Id, default))!, _mira.Id, Roles.Hr, default));
        await Pass(Monday.AddHours(12));
        Assert.Single(await Asks(_mira));
        Assert.Empty(await Asks(_lena));
    }

    [Fact]
    public async Task Whoever_comes_back_is_asked_again()
    {
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _mira.Id)).LeftAt = Bot.Clock.Now);
        await Pass(Monday.AddHours(18));
        Assert.Empty(await Asks(_mira));
        await Bot.Do(async db =>
        {
            (await db.Accounts.SingleAsync(one => one.MemberId == _mira.Id)).LeftAt = Bot.Clock.Now;
            await db.SaveChangesAsync();
            await Bot.Get<Learning>().Learn(db, _mira.Installation, [new(_mira.Account) { Name = "Mira Solano" }], Bot.Clock.Now, default);
        });
        await Pass(Monday.AddHours(36));
        Assert.Single(await Asks(_mira));
    }

    [Fact]
    public async Task Whoever_was_planned_for_before_HR_said_when_they_begin_is_asked_from_that_day_on()
    {
        await Pass(Monday.AddHours(8));
        await Imports("mira@acme.example,Mira Solano,,", starts: "2026-03-04");
        await Pass(Monday.AddDays(2).AddHours(12), 15);
        Assert.Equal([new DateOnly(2026, 3, 4)], (await Asks(_mira)).Select(ask => ask.Day));
        Assert.NotEmpty(await Asks(_lena));
    }

    [Fact]
    public async Task Managers_have_the_prompt_of_their_programme_and_stand_in_its_dry_run()
    {
        var ines = await Bot.Member("Ines Moor", roles: Roles.Hr, zone: "UTC");
        await Changes(programme => (programme.Roles, programme.PackId) = (AudienceRoles.Manager, "six-needs"));
        Assert.Contains("fewer than 5 people", (await Bot.Types(ines, "dryrun")).Words);
        Assert.DoesNotContain("What are you telling yourself", await Prompt(_lena));
        Assert.Contains("What are you telling yourself", await Prompt(_mira));
    }

    [Fact]
    public async Task HR_picks_managers_in_the_form_and_finds_them_there_again()
    {
        var ines = await Bot.Member("Ines Moor", roles: Roles.Hr);
        var form = await Opens(ines, ProgrammeList.NewCheckIn);
        await Bot.Submits(ines, form, (EditProgramme.NameField, "For managers"), (EditProgramme.PackField, "six-needs/en"), (EditProgramme.RolesField, new[] { "manager", "expert" }));
        var row = await Bot.Read(db => db.Programmes.AsNoTracking().SingleAsync(one => one.Name == "For managers"));
        Assert.Equal(AudienceRoles.Manager | AudienceRoles.Expert, row.Roles);
        Assert.Equal("manager,expert", (await Opens(ines, row.Id)).Holds(EditProgramme.RolesField));
        Assert.Equal("Managers, Experts", (await Bot.Read(db => ReadingProgrammes.All(db, default))).Single(one => one.Name == "For managers").Whom);
    }

    async Task<Heard> Opens(Someone who, object which) => await Bot.Submits(who, await Bot.Presses(who, await Bot.Types(who, "help"), "Programmes"), (ProgrammeList.ProgrammeField, which));

    async Task<string> Prompt(Someone who) => string.Join(' ', (await Bot.Presses(who, new ServiceCulture.Cards.Ref(CheckInCard.ThoughtId))).Form.Fields.Select(field => field.Label.Plain(ServiceCulture.Cards.Reader.Plain)));

    async Task Imports(string line, string starts = "")
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"e-mail,name,team,manager's e-mail,starts\n{line},{starts}\n"));
        var done = await Bot.Get<ImportPeople>().Run(file, dryRun: false, by: null, default);
        Assert.True(done.IsDone, done.Words);
    }
}
