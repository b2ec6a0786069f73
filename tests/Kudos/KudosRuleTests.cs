using Microsoft.EntityFrameworkCore;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Kudos;

/// <summary>What may not be given, and how it is said.</summary>
public sealed class KudosRuleTests : OverTheDatabase
{
    const string Deed = "stayed with a furious caller until it was solved";

    Someone _mia = null!, _ben = null!;

    private protected override async Task Arrange() => (_mia, _ben) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers"));

    [Theory]
    [InlineData(0, "Say what they did.")]
    [InlineData(19, "at least 20 characters")]
    [InlineData(20, "")]
    [InlineData(1000, "")]
    [InlineData(1001, "That is 1001 characters; at most 1,000 fit.")]
    public async Task Words_have_twenty_to_a_thousand_characters(int length, string fault)
    {
        var heard = await Gives(_mia, [_ben], new string('x', length));
        if (fault.Length == 0)
            Assert.Equal("Sent", heard.Card.Title.Format);
        else
            Assert.Contains(fault.Replace("1001", "1,001", StringComparison.Ordinal), heard.Fault(GiveKudos.WordsField));
    }

    [Fact]
    public async Task Spaces_around_the_words_don_t_count() =>
        Assert.Contains("at least 20 characters", (await Gives(_mia, [_ben], "   nineteen" + new string(' ', 40))).Fault(GiveKudos.WordsField));

    [Fact]
    public async Task Nobody_thanks_themselves() =>
        Assert.Equal("Kudos are for others; please take yourself off the list.", (await Gives(_mia, [_ben, _mia], Deed)).Fault(GiveKudos.ToField));

    [Fact]
    public async Task Bots_can_t_be_thanked()
    {
        var robot = await Bot.Member("Robot", isBot: true);
        Assert.Equal("Robot is a bot and can't be thanked.", (await Gives(_mia, [robot], Deed)).Fault(GiveKudos.ToField));
    }

    [Fact]
    public async Task People_who_left_can_t_be_thanked()
    {
        var old = await Bot.Member("Old Hand", hasLeft: true);
        Assert.Equal("Old Hand has left, so this would not reach them.", (await Gives(_mia, [old], Deed)).Fault(GiveKudos.ToField));
    }

    [Fact]
    public async Task Somebody_unknown_is_refused()
    {
        var form = await Bot.Types(_mia, "kudos");
        var wrong = await Bot.Submits(_mia, form, (GiveKudos.ToField, new[] { Guid.NewGuid().ToString(), "not an id" }), (GiveKudos.WordsField, Deed));
        Assert.Equal("I don't know one of these people. Pick them from the list.", wrong.Fault(GiveKudos.ToField));
    }

    [Fact]
    public async Task Ten_people_at_most()
    {
        var eleven = new List<Someone>();
        for (var n = 0; n < 11; n++)
            eleven.Add(await Bot.Member($"Agent {(char)('A' + n)}"));

        Assert.Equal("At most 10 people at once; you picked 11.", (await Gives(_mia, [.. eleven], Deed)).Fault(GiveKudos.ToField));
        Assert.Equal("Sent", (await Gives(_mia, [.. eleven.Take(10)], Deed)).Card.Title.Format);
    }

    [Fact]
    public async Task Three_values_at_most_and_only_known_ones()
    {
        var form = await Bot.Types(_mia, "kudos");
        async Task<string> Fault(params string[] values) =>
            (await Bot.Submits(_mia, form, (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed), (GiveKudos.ValuesField, values))).Fault(GiveKudos.ValuesField);

        Assert.Equal("At most 3 values; you picked 4.", await Fault("patience", "empathy", "passion", "persistence"));
        Assert.Equal("“speediness” is not one of our values for kudos. Pick one from the list.", await Fault("speediness"));
    }

    [Fact]
    public async Task Where_the_policy_wants_a_value_one_must_be_picked()
    {
        await Bot.Sets(Policies.KudosValueKey, "required");
        var form = await Bot.Types(_mia, "kudos");
        Assert.False(form.Form.Fields.OfType<Field.PickMany>().Single().Optional);

        var wrong = await Bot.Submits(_mia, form, (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed));
        Assert.Equal("Pick the value that it showed.", wrong.Fault(GiveKudos.ValuesField));
        Assert.Equal("Sent", (await Bot.Submits(_mia, wrong, (GiveKudos.ValuesField, new[] { "patience" }))).Card.Title.Format);
    }

    [Fact]
    public async Task Where_values_are_off_none_is_shown_or_stored()
    {
        await Bot.Sets(Policies.KudosValueKey, "off");
        var form = await Bot.Types(_mia, "kudos");
        Assert.Empty(form.Form.Fields.OfType<Field.PickMany>());

        await Bot.Submits(_mia, form, (GiveKudos.ToField, _ben), (GiveKudos.WordsField, Deed), (GiveKudos.ValuesField, new[] { "patience" }));
        Assert.Empty(await Bot.Read(db => db.KudosValues.ToListAsync()));
    }

