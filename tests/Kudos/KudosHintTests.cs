using ServiceCulture.Bot.Features.Kudos;
using ServiceCulture.Cards;

namespace ServiceCulture.Tests.Kudos;

public sealed class KudosHintTests
{
    [Theory]
    [InlineData("Thank you so much for being awesome!")]
    [InlineData("Really great job, you are the best!!")]
    [InlineData("Super nice teamwork as always, thanks")]
    [InlineData("Thanks for all your help and support")]
    public void Praise_alone_gets_the_hint_to_say_the_deed(string words) => Assert.Contains("not yet what they did", Hint(words));

    [Theory]
    [InlineData("You took three of my calls during the outage")]
    [InlineData("She showed me the new ticket form twice")]
    public void A_deed_without_its_effect_gets_the_hint_to_say_it(string words) => Assert.Contains("What did it lead to", Hint(words));

    [Theory]
    [InlineData("Stayed with a furious caller until it was solved")]
    [InlineData("You rewrote the refund text, which saved us twenty calls a day")]
    [InlineData("Took over my shift so that I could pick up my son")]
    [InlineData("Explained the bill line by line and the customer thanked us")]
    public void A_deed_with_its_effect_gets_none(string words) => Assert.Null(KudosHint.For(words));

    static string Hint(string words) => KudosHint.For(words)?.Plain(Reader.Plain) ?? "";
}
