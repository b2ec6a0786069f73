using System.Text.Json;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Cards;

public sealed class TypedWordsTests
{
    const string Harmless = "plain words";

    static IEnumerable<string> Visible => Naughty.Visible;

    [Fact]
    public void All_naughty_strings_are_here() => Assert.Equal(515, Naughty.Strings.Count);

    [Fact]
    public void No_words_change_the_form_of_a_slack_message_or_modal() => SameForm(
        words => BlockKit.Blocks(Samples.Card(words), Samples.OnPlatform),
        words => BlockKit.View(Samples.Form(words), Samples.OnPlatform),
        words => BlockKit.Errors(Samples.Form(words), Samples.OnPlatform),
        words => BlockKit.Options([new Choice("m1", Text.Of(words), Text.Of(words))], Samples.OnPlatform));

    [Fact]
    public void No_words_change_the_form_of_an_adaptive_card() => SameForm(
        words => AdaptiveCards.Card(Samples.Card(words), Samples.OnPlatform),
        words => AdaptiveCards.Card(Samples.Card(words), Reader.Plain),
        words => AdaptiveCards.Form(Samples.Form(words), Samples.OnPlatform),
        words => AdaptiveCards.Choices([new Choice("m1", Text.Of(words), Text.Of(words))], Samples.OnPlatform));

    [Fact]
    public void No_words_change_the_form_of_the_page()
    {
        var (card, form) = (HtmlOf(Harmless), FormOf(Harmless));
        foreach (var words in Visible)
        {
            Assert.Equal(card.Skeleton, HtmlOf(words).Skeleton);
            Assert.Equal(form.Skeleton, FormOf(words).Skeleton);
        }
    }

    [Fact]
    public void Blank_words_are_drawn_without_empty_text()
    {
        foreach (var words in Naughty.All.Except(Visible))
        {
            string[] drawn = [BlockKit.Blocks(Samples.Card(words), Samples.OnPlatform), BlockKit.View(Samples.Form(words), Samples.OnPlatform), AdaptiveCards.Card(Samples.Card(words), Samples.OnPlatform)];
            foreach (var json in drawn)
                Assert.DoesNotContain("", JsonView.Strings(json, "text"));
            _ = (HtmlOf(words), FormOf(words), AdaptiveCards.Form(Samples.Form(words), Reader.Plain));
        }
    }

    [Fact]
    public void Slack_carries_typed_words_unchanged_as_text_that_is_never_mrkdwn()
    {
        foreach (var words in Visible)
        {
            var blocks = BlockKit.Blocks(Samples.Card(words), Samples.OnPlatform);
            var runs = JsonView.OfType(blocks, "text").Select(run => run.GetProperty("text").GetString()).ToList();
            Assert.True(runs.Count(run => run == words) >= 6, "name, code, bold, quote, whose quote, point");
            Assert.Contains($"{words} says hello.", runs);
            Assert.DoesNotContain("mrkdwn", JsonView.Strings(blocks, "type"));
            Assert.Equal(["U0MAYA", "U0MAYA", "U0MAYA"], JsonView.Strings(blocks, "user_id"));
            var view = BlockKit.View(Samples.Form(words), Samples.OnPlatform);
            Assert.Equal([words, words], JsonView.Strings(view, "initial_value"));
            Assert.DoesNotContain("mrkdwn", JsonView.Strings(view, "type"));
        }
    }

