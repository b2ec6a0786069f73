using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Kudos;

public sealed class GivingKudosTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";

    Someone _mia = null!, _ben = null!, _zoe = null!;

    private protected override async Task Arrange() =>
        (_mia, _ben, _zoe) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers", on: Channel.Teams), await Bot.Member("Zoe Field", on: Channel.Local));

    [Fact]
    public async Task The_form_thanks_several_people_on_every_channel()
    {
        var form = await Bot.Types(_mia, "kudos");
        var sent = await Bot.Submits(_mia, form, (GiveKudos.ToField, new[] { _ben, _zoe }), (GiveKudos.WordsField, Deed), (GiveKudos.ValuesField, new[] { "patience", "empathy" }));
        await Bot.Delivers();

        Assert.Contains("on their way to Ben Rivers and Zoe Field", sent.Words);
        Assert.Contains("Mia Storm thanks you and Zoe Field for patience and empathy.", Assert.Single(Bot.Teams.In(_ben.Account)).Words);
        Assert.Contains(Deed, Assert.Single(Bot.Local.In(_zoe.Account)).Words);
        Assert.Empty(Bot.Slack.Sent);
    }

    [Fact]
    public async Task Only_people_and_words_are_required()
    {
        var sent = await Bot.Submits(_mia, await Bot.Types(_mia, "kudos"), (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed));

        Assert.Equal("Sent", sent.Card.Title.Format);
        var kudos = await Bot.Read(db => db.Kudos.SingleAsync());
        Assert.Equal((_mia.Id, Deed, KudosAudience.Public), (kudos.FromId, kudos.Words, kudos.Audience));
        Assert.Empty(await Bot.Read(db => db.KudosValues.ToListAsync()));
    }

    [Fact]
    public async Task A_customers_thanks_are_quoted()
    {
        await Bot.Submits(_mia, await Bot.Types(_mia, "kudos"), (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed), (GiveKudos.CustomerField, "yes"), (GiveKudos.CustomerWordsField, "You saved my weekend!"));
        await Bot.Delivers();

        var received = Assert.Single(Bot.Teams.Sent).Words;
        Assert.Contains("A customer said thank you, in these words:", received);
        Assert.Contains("> You saved my weekend!", received);
    }

    [Fact]
    public async Task A_quote_without_the_tick_is_left_out()
    {
        await Bot.Submits(_mia, await Bot.Types(_mia, "kudos"), (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed), (GiveKudos.CustomerWordsField, "You saved my weekend!"));
        Assert.Null((await Bot.Read(db => db.Kudos.SingleAsync())).CustomerWords);
    }

    [Fact]
    public async Task From_a_messages_menu_the_message_is_linked_and_its_author_picked()
    {
        var form = await Bot.Picks(_mia, "kudos.from-message", (await Bot.Member("Lea Brook")).Account, "I called her back twice.", "https://acme.slack.com/archives/C1/p2");
        Assert.Contains("Lea Brook", form.Form.Fields.OfType<ServiceCulture.Cards.Field.People>().Single().Nearby.Select(choice => choice.Label.Plain(ServiceCulture.Cards.Reader.Plain)));

        var wrong = await Bot.Submits(_mia, form, (GiveKudos.WordsField, "short"));
        await Bot.Submits(_mia, wrong, (GiveKudos.WordsField, Deed));
        await Bot.Delivers();

        Assert.Contains("https://acme.slack.com/archives/C1/p2", Assert.Single(Bot.Slack.Sent).Body);
    }

    [Fact]
    public async Task Ones_own_message_and_a_bots_pick_nobody()
    {
        var robot = await Bot.Member("Robot", isBot: true);
        Assert.Equal("", (await Bot.Picks(_mia, "kudos.from-message", _mia.Account, "", null)).Holds(GiveKudos.ToField));
        Assert.Equal("", (await Bot.Picks(_mia, "kudos.from-message", robot.Account, "", null)).Holds(GiveKudos.ToField));
    }

    [Fact]
    public async Task A_values_own_button_opens_the_form_with_that_value()
    {
        var form = await Bot.Presses(_mia, await Bot.Types(_mia, "values patience"), "Thank someone for this");
        Assert.Equal("patience", form.Holds(GiveKudos.ValuesField));
    }

    [Fact]
    public async Task Every_received_card_opens_the_form()
    {
        await Bot.Types(_mia, $"kudos @Ben {Deed}");
        await Bot.Delivers();
        var form = await Bot.Presses(_ben, Assert.Single(Bot.Teams.Sent), "Give kudos");
        Assert.Equal(GiveKudos.Id, form.Form.About.Id);
    }

    [Fact]
    public async Task In_public_they_are_posted_where_they_were_given()
    {
        var floor = await Bot.Place("floor");
        var sent = await Bot.Types(_mia, $"kudos @Ben {Deed}", at: floor);
        await Bot.Delivers();

        Assert.Contains("They are posted in floor.", sent.Words);
        Assert.Contains("Mia Storm thanks Ben Rivers.", Assert.Single(Bot.Slack.In(floor.Id)).Words);
        Assert.Single(Bot.Teams.In(_ben.Account));
    }

    [Fact]
    public async Task Given_in_private_they_are_posted_in_the_teams_channel_even_on_another_platform()
    {
        var ann = await Bot.Member("Ann Lake", team: "Front");
        await Bot.PostsAt("Front", await Bot.Place("front", on: Channel.Teams));
        await Bot.Types(ann, $"kudos @Zoe {Deed}");
        await Bot.Delivers();

        Assert.Contains(Deed, Assert.Single(Bot.Teams.In("C-front")).Words);
        Assert.Single(Bot.Local.In(_zoe.Account));
    }

    [Fact]
    public async Task Without_a_team_channel_only_the_receivers_get_them()
    {
        var sent = await Bot.Types(_mia, $"kudos @Ben {Deed}");
        await Bot.Delivers();
        Assert.Contains("There is no kudos channel to post them in", sent.Words);
        Assert.Single(Bot.Teams.Sent);
        Assert.Empty(Bot.Slack.Sent);
    }

    [Fact]
    public async Task Private_kudos_reach_the_receivers_and_nobody_else()
    {
        await Bot.Member("Max Boss", team: "Care", leads: true);
        var ann = await Bot.Member("Ann Lake", team: "Care");
        var floor = await Bot.Place("floor");

        var sent = await Bot.Submits(_mia, await Bot.Types(_mia, "kudos", at: floor), (GiveKudos.ToField, ann), (GiveKudos.WordsField, Deed), (GiveKudos.AudienceField, "private"));
        await Bot.Delivers();

        Assert.Contains("Nobody else sees them.", sent.Words);
        Assert.Equal(ann.Account, Assert.Single(Bot.Slack.Sent).Place);
    }

    [Fact]
    public async Task Where_the_policy_shows_them_to_managers_they_are_no_longer_called_private()
    {
        await Bot.Sets(Policies.KudosPrivateSeesKey, "receivers-and-managers");
        var boss = await Bot.Member("Max Boss", on: Channel.Teams, team: "Care", leads: true);
        var (ann, eve) = (await Bot.Member("Ann Lake", team: "Care"), await Bot.Member("Eve Moor", team: "Care"));

        var form = await Bot.Types(_mia, "kudos");
        var choices = form.Form.Fields.OfType<ServiceCulture.Cards.Field.Pick>().Single(field => field.Id == GiveKudos.AudienceField).Choices;
        Assert.Equal(["Public", "To them and their manager"], choices.Select(choice => choice.Label.Format));
        Assert.Contains("their managers see it, nobody else", form.Form.Fields.Single(field => field.Id == GiveKudos.WhoSeesField).Label.Plain(ServiceCulture.Cards.Reader.Plain));

        await Bot.Submits(_mia, form, (GiveKudos.ToField, new[] { ann, eve }), (GiveKudos.WordsField, Deed), (GiveKudos.AudienceField, "managers"));
        await Bot.Delivers();
        Assert.Equal(boss.Account, Assert.Single(Bot.Teams.Sent).Place);
        Assert.Equal(2, Bot.Slack.Sent.Count);
    }

    [Theory]
    [InlineData("receivers", "private", "receivers-and-managers", "managers", "now the people you thank and their managers see it")]
    [InlineData("receivers-and-managers", "managers", "receivers", "private", "now only the people you thank see it")]
    public async Task Who_sees_them_is_what_the_form_said_or_it_is_asked_again(string rule, string picked, string newRule, string stands, string said)
    {
        await Bot.Sets(Policies.KudosPrivateSeesKey, rule);
        var boss = await Bot.Member("Max Boss", team: "Care", leads: true);
        var ann = await Bot.Member("Ann Lake", team: "Care");
        var form = await Bot.Types(_mia, "kudos");
        await Bot.Sets(Policies.KudosPrivateSeesKey, newRule);

        var again = await Bot.Submits(_mia, form, (GiveKudos.ToField, ann), (GiveKudos.WordsField, Deed), (GiveKudos.CustomerWordsField, "Bless her."), (GiveKudos.AudienceField, picked));
        Assert.Contains(said, again.Fault(GiveKudos.AudienceField));
        Assert.Equal((ann.Id.ToString(), Deed, "Bless her.", stands), (again.Holds(GiveKudos.ToField), again.Holds(GiveKudos.WordsField), again.Holds(GiveKudos.CustomerWordsField), again.Holds(GiveKudos.AudienceField)));
        Assert.Empty(await Bot.Read(db => db.Kudos.ToListAsync()));

        await Bot.Submits(_mia, again);
        await Bot.Delivers();
        Assert.Equal(stands == "managers" ? 1 : 0, Bot.Slack.In(boss.Account).Count);
        Assert.Single(Bot.Slack.In(ann.Account));
    }

    [Fact]
    public async Task Public_kudos_go_whatever_the_rule_for_private_ones_has_become()
    {
        var ann = await Bot.Member("Ann Lake");
        var form = await Bot.Types(_mia, "kudos");
        await Bot.Sets(Policies.KudosPrivateSeesKey, "receivers-and-managers");
        await Bot.Submits(_mia, form, (GiveKudos.ToField, ann), (GiveKudos.WordsField, Deed));
        Assert.Single(await Bot.Read(db => db.Kudos.ToListAsync()));
    }

    [Fact]
    public async Task A_manager_who_gives_or_gets_them_is_not_told_twice()
    {
        await Bot.Sets(Policies.KudosPrivateSeesKey, "receivers-and-managers");
        var boss = await Bot.Member("Max Boss", team: "Care", leads: true);
        var ann = await Bot.Member("Ann Lake", team: "Care");

        await Bot.Submits(_mia, await Bot.Types(_mia, "kudos"), (GiveKudos.ToField, new[] { ann, boss }), (GiveKudos.WordsField, Deed), (GiveKudos.AudienceField, "managers"));
        await Bot.Submits(boss, await Bot.Types(boss, "kudos"), (GiveKudos.ToField, ann), (GiveKudos.WordsField, Deed), (GiveKudos.AudienceField, "managers"));
        await Bot.Delivers();
        Assert.Single(Bot.Slack.In(boss.Account));
    }

    [Fact]
    public async Task The_team_of_giver_and_receiver_is_stamped()
    {
        var (ann, eve) = (await Bot.Member("Ann Lake", team: "Care"), await Bot.Member("Eve Moor", team: "Back"));
        await Bot.Types(ann, $"kudos @Eve {Deed}");

        var teams = await Bot.Read(db => db.Teams.ToDictionaryAsync(team => team.Id, team => team.Name));
        Assert.Equal("Care", teams[(await Bot.Read(db => db.Kudos.SingleAsync())).FromTeamId!.Value]);
        Assert.Equal("Back", teams[(await Bot.Read(db => db.KudosReceipts.SingleAsync())).ToTeamId!.Value]);
        Assert.NotEqual(ann.Id, eve.Id);
    }

    [Fact]
    public async Task Somebody_no_channel_reaches_still_has_them_in_mykudos()
    {
        await Bot.Do(db => db.Accounts.Where(account => account.MemberId == _ben.Id).ExecuteUpdateAsync(set => set.SetProperty(account => account.BlockedAt, Bot.Clock.Now)));
        await Bot.Types(_mia, $"kudos @Ben {Deed}");
        await Bot.Delivers();

        Assert.Empty(Bot.Teams.Sent);
        Assert.Contains(Deed, (await Bot.Types(_ben, "mykudos")).Words);
    }
}
