using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Data.Csv;
using ServiceCulture.Bot.Features.Escalations;
using ServiceCulture.Bot.Features.Escalations.Importing;
using ServiceCulture.Bot.Features.Escalations.Routing;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Escalations.Importing;

/// <summary>Topics, experts, the triage rota and past questions out of CSV files: all of a file or nothing, and every fault by its line.</summary>
public sealed class ImportTests : OverTheDatabase
{
    const string Topics = "topic,description,samples,meanwhile,for customer,archived\n", Experts = "person,topic,level,duty_days,duty_from,duty_to,capacity,languages\n", Triage = "person,start,end\n", History = "text,category,answer,date\n";

    Someone _mia = null!, _ben = null!;

    private protected override async Task Arrange() =>
        (_mia, _ben) = (await Bot.Member("Mia Storm", zone: "Europe/Berlin", email: "mia@x.example"), await Bot.Member("Ben Lake", email: "ben@x.example"));

    [Fact]
    public async Task Topics_come_with_samples_and_change_by_their_names()
    {
        Assert.Equal("2 new topics, 0 brought up to date, with 3 samples.", (await Topic("Refunds,Money back,where is my refund|refund is late,A voucher,We look into it,\nParcels,,it never came,,,")).Words);
        Assert.Equal("0 new topics, 1 brought up to date, with 1 sample.", (await Topic("REFUNDS,,my money,,,no")).Words);
        var refunds = await Bot.Read(db => db.Topics.SingleAsync(topic => topic.NameKey == "refunds"));
        Assert.Equal(("REFUNDS", "Money back", "A voucher", "We look into it", 2), (refunds.Name, refunds.Description, refunds.Meanwhile, refunds.ForCustomer, refunds.Version));
        Assert.Equal(["my money"], await Bot.Read(db => db.TopicSamples.Where(sample => sample.TopicId == refunds.Id).Select(sample => sample.Words).ToListAsync()));
        await Topic("Parcels,,,,,yes");
        Assert.NotNull((await Bot.Read(db => db.Topics.SingleAsync(topic => topic.NameKey == "parcels"))).ArchivedAt);
    }

    [Theory]
    [InlineData(",Money back,,,,", "line 3, topic: is missing")]
    [InlineData("REFUNDS,,,,,", "line 3, topic: the same topic is on line 2 too")]
    [InlineData("Parcels,,,,,perhaps", "line 3, archived: “perhaps” is neither yes nor no")]
    [InlineData("Parcels,,", "line 3: has 3 fields, the heading has 6")]
    public async Task A_wrong_line_of_topics_is_named_and_nothing_is_changed(string line, string why)
    {
        var result = await Topic($"Refunds,,,,,\n{line}");
        Assert.Contains(why, result.Words);
        Assert.Contains("nothing was changed", result.Words);
        Assert.Empty(await Bot.Read(db => db.Topics.ToListAsync()));
    }

    [Fact]
    public async Task Of_each_topic_in_the_file_the_experts_are_those_of_the_file()
    {
        await Topic("Refunds,,,,,\nParcels,,,,,");
        Assert.Equal("2 experts of 2 topics.", (await Expert("mia@x.example,Refunds,can decide,Mon-Wed,08:00,12:00,5,\"de, en\"\nmia@x.example,Parcels,,,,,,\nBEN@x.example,refunds,knows,,,,,")).Words);
        var settings = await Bot.Read(db => db.ExpertSettings.SingleAsync());
        Assert.Equal((_mia.Id, Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday, 480, 720, 5, "de,en"), (settings.MemberId, settings.DutyDays, settings.DutyFrom, settings.DutyTo, settings.Capacity, settings.Languages));
        await Expert("ben@x.example,Refunds,can decide,,,,,");
        Assert.Equal(["Ben Lake CanDecide Refunds", "Mia Storm Knows Parcels"], (await Bot.Read(db => (from one in db.Expertises join topic in db.Topics on one.TopicId equals topic.Id join member in db.Members on one.MemberId equals member.Id select new { Member = member.Name, one.Level, topic.Name }).ToListAsync()))
            .Select(one => $"{one.Member} {one.Level} {one.Name}").Order());
        Assert.Equal(5, (await Bot.Read(db => db.ExpertSettings.SingleAsync())).Capacity);
    }

