using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.People;
using ServiceCulture.Bot.Settings;
using ServiceCulture.Tests.Scheduling;

namespace ServiceCulture.Tests.People;

[Trait("Database", "Both")]
public sealed class ImportPeopleTests
{
    const string Heading = "e-mail,name,team,manager's e-mail,role,zone,language,country\n";

    static async Task<CsvResult> Import(SmallDatabase database, string file, bool dryRun = false) => await Import(database, Encoding.UTF8.GetBytes(file), dryRun);

    static async Task<CsvResult> Import(SmallDatabase database, byte[] file, bool dryRun = false)
    {
        using var stream = new MemoryStream(file);
        return await new ImportPeople(database.Store, database.Register, new(new OrganisationSettings()), database.Clock).Run(stream, dryRun, null, default);
    }

    public static TheoryData<string, string> BrokenLines => new()
    {
        { ",Ann,,,,,,", "line 2, e-mail: is missing" },
        { "ann,Ann,,,,,,", "line 2, e-mail: “ann” is not an e-mail address" },
        { "ann@,Ann,,,,,,", "line 2, e-mail: “ann@” is not" },
        { "@x.example,Ann,,,,,,", "line 2, e-mail: “@x.example” is not" },
        { "a@b@x.example,Ann,,,,,,", "line 2, e-mail:" },
        { "a@x,Ann,,,,,,", "line 2, e-mail:" },
        { "a@x..example,Ann,,,,,,", "line 2, e-mail:" },
        { "a b@x.example,Ann,,,,,,", "line 2, e-mail:" },
        { "Ann <a@x.example>,Ann,,,,,,", "line 2, e-mail:" },
        { "a@x.example,,,,,,,", "line 2, name: is missing" },
        { "a@x.example,   ,,,,,,", "line 2, name: is missing" },
        { "a@x.example,\"A\nB\",,,,,,", "line 2, name: contains a line break" },
        { "a@x.example,A\0B,,,,,,", "looks like UTF-16" },
        { "a@x.example,A\u0007B,,,,,,", "line 2, name: contains" },
        { "a@x.example,Ann,,,boss,,,", "line 2, role: “boss” is not a role" },
        { "a@x.example,Ann,,,expert+chief,,,", "line 2, role: “chief” is not a role" },
        { "a@x.example,Ann,,,,Europe/Berln,,", "line 2, zone: “Europe/Berln” is not an IANA time zone; did you mean Europe/Berlin?" },
        { "a@x.example,Ann,,,,europe/berlin,,", "did you mean Europe/Berlin?" },
        { "a@x.example,Ann,,,,Berlin,,", "did you mean Europe/Berlin?" },
        { "a@x.example,Ann,,,,New York,,", "did you mean America/New_York?" },
        { "a@x.example,Ann,,,,W. Europe Standard Time,,", "line 2, zone:" },
        { "a@x.example,Ann,,,,+02:00,,", "line 2, zone:" },
        { "a@x.example,Ann,,,,../../etc/passwd,,", "line 2, zone:" },
        { "a@x.example,Ann,,,,,german,", "line 2, language: “german” is not a language tag" },
        { "a@x.example,Ann,,,,,d,", "line 2, language:" },
        { "a@x.example,Ann,,,,,de-XX,", "line 2, language:" },
        { "a@x.example,Ann,,,,,de--DE,", "line 2, language:" },
        { "a@x.example,Ann,,,,,,UK", "did you mean GB?" },
        { "a@x.example,Ann,,,,,,DEU", "did you mean DE?" },
        { "a@x.example,Ann,,,,,,XX", "line 2, country: “XX” is not a country code" },
        { "a@x.example,Ann,,,,,,Germany", "did you mean DE?" },
        { "a@x.example,Ann,Desk,a@x.example,,,,", "line 2, manager's e-mail: nobody is their own manager" },
        { "a@x.example,Ann,Desk,A@X.EXAMPLE,,,,", "nobody is their own manager" },
        { "a@x.example,Ann,Desk,boss,,,,", "line 2, manager's e-mail: “boss” is not an e-mail address" },
        { "a@x.example,Ann,Desk,gone@x.example,,,,", "line 2, manager's e-mail: gone@x.example is neither in this file nor known already" },
        { "a@x.example,Ann,,b@x.example,,,,\nb@x.example,Bo,,,,,,", "line 2, team: is needed where a manager is named" },
        { "a@x.example,Ann,,,,,", "line 2: has 7 fields, the heading has 8" },
        { "a@x.example,Ann,,,,,,,", "line 2: has 9 fields, the heading has 8" },
        { "a@x.example,A\"nn,,,,,,", "line 2: a quotation mark is in the wrong place" },
        { "a@x.example,\"A\"nn,,,,,,", "line 2: a quotation mark is in the wrong place" },
        { "a@x.example,\"Ann,,,,,,\nb@x.example,Bo,,,,,,", "line 2: a quotation mark is in the wrong place or not closed" },
        { "a@x.example,Ann,,,,,,\nA@x.example,Bo,,,,,,", "line 3, e-mail: a@x.example is on line 2 too" },
        { "a@x.example,Ann,,,,,,\n\n\n a@x.example ,Bo,,,,,,", "line 5, e-mail: a@x.example is on line 2 too" },
        { "a@x.example,Ann,Desk,b@x.example,,,,\nb@x.example,Bo,Desk,a@x.example,,,,", "line 2, manager's e-mail: these people manage each other in a circle" },
        { "a@x.example,Ann,K,b@x.example,,,,\nb@x.example,Bo,L,c@x.example,,,,\nc@x.example,Cy,M,a@x.example,,,,", "line 2, manager's e-mail: these people manage each other in a circle" },
        { "a@x.example,Ann,K,b@x.example,,,,\nb@x.example,Bo,L,c@x.example,,,,\nc@x.example,Cy,M,b@x.example,,,,", "line 3, manager's e-mail: these people manage each other in a circle: b@x.example → c@x.example → b@x.example" },
        { "a@x.example,Ann,Desk,c@x.example,,,,\nb@x.example,Bo,desk,d@x.example,,,,\nc@x.example,C,,,,,,\nd@x.example,D,,,,,,", "line 3, manager's e-mail: the team “Desk” has two managers, c@x.example (line 2) and d@x.example (line 3)" },
        { "a@x.example,Ann,Desk,,manager,,,\nb@x.example,Bo,Desk,,manager,,,", "line 3, role: the team “Desk” has two managers" },
        { "a@x.example,Ann,Desk,,manager,,,\nb@x.example,Bo,Desk,c@x.example,,,,\nc@x.example,C,,,,,,", "line 3, role: the team “Desk” has two managers" },
    };

