using System.Diagnostics;
using ServiceCulture.BotFramework;
using static ServiceCulture.BotFramework.TeamsSpan;
using Mention = ServiceCulture.BotFramework.Mention;

namespace ServiceCulture.Tests.BotFramework;

public sealed class TeamsTextTests
{
    static readonly Mention[] People =
    [
        new("28:bot", "Culture Bot", "<at>Culture Bot</at>"),
        new("29:ann", "Ann Example", "<at>Ann Example</at>"),
        new("29:tim", "Tim & Tom", "<at>Tim &amp; Tom</at>"),
    ];

    static string Show(IEnumerable<TeamsSpan> spans) => string.Join("|", spans.Select(span => span switch
    {
        Words words => words.Text,
        TeamsSpan.Mention mention => $"@{mention.Id}={mention.Name}",
        _ => throw new UnreachableException(),
    }));

    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("", "")]
    [InlineData("<at>Culture Bot</at>", "")]
    [InlineData("<at>Culture Bot</at> kudos", "kudos")]
    [InlineData("<at>Culture Bot</at>&nbsp;kudos", "kudos")]
    [InlineData("hey <at>Culture Bot</at> thanks", "hey thanks")]
    [InlineData("hey <at>Culture Bot</at>, thanks", "hey, thanks")]
    [InlineData("<at>Culture Bot</at> kudos <at>Ann Example</at> for it\n", "kudos |@29:ann=Ann Example| for it")]
    [InlineData("<at>Ann Example</at><at>Tim &amp; Tom</at>", "@29:ann=Ann Example|@29:tim=Tim & Tom")]
    [InlineData("<AT>Ann Example</AT>", "<AT>Ann Example</AT>")]
    [InlineData("<at>Nobody</at> hi", "<at>Nobody</at> hi")]
    [InlineData("a < b <at> c", "a < b <at> c")]
    [InlineData("<at><at>Ann Example</at>", "<at>|@29:ann=Ann Example")]
    [InlineData("<at>Ann Example", "<at>Ann Example")]
    [InlineData("<atom>Ann Example</at>", "<atom>Ann Example</at>")]
    [InlineData("&lt;at&gt;Ann Example&lt;/at&gt;", "<at>Ann Example</at>")]
    [InlineData("1 &amp;lt; 2 &amp; 3", "1 &lt; 2 & 3")]
    [InlineData("*bold* _it_ [x](y) <b>b</b>", "*bold* _it_ [x](y) <b>b</b>")]
    public void plain_text_is_words_and_mentions(string text, string expected) =>
        Assert.Equal(expected, Show(TeamsText.Parse(text, People, "28:bot", "plain")));

    [Theory]
    [InlineData("<p>Hello <b>you</b></p>", "Hello you")]
    [InlineData("<div>one</div><div>two<br/>three</div>", "one\ntwo\nthree")]
    [InlineData("<p><at id=\"0\">Ann Example</at> did &lt;b&gt;</p>", "@29:ann=Ann Example| did <b>")]
    [InlineData("<at>Nobody</at> <script>x</script>", "Nobody x")]
    [InlineData("3 < 4 > 2", "3 < 4 > 2")]
    public void markup_loses_its_tags_and_nothing_else(string text, string expected)
    {
        Assert.Equal(expected, Show(TeamsText.Parse(text, People, "28:bot", "xml")));
        Assert.Equal(expected, Show(TeamsText.Parse(text, People, "28:bot", "html")));
    }

    [Fact]
    public void two_people_of_one_name_are_taken_in_turn()
    {
        Mention[] namesakes = [new("29:1", "Alex", "<at>Alex</at>"), new("29:2", "Alex", "<at>Alex</at>")];
        Assert.Equal("@29:1=Alex| and |@29:2=Alex", Show(TeamsText.Parse("<at>Alex</at> and <at>Alex</at>", namesakes, "28:bot")));
    }

    [Fact]
    public void one_entity_serves_for_a_name_that_stands_twice()
    {
        var message = Assert.IsType<MessageActivity>(Parsing.File("message-personal-mention"));
        Assert.Equal("- - <your comment here>", Show(TeamsText.Parse(message.Text, message.Mentions, message.Recipient.Id, message.TextFormat)));
    }

    [Fact]
    public void a_command_reads_flat() => Assert.Equal("kudos Ann Example well done", TeamsText.Flat(
        TeamsText.Parse("<at>Culture Bot</at> kudos <at>Ann Example</at> well done", People, "28:bot")));

    [Fact]
    public async Task a_megabyte_of_openings_is_read_in_one_go()
    {
        var hostile = string.Concat(Enumerable.Repeat("<at>", 250_000)) + "</at>" + new string('&', 10_000);
        var reading = Task.Run(() => TeamsText.Parse(hostile, People, "28:bot"));
        Assert.Single(await reading.WaitAsync(TimeSpan.FromSeconds(20)));
    }
}
