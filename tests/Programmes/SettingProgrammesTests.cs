using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

public sealed class SettingProgrammesTests : OverTheDatabase
{
    Someone _ines = null!, _mia = null!;

    private protected override async Task Arrange()
    {
        (_ines, _mia) = (await Bot.Member("Ines Moor", roles: Roles.Hr), await Bot.Member("Mia Storm", team: "Care"));
        await Bot.Do(async db => (await db.Members.SingleAsync(one => one.Id == _mia.Id)).Site = "Kiel");
    }

    [Fact]
    public async Task Everything_that_is_filled_in_is_kept_and_shown_again()
    {
        var care = await Bot.Read(db => db.Teams.Select(team => team.Id).SingleAsync());
        var saved = await Bot.Submits(_ines, await New(), (EditProgramme.NameField, "Mornings"), (EditProgramme.TeamsField, care), (EditProgramme.RolesField, new[] { "expert", "hr" }), (EditProgramme.SitesField, "Kiel"),
            (EditProgramme.PackField, "six-needs/en:1"), (EditProgramme.DaysField, new[] { "monday", "saturday" }), (ProgrammeTimes.WindowFromField, "08:30"), (ProgrammeTimes.WindowToField, "10:00"),
            (ProgrammeTimes.ResponseField, "6"), (ProgrammeTimes.RemindField, "2"), (ProgrammeTimes.QuietFromField, "20:00"), (ProgrammeTimes.QuietToField, "07:00"),
            (ProgrammeTimes.FromField, "2026-03-09"), (ProgrammeTimes.ToField, "2026-06-30"), (EditProgramme.ActField, EditProgramme.Start));
        Assert.Contains("Mornings is running", saved.Words);

        var row = await Only();
        Assert.Equal((ProgrammeKind.CheckIn, ProgrammeState.On, 1), (row.Kind, row.State, row.Version));
        Assert.Equal((care, AudienceRoles.Expert | AudienceRoles.Hr, "Kiel"), (row.Teams.Single(), row.Roles, row.Sites.Single()));
        Assert.Equal(("six-needs", 1, "en", Weekdays.Monday | Weekdays.Saturday), (row.PackId, row.PackVersion, row.Language, row.Days));
        Assert.Equal((510, 600, 360, 120, 1200, 420), (row.WindowFrom, row.WindowTo, row.ResponseMinutes, row.RemindAfterMinutes, row.QuietFrom, row.QuietTo));
        Assert.Equal((new DateOnly(2026, 3, 9), new DateOnly(2026, 6, 30)), (row.From, row.To));

        var form = await Opens(row.Id);
        Assert.Equal((care.ToString(), "expert,hr", "Kiel", "six-needs/en:1", "monday,saturday"), (form.Holds(EditProgramme.TeamsField), form.Holds(EditProgramme.RolesField), form.Holds(EditProgramme.SitesField), form.Holds(EditProgramme.PackField), form.Holds(EditProgramme.DaysField)));
        Assert.Equal(("08:30", "10:00", "6", "2", "20:00", "07:00", "2026-03-09", "2026-06-30"), (form.Holds(ProgrammeTimes.WindowFromField), form.Holds(ProgrammeTimes.WindowToField), form.Holds(ProgrammeTimes.ResponseField),
            form.Holds(ProgrammeTimes.RemindField), form.Holds(ProgrammeTimes.QuietFromField), form.Holds(ProgrammeTimes.QuietToField), form.Holds(ProgrammeTimes.FromField), form.Holds(ProgrammeTimes.ToField)));
    }

    [Fact]
    public async Task It_is_started_paused_let_go_on_and_ended_and_each_step_is_written_down()
    {
        await Saves(await New(), (EditProgramme.NameField, "Mornings"));
        foreach (var (act, state, words) in new[] { (EditProgramme.Start, ProgrammeState.On, "is running"), (EditProgramme.Pause, ProgrammeState.Paused, "is paused"), (EditProgramme.Start, ProgrammeState.On, "is running"), (EditProgramme.End, ProgrammeState.Ended, "has ended") })
        {
            Assert.Contains(words, (await Bot.Submits(_ines, await Opens((await Only()).Id), (EditProgramme.ActField, act))).Words);
            Assert.Equal(state, (await Only()).State);
        }
        Assert.Equal(["save", "start", "pause", "start", "end"], (await Bot.Read(db => db.Audit.OrderBy(entry => entry.Id).ToListAsync())).Select(entry => entry.Row.Split(' ')[1]));
        Assert.DoesNotContain("Mornings", Choices(await List()));
    }

