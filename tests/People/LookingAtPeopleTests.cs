using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Bot.Privacy;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.People;

/// <summary>What HR looks at, changes, takes along; and that whoever it is about can see that they did.</summary>
public sealed class LookingAtPeopleTests : OverTheDatabase
{
    Someone _ines = null!, _mia = null!, _max = null!;
    MemberInfo _hr = null!, _none = null!;

    private protected override async Task Arrange()
    {
        (_ines, _mia) = (await Bot.Member("Ines Moor", roles: Roles.Hr), await Bot.Member("Mia Storm", team: "Care", email: "mia@x.example", zone: "Europe/Rome"));
        _max = await Bot.Member("Max Boss", team: "Care", leads: true, roles: Roles.WorksCouncil, email: "max@x.example");
        (_hr, _none) = ((await Bot.Get<Register>().Member(_ines.Id, default))!, (await Bot.Get<Register>().Member(_max.Id, default))!);
    }

    [Fact]
    public async Task HR_searches_and_looks_and_the_person_sees_the_look()
    {
        var (people, all) = await Bot.Get<ReadingPeople>().Search(_hr, "sto", leavers: false, 0, 10, default);
        Assert.Equal(("Mia Storm", "Care", 1), (Assert.Single(people).Name, people[0].Team, all));
        var view = (await Bot.Get<ReadingPeople>().Look(_hr, _mia.Id, default))!;
        Assert.Equal(("Care", "Max Boss", 1), (view.Team, view.Manager, view.Accounts.Count));
        var entry = Assert.Single(await Bot.Read(db => AuditData.About(db, _mia.Id, 10, default)));
        Assert.Equal((ReadingPeople.Act, "Ines Moor"), (entry.Act, entry.By));
    }

    [Fact]
    public async Task Nobody_else_sees_changes_or_takes_anything()
    {
        Assert.Equal(0, (await Bot.Get<ReadingPeople>().Search(_none, "", leavers: false, 0, 10, default)).All);
        Assert.Null(await Bot.Get<ReadingPeople>().Look(_none, _mia.Id, default));
        Assert.False(await Bot.Get<ChangingPeople>().Erase(_none, _mia.Id, keepsName: true, default));
        Assert.False(await Bot.Get<ChangingPeople>().SetDeputy(_none, _max.Id, _mia.Id, isAlways: true, default));
        Assert.Empty(await All(Bot.Get<ExportingPeople>().Read(_none, default)));
        Assert.Empty(await All(Bot.Get<ReadingAudit>().Export(_none, new(), default)));
        Assert.Empty(await Bot.Get<ReadingAudit>().Read(_none, new(), null, 10, default));
        Assert.Empty(await Bot.Get<ReadingAudit>().Acts(_none, default));
        using var file = new MemoryStream("email,name\nnew@x.example,New\n"u8.ToArray());
        Assert.Contains("Only HR", (await Bot.Get<ImportPeople>().Run(file, dryRun: true, _none, default)).Words);
        Assert.Contains("Only HR", (await Bot.Get<ImportShifts>().Run(file, dryRun: true, _none, default)).Words);
        Assert.Equal(0, await Bot.Read(db => db.Audit.CountAsync()));
    }

    [Fact]
    public async Task An_import_in_HRs_name_says_so_and_makes_no_owner()
    {
        using var file = new MemoryStream("email,name,role\nmia@x.example,Mia Lake,expert\n"u8.ToArray());
        Assert.True((await Bot.Get<ImportPeople>().Run(file, dryRun: false, _hr, default)).IsDone);
        Assert.All(await Bot.Read(db => db.Audit.ToListAsync()), one => Assert.Equal(_ines.Id, one.Actor));
        using var owner = new MemoryStream("email,name,role\nmia@x.example,Mia Pond,owner\n"u8.ToArray());
        Assert.Contains("line 2, role: only an owner", (await Bot.Get<ImportPeople>().Run(owner, dryRun: false, _hr, default)).Words);
        Assert.Equal(("Mia Lake", Roles.Expert), await Bot.Read(async db => (await db.Members.SingleAsync(one => one.Id == _mia.Id)) is var row ? (row.Name, row.Roles) : default));
    }