    [Theory]
    [InlineData("who@x.example,Refunds,,,,,,", "line 3, person: “who@x.example” is nobody I know")]
    [InlineData("ben@x.example,Refund,,,,,,", "line 3, topic: “Refund” is no topic in use")]
    [InlineData("ben@x.example,Refunds,boss,,,,,", "line 3, level: “boss” is not a level")]
    [InlineData("ben@x.example,Refunds,,Xday,,,,", "line 3, duty_days: “Xday” is not a day")]
    [InlineData("ben@x.example,Refunds,,,9:00,,,", "line 3, duty_to: is missing: give both times, or neither")]
    [InlineData("ben@x.example,Refunds,,,9:00,9:00,,", "line 3, duty_to: is the same as duty_from")]
    [InlineData("ben@x.example,Refunds,,,,,51,", "line 3, capacity: “51” is not a number of open questions from 0 to 50")]
    [InlineData("ben@x.example,Refunds,,,,,,german", "line 3, languages: “german” are not languages of two letters each")]
    [InlineData("mia@x.example,Refunds,,,,,,", "line 3, topic: mia@x.example has this topic on line 2 too")]
    [InlineData("mia@x.example,Parcels,,,,,4,", "line 3, capacity: says something else of mia@x.example than line 2")]
    public async Task A_wrong_line_of_experts_is_named_and_nothing_is_changed(string line, string why)
    {
        await Topic("Refunds,,,,,\nParcels,,,,,");
        var result = await Expert($"mia@x.example,Refunds,,,,,3,\n{line}");
        Assert.Contains(why, result.Words);
        Assert.Empty(await Bot.Read(db => db.Expertises.ToListAsync()));
        Assert.Empty(await Bot.Read(db => db.ExpertSettings.ToListAsync()));
    }

    [Fact]
    public async Task The_rota_is_replaced_in_its_own_span_and_its_gaps_are_told()
    {
        Assert.Equal("3 turns of triage for 2 people. Between them nobody is on triage in 1 gap.", (await Turn("mia@x.example,2026-03-09 08:00,2026-03-09 16:00\nben@x.example,2026-03-09 14:00,2026-03-09 22:00\nmia@x.example,2026-03-10 08:00,2026-03-10 16:00")).Words);
        await Turn("ben@x.example,2026-03-10T06:00Z,2026-03-10T20:00Z");
        Assert.Equal([(_mia.Id, 9), (_ben.Id, 9), (_ben.Id, 10)], (await Bot.Read(db => db.TriageTurns.OrderBy(turn => turn.From).ToListAsync())).Select(turn => (turn.MemberId, turn.From.Day)));
        Assert.Equal(7, (await Bot.Read(db => db.TriageTurns.OrderBy(turn => turn.From).FirstAsync())).From.Hour);
    }

    [Theory]
    [InlineData("who@x.example,2026-03-10 08:00,2026-03-10 16:00", "line 3, person: “who@x.example” is nobody I know")]
    [InlineData("mia@x.example,2026-03-10 08:00,2026-03-10 08:00", "line 3, end: is not after the start")]
    [InlineData("mia@x.example,2026-03-10 08:00,2026-06-10 08:00", "line 3, end: makes a turn of more than 31 days")]
    [InlineData("mia@x.example,2026-03-29 02:30,2026-03-29 08:00", "line 3, start: “2026-03-29 02:30” does not exist in Europe/Berlin")]
    [InlineData("mia@x.example,2026-03-09 12:00,2026-03-09 18:00", "line 3, start: mia@x.example has two turns at once, on line 2 and this one")]
    public async Task A_wrong_line_of_the_rota_is_named_and_nothing_is_changed(string line, string why)
    {
        Assert.Contains(why, (await Turn($"mia@x.example,2026-03-09 08:00,2026-03-09 16:00\n{line}")).Words);
        Assert.Empty(await Bot.Read(db => db.TriageTurns.ToListAsync()));
    }