    [Fact]
    public async Task A_pulse_has_the_shipped_statements_or_a_pack_of_five_in_the_language_of_that()
    {
        var form = await Opens(ProgrammeList.NewPulse);
        Assert.Equal(["As shipped (en)"], Packs(form));
        await Bot.Submits(_ines, form, (EditProgramme.NameField, "Fridays"), (EditProgramme.DaysField, "friday"));
        Assert.Equal((ProgrammeKind.Pulse, "", "en", Weekdays.Friday), ((await Only()).Kind, (await Only()).PackId, (await Only()).Language, (await Only()).Days));
        await Bot.Do(db =>
        {
            db.Add(new PromptPack { Id = "woche", Language = "de", Version = 1, Origin = ServiceCulture.Bot.Features.Values.Origin.Own, Name = "Unsere Woche", Prompts = ["Eins.", "Zwei.", "Drei.", "Vier.", "Fünf."], State = PackState.Published });
            return Task.CompletedTask;
        });
        form = await Opens((await Only()).Id);
        Assert.Equal(EditProgramme.Shipped, form.Holds(EditProgramme.PackField));
        Assert.Equal(["As shipped (en)", "Unsere Woche (de)", "Unsere Woche (de), version 1"], Packs(form));
        await Bot.Submits(_ines, form, (EditProgramme.PackField, "woche/de"));
        Assert.Equal(("woche", "de", null), ((await Only()).PackId, (await Only()).Language, (await Only()).PackVersion));
        Assert.Equal("woche/de", (await Opens((await Only()).Id)).Holds(EditProgramme.PackField));
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { EditProgramme.NameField, "", "What is the programme called?" },
        { EditProgramme.TeamsField, "Nobody's team", "I don't know “Nobody's team”" },
        { EditProgramme.SitesField, "Atlantis", "I don't know “Atlantis”" },
        { EditProgramme.PackField, "no-such/en", "Please pick a pack" },
        { EditProgramme.DaysField, "someday", "At least one day" },
        { ProgrammeTimes.WindowFromField, "9", "hours and minutes" },
        { ProgrammeTimes.WindowToField, "", "Both times, please, or neither" },
        { ProgrammeTimes.WindowToField, "09:00", "the same" },
        { ProgrammeTimes.ResponseField, "0", "from 1 to 24" },
        { ProgrammeTimes.ResponseField, "25", "from 1 to 24" },
        { ProgrammeTimes.ResponseField, "four", "from 1 to 24" },
        { ProgrammeTimes.RemindField, "4", "fewer than an answer counts" },
        { ProgrammeTimes.RemindField, "-1", "fewer than an answer counts" },
        { ProgrammeTimes.QuietFromField, "25:00", "hours and minutes" },
        { ProgrammeTimes.QuietToField, "", "Both times" },
        { ProgrammeTimes.FromField, "soon", "year-month-day" },
        { ProgrammeTimes.ToField, "2026-03-08", "before the first" },
        { EditProgramme.ActField, "explode", "pick one" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_can_not_be_right_is_refused_at_its_field_with_all_kept(string field, string words, string why)
    {
        var wrong = await Bot.Submits(_ines, await New(), (EditProgramme.NameField, "Mornings"), (EditProgramme.PackField, "six-needs/en"), (ProgrammeTimes.WindowFromField, "09:00"), (ProgrammeTimes.WindowToField, "11:00"),
            (ProgrammeTimes.QuietFromField, "20:00"), (ProgrammeTimes.QuietToField, "07:00"), (ProgrammeTimes.FromField, "2026-03-09"), (field, words));
        Assert.Contains(why, wrong.Fault(field));
        Assert.Single(wrong.Form.Faults);
        if (field != ProgrammeTimes.QuietFromField)
            Assert.Equal("20:00", wrong.Holds(ProgrammeTimes.QuietFromField));
        Assert.Empty(await Bot.Read(db => db.Programmes.ToListAsync()));
    }

    [Fact]
    public async Task A_name_is_there_once_and_a_last_day_that_is_over_is_refused()
    {
        await Saves(await New(), (EditProgramme.NameField, "Mornings"));
        Assert.Contains("There is a programme of this name", (await Saves(await New(), (EditProgramme.NameField, "Mornings"))).Fault(EditProgramme.NameField));
        Assert.Contains("This day is over", (await Saves(await New(), (EditProgramme.NameField, "Evenings"), (ProgrammeTimes.ToField, "2026-02-01"))).Fault(ProgrammeTimes.ToField));
        Assert.Contains("At most 60", (await Saves(await New(), (EditProgramme.NameField, new string('x', 61)))).Fault(EditProgramme.NameField));
    }

    [Fact]
    public async Task Sent_twice_late_or_after_the_end_it_has_no_second_effect()
    {
        var form = await New();
        await Bot.Submits(_ines, form, "E-once", (EditProgramme.NameField, "Mornings"), (EditProgramme.PackField, "six-needs/en"));
        await Bot.Submits(_ines, form, "E-once", (EditProgramme.NameField, "Mornings"), (EditProgramme.PackField, "six-needs/en"));
        var (early, late) = (await Opens((await Only()).Id), await Opens((await Only()).Id));
        await Saves(early, (EditProgramme.NameField, "Early"));
        var stale = await Saves(late, (EditProgramme.NameField, "Late"));
        Assert.Contains("Somebody changed this programme", stale.Fault(EditProgramme.NameField));
        Assert.Equal("Late", stale.Holds(EditProgramme.NameField));
        await Bot.Submits(_ines, stale);
        Assert.Equal(("Late", 3), ((await Only()).Name, (await Only()).Version));
        var open = await Opens((await Only()).Id);
        await Bot.Submits(_ines, await Opens((await Only()).Id), (EditProgramme.ActField, EditProgramme.End));
        Assert.Contains("has ended, so nothing was changed", (await Bot.Submits(_ines, open)).Words);
    }

    [Fact]
    public async Task Plans_of_a_changed_programme_are_looked_at_anew()
    {
        await Saves(await New(), (EditProgramme.NameField, "Mornings"));
        var id = (await Only()).Id;
        await Bot.Do(async db => db.RemoveRange(await db.Replannings.ToListAsync()));
        await Bot.Submits(_ines, await Opens(id), (EditProgramme.ActField, EditProgramme.Start));
        Assert.Equal(id, (await Bot.Read(db => db.Replannings.SingleAsync())).ProgrammeId);
    }

    [Fact]
    public async Task More_teams_than_can_be_picked_from_are_typed_by_name()
    {
        await Bot.Do(db =>
        {
            db.AddRange(Enumerable.Range(0, 120).Select(n => new Team { Name = $"Team {n:000}" }));
            return Task.CompletedTask;
        });
        await Saves(await New(), (EditProgramme.NameField, "Mornings"), (EditProgramme.TeamsField, "team 007\nCare"));
        Assert.Equal(2, (await Only()).Teams.Count);
        Assert.Equal("Team 007\nCare", (await Opens((await Only()).Id)).Holds(EditProgramme.TeamsField));
    }

    [Fact]
    public async Task Only_hr_sees_and_changes_them()
    {
        var form = await New();
        Assert.DoesNotContain("Programmes", (await Bot.Types(_mia, "help")).Buttons);
        Assert.Contains("Only HR", (await Bot.Presses(_mia, new Ref(ProgrammeList.OpenId))).Words);
        foreach (var step in new[] { await List(), form })
            Assert.Contains("Only HR", (await Bot.Submits(_mia, step with { Who = _mia.Id })).Words);
        Assert.Contains("opened by someone else", (await Bot.Submits(_mia, form)).Words);
        Assert.Contains("Please pick one", (await Opens("nothing")).Fault(ProgrammeList.ProgrammeField));
    }

    async Task<Heard> List() => await Bot.Presses(_ines, await Bot.Types(_ines, "help"), "Programmes");

    async Task<Heard> Opens(object which) => await Bot.Submits(_ines, await List(), (ProgrammeList.ProgrammeField, which));

    Task<Heard> New() => Opens(ProgrammeList.NewCheckIn);

    Task<Heard> Saves(Heard form, params (string, object)[] filled) => Bot.Submits(_ines, form, [(EditProgramme.PackField, "six-needs/en"), .. filled]);

    Task<Programme> Only() => Bot.Read(db => db.Programmes.AsNoTracking().SingleAsync());

    static IEnumerable<string> Packs(Heard form) => form.Form.Fields.OfType<Field.Pick>().Single(field => field.Id == EditProgramme.PackField).Choices.Select(choice => choice.Label.Plain(Reader.Plain));

    static IEnumerable<string> Choices(Heard form) => form.Form.Fields.OfType<Field.Pick>().Single().Choices.Select(choice => choice.Label.Plain(Reader.Plain));
}