    [Fact]
    public async Task HR_erases_somebody_who_asked_and_sets_who_stands_in()
    {
        await Bot.Get<Vault>().FindOrMake(_mia.Id, default);
        Assert.True(await Bot.Get<ChangingPeople>().Erase(_hr, _mia.Id, keepsName: true, default));
        Assert.Null(await Bot.Get<Vault>().Find(_mia.Id, default));
        Assert.Equal((ChangingPeople.EraseAct, "Ines Moor"), Assert.Single(await Bot.Read(db => AuditData.About(db, _mia.Id, 10, default))) is var entry ? (entry.Act, entry.By) : default);
        Assert.True(await Bot.Get<ChangingPeople>().SetDeputy(_hr, _max.Id, _mia.Id, isAlways: true, default));
        Assert.Equal("Care", Assert.Single(Access.Leads((await Bot.Get<Register>().Member(_mia.Id, default))!)).Name);
        Assert.False(await Bot.Get<ChangingPeople>().SetDeputy(_hr, _max.Id, _max.Id, isAlways: true, default));
    }

    [Fact]
    public async Task What_is_exported_is_imported_again_without_a_change_and_everybody_sees_that_it_was_taken()
    {
        await Bot.Do(async db =>
        {
            var mia = await db.Members.SingleAsync(one => one.Id == _mia.Id);
            (mia.WorkDays, mia.SaidByHr) = (Weekdays.Workdays, Said.Hours);
        });
        using var file = new MemoryStream("email,name,role,zone,deputy,starts\nmia@x.example,\"=HYPERLINK(\"\"x\"\")\",expert,Europe/Paris,max@x.example,2026-01-05\nmax@x.example,Max Boss,,Europe/Paris,,\n"u8.ToArray());
        Assert.True((await Bot.Get<ImportPeople>().Run(file, dryRun: false, _hr, default)).IsDone);
        var exported = string.Concat(await All(Bot.Get<ExportingPeople>().Read(_hr, default)));
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", exported, StringComparison.Ordinal);
        using var again = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(exported.Replace("\"'=HYPERLINK(\"\"x\"\")\"", "\"=HYPERLINK(\"\"x\"\")\"", StringComparison.Ordinal)));
        Assert.Contains("0 new, 0 changed, 2 unchanged.", (await Bot.Get<ImportPeople>().Run(again, dryRun: true, _hr, default)).Words);
        Assert.Contains(await Bot.Read(db => AuditData.About(db, _max.Id, 10, default)), one => one is { Act: ExportingPeople.Act, By: "Ines Moor" });
    }

    [Fact]
    public async Task The_audit_log_is_filtered_paged_and_exported_and_asking_about_somebody_is_in_it()
    {
        await Bot.Get<ReadingPeople>().Look(_hr, _mia.Id, default);
        await Bot.Get<ReadingPeople>().Look(_hr, _max.Id, default);
        await Bot.Get<GivingRoles>().Give(_hr, _mia.Id, Roles.Expert, default);
        var log = Bot.Get<ReadingAudit>();
        Assert.Equal([GivingRoles.Act, ReadingPeople.Act, ReadingPeople.Act], (await log.Read(_hr, new(), null, 10, default)).Select(one => one.Act));
        var page = await log.Read(_hr, new(Act: "people.look"), null, 1, default);
        Assert.Equal(("Max Boss", "Ines Moor"), (page[0].About, page[0].Actor));
        Assert.Equal("Mia Storm", Assert.Single(await log.Read(_hr, new(Act: "people.look"), page[0].Id, 10, default)).About);
        Assert.Empty(await log.Read(_hr, new(Actor: _mia.Id), null, 10, default));
        Assert.Empty(await log.Read(_hr, new(To: Bot.Clock.Now), null, 10, default));
        Assert.Equal(2, (await log.Read(_hr, new(About: _mia.Id, From: Bot.Clock.Now), null, 10, default)).Count(one => one.Act != ReadingAudit.LookAct));
        Assert.Contains(await Bot.Read(db => AuditData.About(db, _mia.Id, 10, default)), one => one.Act == ReadingAudit.LookAct);
        var file = string.Concat(await All(log.Export(_hr, new(Act: "people."), default)));
        Assert.Equal(5, file.Split("\r\n").Length);
        Assert.Contains("2026-03-02T09:00:00Z,people.roles,Ines Moor,Mia Storm,", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+49", "\"'+49\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =1+1", "\"'  =1+1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("plain words", "plain words")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void No_cell_is_a_formula(string? words, string cell) => Assert.Equal(cell, CsvWords.Cell(words));

    static async Task<List<string>> All(IAsyncEnumerable<string> pieces)
    {
        var all = new List<string>();
        await foreach (var piece in pieces)
            all.Add(piece);
        return all;
    }
}