    [Fact]
    public async Task Past_questions_make_the_router_start_warm_and_are_not_taken_twice()
    {
        await Topic("Lost parcels,,,,,\nCard payment,,,,,");
        const string File = "it never came,Lost parcels,,2026-01-05\nthe card was refused,card_payment,Ask the bank,\nwho are you,oos,,\nwhere is my parcel,lost parcels,,\n";
        Assert.Equal("3 past questions of 2 topics; 0 were there already, 1 has no topic.", (await Past(File)).Words);
        Assert.Equal("1 past question of 1 topic; 3 were there already, 1 has no topic.", (await Past(File + "the parcel is lost,Lost parcels,,")).Words);
        Assert.Equal(new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc), await Bot.Read(db => db.LearntExamples.MinAsync(one => one.At)));
        await Bot.Get<Following>().Look(default);
        await Bot.Get<Following>().Built;
        var routed = await Bot.Get<IRouteQuestions>().Route("where is the parcel, is it lost", default);
        Assert.Equal(("Lost parcels", true), (routed.Topics[0].Name, routed.Topics[0].Similar > 0));
    }

    [Theory]
    [InlineData(",Refunds,,", "line 3, text: is missing")]
    [InlineData("how,Nowhere,,\nwhy,Nowhere,,", "line 3, category: “Nowhere” is no topic in use, here and on 1 later line")]
    [InlineData("how,Refunds,,05.01.2026", "line 3, date: “05.01.2026” is not a day")]
    [InlineData("how,Refunds,,2027-01-05", "line 3, date: “2027-01-05” lies ahead")]
    public async Task A_wrong_line_of_the_history_is_named_and_nothing_is_changed(string line, string why)
    {
        await Topic("Refunds,,,,,");
        Assert.Contains(why, (await Past($"what,Refunds,,\n{line}")).Words);
        Assert.Empty(await Bot.Read(db => db.LearntExamples.ToListAsync()));
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        Assert.Contains("1 new topic, 0 brought up to date", (await Topic("Refunds,,,,,", dryRun: true)).Words);
        await Topic("Refunds,,,,,");
        Assert.Contains("1 expert of 1 topic.", (await Bot.Make<ImportExperts>().Run(Bytes(Experts + "mia@x.example,Refunds,,,,,,"), true, default)).Words);
        Assert.Contains("1 turn of triage", (await Bot.Make<ImportTriage>().Run(Bytes(Triage + "mia@x.example,2026-03-09 08:00,2026-03-09 16:00"), true, default)).Words);
        Assert.Contains("1 past question", (await Bot.Make<ImportHistory>().Run(Bytes(History + "how,Refunds,,"), true, default)).Words);
        Assert.Equal((0, 0, 0, 1), await Bot.Read(async db => (await db.Expertises.CountAsync(), await db.TriageTurns.CountAsync(), await db.LearntExamples.CountAsync(), await db.Audit.CountAsync())));
    }

    [Fact]
    public async Task The_answers_become_notes_where_that_is_asked_for_and_nothing_of_a_customer_does()
    {
        await Topic("Refunds,,,,,");
        const string File = "where is the refund,Refunds,Five working days.,2026-01-05\nrefund for case 48213,Refunds,Call 0800 123 4567.,\nmay I refund twice,Refunds,,\n";
        var done = await Notes(File);
        Assert.EndsWith("1 answer becomes a note. 1 is left out, because something there may be a customer's or a colleague's: line 3.", done.Words);
        var note = await Bot.Read(db => db.Notes.SingleAsync());
        Assert.Equal(("where is the refund", "Five working days.", Guid.Empty, new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc)), (note.Words, note.Answer, note.AuthorId, note.MadeAt));
        Assert.Contains(" 0 answers become notes.", (await Notes(File)).Words);
        Assert.Contains("longer than 3000 characters", (await Notes($"why,Refunds,{new string('x', 3001)},")).Words);
        // Without being asked for, none.
        await Bot.Do(db => db.Notes.ExecuteDeleteAsync());
        await Past(File);
        Assert.Equal(0, await Bot.Read(db => db.Notes.CountAsync()));
    }

    Task<CsvResult> Notes(string lines) => Bot.Make<ImportHistory>(true).Run(Bytes(History + lines), false, default);

    Task<CsvResult> Topic(string lines, bool dryRun = false) => Bot.Make<ImportTopics>().Run(Bytes(Topics + lines), dryRun, default);

    Task<CsvResult> Expert(string lines) => Bot.Make<ImportExperts>().Run(Bytes(Experts + lines), false, default);

    Task<CsvResult> Turn(string lines) => Bot.Make<ImportTriage>().Run(Bytes(Triage + lines), false, default);

    Task<CsvResult> Past(string lines) => Bot.Make<ImportHistory>().Run(Bytes(History + lines), false, default);

    static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