    [Theory, MemberData(nameof(BrokenLines))]
    public async Task A_broken_line_is_named_and_nobody_is_imported(string lines, string fault)
    {
        await using var database = await SmallDatabase.Create();
        var result = await Import(database, Heading + lines);
        Assert.False(result.IsDone);
        Assert.Contains(fault, result.Words, StringComparison.Ordinal);
        Assert.Equal(0, await database.Read(db => db.Members.CountAsync()));
        Assert.Equal(0, await database.Read(db => db.Teams.CountAsync()));
        Assert.Equal(0, await database.Read(db => db.Audit.CountAsync()));
    }

    public static TheoryData<string, string> BrokenFiles => new()
    {
        { "", "The file is empty." },
        { "\n\n", "The file is empty." },
        { "e-mail,name,salary\n", "line 1: “salary” is not a column I know" },
        { "e-mail,name,\n", "a column without a heading" },
        { "e-mail,team\n", "line 1, name: the column is missing" },
        { "name,team\n", "line 1, e-mail: the column is missing" },
        { "e-mail,name,email\n", "line 1, e-mail: the column is there twice" },
        { "e-mail\tname\n", "is not a column I know" },
        { "\"e-mail,name\n", "line 1: a quotation mark" },
        { "PK\u0003\u0004rest", "a workbook, not CSV" },
    };