    [Fact]
    public async Task A_refusal_keeps_everything_that_was_typed()
    {
        var wrong = await Bot.Submits(_mia, await Bot.Types(_mia, "kudos"), (GiveKudos.ToField, new[] { _ben, _mia }), (GiveKudos.WordsField, Deed), (GiveKudos.ValuesField, new[] { "patience", "empathy" }),
            (GiveKudos.CustomerField, "yes"), (GiveKudos.CustomerWordsField, "Bless him."), (GiveKudos.AudienceField, "private"));

        Assert.Equal($"{_ben.Id},{_mia.Id}", wrong.Holds(GiveKudos.ToField));
        Assert.Equal((Deed, "patience,empathy", "yes"), (wrong.Holds(GiveKudos.WordsField), wrong.Holds(GiveKudos.ValuesField), wrong.Holds(GiveKudos.CustomerField)));
        Assert.Equal(("Bless him.", "private"), (wrong.Holds(GiveKudos.CustomerWordsField), wrong.Holds(GiveKudos.AudienceField)));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var wrong = await Bot.Submits(_mia, await Bot.Types(_mia, "kudos"), (GiveKudos.WordsField, "ok"), (GiveKudos.ValuesField, new[] { "speediness" }), (GiveKudos.CustomerWordsField, new string('x', 1001)));
        Assert.Equal([GiveKudos.ToField, GiveKudos.CustomerWordsField, GiveKudos.ValuesField, GiveKudos.WordsField], wrong.Form.Faults.Keys.Order());
    }

    [Fact]
    public async Task The_daily_limit_counts_the_givers_own_day()
    {
        var ada = await Bot.Member("Ada Tide", zone: "Pacific/Auckland");
        await Bot.Sets(Policies.KudosDailyLimitKey, "2");
        // 23:30 in Auckland, which is ahead of UTC by 13 hours.
        Bot.Clock.Set(new DateTime(2026, 3, 2, 10, 30, 0, DateTimeKind.Utc));
        await Gives(ada, [_ben], Deed + " 1");
        await Gives(ada, [_ben], Deed + " 2");

        var wrong = await Gives(ada, [_ben], Deed + " 3");
        Assert.Equal("You have given 2 kudos today, which is the most for one day. Your words are kept here; send them tomorrow.", wrong.Fault(GiveKudos.WordsField));
        Assert.Equal(Deed + " 3", wrong.Holds(GiveKudos.WordsField));

        Bot.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.NotEqual("", (await Gives(ada, [_ben], Deed + " 3")).Fault(GiveKudos.WordsField));
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Sent", (await Gives(ada, [_ben], Deed + " 3")).Card.Title.Format);
    }

    [Fact]
    public async Task Kudos_taken_back_don_t_count_towards_the_limit_and_zero_is_none()
    {
        await Bot.Sets(Policies.KudosDailyLimitKey, "1");
        await Bot.Presses(_mia, await Gives(_mia, [_ben], Deed), "Undo");
        Assert.Equal("Sent", (await Gives(_mia, [_ben], Deed + " again")).Card.Title.Format);
        Assert.NotEqual("", (await Gives(_mia, [_ben], Deed + " thrice")).Fault(GiveKudos.WordsField));

        await Bot.Do(db => db.Policies.ExecuteUpdateAsync(set => set.SetProperty(policy => policy.Value, "0")));
        Assert.Equal("Sent", (await Gives(_mia, [_ben], Deed + " thrice")).Card.Title.Format);
    }

    [Fact]
    public async Task The_same_words_reach_the_same_person_once_in_a_day()
    {
        await Gives(_mia, [_ben], Deed);
        Bot.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));

        var wrong = await Gives(_mia, [_ben], $"  {Deed.ToUpperInvariant()}! ");
        Assert.Equal("Ben Rivers already got these very words from you in the last 24 hours.", wrong.Fault(GiveKudos.WordsField));

        Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Sent", (await Gives(_mia, [_ben], Deed)).Card.Title.Format);
        Assert.Equal(2, await Bot.Read(db => db.Kudos.CountAsync()));
        Assert.NotEqual("", (await Gives(_mia, [_ben], Deed)).Fault(GiveKudos.WordsField));
    }

    [Fact]
    public async Task The_same_words_may_go_to_others_and_from_others()
    {
        var zoe = await Bot.Member("Zoe Field");
        await Gives(_mia, [_ben], Deed);
        Assert.Equal("Sent", (await Gives(_mia, [zoe], Deed)).Card.Title.Format);
        Assert.Equal("Sent", (await Gives(zoe, [_ben], Deed)).Card.Title.Format);
        Assert.StartsWith("Ben Rivers already", (await Gives(_mia, [_ben, await Bot.Member("Eve Moor")], Deed)).Fault(GiveKudos.WordsField), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_words_may_go_again_once_they_were_taken_back()
    {
        await Bot.Presses(_mia, await Gives(_mia, [_ben], Deed), "Undo");
        Assert.Equal("Sent", (await Gives(_mia, [_ben], Deed)).Card.Title.Format);
    }

    [Fact]
    public async Task A_refused_form_writes_nothing()
    {
        await Gives(_mia, [_mia], Deed);
        Assert.Equal((0, 0, 0), (await Bot.Read(db => db.Kudos.CountAsync()), await Bot.Read(db => db.Seen.CountAsync()), await Bot.Read(db => db.Messages.CountAsync())));
    }

    async Task<Heard> Gives(Someone who, Someone[] to, string words) => await Bot.Submits(who, await Bot.Types(who, "kudos"), (GiveKudos.ToField, to), (GiveKudos.WordsField, words));
}
