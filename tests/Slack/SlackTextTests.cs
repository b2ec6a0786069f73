using ServiceCulture.Slack;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Slack;

public sealed class SlackTextTests
{
    static TextSpan.Words Words(string text) => new(text);

    [Fact]
    public void mentions_channels_links_and_specials_are_told_apart() => Assert.Equal<TextSpan>(
        [
            Words("Thanks "), new TextSpan.UserMention("U01BELA", null), Words(" and "), new TextSpan.UserMention("W02", "cili"), Words(", see "),
            new TextSpan.ChannelMention("C1", "general"), Words(" or "), new TextSpan.ChannelMention("C2", null), Words(" "),
            new TextSpan.Link("https://example.com/?a=1&b=2", "our <page>"), Words(" "), new TextSpan.Link("mailto:a@example.com", "a@example.com"), Words(" "),
            new TextSpan.Link("https://example.com", null), Words(" "), new TextSpan.Special("here", null), new TextSpan.Special("subteam^S1", "@support"),
        ],
        SlackText.Parse(
            "Thanks <@U01BELA> and <@W02|cili>, see <#C1|general> or <#C2|> <https://example.com/?a=1&amp;b=2|our &lt;page&gt;> <mailto:a@example.com|a@example.com> "
            + "<https://example.com> <!here><!subteam^S1|@support>"));

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData(">")]
    [InlineData("<>")]
    [InlineData("<@>")]
    [InlineData("<|>")]
    [InlineData("<#|>")]
    [InlineData("<!>")]
    [InlineData("<@u1>")]
    [InlineData("<@U1")]
    [InlineData("<@ U1>")]
    [InlineData("<@U1 OR 1=1>")]
    [InlineData("<b>bold</b>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("< <<>")]
    [InlineData("1 < 2 > 0")]
    [InlineData("<no scheme|label>")]
    public void what_is_none_of_slacks_forms_stays_words(string text) =>
        Assert.Equal<TextSpan>(text.Length == 0 ? [] : [Words(text)], SlackText.Parse(text));

    [Fact]
    public void an_opening_bracket_before_a_mention_stays_words() =>
        Assert.Equal<TextSpan>([Words("a <"), new TextSpan.UserMention("U1", null), Words("> b")], SlackText.Parse("a <<@U1>> b"));

    [Theory]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("&amp;amp;", "&amp;")]
    [InlineData("&lt;@U1&gt;", "<@U1>")]
    [InlineData("&quot;&#39;&nbsp;&", "&quot;&#39;&nbsp;&")]
    public void entities_are_decoded_once_and_only_the_three(string text, string words) => Assert.Equal<TextSpan>([Words(words)], SlackText.Parse(text));

    [Fact]
    public void only_three_characters_are_escaped() =>
        Assert.Equal("&amp; &lt; &gt; \" ' * _ ~ ` &amp;amp;", SlackText.Escape("& < > \" ' * _ ~ ` &amp;"));

    [Fact]
    public void what_people_typed_comes_back_as_words_whatever_it_is()
    {
        var strings = Fixtures.NaughtyStrings();
        Assert.Equal(515, strings.Count);
        string[] injections = ["<@U1>", "<!channel>", "<!here|x>", "<#C1>", "<https://evil.example|harmless>", "&lt;!channel&gt;", "&amp;lt;@U1&amp;gt;", "<<@U1>>"];
        foreach (var words in strings.Concat(injections))
        {
            var escaped = SlackText.Escape(words);
            Assert.DoesNotContain('<', escaped);
            Assert.DoesNotContain('>', escaped);
            Assert.Equal<TextSpan>(words.Length == 0 ? [] : [Words(words)], SlackText.Parse(escaped));
        }
    }

    [Fact]
    public void naughty_strings_pass_a_command_unchanged()
    {
        foreach (var words in Fixtures.NaughtyStrings().Where(each => !each.Contains('\0', StringComparison.Ordinal)))
        {
            var command = Assert.IsType<SlackRequest.SlashCommand>(SlackSigned.Form(
                "team_id=T1&channel_id=C1&user_id=U1&command=%2Fkudos&trigger_id=t&response_url=https%3A%2F%2Fhooks.slack.com%2Fx&text=" + Uri.EscapeDataString(words)));
            Assert.Equal(words, command.Text);
        }
    }

    [Fact]
    public void a_megabyte_of_brackets_is_read_at_once()
    {
        var spans = SlackText.Parse(string.Concat(Enumerable.Repeat("<@U1><", 170_000)));
        Assert.Equal(170_000, spans.OfType<TextSpan.UserMention>().Count());
        Assert.Single(SlackText.Parse(new string('<', 1_000_000)));
    }
}
