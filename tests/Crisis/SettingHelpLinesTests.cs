using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Crisis;
using ServiceCulture.Bot.Features.Values;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Crisis;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Crisis;

public sealed class SettingHelpLinesTests : OverTheDatabase
{
    Someone _ines = null!, _mia = null!;

    private protected override async Task Arrange() => (_ines, _mia) = (await Bot.Member("Ines Moor", roles: Roles.Hr), await Bot.Member("Mia Storm", country: "DE"));

    [Fact]
    public async Task Hr_confirms_a_line_and_takes_that_back()
    {
        var saved = await Saves(await Line("DE"), (EditHelpLine.ConfirmedField, "yes"));
        Assert.Contains("is shown from now on to the people of its country", saved.Words);
        var row = await Only(line => line.ConfirmedAt != null);
        Assert.Equal(_ines.Id, row.ConfirmedBy);
        Assert.Contains(row.Number, await Seen());

        saved = await Saves(await Line("DE", row.Id), (EditHelpLine.ConfirmedField, ""));
        Assert.Contains("stays hidden until you confirm it", saved.Words);
        Assert.DoesNotContain(row.Name, await Seen());
        Assert.Equal([$"{row.Id} confirmed", $"{row.Id} hidden"], await Audit());
    }

    [Fact]
    public async Task Hr_corrects_a_line()
    {
        var form = await Line("DE");
        await Saves(form, (EditHelpLine.NumberField, "0800 123 123"), (EditHelpLine.ConfirmedField, "yes"));
        Assert.Contains("0800 123 123", await Seen());
    }

    [Fact]
    public async Task Hr_adds_a_line_for_a_country_of_which_none_was_shipped()
    {
        var form = await Bot.Submits(_ines, await Country("AQ"), (CountryLines.LineField, CountryLines.New));
        await Bot.Submits(_ines, form, (EditHelpLine.NameField, "Ice Line"), (EditHelpLine.NumberField, "123"), (EditHelpLine.ConfirmedField, "yes"));
        var row = await Only(line => line.Country == "AQ");
        Assert.Equal((Origin.Own, "Ice Line", 1), (row.Origin, row.Name, row.Version));
    }

    [Fact]
    public async Task A_line_that_is_sent_twice_is_added_once()
    {
        var form = await Bot.Submits(_ines, await Country("AQ"), (CountryLines.LineField, CountryLines.New));
        for (var time = 0; time < 2; time++)
            Assert.Equal(time > 0, (await Bot.Submits(_ines, form, (EditHelpLine.NameField, "Ice Line"), (EditHelpLine.NumberField, "123"))).Reply is Reply.Wrong);
        await Only(line => line.Country == "AQ");
    }

    [Fact]
    public async Task The_programme_is_saved_and_written_down()
    {
        var form = await Opens();
        Assert.Contains("This is what people see", (await Bot.Submits(_ines, form, (HelpLines.ProgrammeField, "Call 4000."), (HelpLines.CountryField, ""))).Words);
        Assert.Equal("Call 4000.", (await Opens()).Holds(HelpLines.ProgrammeField));
        Assert.Contains("From your employer: Call 4000.", await Seen());
        Assert.Equal([Policies.CrisisProgrammeKey], await Audit());
    }

    [Fact]
    public async Task Only_hr_sees_and_changes_them()
    {
        Assert.Contains("Help lines", (await Bot.Types(_ines, "help")).Buttons);
        Assert.DoesNotContain("Help lines", (await Bot.Types(_mia, "help")).Buttons);
        Assert.Contains("Only HR", (await Bot.Presses(_mia, new Ref(HelpLines.OpenId))).Words);

        var form = await Line("DE");
        Assert.Contains("opened by someone else", (await Bot.Submits(_mia, form, (EditHelpLine.ConfirmedField, "yes"))).Words);
        foreach (var step in new[] { await Opens(), await Country("DE"), form })
            Assert.Contains("Only HR", (await Bot.Submits(_mia, step with { Who = _mia.Id })).Words);
        Assert.Empty(await Bot.Read(db => db.HelpLines.Where(line => line.ConfirmedAt != null).ToListAsync()));
    }

    [Theory]
    [InlineData(EditHelpLine.NameField, "", "What is the line called?")]
    [InlineData(EditHelpLine.NumberField, "call us", "no digit")]
    [InlineData(EditHelpLine.AsOfField, "yesterday", "year-month-day")]
    [InlineData(EditHelpLine.AsOfField, "2999-01-01", "still to come")]
    public async Task What_can_not_be_right_is_refused_with_all_kept(string field, string words, string why)
    {
        var wrong = await Bot.Submits(_ines, await Line("DE"), (field, words), (EditHelpLine.ConfirmedField, "yes"));
        Assert.Contains(why, wrong.Fault(field));
        Assert.Equal("yes", wrong.Holds(EditHelpLine.ConfirmedField));
        Assert.Empty(await Bot.Read(db => db.HelpLines.Where(line => line.ConfirmedAt != null).ToListAsync()));
    }

    [Theory]
    [InlineData("D1", "two letters of a country")]
    [InlineData("XX", "two letters of a country")]
    [InlineData("uk", "Did you mean GB?")]
    public async Task A_country_is_one_that_people_can_have(string typed, string told)
    {
        var wrong = await Bot.Submits(_ines, await Opens(), (HelpLines.CountryField, typed), (HelpLines.ProgrammeField, "Call 4000."));
        Assert.Contains(told, wrong.Fault(HelpLines.CountryField));
        Assert.Equal("Call 4000.", wrong.Holds(HelpLines.ProgrammeField));
    }

    [Fact]
    public async Task A_line_that_somebody_else_changed_meanwhile_is_not_overwritten_unseen()
    {
        var (first, second) = (await Line("DE"), await Line("DE"));
        await Saves(first, (EditHelpLine.NumberField, "111"));
        var late = await Saves(second, (EditHelpLine.NumberField, "222"));
        Assert.Contains("changed this line in the meantime", late.Fault(EditHelpLine.NameField));
        await Bot.Submits(_ines, late);
        Assert.Equal("222", (await Only(line => line.Number == "222")).Number);
    }

    async Task<Heard> Opens() => await Bot.Presses(_ines, await Bot.Types(_ines, "help"), "Help lines");

    async Task<Heard> Country(string country) => await Bot.Submits(_ines, await Opens(), (HelpLines.CountryField, country.ToLowerInvariant()));

    async Task<Heard> Line(string country, Guid? id = null)
    {
        var list = await Country(country);
        var lines = list.Form.Fields.OfType<Field.Pick>().Single().Choices;
        return await Bot.Submits(_ines, list, (CountryLines.LineField, id?.ToString() ?? lines[0].Value));
    }

    // The day on which the shipped lines were checked is later than the tests' clock.
    Task<Heard> Saves(Heard form, params (string Field, object Value)[] filled) =>
        Bot.Submits(_ines, form, [(EditHelpLine.AsOfField, Bot.Clock.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), .. filled]);

    async Task<string> Seen() => CrisisForms.Plain((await Bot.Presses(_mia, new Ref(GetHelp.OpenId))).Form.Fields);

    Task<HelpLine> Only(System.Linq.Expressions.Expression<Func<HelpLine, bool>> which) => Bot.Read(db => db.HelpLines.SingleAsync(which));

    Task<List<string>> Audit() => Bot.Read(db => db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Row).ToListAsync());
}
