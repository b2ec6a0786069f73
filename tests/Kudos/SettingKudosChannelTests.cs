using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Kudos;

/// <summary>Where a team's public kudos go that are given in private.</summary>
[Trait("Database", "Both")]
public sealed class SettingKudosChannelTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";

    Someone _mia = null!, _ben = null!, _max = null!, _ines = null!;
    Address _kudos = null!;

    private protected override async Task Arrange()
    {
        (_mia, _ben) = (await Bot.Member("Mia Storm", team: "Care"), await Bot.Member("Ben Rivers", on: Channel.Teams));
        (_max, _ines) = (await Bot.Member("Max Boss", team: "Care", leads: true), await Bot.Member("Ines Moor", roles: Roles.Hr));
        _kudos = await Bot.Place("kudos");
    }

    [Fact]
    public async Task A_manager_picks_a_channel_and_what_the_team_gives_in_private_is_posted_there()
    {
        var form = (await Bot.Presses(_max, new Ref(KudosChannel.OpenId))).Form;
        Assert.Equal("No channel yet", Assert.Single(Choices(form, KudosChannel.TeamField)).Describes?.Format);
        var place = Assert.Single(Choices(form, KudosChannel.PlaceField), choice => choice.Value is not KudosChannel.Nowhere);

        var saved = await Bot.Submits(_max, await Bot.Presses(_max, new Ref(KudosChannel.OpenId)), (KudosChannel.TeamField, await Care()), (KudosChannel.PlaceField, place.Value));
        Assert.Contains("Public kudos of Care are posted in kudos from now on.", saved.Words);

        await Bot.Submits(_mia, await Bot.Types(_mia, "kudos"), (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed));
        await Bot.Delivers();
        Assert.Contains(Deed, Assert.Single(Bot.Slack.In(_kudos.Id)).Words);
        var written = Assert.Single(await Bot.Read(db => db.Audit.ToListAsync()));
        Assert.Equal((KudosChannel.Id, _max.Id), (written.Act, written.Actor));
    }

    [Fact]
    public async Task Hr_may_too_and_nowhere_takes_it_away_again()
    {
        await Bot.PostsAt("Care", _kudos);
        var form = await Bot.Presses(_ines, new Ref(KudosChannel.OpenId));
        Assert.Equal("Now in {0}", Assert.Single(Choices(form.Form, KudosChannel.TeamField)).Describes?.Format);
        Assert.Contains("have no channel from now on", (await Bot.Submits(_ines, form, (KudosChannel.TeamField, await Care()), (KudosChannel.PlaceField, KudosChannel.Nowhere))).Words);
        Assert.Null(await Bot.Read(db => db.Teams.Select(team => team.KudosPlaceId).SingleAsync()));
    }

    [Fact]
    public async Task Others_can_neither_open_nor_save_it_and_nobody_sets_another_teams()
    {
        Assert.Contains("manager or HR", (await Bot.Presses(_mia, new Ref(KudosChannel.OpenId))).Words);
        var form = await Bot.Presses(_max, new Ref(KudosChannel.OpenId));
        Assert.Contains("manager or HR", (await Bot.Submits(_mia, form with { Who = _mia.Id }, (KudosChannel.TeamField, await Care()), (KudosChannel.PlaceField, KudosChannel.Nowhere))).Words);

        var lea = await Bot.Member("Lea Stone", team: "Billing", leads: true);
        var hers = await Bot.Submits(lea, await Bot.Presses(lea, new Ref(KudosChannel.OpenId)), (KudosChannel.TeamField, await Care()), (KudosChannel.PlaceField, KudosChannel.Nowhere));
        Assert.Equal("Pick one of your teams.", hers.Form.Faults[KudosChannel.TeamField].Format);
    }

    [Theory]
    [InlineData("")]
    [InlineData("here")]
    [InlineData("12345")]
    [InlineData("-1")]
    public async Task A_place_that_is_none_is_refused_at_its_field(string place)
    {
        var wrong = await Bot.Submits(_max, await Bot.Presses(_max, new Ref(KudosChannel.OpenId)), (KudosChannel.TeamField, await Care()), (KudosChannel.PlaceField, place));
        Assert.Contains("Pick where they are posted", wrong.Form.Faults[KudosChannel.PlaceField].Format);
        Assert.Equal(await Care(), wrong.Holds(KudosChannel.TeamField));
    }

    [Fact]
    public async Task A_channel_without_a_name_is_chosen_from_within()
    {
        await Bot.Do(async db => (await db.Places.SingleAsync()).Name = null);
        var form = await Bot.Presses(_max, new Ref(KudosChannel.OpenId), at: _kudos);
        Assert.Equal([KudosChannel.Here, KudosChannel.Nowhere], Choices(form.Form, KudosChannel.PlaceField).Select(choice => choice.Value));
        Assert.Contains("posted in this conversation from now on", (await Bot.Submits(_max, form)).Words);
        Assert.Equal(_kudos.Id, await Bot.Read(db => db.Teams.Select(team => team.KudosPlaceId).SingleAsync()));
    }

    [Fact]
    public async Task A_channel_that_the_bot_was_taken_out_of_is_not_offered()
    {
        await Bot.Do(async db => (await db.Places.SingleAsync()).RemovedAt = Bot.Clock.Now);
        Assert.Equal([KudosChannel.Nowhere], Choices((await Bot.Presses(_max, new Ref(KudosChannel.OpenId))).Form, KudosChannel.PlaceField).Select(choice => choice.Value));
    }

    async Task<string> Care() => await Bot.Read(db => db.Teams.Where(team => team.Name == "Care").Select(team => team.Id.ToString()).SingleAsync()) is var id ? id.ToLowerInvariant() : "";

    static IReadOnlyList<Choice> Choices(Form form, string field) => form.Fields.OfType<Field.Pick>().Single(pick => pick.Id == field).Choices;
}
