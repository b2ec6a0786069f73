using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Kudos;

public sealed class MyKudosTests : OverTheDatabase
{
    Someone _mia = null!, _ben = null!;

    private protected override async Task Arrange() => (_mia, _ben) = (await Bot.Member("Mia Storm"), await Bot.Member("Ben Rivers"));

    [Fact]
    public async Task With_none_it_says_how_to_begin()
    {
        var card = await Bot.Types(_mia, "mykudos");
        Assert.Contains("Nothing in the last 90 days yet.", card.Words);
        Assert.Equal(["Give kudos"], card.Buttons);
    }

    [Fact]
    public async Task Received_and_given_are_counted_by_value()
    {
        await Bot.Types(_mia, "kudos @Ben #patience stayed with the first caller until it was solved");
        await Bot.Types(_mia, "kudos @Ben #patience #empathy stayed with the second caller until it was solved");
        await Bot.Types(_ben, "kudos @Mia #patience stayed with the third caller until it was solved");

        var card = await Bot.Types(_ben, "mykudos");
        Assert.Contains("In the last 90 days: 2 thank-yous received, 1 thank-you given.", card.Words);
        var bars = card.Card.Body.OfType<Block.Bars>().Single();
        Assert.Equal(["Patience", "Empathy"], bars.Categories.Select(category => category.Plain(Reader.Plain)));
        Assert.Equal([[2, 1], [1, 0]], bars.Series.Select(series => series.Values));
        Assert.Contains("Only you can see this.", card.Words);
    }

    [Fact]
    public async Task Undone_and_old_ones_are_left_out()
    {
        await Bot.Types(_mia, "kudos @Ben #patience stayed with the first caller until it was solved");
        Bot.Clock.Advance(TimeSpan.FromDays(MyKudosCard.Days) + TimeSpan.FromSeconds(1));
        await Bot.Presses(_mia, await Bot.Types(_mia, "kudos @Ben #patience stayed with the second caller until it was solved"), "Undo");
        Assert.Contains("Nothing in the last 90 days", (await Bot.Types(_ben, "mykudos")).Words);
        Assert.Contains("Nothing in the last 90 days", (await Bot.Types(_mia, "mykudos")).Words);
    }

    [Fact]
    public async Task The_latest_three_are_shown_newest_first()
    {
        foreach (var which in new[] { "first", "second", "third", "fourth" })
        {
            await Bot.Types(_mia, $"kudos @Ben stayed with the {which} caller until it was solved");
            Bot.Clock.Advance(TimeSpan.FromHours(1));
        }
        var quotes = (await Bot.Types(_ben, "mykudos")).Card.Body.OfType<Block.Quote>().Select(quote => quote.Words.Split(' ')[3]);
        Assert.Equal(["fourth", "third", "second"], quotes);
    }

    [Fact]
    public async Task What_others_gave_each_other_is_not_in_it()
    {
        await Bot.Types(_mia, "kudos @Ben stayed with the first caller until it was solved");
        Assert.Contains("Nothing in the last 90 days", (await Bot.Types(await Bot.Member("Zoe Field"), "mykudos")).Words);
    }
}
