using System.Text;
using System.Text.Json;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Tests.Cards;

public sealed class RenderingTests
{
    static readonly Ref Give = new("kudos.give", "7", 3);

    static Form Ask(params IReadOnlyList<Field> fields) => new(Give, $"Give kudos", $"Send", fields);

    [Fact]
    public void A_summary_is_the_cards_own_or_its_title_and_first_words()
    {
        var card = new Card($"Kudos", new Block.Heading($"H"), new Block.Say($"Maya\nthanks  you."));
        Assert.Equal("Kudos: Maya thanks you.", PlainText.Summary(card, Reader.Plain));
        Assert.Equal("Own words", PlainText.Summary(card with { Summary = $"Own\nwords" }, Reader.Plain));
        Assert.Equal("Kudos", PlainText.Summary(new Card($"Kudos"), Reader.Plain));
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void A_summary_has_at_most_300_characters(int length, bool cut)
    {
        var summary = PlainText.Summary(new Card(Text.Of(new string('a', length))), Reader.Plain);
        Assert.Equal(300, summary.Length);
        Assert.Equal(cut, summary.EndsWith('…'));
    }

    [Fact]
    public void Slack_action_ids_are_told_apart_by_their_tickets_not_by_their_place()
    {
        var card = new Card($"T") { Buttons = [new Button($"A", Give), new Button($"B", Give), new Button($"C", new Ref("kudos.undo")), new Button($"D", Give)] };
        var ids = JsonView.Strings(BlockKit.Blocks(card, Reader.Plain), "action_id").ToList();
        Assert.Equal("kudos.undo", ids[2]);
        Assert.All([ids[0], ids[1], ids[3]], id => Assert.StartsWith("kudos.give#", id, StringComparison.Ordinal));
        Assert.Equal(4, ids.Distinct().Count());
        var other = JsonView.Strings(BlockKit.Blocks(card with { Buttons = [.. card.Buttons.Reverse()] }, Reader.Plain with { Seal = about => $"later {about.Id}" }), "action_id").ToList();
        Assert.Empty(ids.Where(id => id != "kudos.undo").Intersect(other));
    }

    [Fact]
    public void Only_the_first_primary_button_stands_out()
    {
        static Button Of(ButtonStyle style) => new($"B", Give) { Style = style };
        var card = new Card($"T") { Buttons = [Of(ButtonStyle.Plain), Of(ButtonStyle.Primary), Of(ButtonStyle.Primary), Of(ButtonStyle.Danger)] };
        Assert.Equal(["primary", "danger"], JsonView.Strings(BlockKit.Blocks(card, Reader.Plain), "style"));
        Assert.Equal(["positive", "destructive"], JsonView.Strings(AdaptiveCards.Card(card, Reader.Plain), "style"));
        Assert.Equal(["buttons", "primary", "danger"], new HtmlView(Html.Card(card, Reader.Plain)).Attributes.Where(it => it.Name == "class").Select(it => it.Value).Skip(1));
    }

    [Fact]
    public void Slack_chart_labels_that_look_alike_once_cut_stay_apart()
    {
        var json = BlockKit.Blocks(new Card($"T", new Block.Bars($"T", [$"The desire to improve A", $"The desire to improve B", $""], new Series($"s", [1, 2, 3]))), Reader.Plain);
        Assert.Equal(["The desire to impro…", "The desire to … (2)", "–"], JsonView.Strings(json, "label"));
    }

    [Fact]
    public void Slack_errors_of_a_field_without_input_are_told_at_the_first_input()
    {
        var form = Ask(new Field.Note("note", $"N"), new Field.Pick("none", $"Nothing"), new Field.Line("what", $"What", 10), new Field.Line("why", $"Why", 10))
            .Refused(new Dictionary<string, Text> { ["note"] = $"About the note.", ["why"] = $"Why?", ["what"] = $"What?", ["none"] = $"None." });
        Assert.Equal("""{"what":"What? About the note. None.","why":"Why?"}""", BlockKit.Errors(form));
        Assert.Equal("{}", BlockKit.Errors(Ask(new Field.Line("what", $"What", 10))));
    }

    [Fact]
    public void Slack_inputs_keep_their_ids_when_the_form_comes_back()
    {
        static List<string> IdsOf(Form form) => JsonView.Strings(BlockKit.View(form, Reader.Plain), "action_id");
        var form = Samples.Form("words");
        Assert.Equal(IdsOf(form with { Faults = new Dictionary<string, Text>() }), IdsOf(form.Filled(Answers.None)));
        Assert.Equal(["people", "one", "values", "what", "short", "seen", "year", "until", "at", "customer"], IdsOf(form));
    }

    [Fact]
    public void Teams_opens_private_forms_as_dialogs_everywhere_and_ordinary_ones_where_others_could_read_along()
    {
        var card = new Card($"T")
        {
            Buttons = [new Button($"A", new Ref("a.a")), new Button($"B", new Ref("b.b")) { Opens = Opens.Form }, new Button($"C", new Ref("c.c")) { Opens = Opens.PrivateForm }],
        };
        static IEnumerable<string> Kinds(string json) => JsonView.OfType(json, "Action.Execute").Concat(JsonView.OfType(json, "Action.Submit"))
            .Select(action => action.GetRawText().Contains("task/fetch", StringComparison.Ordinal) ? $"dialog {action.GetProperty("data").GetProperty("verb")}" : $"execute {action.GetProperty("verb")}");
        Assert.Equal(["execute a.a", "execute b.b", "dialog c.c"], Kinds(AdaptiveCards.Card(card, Reader.Plain)));
        Assert.Equal(["execute a.a", "dialog b.b", "dialog c.c"], Kinds(AdaptiveCards.Card(card, Reader.Plain, dialogs: true)));
    }

    [Fact]
    public void A_private_form_is_never_a_card()
    {
        var form = Ask(new Field.Line("what", $"What", 10)) with { Private = true };
        Assert.Throws<InvalidOperationException>(() => AdaptiveCards.Form(form, Reader.Plain));
        var dialog = AdaptiveCards.Form(form, Reader.Plain, dialog: true);
        Assert.Equal("kudos.give", Assert.Single(JsonView.OfType(dialog, "Action.Submit")).GetProperty("data").GetProperty("verb").GetString());
        Assert.Empty(JsonView.OfType(dialog, "Action.Execute"));
    }

    [Fact]
    public void A_form_card_can_be_given_up_without_filling_it_in()
    {
        var actions = JsonView.OfType(AdaptiveCards.Form(Ask(new Field.Line("what", $"What", 10)), Reader.Plain), "Action.Execute");
        Assert.Equal([("kudos.give", "auto"), ("form.cancel", "none")], actions.Select(it => (it.GetProperty("verb").GetString(), it.GetProperty("associatedInputs").GetString())));
    }

    [Fact]
    public void Teams_people_are_searched_and_those_picked_stay_offered()
    {
        var people = new Field.People("people", $"People", 10)
        {
            Nearby = [.. Enumerable.Range(0, 30).Select(at => new Choice($"m{at}", Text.Of($"P{at}")))],
            Initial = ["m29", "m2"],
        };
        var input = Assert.Single(JsonView.OfType(AdaptiveCards.Form(Ask(people), Reader.Plain), "Input.ChoiceSet"));
        Assert.Equal("m2,m29", input.GetProperty("value").GetString());
        Assert.Equal(25, input.GetProperty("choices").GetArrayLength());
        Assert.Equal("people", input.GetProperty("choices.data").GetProperty("dataset").GetString());
        Assert.True(input.GetProperty("isMultiSelect").GetBoolean());
    }

    [Fact]
    public void The_largest_legal_kudos_stays_under_25_kb_in_teams()
    {
        var emoji = string.Concat(Enumerable.Repeat("🎉", 1000));
        var people = Enumerable.Range(0, 10).Select(at => new Person(Guid.NewGuid(), new string('Ü', 60) + at, new Handle(1, $"29:{new string('x', 90)}{at}"))).ToList();
        Text all = $"{people[0]}, {people[1]}, {people[2]}, {people[3]}, {people[4]}, {people[5]}, {people[6]}, {people[7]}, {people[8]} and {people[9]}";
        var card = new Card($"Kudos", new Block.Say($"{people[0]} thanks {all} for {"Patience"}, {"Desire to improve"} and {"Empathy"}."), new Block.Quote(emoji), new Block.Quote(emoji, $"A customer"))
        {
            Buttons = [.. Enumerable.Range(0, 5).Select(at => new Button($"Do {at}", Give))],
        };
        var json = AdaptiveCards.Card(card, Samples.OnPlatform with { Seal = _ => new string('t', 300) });
        Assert.InRange(Encoding.UTF8.GetByteCount(json), 10_000, 25_000);
    }

    [Fact]
    public void A_form_on_the_page_names_describes_and_marks_each_field()
    {
        var html = new HtmlView(Html.Form(Samples.Form("words"), Reader.Plain, "f1"));
        var ids = html.Attributes.Where(it => it.Name == "id").Select(it => it.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith("f1", id, StringComparison.Ordinal));
        var pointed = html.Attributes.Where(it => it.Name is "for" or "aria-describedby" or "aria-labelledby" or "aria-controls" or "data-for").SelectMany(it => it.Value.Split(' '));
        Assert.Empty(pointed.Except(ids));
        Assert.Empty(html.Attributes.Where(it => it.Name == "href").Select(it => it.Value[1..]).Except(ids));
        Assert.Equal(2, html.Attributes.Count(it => it is { Name: "aria-invalid", Value: "true" }));
        Assert.Contains(("role", "alert"), html.Attributes);
    }

    [Fact]
    public void What_was_typed_beyond_the_limit_comes_back_whole_in_every_form()
    {
        var form = Ask(new Field.Line("what", $"What", 10, Lines: true) { Initial = new string('a', 40) });
        Assert.Equal(40, JsonView.OfType(BlockKit.View(form, Reader.Plain), "plain_text_input")[0].GetProperty("max_length").GetInt32());
        Assert.Equal(40, JsonView.OfType(AdaptiveCards.Form(form, Reader.Plain), "Input.Text")[0].GetProperty("maxLength").GetInt32());
        Assert.Contains(("maxlength", "40"), new HtmlView(Html.Form(form, Reader.Plain, "f")).Attributes);
    }

    [Fact]
    public void A_slack_paragraph_that_is_too_long_is_cut_in_the_run_that_passes_the_limit_and_keeps_the_form_before_it()
    {
        var say = new Block.Say($"{new string('a', 2980)}{new Hole.Bold(new string('b', 10))}{new Hole.Typed(new string('c', 11))} and more");
        var runs = JsonView.OfType(BlockKit.Blocks(new Card($"", say), Reader.Plain), "text").Select(run => run.GetProperty("text").GetString()!).ToList();
        Assert.Equal([new string('a', 2980), new string('b', 10), new string('c', 9) + "…"], runs);
        Assert.Equal(3000, runs.Sum(run => run.Length));
    }

    [Fact]
    public void A_person_whose_name_passes_the_limit_is_named_and_not_mentioned()
    {
        var json = BlockKit.Blocks(new Card($"", new Block.Say($"{new string('a', 2995)}{Samples.Maya()} and more")), Samples.OnPlatform);
        Assert.Empty(JsonView.OfType(json, "user"));
        Assert.Equal("Maya…", JsonView.OfType(json, "text")[1].GetProperty("text").GetString());
    }

    [Fact]
    public void Renderers_own_words_are_translated()
    {
        var reader = Reader.Plain with { Translate = format => format switch { "Cancel" => "Abbrechen", "Please write at least {0} characters." => "Mindestens {0} Zeichen.", _ => format } };
        var form = Ask(new Field.Line("what", $"What", 100) { Min = 20 });
        Assert.Contains("Abbrechen", JsonView.Strings(BlockKit.View(form, reader), "text"));
        Assert.Contains("Mindestens 20 Zeichen.", JsonView.Strings(AdaptiveCards.Form(form, reader), "errorMessage"));
        Assert.Contains("Abbrechen", new HtmlView(Html.Form(form, reader, "f")).Texts);
    }

    [Fact]
    public void A_card_without_anything_is_still_well_formed()
    {
        var card = new Card($"", new Block.Say($""), new Block.Quote(""), new Block.Points(), new Block.Facts(), new Block.Note($""), new Block.Bars($"", []), new Block.Divider());
        using var slack = JsonDocument.Parse(BlockKit.Blocks(card, Reader.Plain));
        using var teams = JsonDocument.Parse(AdaptiveCards.Card(card, Reader.Plain));
        Assert.DoesNotContain("", JsonView.Strings(slack.RootElement.GetRawText(), "text"));
        Assert.NotEmpty(new HtmlView(Html.Card(card, Reader.Plain)).Tags);
        Assert.Equal("", PlainText.Summary(card, Reader.Plain));
    }
}
