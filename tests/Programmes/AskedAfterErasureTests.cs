using ServiceCulture.Cards.MyData;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Programmes;

/// <summary>What somebody was asked is erased with their data; at most once a day holds all the same.</summary>
public sealed class AskedAfterErasureTests : AskingPeople
{
    [Fact]
    public async Task Who_had_their_data_erased_and_says_yes_again_is_not_asked_once_more_that_day()
    {
        var mira = await Willing("Mira Solano");
        await Pass(Monday.AddHours(11));
        Assert.Single(Heard(mira));
        var later = Days.Programme(14 * 60, 15 * 60);
        later.Name = "Later";
        await Starts(later);
        var erase = await Bot.Submits(mira, await Bot.Types(mira, "mydata"), (ShowMyData.ChoiceField, ShowMyData.Erase));
        await Bot.Submits(mira, erase, (EraseMyData.ConfirmationField, "erase"));
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await Bot.Presses(mira, await Bot.Types(mira, "checkin"), "Yes, at the end of my shift");
        await Pass(Monday.AddHours(24));
        Assert.Empty(await Asks(mira));
        await Pass(Monday.AddHours(36));
        Assert.Single(await Asks(mira));
    }
}
