using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.People;

public sealed class FindingPeopleTests : OverTheDatabase
{
    private protected override async Task Arrange()
    {
        await Bot.Member("Zoë Ångström", email: "zoe.a@acme.example", team: "Care");
        await Bot.Member("Ben Rivers", email: "b_rivers@acme.example");
        await Bot.Member("Bea Xrivers", email: "bxrivers@acme.example");
        await Bot.Member("Robot Ben", isBot: true);
        await Bot.Member("Ben Gone", hasLeft: true);
    }

    [Theory]
    [InlineData("zoe", "Zoë Ångström")]
    [InlineData("ZOË", "Zoë Ångström")]
    [InlineData("angstr", "Zoë Ångström")]
    [InlineData("Zoë  ang", "Zoë Ångström")]
    [InlineData("be", "Bea Xrivers,Ben Rivers")]
    [InlineData("riv", "Ben Rivers")]
    [InlineData("zoe.a@acme", "Zoë Ångström")]
    [InlineData(" Zoe.A@Acme.example ", "Zoë Ångström")]
    [InlineData("b_rivers@", "Ben Rivers")]
    [InlineData("b%rivers@", "")]
    [InlineData("nobody", "")]
    [InlineData("", "Bea Xrivers,Ben Rivers,Zoë Ångström")]
    [InlineData("robot", "")]
    [InlineData("gone", "")]
    public async Task People_are_found_as_they_are_named(string words, string names) =>
        Assert.Equal(names, string.Join(',', (await Finds(words)).Select(choice => choice.Label.Plain(Reader.Plain))));

    [Fact]
    public async Task A_teams_name_stands_beside_the_person() =>
        Assert.Equal("Care", Assert.Single(await Finds("zoe")).Describes!.Plain(Reader.Plain));

    [Fact]
    public async Task No_more_than_asked_for_are_found() => Assert.Equal(2, (await Finds("", 2)).Count);

    [Fact]
    public async Task No_string_however_odd_breaks_it()
    {
        foreach (var text in Fixtures.NaughtyStrings())
            await Finds(text);
    }

    Task<IReadOnlyList<Choice>> Finds(string words, int most = 10) => Bot.Read(db => FindingPeople.Matching(db, words, most, default));
}
