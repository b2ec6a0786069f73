using ServiceCulture.Bot.Data;
using ServiceCulture.Bot.Features.Phrases;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Phrases;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Phrases;

public sealed class BrowsingPhrasesTests : OverTheDatabase
{
    Someone _mira = null!;

    private protected override async Task Arrange() => _mira = await Bot.Member("Mira Solano", team: "Front desk");

    [Fact]
    public async Task Six_buttons_and_one_press_shows_what_to_say_and_what_to_offer()
    {
        var start = await Bot.Types(_mira, "phrases");
        var buttons = start.Card.Body.OfType<Block.Row>().Single().Of;
        Assert.Equal(["Fury", "Waiting", "Being passed on", "Our mistake", "Their mistake", "Not possible"], buttons.Select(button => button.Label.Plain(Reader.Plain)));

        var fury = await Bot.Presses(_mira, buttons[0].Does, start.Where, start.Who);
        Assert.Contains("Fury", fury.Words);
        Assert.Contains("Let me say back what I've heard", fury.Words);
        Assert.Contains("You may offer:", fury.Words);
        Assert.Contains("(Balance)", fury.Words);
        Assert.Equal(6, fury.Card.Body.OfType<Block.Row>().Single().Of.Count);
    }

    [Theory]
    [InlineData("fury", "Fury")]
    [InlineData("Angry", "Fury")]
    [InlineData("waiting", "Waiting")]
    [InlineData("being passed on", "Being passed on")]
    [InlineData("passed-on", "Being passed on")]
    [InlineData("our mistake", "Our mistake")]
    [InlineData("their mistake", "Their mistake")]
    [InlineData("no possible", "Not possible")]
    [InlineData("no", "Not possible")]
    public async Task A_typed_situation_goes_straight_there(string typed, string name) =>
        Assert.Contains($"Words for the customer: {name}", (await Bot.Types(_mira, $"phrases {typed}")).Words);

    [Fact]
    public async Task A_word_that_is_none_is_said_so_with_the_six_to_choose_from()
    {
        var none = await Bot.Types(_mira, "phrases spaceship");
        Assert.Contains("I don't know “spaceship” as a situation", none.Words);
        Assert.Single(none.Card.Body.OfType<Block.Row>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task A_button_without_a_situation_shows_the_six(string row) =>
        Assert.Contains("What is the situation?", (await Bot.Presses(_mira, new Ref(PhrasesCard.ShowId, row))).Words);

    [Fact]
    public async Task Nothing_is_written_down_of_who_looked()
    {
        await Bot.Types(_mira, "phrases fury");
        Assert.Equal(0, await Bot.Read(db => Task.FromResult(db.Seen.Count() + db.Messages.Count())));
    }

    [Fact]
    public async Task Other_features_find_the_phrases_of_a_situation()
    {
        var who = await Bot.Get<Register>().Member(_mira.Id, default);
        Assert.True((await PhraseBook.Read(Bot.Get<Register>(), default)).For(Situation.Find("waiting")!, who!).Count >= 10);
    }
}
