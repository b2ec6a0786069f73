using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Cards.CheckIns;
using ServiceCulture.Cards.Programmes;
using ServiceCulture.Cards.Rough;
using ServiceCulture.Tests.Programmes;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.CheckIns;

/// <summary>The line that says who can see private words also says for how long they are kept, and follows the policy in force.</summary>
public sealed class KeptDaysTests : OverTheDatabase
{
    const string Words = "I always mess up every call.";

    Someone _mia = null!;

    private protected override async Task Arrange() => _mia = await Bot.Member("Mia Storm");

    [Fact]
    public async Task Nothing_set_it_says_the_most_there_is() => Says("180 days", await Opens());

    [Theory]
    [InlineData("30", "30 days")]
    [InlineData("1", "1 day")]
    [InlineData("999", "180 days")]
    public async Task Each_form_to_sort_out_a_thought_says_what_was_set(string days, string said)
    {
        await Bot.Sets(Policies.PrivateDaysKey, days);
        Bot.Get<Register>().Forget();
        Says(said, await Opens());
        Says(said, await Bot.Submits(_mia, await Opens(), (SortThought.WordsField, "")));
        Says(said, await Bot.Submits(_mia, await Sorts(), (NamePattern.Field, NamePattern.SimplyTrue)));
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        var swap = await Bot.Submits(_mia, await Sorts(), (NamePattern.Field, NamePattern.NoneOfThese));
        Says(said, swap);
        var first = swap.Form.Fields.OfType<Field.Pick>().Single(pick => pick.Id == SwapThought.PickedField).Choices[0].Value;
        Says(said, await Bot.Submits(_mia, swap, (SwapThought.PickedField, first), (SwapThought.ChangeField, "yes")));
        var day = await Bot.Types(_mia, "myday");
        Says(said, day);
        Says(said, await Bot.Submits(_mia, day, (MyDay.ThoughtField, day.Form.Fields.OfType<Field.Pick>().Single().Choices[0].Value)));
    }

    [Fact]
    public async Task So_do_the_forms_that_put_one_aside_and_bring_it_back()
    {
        await Bot.Sets(Policies.PrivateDaysKey, "7");
        var rough = await Bot.Types(_mia, "rough");
        Says("7 days", await Bot.Submits(_mia, rough, (RoughMoment.NextField, RoughMoment.Swap)));
        var park = await Bot.Submits(_mia, rough, (RoughMoment.NextField, RoughMoment.Park));
        Says("7 days", park);
        Says("7 days", await Bot.Submits(_mia, park, (ParkThought.WordsField, "")));
        await Bot.Submits(_mia, park, (ParkThought.WordsField, Words));
        var parked = await Bot.Read(db => Task.FromResult(db.Thoughts.Single().Id));
        Says("7 days", await Bot.Presses(_mia, new Ref(ParkedThought.OpenId, parked.ToString())));
    }

    [Fact]
    public async Task Hr_sees_it_so_in_the_preview_of_a_pack()
    {
        await Bot.Sets(Policies.PrivateDaysKey, "7");
        var hr = await Bot.Member("Ines Moor", roles: Roles.Hr);
        var packs = await Bot.Presses(hr, new Ref(PromptPacks.OpenId));
        var versions = await Bot.Submits(hr, packs, (PromptPacks.PackField, packs.Form.Fields.OfType<Field.Pick>().First().Choices.First(one => one.Value != PromptPacks.New).Value));
        var next = versions.Form.Fields.OfType<Field.Pick>().Single(pick => pick.Id == PackVersions.NextField).Choices.First(one => one.Value.StartsWith(PackVersions.Preview, StringComparison.Ordinal));
        Assert.Contains(Dialects.Of((await Bot.Submits(hr, versions, (PackVersions.NextField, next.Value))).Form), drawn => drawn.Contains("for at most 7 days", StringComparison.Ordinal));
    }

    Task<Heard> Opens() => Bot.Presses(_mia, new Ref(CheckInCard.ThoughtId));

    async Task<Heard> Sorts() => await Bot.Submits(_mia, await Opens(), (SortThought.WordsField, Words));

    static void Says(string days, Heard heard)
    {
        Assert.True(heard.Form.Private);
        Assert.All(Dialects.Of(heard.Form), drawn => Assert.Matches($"for at most {days}[;.]", drawn));
    }
}
