using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Kudos;

public sealed class SettingRulesTests : OverTheDatabase
{
    Someone _ines = null!, _mia = null!;

    private protected override async Task Arrange() => (_ines, _mia) = (await Bot.Member("Ines Moor", roles: Roles.Hr), await Bot.Member("Mia Storm"));

    [Fact]
    public async Task The_form_holds_the_rules_in_force()
    {
        var form = await Opens();
        Assert.Equal(("10", "optional", "receivers"), (form.Holds(KudosRules.LimitField), form.Holds(KudosRules.ValueField), form.Holds(KudosRules.PrivateField)));
    }

    [Fact]
    public async Task New_rules_are_in_force_from_the_next_turn()
    {
        var saved = await Bot.Submits(_ines, await Opens(), (KudosRules.LimitField, "3"), (KudosRules.ValueField, "required"), (KudosRules.PrivateField, "receivers-and-managers"));
        Assert.Contains("apply from the next kudos on", saved.Words);

        Assert.False((await Bot.Types(_mia, "kudos")).Form.Fields.OfType<Field.PickMany>().Single().Optional);
        var form = await Opens();
        Assert.Equal(("3", "required", "receivers-and-managers"), (form.Holds(KudosRules.LimitField), form.Holds(KudosRules.ValueField), form.Holds(KudosRules.PrivateField)));
    }

    [Fact]
    public async Task Each_change_is_written_down_and_what_stays_is_not()
    {
        await Bot.Submits(_ines, await Opens(), (KudosRules.LimitField, "3"));
        await Bot.Submits(_ines, await Opens(), (KudosRules.LimitField, "4"));
        var audit = await Bot.Read(db => db.Audit.OrderBy(entry => entry.Id).Where(entry => entry.Row.StartsWith("kudos.daily")).ToListAsync());
        Assert.Equal(["kudos.daily-limit=3", "kudos.daily-limit=4"], audit.Select(entry => entry.Row));
        Assert.All(audit, entry => Assert.Equal(_ines.Id, entry.Actor));
        Assert.Equal(4, await Bot.Read(db => db.Audit.CountAsync()));
    }

    [Fact]
    public async Task Only_hr_can_open_or_save_it()
    {
        Assert.DoesNotContain("Rules for kudos", (await Bot.Types(_mia, "values")).Buttons);
        Assert.Contains("Only HR", (await Bot.Presses(_mia, new Ref(KudosRules.OpenId))).Words);

        var form = await Opens();
        Assert.Contains("opened by someone else", (await Bot.Submits(_mia, form, (KudosRules.LimitField, "1"))).Words);
        Assert.Contains("Only HR", (await Bot.Submits(_mia, form with { Who = _mia.Id }, (KudosRules.LimitField, "1"))).Words);
        Assert.Empty(await Bot.Read(db => db.Policies.ToListAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ten")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1001")]
    [InlineData("99999999999999")]
    [InlineData("1e2")]
    public async Task A_limit_that_is_no_number_is_refused_with_all_kept(string limit)
    {
        var wrong = await Bot.Submits(_ines, await Opens(), (KudosRules.LimitField, limit), (KudosRules.ValueField, "off"));
        Assert.Equal("A whole number from 0 to 1,000, please.", wrong.Fault(KudosRules.LimitField));
        Assert.Equal((limit, "off"), (wrong.Holds(KudosRules.LimitField), wrong.Holds(KudosRules.ValueField)));
        Assert.Empty(await Bot.Read(db => db.Policies.ToListAsync()));
    }

    [Fact]
    public async Task Private_kudos_stay_private_when_the_rule_changes_later()
    {
        await Bot.Member("Max Boss", team: "Care", leads: true);
        var ann = await Bot.Member("Ann Lake", team: "Care");
        var sent = await Bot.Submits(_mia, await Bot.Types(_mia, "kudos"), (GiveKudos.ToField, ann), (GiveKudos.WordsField, "stayed with a caller until it was solved"), (GiveKudos.AudienceField, "private"));
        await Bot.Submits(_ines, await Opens(), (KudosRules.PrivateField, "receivers-and-managers"));

        await Bot.Submits(_mia, await Bot.Presses(_mia, sent, "Edit the words"), (GiveKudos.WordsField, "stayed with two callers until it was solved"));
        await Bot.Delivers();
        Assert.All(Bot.Slack.Sent, message => Assert.Equal(ann.Account, message.Place));
    }

    async Task<Heard> Opens() => await Bot.Presses(_ines, await Bot.Types(_ines, "values"), "Rules for kudos");
}
