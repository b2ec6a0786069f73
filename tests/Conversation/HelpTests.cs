using ServiceCulture.Bot.Conversation;
using ServiceCulture.Bot.Data;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Conversation;

/// <summary>Finding one's way: help, values, words that are no command.</summary>
public sealed class HelpTests : OverTheDatabase
{
    [Fact]
    public async Task An_agent_learns_what_an_agent_can_do()
    {
        var help = (await Bot.Types(await Bot.Member("Mia Storm"), "help")).Words;
        foreach (var command in new[] { "kudos @name", "mykudos", "values", "help" })
            Assert.Contains(command, help);
        Assert.DoesNotContain("You lead", help);
        Assert.DoesNotContain("As HR", help);
    }

    [Fact]
    public async Task A_manager_is_spoken_to_as_one() =>
        Assert.Contains("You lead Care.", (await Bot.Types(await Bot.Member("Max Boss", team: "Care", leads: true), "help")).Words);

    [Fact]
    public async Task Hr_learns_what_hr_sets_a_line_each()
    {
        var lines = (await Bot.Types(await Bot.Member("Ines Moor", roles: Roles.Hr), "HELP")).Words.Split('\n');
        Assert.Contains("As HR you set the rules:", lines);
        Assert.Contains(lines, line => line.EndsWith("for kudos: values, then “Rules for kudos”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_meets_the_bot_gets_the_same()
    {
        var mia = await Bot.Member("Mia Storm");
        Assert.Contains("Hello Mia Storm.", (await Bot.Runs(new Incoming.Met(Bot.From(mia)))).Words);
    }

    [Theory]
    [InlineData("quarble please", "I don't know the command “quarble”.")]
    [InlineData("", "Type help")]
    [InlineData("aVeryLongWordThatNobodyWouldTakeForACommandAtAll", "Type help")]
    public async Task Words_that_are_no_command_are_answered(string line, string words) =>
        Assert.Contains(words, (await Bot.Types(await Bot.Member("Mia Storm"), line)).Words);

    [Fact]
    public async Task Values_shows_all_five_packs()
    {
        var words = (await Bot.Types(await Bot.Member("Mia Storm"), "values")).Words;
        foreach (var pack in await Bot.Read(db => Task.FromResult(db.ValuePacks.Select(pack => pack.Name).ToList())))
            Assert.Contains(pack, words);
        Assert.Contains("Patience: ", words);
    }

    [Theory]
    [InlineData("values patience")]
    [InlineData("values #Patience")]
    public async Task One_value_is_shown_closely(string line)
    {
        var card = await Bot.Types(await Bot.Member("Mia Storm"), line);
        Assert.Contains("What it looks like", card.Words);
        Assert.Contains("Thanks may begin", card.Words);
        Assert.Equal(["Thank someone for this"], card.Buttons);
    }

    [Fact]
    public async Task An_unknown_value_is_said_so() =>
        Assert.Contains("I don't know a value called “speediness”", (await Bot.Types(await Bot.Member("Mia Storm"), "values speediness")).Words);
}
