using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;
using Channel = ServiceCulture.Bot.Conversation.Channel;

namespace ServiceCulture.Tests.Kudos;

/// <summary>Kudos in one typed line.</summary>
public sealed class TypedKudosTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";

    Someone _mia = null!, _ben = null!, _zoe = null!, _anna = null!;

    private protected override async Task Arrange() => (_mia, _ben, _zoe, _anna) = (
        await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers"), await Bot.Member("Zoë Field", on: Channel.Teams), await Bot.Member("Anna Maria Lopez"));

    [Theory]
    [InlineData("kudos @Ben " + Deed)]
    [InlineData("KUDOS @ben " + Deed)]
    [InlineData("/kudos @Ben " + Deed)]
    [InlineData("kudos Ben " + Deed)]
    [InlineData("kudos ben rivers " + Deed)]
    [InlineData("kudos @Ben Rivers: " + Deed)]
    [InlineData("kudos @Ben, " + Deed)]
    [InlineData("kudos to @Ben for " + Deed)]
    [InlineData("kudos   @Ben\t " + Deed)]
    [InlineData("kudos\n@Ben\n" + Deed)]
    [InlineData("kudos @Ben - " + Deed)]
    public async Task A_name_is_found_however_it_is_written(string line) => await Gives(line, Deed, [_ben]);

    [Theory]
    [InlineData("kudos @Ben @Zoe " + Deed)]
    [InlineData("kudos @Ben and @Zoë " + Deed)]
    [InlineData("kudos Ben, Zoe " + Deed)]
    [InlineData("kudos Ben & Zoe Field " + Deed)]
    [InlineData("kudos @Ben Rivers und @ZOE: " + Deed)]
    [InlineData("kudos @Ben @Zoe @Ben " + Deed)]
    public async Task Several_names_are_several_people(string line) => await Gives(line, Deed, [_ben, _zoe]);

    [Fact]
    public async Task A_name_of_three_words_is_one_person() => await Gives($"kudos Anna Maria Lopez {Deed}", Deed, [_anna]);

    [Fact]
    public async Task Mentions_are_people_whatever_they_are_called()
    {
        await Bot.Types(_mia, new Typed(new TypedPart.Words("kudos "), new TypedPart.Mention(_ben.Account, "@somebody"), new TypedPart.Words($" #patience {Deed}")));
        await Gave(Deed, [_ben], ["patience"]);
    }

    [Fact]
    public async Task A_mention_inside_the_sentence_is_part_of_it()
    {
        await Bot.Types(_mia, new Typed(new TypedPart.Words("kudos "), new TypedPart.Mention(_ben.Account, "@Ben"), new TypedPart.Words(" helped a caller together with "), new TypedPart.Mention(_anna.Account, "@Anna")));
        await Gave("helped a caller together with @Anna", [_ben], []);
    }

    [Fact]
    public async Task A_mention_that_nobody_knows_opens_the_form_with_the_words_kept()
    {
        var form = await Bot.Types(_mia, new Typed(new TypedPart.Words("kudos "), new TypedPart.Mention("U-new", "@New"), new TypedPart.Words($" #patience {Deed}")));
        Assert.Contains("I don't know one of the people you mentioned", form.Fault(GiveKudos.ToField));
        Assert.Equal((Deed, "patience"), (form.Holds(GiveKudos.WordsField), form.Holds(GiveKudos.ValuesField)));
    }

    [Fact]
    public async Task An_unknown_name_is_said_at_the_field()
    {
        var form = await Bot.Types(_mia, $"kudos @Nobody {Deed}");
        Assert.Equal("I don't know anybody called “Nobody”. Pick them from the list.", form.Fault(GiveKudos.ToField));
        Assert.Equal(Deed, form.Holds(GiveKudos.WordsField));
        await NothingWasGiven();
    }

    [Fact]
    public async Task An_ambiguous_name_asks_which_one_with_their_teams()
    {
        await Bot.Member("Ben Castle", team: "Phone");
        var form = await Bot.Types(_mia, $"kudos @Ben @Zoe #patience {Deed}");

        Assert.Equal("Which “Ben” do you mean: Ben Castle (Phone) and Ben Rivers? Pick the right one from the list.", form.Fault(GiveKudos.ToField));
        Assert.Equal((_zoe.Id.ToString(), Deed, "patience"), (form.Holds(GiveKudos.ToField), form.Holds(GiveKudos.WordsField), form.Holds(GiveKudos.ValuesField)));
        await NothingWasGiven();
    }

    [Fact]
    public async Task Several_unclear_names_and_values_are_all_asked_about_and_whoever_may_be_meant_stands_in_the_list()
    {
        var (castle, storm, hale) = (await Bot.Member("Ben Castle", team: "Phone"), await Bot.Member("Sam Storm", team: "Phone"), await Bot.Member("Sam Hale", team: "Phone"));
        var form = await Bot.Types(_mia, $"kudos @Ben @Sam @Nobody #thrift #speed {Deed}");

        Assert.Equal("Which “Ben” do you mean: Ben Castle (Phone) and Ben Rivers? Pick the right one from the list. Which “Sam” do you mean: Sam Hale (Phone) and Sam Storm (Phone)? Pick the right one from the list. I don't know anybody called “Nobody”. Pick them from the list.", form.Fault(GiveKudos.ToField));
        Assert.Equal("I don't know the value “thrift”. Pick one from the list, or none. I don't know the value “speed”. Pick one from the list, or none.", form.Fault(GiveKudos.ValuesField));
        var offered = form.Form.Fields.OfType<Field.People>().Single().Nearby.Select(choice => choice.Value).ToList();
        Assert.Superset(new[] { _ben, castle, storm, hale }.Select(who => who.Id.ToString()).ToHashSet(), offered.ToHashSet());
    }

    [Fact]
    public async Task Where_kudos_have_no_values_every_hashtag_is_said()
    {
        await Bot.Sets(Policies.KudosValueKey, "off");
        await Gives($"kudos @Ben #4711 was solved before noon, with #patience", "#4711 was solved before noon, with #patience", [_ben]);
    }

    [Fact]
    public async Task The_whole_name_is_never_ambiguous()
    {
        await Bot.Member("Ben Rivers Junior");
        await Gives($"kudos Ben Rivers {Deed}", Deed, [_ben]);
    }

    [Theory]
    [InlineData("#patience", "patience")]
    [InlineData("#Patience,", "patience")]
    [InlineData("#desire-to-improve", "desire-to-improve")]
    [InlineData("#DesireToImprove", "desire-to-improve")]
    [InlineData("#patience #empathy", "empathy,patience")]
    [InlineData("#patience #Patience", "patience")]
    public async Task Hashtags_are_values(string tags, string values) => await Gives($"kudos @Ben {tags} {Deed}", Deed, [_ben], values.Split(','));

    [Fact]
    public async Task Every_synonym_means_its_value()
    {
        var values = await Bot.Read(db => db.Values.AsNoTracking().Where(value => value.ForKudos).ToListAsync());
        foreach (var value in values)
            foreach (var synonym in value.Synonyms.Where(word => !word.Contains(' ', StringComparison.Ordinal)))
            {
                var form = await Bot.Types(_mia, $"kudos #{synonym} {Deed}");
                Assert.Equal(value.Id, form.Holds(GiveKudos.ValuesField));
            }
    }

    [Fact]
    public async Task Hashtags_at_the_end_go_and_inside_the_sentence_stay()
    {
        await Gives("kudos @Ben kept #calm while the line was down for hours #patience", "kept #calm while the line was down for hours", [_ben], ["patience"]);
    }

    [Theory]
    [InlineData("optional", "stayed on the line until they had closed ticket #4711")]
    [InlineData("optional", "answered all that was asked in #general")]
    [InlineData("optional", "solved the double charge of #4711, #4712 and #4713.")]
    [InlineData("off", "stayed on the line until they had closed ticket #4711")]
    [InlineData("off", "answered all that was asked in #general")]
    public async Task A_hashtag_at_the_end_that_is_no_value_is_part_of_what_was_said(string rule, string words)
    {
        await Bot.Sets(Policies.KudosValueKey, rule);
        await Gives($"kudos @Ben {words}", words, [_ben]);
    }

    [Fact]
    public async Task Values_among_other_hashtags_at_the_end_are_found() =>
        await Gives("kudos @Ben stayed until they had closed ticket #calmness #4711 #patience", "stayed until they had closed ticket #4711", [_ben], ["balance", "patience"]);

    [Fact]
    public async Task An_unknown_value_is_said_at_the_field()
    {
        var form = await Bot.Types(_mia, $"kudos @Ben #speediness #patience {Deed}");
        Assert.Equal("I don't know the value “speediness”. Pick one from the list, or none.", form.Fault(GiveKudos.ValuesField));
        Assert.Equal((_ben.Id.ToString(), "patience"), (form.Holds(GiveKudos.ToField), form.Holds(GiveKudos.ValuesField)));
        await NothingWasGiven();
    }

    [Fact]
    public async Task Line_breaks_in_the_words_are_kept() => await Gives("kudos @Ben called the customer\nand then called again\n\nuntil it worked", "called the customer\nand then called again\n\nuntil it worked", [_ben]);

    [Fact]
    public async Task The_command_alone_opens_the_form_empty()
    {
        var form = await Bot.Types(_mia, "kudos");
        Assert.Equal(("", ""), (form.Holds(GiveKudos.ToField), form.Holds(GiveKudos.WordsField)));
        Assert.Empty(form.Form.Faults);
    }

    [Fact]
    public async Task Words_without_a_person_open_the_form_and_ask_for_one()
    {
        var form = await Bot.Types(_mia, $"kudos {Deed}");
        Assert.Equal("Pick at least one person.", form.Fault(GiveKudos.ToField));
        Assert.Equal(Deed, form.Holds(GiveKudos.WordsField));
    }

    [Fact]
    public async Task A_person_without_words_opens_the_form_and_asks_for_them()
    {
        var form = await Bot.Types(_mia, "kudos @Ben");
        Assert.Equal("Say what they did.", form.Fault(GiveKudos.WordsField));
        Assert.Equal(_ben.Id.ToString(), form.Holds(GiveKudos.ToField));
    }

    [Fact]
    public async Task People_who_left_and_bots_are_not_found_by_name()
    {
        await Bot.Member("Old Hand", hasLeft: true);
        await Bot.Member("Robot", isBot: true);
        Assert.NotEqual("", (await Bot.Types(_mia, $"kudos @Old {Deed}")).Fault(GiveKudos.ToField));
        Assert.NotEqual("", (await Bot.Types(_mia, $"kudos @Robot {Deed}")).Fault(GiveKudos.ToField));
    }

    [Fact]
    public async Task No_string_however_odd_breaks_the_line()
    {
        foreach (var words in Fixtures.NaughtyStrings())
        {
            await Bot.Types(_mia, $"kudos {words}");
            await Bot.Types(_mia, $"kudos @{words}");
            await Bot.Types(_mia, $"values {words}");
        }
    }

    async Task Gives(string line, string words, Someone[] to, string[]? values = null)
    {
        var heard = await Bot.Types(_mia, line);
        Assert.Equal("Sent", heard.Reply is Reply.Whisper ? heard.Card.Title.Format : string.Join(' ', heard.Form.Faults.Values.Select(why => why.Plain(ServiceCulture.Cards.Reader.Plain))));
        await Gave(words, to, values ?? []);
    }

    async Task Gave(string words, Someone[] to, string[] values)
    {
        Assert.Equal(words, (await Bot.Read(db => db.Kudos.SingleAsync())).Words);
        Assert.Equal(to.Select(one => one.Id).Order(), (await Bot.Read(db => db.KudosReceipts.Select(receipt => receipt.ToId).ToListAsync())).Order());
        Assert.Equal(values.Order(StringComparer.Ordinal), (await Bot.Read(db => db.KudosValues.Select(value => value.ValueId).ToListAsync())).Order(StringComparer.Ordinal));
    }

    async Task NothingWasGiven() => Assert.Empty(await Bot.Read(db => db.Kudos.ToListAsync()));
}
