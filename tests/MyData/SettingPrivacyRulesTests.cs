using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Programmes;
using ServiceCulture.Cards;
using ServiceCulture.Cards.MyData;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.MyData;

/// <summary>HR sets how long private words are kept; nobody else can, and nothing but sensible numbers is taken.</summary>
[Trait("Database", "Both")]
public sealed class SettingPrivacyRulesTests : OverTheDatabase
{
    Someone _ines = null!, _mia = null!;

    private protected override async Task Arrange() => (_ines, _mia) = (await Bot.Member("Ines Moor", roles: Roles.Hr), await Bot.Member("Mia Storm"));

    [Fact]
    public async Task What_is_set_is_in_force_at_once_and_written_down()
    {
        var form = await Opens();
        Assert.Equal(("180", "30"), (form.Holds(PrivacyRules.DaysField), form.Holds(PrivacyRules.BackupDaysField)));
        var saved = await Bot.Submits(_ines, form, (PrivacyRules.DaysField, "90"), (PrivacyRules.BackupDaysField, "1"));
        Assert.Contains("go after 90 days; backups of the key store are said to be gone after 1 day.", saved.Words);
        form = await Opens();
        Assert.Equal(("90", "1"), (form.Holds(PrivacyRules.DaysField), form.Holds(PrivacyRules.BackupDaysField)));
        Assert.Equal(["privacy.days=90", "keys.backup-days=1"], await Bot.Read(db => db.Audit.Where(one => one.Act == PrivacyRules.Id).OrderBy(one => one.Id).Select(one => one.Row).ToListAsync()));
        Assert.Contains(((Field.Note)(await Bot.Types(_mia, "mydata")).Form.Fields.Single(field => field.Id == "days")).Label.Plain(Reader.Plain), "What you write for yourself goes by itself after 90 days. Nobody but you is shown it.");
    }

    [Theory]
    [InlineData("0", "30", true, false)]
    [InlineData("181", "366", true, true)]
    [InlineData("", "x", true, true)]
    [InlineData("-1", "30", true, false)]
    [InlineData("1.5", "30", true, false)]
    [InlineData("90", "0", false, true)]
    public async Task What_is_no_such_number_is_refused_at_its_field_with_everything_typed_kept(string days, string backups, bool isDaysWrong, bool areBackupsWrong)
    {
        var wrong = await Bot.Submits(_ines, await Opens(), (PrivacyRules.DaysField, days), (PrivacyRules.BackupDaysField, backups));
        Assert.Equal((isDaysWrong ? "A whole number from 1 to 180, please." : "", areBackupsWrong ? "A whole number from 1 to 365, please." : ""), (wrong.Fault(PrivacyRules.DaysField), wrong.Fault(PrivacyRules.BackupDaysField)));
        Assert.Equal((days, backups), (wrong.Holds(PrivacyRules.DaysField), wrong.Holds(PrivacyRules.BackupDaysField)));
        Assert.Empty(await Bot.Read(db => db.Policies.ToListAsync()));
    }

    [Fact]
    public async Task Only_hr_is_offered_it_and_only_hr_can_save_it()
    {
        var form = await Bot.Types(_mia, "mydata");
        Assert.DoesNotContain(((Field.Pick)form.Form.Fields.Single(field => field.Id == ShowMyData.ChoiceField)).Choices, choice => choice.Value == ShowMyData.Rules);
        Assert.IsType<Reply.Wrong>((await Bot.Submits(_mia, form, (ShowMyData.ChoiceField, ShowMyData.Rules))).Reply);
        Assert.Contains("Only HR", (await Bot.Submits(_mia, (await Opens()) with { Who = _mia.Id }, (PrivacyRules.DaysField, "1"), (PrivacyRules.BackupDaysField, "1"))).Words);
        Assert.Equal(Policies.MostPrivateDays, PrivacyRules.MostDays);
        Assert.Empty(await Bot.Read(db => db.Policies.ToListAsync()));
    }

    async Task<Heard> Opens() => await Bot.Submits(_ines, await Bot.Types(_ines, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Rules));
}