    [Theory, MemberData(nameof(BrokenFiles))]
    public async Task A_broken_file_is_refused_in_words(string file, string fault)
    {
        await using var database = await SmallDatabase.Create();
        var result = await Import(database, file);
        Assert.False(result.IsDone);
        Assert.Contains(fault, result.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    public async Task Another_encoding_is_refused(string name)
    {
        await using var database = await SmallDatabase.Create();
        var encoding = Encoding.GetEncoding(name);
        var result = await Import(database, [.. encoding.GetPreamble(), .. encoding.GetBytes("e-mail,name\na@x.example,Zoë\n")]);
        Assert.False(result.IsDone);
        Assert.Contains("not UTF-8", result.Words, StringComparison.Ordinal);
        Assert.Equal(0, await database.Read(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task A_record_without_end_is_refused_before_it_fills_the_memory()
    {
        await using var database = await SmallDatabase.Create();
        var result = await Import(database, "e-mail,name\na@x.example,\"" + new string('x', 300_000));
        Assert.Contains("is a quotation mark not closed?", result.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("team")]
    [InlineData("e-mail")]
    public async Task What_is_too_long_is_refused_with_its_limit(string field)
    {
        await using var database = await SmallDatabase.Create();
        var much = new string('x', 260);
        var result = await Import(database, $"e-mail,name,team\n{(field == "e-mail" ? much : "a")}@x.example,{(field == "name" ? much : "Ann")},{(field == "team" ? much : "Desk")}\n");
        Assert.Contains($"line 2, {field}: is longer than {(field == "e-mail" ? 254 : 200)} characters", result.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("e-mail,name\nzoe@x.example,Zoë Ölçer\n")]
    [InlineData("\uFEFFe-mail,name\nzoe@x.example,Zoë Ölçer\n")]
    [InlineData("E-Mail;Name\r\nZOE@x.example;Zoë Ölçer\r\n")]
    [InlineData("EMAIL , Full Name\n zoe@x.example , Zoë Ölçer ")]
    [InlineData("name,e_mail\n\"Zoë Ölçer\",\"zoe@x.example\"")]
    [InlineData("\n\nname,email\n\n\"Zoë Ölçer\",zoe@x.example\n,\n\n")]
    public async Task Good_files_come_in_many_shapes(string file)
    {
        await using var database = await SmallDatabase.Create();
        Assert.StartsWith("1 person in the file: 1 new, 0 changed, 0 unchanged.", (await Import(database, file)).Words, StringComparison.Ordinal);
        var member = await database.Read(db => db.Members.SingleAsync());
        Assert.Equal(("Zoë Ölçer", "zoe olcer", "zoe@x.example", false), (member.Name, member.NameKey, member.Email, member.IsStub));
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("+49 30", "+49 30")]
    [InlineData("@SUM(A1)", "@SUM(A1)")]
    [InlineData("\"=HYPERLINK(\"\"http://x.example\"\",\"\"x\"\")\"", "=HYPERLINK(\"http://x.example\",\"x\")")]
    [InlineData("\"Solano, Mira \"\"Mi\"\"\"", "Solano, Mira \"Mi\"")]
    [InlineData("<b>*x*</b>", "<b>*x*</b>")]
    public async Task What_looks_like_a_formula_or_form_is_words(string cell, string name)
    {
        await using var database = await SmallDatabase.Create();
        Assert.True((await Import(database, $"e-mail,name\na@x.example,{cell}\n")).IsDone);
        Assert.Equal(name, await database.Read(db => db.Members.Select(m => m.Name).SingleAsync()));
    }

    [Fact]
    public async Task Every_fault_of_every_line_is_named_in_order()
    {
        await using var database = await SmallDatabase.Create();
        var result = await Import(database, Heading + ",,,,,,,UK\nb@x.example,B,,,,,,\na@x.example,A,,,boss,Nowhere/Far,x,\nb@x.example,B,,,,,,\n");
        Assert.Equal([2, 2, 2, 4, 4, 4, 5], result.Faults.Select(fault => fault.Line));
        Assert.EndsWith("7 faults found: nothing was changed.", result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_line_is_written_as_it_is_meant()
    {
        await using var database = await SmallDatabase.Create();
        var result = await Import(database, Heading + "a@x.example,Ann,Desk,b@x.example,\"expert, HR\",Europe/Paris,PT_br,de\nb@x.example,Bo,Desk,c@x.example,works council,,zh-hant-TW,\nc@x.example,Cy,Board,,owner,,,\n");
        Assert.Contains("3 new, 0 changed, 0 unchanged.", result.Words, StringComparison.Ordinal);
        Assert.Contains("2 teams created (Desk, Board), 1 team with another manager than before.", result.Words, StringComparison.Ordinal);
        var people = await database.Read(db => db.Members.OrderBy(m => m.Email).ToListAsync());
        Assert.Equal((Roles.Expert | Roles.Hr, "Europe/Paris", "pt-BR", "DE"), (people[0].Roles, people[0].Zone, people[0].Culture, people[0].Country));
        Assert.Equal((Roles.WorksCouncil, "zh-Hant-TW"), (people[1].Roles, people[1].Culture));
        Assert.Equal(Roles.Owner, people[2].Roles);
        Assert.Equal(people[1].Id, await database.Read(db => db.Teams.Where(t => t.Name == "Desk").Select(t => t.ManagerId).SingleAsync()));
        Assert.Equal(3, await database.Read(db => db.Audit.CountAsync(one => one.Act == GivingRoles.Act)));
        var entry = await database.Read(db => db.Audit.SingleAsync(one => one.About == null));
        Assert.Equal(("people.import", "new=3 changed=0 unchanged=0 teams=2"), (entry.Act, entry.Row));
    }

    [Fact]
    public async Task Someone_called_manager_whom_nobody_names_manages_their_team()
    {
        await using var database = await SmallDatabase.Create();
        Assert.True((await Import(database, Heading + "a@x.example,Ann,Desk,,manager,,,\nb@x.example,Bo,Desk,,agent,,,\n")).IsDone);
        Assert.Equal("a@x.example", await database.Read(db => (from team in db.Teams join m in db.Members on team.ManagerId equals m.Id select m.Email).SingleAsync()));
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        const string File = Heading + "a@x.example,Ann,Desk,b@x.example,,,,\nb@x.example,Bo,Desk,,,,,\n";
        await using var database = await SmallDatabase.Create();
        var dry = await Import(database, File, dryRun: true);
        Assert.Equal(0, await database.Read(db => db.Members.CountAsync()) + await database.Read(db => db.Teams.CountAsync()) + await database.Read(db => db.Audit.CountAsync()));
        var real = await Import(database, File);
        Assert.StartsWith(real.Words, dry.Words, StringComparison.Ordinal);
        Assert.EndsWith("This was a dry run: nothing was changed.", dry.Words, StringComparison.Ordinal);
        Assert.Contains("0 new, 0 changed, 2 unchanged", (await Import(database, File, dryRun: true)).Words, StringComparison.Ordinal);
        Assert.Contains("0 teams created, 0 teams with another manager", (await Import(database, File)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_closes_one_membership_and_opens_the_next()
    {
        await using var database = await SmallDatabase.Create();
        await Import(database, "e-mail,name,team\na@x.example,Ann,Desk\n");
        var joined = database.Clock.Now;
        database.Clock.Now += TimeSpan.FromDays(3);
        Assert.Contains("1 changed", (await Import(database, "e-mail,name,team\na@x.example,Ann,Phone\n")).Words, StringComparison.Ordinal);
        var memberships = await database.Read(db => (from m in db.TeamMemberships join t in db.Teams on m.TeamId equals t.Id orderby m.From select new { t.Name, m.From, m.To }).ToListAsync());
        Assert.Equal([("Desk", joined, (DateTime?)database.Clock.Now), ("Phone", database.Clock.Now, null)], memberships.Select(m => (m.Name, m.From, m.To)));
    }

    [Fact]
    public async Task What_is_empty_or_not_in_the_file_stays()
    {
        await using var database = await SmallDatabase.Create();
        await Import(database, Heading + "a@x.example,Ann,Desk,b@x.example,HR,Europe/Paris,fr,FR\nb@x.example,Bo,,,,,,\n");
        Assert.Contains("1 person in the file: 0 new, 0 changed, 1 unchanged.", (await Import(database, Heading + "a@x.example,Ann,,,,,,\n")).Words, StringComparison.Ordinal);
        var ann = await database.Read(db => db.Members.SingleAsync(m => m.Email == "a@x.example"));
        Assert.Equal((Roles.Hr, "Europe/Paris", "fr", "FR"), (ann.Roles, ann.Zone, ann.Culture, ann.Country));
        Assert.Equal(2, await database.Read(db => db.Members.CountAsync()));
        Assert.Null(await database.Read(db => db.TeamMemberships.Select(m => m.To).SingleAsync()));
    }

    [Fact]
    public async Task A_stub_that_a_platform_told_of_becomes_a_person()
    {
        await using var database = await SmallDatabase.Create();
        await database.Write(new Member { Name = "ann", NameKey = "ann", Email = "a@x.example", IsStub = true, Zone = "Asia/Tokyo", CreatedAt = database.Clock.Now });
        Assert.Contains("1 changed", (await Import(database, Heading + "a@x.example,Ann Example,,,,Europe/Rome,,\n")).Words, StringComparison.Ordinal);
        var ann = await database.Read(db => db.Members.SingleAsync());
        Assert.Equal(("Ann Example", "Europe/Rome", false), (ann.Name, ann.Zone, ann.IsStub));
    }

    [Fact]
    public async Task Whoever_was_merged_into_another_is_written_as_that_one()
    {
        await using var database = await SmallDatabase.Create();
        var stays = new Member { Name = "Ann", NameKey = "ann", Email = "ann@x.example", CreatedAt = database.Clock.Now };
        await database.Write(stays, new Member { Name = "Old", NameKey = "old", Email = "old@x.example", MergedInto = stays.Id, CreatedAt = database.Clock.Now });
        Assert.True((await Import(database, "e-mail,name\nold@x.example,Ann New\n")).IsDone);
        Assert.Equal("Ann New", await database.Read(db => db.Members.Where(m => m.Id == stays.Id).Select(m => m.Name).SingleAsync()));
        Assert.Contains("line 3, e-mail: ann@x.example is the same person", (await Import(database, "e-mail,name\nold@x.example,Lost\nann@x.example,Lost\n")).Words, StringComparison.Ordinal);
        Assert.False(await database.Read(db => db.Members.AnyAsync(m => m.Name == "Lost")));
    }

    [Fact]
    public async Task Fifty_thousand_lines_are_one_import()
    {
        await using var database = await SmallDatabase.Create();
        var file = new StringBuilder(Heading);
        for (var n = 0; n < 50_000; n++)
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"p{n}@x.example,Person {n},Team {n / 50},{(n % 50 == 0 ? "" : $"p{n / 50 * 50}@x.example")},,Europe/Berlin,de,DE\n");
        Assert.StartsWith("50000 people in the file: 50000 new, 0 changed, 0 unchanged.", (await Import(database, file.ToString())).Words, StringComparison.Ordinal);
        Assert.Equal((50_000, 50_000, 1_000), (await database.Read(db => db.Members.CountAsync()), await database.Read(db => db.TeamMemberships.CountAsync(t => t.To == null)), await database.Read(db => db.Teams.CountAsync(t => t.ManagerId != null))));
        Assert.Contains("0 new, 0 changed, 50000 unchanged.", (await Import(database, file.ToString(), dryRun: true)).Words, StringComparison.Ordinal);

        file.Append("not an address,Last,,,,,,\n");
        Assert.Equal("line 50002, e-mail: “not an address” is not an e-mail address", (await Import(database, file.ToString())).Faults.Single().ToString());
    }
}