    [Fact]
    public void Slack_notifications_hold_no_mention_and_no_link()
    {
        foreach (var words in Naughty.All)
        {
            var text = BlockKit.Notification(new Card(Text.Of(words)), Reader.Plain);
            Assert.DoesNotContain('<', text);
            Assert.Equal(PlainText.Summary(new Card(Text.Of(words)), Reader.Plain), text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&"));
        }
    }

    [Fact]
    public void Teams_carries_typed_words_unchanged_as_text_runs()
    {
        foreach (var words in Visible)
        {
            var card = AdaptiveCards.Card(Samples.Card(words), Reader.Plain);
            Assert.Empty(JsonView.OfType(card, "TextBlock"));
            var quotes = JsonView.OfType(card, "Container").Where(it => it.TryGetProperty("style", out _)).ToList();
            var inlines = Assert.Single(quotes).GetProperty("items")[0].GetProperty("inlines").EnumerateArray();
            Assert.Equal(words, string.Concat(inlines.Select(run => run.GetProperty("text").GetString())));
            Assert.Equal([words, words], JsonView.OfType(AdaptiveCards.Form(Samples.Form(words), Reader.Plain), "Input.Text").Select(it => it.GetProperty("value").GetString()));
        }
    }

    [Fact]
    public void Teams_paragraphs_with_a_mention_read_back_as_the_words_that_were_typed()
    {
        foreach (var words in Visible)
        {
            var card = AdaptiveCards.Card(new Card($"", new Block.Say($"{words} {Samples.Maya()} {words}{words}\n{words}")), Samples.OnPlatform);
            var read = MarkdownView.Of(Assert.Single(JsonView.OfType(card, "TextBlock")).GetProperty("text").GetString()!);
            Assert.Equal(Lines($"{words} Maya Okafor {words}{words}\n{words}"), Lines(read.Text));
            Assert.Equal((1, 0, 0), (read.Mentions, read.Bolds, read.Links));
        }
    }

    [Fact]
    public void Teams_bold_words_and_links_beside_a_mention_keep_their_form_whatever_they_say()
    {
        foreach (var words in Visible)
        {
            var say = new Block.Say($"{Samples.Maya()} {new Hole.Bold(words)} {new Hole.Link(words, new Uri("https://example.org/x(y)"))} {Samples.Ilse(words)}");
            var card = AdaptiveCards.Card(new Card($"", say), Samples.OnPlatform);
            var read = MarkdownView.Of(Assert.Single(JsonView.OfType(card, "TextBlock")).GetProperty("text").GetString()!);
            Assert.Equal((1, 4, 1), (read.Mentions, read.Bolds, read.Links));
        }
    }

    [Fact]
    public void Teams_names_between_mention_tags_equal_their_entity_and_hold_no_markdown()
    {
        foreach (var name in Visible)
        {
            var say = new Block.Say($"{Samples.Maya(name)} and {new Person(Guid.Empty, name, new Handle(1, "other"))}");
            var card = AdaptiveCards.Card(new Card($"", say), Samples.OnPlatform);
            var text = Assert.Single(JsonView.OfType(card, "TextBlock")).GetProperty("text").GetString()!;
            var entities = JsonView.OfType(card, "mention");
            Assert.Equal($"{entities[0].GetProperty("text")} and {entities[1].GetProperty("text")}", text);
            Assert.NotEqual(entities[0].GetProperty("text").GetString(), entities[1].GetProperty("text").GetString());
            Assert.Equal(2, MarkdownView.Of(text).Mentions);
        }
    }

    [Fact]
    public void The_page_carries_typed_words_unchanged()
    {
        foreach (var words in Visible)
        {
            var (card, form) = (HtmlOf(words), FormOf(words));
            Assert.Contains(Kept(words), card.Texts);
            Assert.Contains("\n" + Kept(words), form.Texts);
            Assert.Contains(("value", Kept(words)), form.Attributes);
            Assert.DoesNotContain("script", card.Tags.Concat(form.Tags));
            Assert.DoesNotContain(card.Attributes.Concat(form.Attributes), it => it.Name == "style" || it.Name.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character_and_breaks_nothing()
    {
        foreach (var words in (string[])["\uD83D", "a\uDE00b", "\uDE00\uD83D"])
        {
            using var _ = JsonDocument.Parse(BlockKit.Blocks(Samples.Card(words), Samples.OnPlatform));
            using var __ = JsonDocument.Parse(AdaptiveCards.Card(Samples.Card(words), Samples.OnPlatform));
            Assert.NotEmpty(HtmlOf(words).Texts);
        }
    }

    [Fact]
    public void A_typed_date_function_is_cut_in_two_so_that_teams_does_not_compute_it()
    {
        var card = AdaptiveCards.Card(new Card($"", new Block.Quote("at {{DATE(2017-02-14T06:08:39Z,LONG)}}, {{ time(1)}} {{x")), Reader.Plain);
        string[] expected = ["at {", "{DATE(2017-02-14T06:08:39Z,LONG)}}, {", "{ time(1)}} {{x"];
        Assert.Equal(expected, JsonView.OfType(card, "TextRun").Select(run => run.GetProperty("text").GetString()));
    }

    static bool IsDateFunction(string words) => words.Contains("{{DATE", StringComparison.Ordinal) || words.Contains("{{TIME", StringComparison.Ordinal);

    static void SameForm(params Func<string, string>[] draws)
    {
        foreach (var draw in draws)
        {
            var expected = JsonView.Skeleton(draw(Harmless));
            foreach (var words in Visible.Where(words => !IsDateFunction(words)))
                Assert.Equal(expected, JsonView.Skeleton(draw(words)));
        }
    }

    // What Markdown has no way to say: how a line was broken, and a tab.
    static string Lines(string words) => words.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u00A0', ' ').Replace('\t', ' ');

    static string Kept(string words) => words.Replace('\0', '\uFFFD');

    static HtmlView HtmlOf(string words) => new(Html.Card(Samples.Card(words), Samples.OnPlatform));

    static HtmlView FormOf(string words) => new(Html.Form(Samples.Form(words), Samples.OnPlatform, "f1"));
}
