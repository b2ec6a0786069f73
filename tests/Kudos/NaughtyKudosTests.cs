using ServiceCulture.Cards;
using ServiceCulture.Cards.Kudos;
using ServiceCulture.Cards.Rendering;
using ServiceCulture.Tests.Cards;
using ServiceCulture.Tests.Support;

namespace ServiceCulture.Tests.Kudos;

/// <summary>Words that break software, as the words of kudos, as the names of people and as the names of values: in every dialect they stay words.</summary>
public sealed class NaughtyKudosTests
{
    // The second is told in small letters.
    const string Harmless = "plain words", Value = "plain value";

    static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };
    static readonly Guid Giver = new(1, 0, 0, new byte[8]), Elsewhere = new(2, 0, 0, new byte[8]), Here = new(3, 0, 0, new byte[8]);

    static Person GiverOf(string name) => new(Giver, name, new Handle(1, "U0GIVER"));

    static Person ElsewhereOf(string name) => new(Elsewhere, name, new Handle(2, "U0ELSEWHERE"));

    static Person HereOf(string name) => new(Here, name, new Handle(1, "U0HERE"));

    static KudosWords Kudos(string words, string value) => new(GiverOf(words), [ElsewhereOf(words), HereOf(words)], [new("own", value, "⏳"), new("patience", "Patience", "🌱")], words)
    {
        FromCustomer = true,
        CustomerWords = words,
    };

    static KudosWords Kudos(string words) => Kudos(words, words);

    static Card Posted(string words) => KudosCard.Posted(Kudos(words));

    static Card Received(string words) => KudosCard.Received(Kudos(words), Here);

    // All that kudos lead to, where somebody's words stand in it.
    static readonly Func<string, Card>[] Cards =
    [
        Posted,
        Received,
        words => KudosCard.ForManager(Kudos(words)),
        words => KudosCard.TakenBack(ElsewhereOf(words)),
        words => KudosSent.Confirmation(Kudos(words), $"They are posted in {new Hole.Bold(words)}.", null, away: [ElsewhereOf(words)]),
        words => KudosNotPosted.Card(Kudos(words), words, NotPosted.NotThere, [HereOf(words)]),
        words => KudosNotArrived.Card(ElsewhereOf(words)),
        words => MyKudosCard.Summary(1, 0, [(words, 1, 0)], [new(ElsewhereOf(words), new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc), words)]),
    ];

    static Form Give(string words) => GiveKudos.Form(new()
    {
        Nearby = [new(Here.ToString(), Text.Of(words), Text.Of(words))],
        Values = [new("own", $"⏳ {words}", Text.Of(words)), new("patience", $"🌱 Patience")],
        WhoSees = $"Public: it is posted in {new Hole.Bold(words)}.",
        Example = Text.Of(words),
    }).Filled(new GiveKudos([Here.ToString()], words, ["own"], true, words, false).Answers)
        .Refused(new Dictionary<string, Text> { [GiveKudos.ToField] = $"Which “{words}” do you mean?" });

    [Fact]
    public void None_of_them_changes_the_form_of_a_slack_message_or_modal() =>
        SameForm([.. Cards.Select(Drawn(card => BlockKit.Blocks(card, OnPlatform))), words => BlockKit.View(Give(words), OnPlatform), words => BlockKit.Errors(Give(words), OnPlatform)]);

    [Fact]
    public void None_of_them_changes_the_form_of_an_adaptive_card_or_dialog() =>
        SameForm([.. Cards.Select(Drawn(card => AdaptiveCards.Card(card, OnPlatform))), .. Cards.Select(Drawn(card => AdaptiveCards.Card(card, Reader.Plain))),
            words => AdaptiveCards.Form(Give(words), OnPlatform), words => AdaptiveCards.Form(Give(words), OnPlatform, dialog: true)]);

    [Fact]
    public void None_of_them_changes_the_form_of_the_page()
    {
        Func<string, string>[] draws = [.. Cards.Select(Drawn(card => Html.Card(card, OnPlatform))), words => Html.Form(Give(words), OnPlatform, "f1")];
        foreach (var draw in draws)
        {
            var expected = new HtmlView(draw(Harmless)).Skeleton;
            foreach (var words in Naughty.Visible)
                Assert.Equal(expected, new HtmlView(draw(words)).Skeleton);
        }
    }

    [Fact]
    public void Slack_carries_them_unchanged_and_mentions_only_whom_the_bot_mentions()
    {
        foreach (var words in Naughty.Visible)
        {
            var posted = BlockKit.Blocks(Posted(words), OnPlatform);
            var runs = JsonView.OfType(posted, "text").Select(run => run.GetProperty("text").GetString()).ToList();
            Assert.True(runs.Count(run => run == words) >= 3, "a name and two quotes");
            Assert.Contains(words.ToLowerInvariant(), runs);
            Assert.Equal(["U0GIVER", "U0HERE"], JsonView.Strings(posted, "user_id"));
            Assert.Equal(["U0GIVER"], JsonView.Strings(BlockKit.Blocks(Received(words), OnPlatform), "user_id"));
            Assert.DoesNotContain("mrkdwn", JsonView.Strings(posted, "type"));
            var form = BlockKit.View(Give(words), OnPlatform);
            Assert.Equal([words.Trim(), words.Trim()], JsonView.Strings(form, "initial_value"));
            Assert.DoesNotContain("mrkdwn", JsonView.Strings(form, "type"));
        }
    }

    [Fact]
    public void Teams_carries_them_unchanged_and_mentions_only_whom_the_bot_mentions()
    {
        var expected = Sentence(Harmless);
        foreach (var words in Naughty.Visible)
        {
            var read = Sentence(words);
            Assert.Equal((expected.Mentions, expected.Bolds, expected.Links), (read.Mentions, read.Bolds, read.Links));
            var quotes = JsonView.OfType(AdaptiveCards.Card(Posted(words), OnPlatform), "Container").Where(it => it.TryGetProperty("style", out _))
                .Select(quote => string.Concat(quote.GetProperty("items")[0].GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString())));
            Assert.Equal([words, words], quotes);
            Assert.Equal([words.Trim(), words.Trim()], JsonView.OfType(AdaptiveCards.Form(Give(words), OnPlatform), "Input.Text").Select(it => it.GetProperty("value").GetString()));
        }
    }

    [Fact]
    public void The_page_carries_them_unchanged()
    {
        foreach (var words in Naughty.Visible)
        {
            var (card, form) = (new HtmlView(Html.Card(Posted(words), OnPlatform)), new HtmlView(Html.Form(Give(words), OnPlatform, "f1")));
            Assert.True(card.Texts.Count(text => text == Kept(words)) >= 3, "a name and two quotes");
            Assert.Contains(Kept(words.ToLowerInvariant()), card.Texts);
            Assert.Equal(2, form.Texts.Count(text => text == "\n" + Kept(words.Trim())));
            Assert.DoesNotContain("script", card.Tags.Concat(form.Tags));
        }
    }

    [Fact]
    public void Plain_words_carry_them_unchanged()
    {
        var template = PlainText.Render(KudosCard.Posted(Kudos(Harmless, Value)), OnPlatform);
        foreach (var words in Naughty.All.Where(words => words.Length > 0))
            Assert.Equal(template.Replace(Value, words.ToLowerInvariant(), StringComparison.Ordinal).Replace(Harmless, words, StringComparison.Ordinal), PlainText.Render(Posted(words), OnPlatform));
    }

    [Fact]
    public void Notifications_hold_no_mention_and_no_link()
    {
        foreach (var words in Naughty.All)
            foreach (var card in (Card[])[Posted(words), Received(words)])
            {
                var text = BlockKit.Notification(card, OnPlatform);
                Assert.DoesNotContain('<', text);
                Assert.Equal(PlainText.Summary(card, OnPlatform), text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&"));
            }
    }

    static MarkdownView.Read Sentence(string words) => MarkdownView.Of(Assert.Single(JsonView.OfType(AdaptiveCards.Card(Posted(words), OnPlatform), "TextBlock")).GetProperty("text").GetString()!);

    static Func<Func<string, Card>, Func<string, string>> Drawn(Func<Card, string> dialect) => make => words => dialect(make(words));

    // A date function is cut in two for Teams, so that nothing is computed of it: one run more.
    static void SameForm(IReadOnlyList<Func<string, string>> draws)
    {
        foreach (var draw in draws)
        {
            var expected = JsonView.Skeleton(draw(Harmless));
            foreach (var words in Naughty.Visible.Where(words => !words.Contains("{{DATE", StringComparison.Ordinal) && !words.Contains("{{TIME", StringComparison.Ordinal)))
                Assert.Equal(expected, JsonView.Skeleton(draw(words)));
        }
    }

    static string Kept(string words) => words.Replace('\0', '\uFFFD');
}
