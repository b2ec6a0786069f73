using System.Text.Json;
using ServiceCulture.Cards;
using ServiceCulture.Cards.Rendering;

namespace ServiceCulture.Tests.Cards;

/// <summary>Every limit of Block Kit that we can run into, at n and n + 1.</summary>
public sealed class SlackLimitTests
{
    static readonly Ref Give = new("kudos.give");

    static readonly Dictionary<string, (int Limit, Func<string, string> Draw, Func<string, string> Read)> Words = new()
    {
        ["header"] = (150, words => Message(Text.Of(words)), json => At(json, "header", "text")),
        ["paragraph"] = (3000, words => Message($"", new Block.Say(Text.Of(words))), json => First(json, "text")),
        ["quote"] = (3000, words => Message($"", new Block.Quote(words)), json => First(json, "text")),
        ["point"] = (3000, words => Message($"", new Block.Points(Text.Of(words))), json => First(json, "text")),
        ["note"] = (3000, words => Message($"", new Block.Note(Text.Of(words))), json => First(json, "plain_text")),
        ["button"] = (75, words => BlockKit.Blocks(new Card($"") { Buttons = [new Button(Text.Of(words), Give)] }, Reader.Plain), json => First(json, "plain_text")),
        ["chart title"] = (50, words => Message($"", new Block.Bars(Text.Of(words), [$"a"], new Series($"b", [1]))), json => JsonView.Strings(json, "title")[0]),
        ["category"] = (20, words => Message($"", new Block.Bars($"t", [Text.Of(words)], new Series($"b", [1]))), json => JsonView.Strings(json, "label")[0]),
        ["series"] = (20, words => Message($"", new Block.Bars($"t", [$"a"], new Series(Text.Of(words), [1]))), json => JsonView.Strings(json, "name")[0]),
        ["view title"] = (24, words => Modal(new Form(Give, Text.Of(words), $"Go")), json => At(json, "modal", "title")),
        ["view submit"] = (24, words => Modal(new Form(Give, $"T", Text.Of(words))), json => At(json, "modal", "submit")),
        ["label"] = (2000, words => Modal(new Field.Line("a", Text.Of(words), 10)), json => At(json, "input", "label")),
        ["hint"] = (2000, words => Modal(new Field.Line("a", $"A", 10) { Hint = Text.Of(words) }), json => At(json, "input", "hint")),
        ["placeholder"] = (150, words => Modal(new Field.Line("a", $"A", 10) { Example = Text.Of(words) }), json => At(json, "plain_text_input", "placeholder")),
        ["view note"] = (3000, words => Modal(new Field.Note("a", Text.Of(words))), json => At(json, "section", "text")),
        ["option"] = (75, words => Modal(new Field.Pick("a", $"A", new Choice("v", Text.Of(words)))), json => Option(json, "text")),
        ["option description"] = (75, words => Modal(new Field.Pick("a", $"A", new Choice("v", $"V", Text.Of(words)))), json => Option(json, "description")),
        ["initial value"] = (3000, words => Modal(new Field.Line("a", $"A", 3000) { Initial = words }), json => JsonView.Strings(json, "initial_value")[0]),
    };

    static readonly Dictionary<string, (int Limit, Func<string, string> Draw)> Ids = new()
    {
        ["action_id"] = (255, id => BlockKit.Blocks(new Card($"") { Buttons = [new Button($"B", new Ref(id))] }, Reader.Plain with { Seal = _ => "t" })),
        ["button value"] = (2000, id => BlockKit.Blocks(new Card($"") { Buttons = [new Button($"B", Give)] }, Reader.Plain with { Seal = _ => id })),
        ["option value"] = (150, id => BlockKit.Options([new Choice(id, $"V")], Reader.Plain)),
        ["block_id"] = (255, id => Modal(new Field.Line(id, $"A", 10))),
        ["callback_id"] = (255, id => BlockKit.View(new Form(new Ref(id), $"T", $"Go"), Reader.Plain with { Seal = _ => "t" })),
        ["private_metadata"] = (3000, id => BlockKit.View(new Form(Give, $"T", $"Go"), Reader.Plain with { Seal = _ => id })),
    };

    public static TheoryData<string> WordsNames => [.. Words.Keys];

    public static TheoryData<string> IdNames => [.. Ids.Keys];

    [Theory, MemberData(nameof(WordsNames))]
    public void Words_of_exactly_the_limit_are_whole_and_longer_ones_end_in_an_ellipsis(string name)
    {
        var (limit, draw, read) = Words[name];
        var whole = new string('a', limit);
        Assert.Equal(whole, read(draw(whole)));
        Assert.Equal(whole[..^1] + "…", read(draw(whole + "a")));
    }

    [Theory, MemberData(nameof(WordsNames))]
    public void Words_are_never_cut_inside_what_a_reader_sees_as_one_character(string name)
    {
        var (limit, draw, read) = Words[name];
        const string family = "👩‍👩‍👧‍👦";
        var cut = read(draw(string.Concat(Enumerable.Repeat(family, limit))));
        var families = (limit - 1) / family.Length;
        Assert.Equal(string.Concat(Enumerable.Repeat(family, families)) + "…", families > 0 ? cut : cut + "…");
    }

    [Theory, MemberData(nameof(IdNames))]
    public void Ids_of_exactly_the_limit_are_whole_and_longer_ones_are_a_mistake(string name)
    {
        var (limit, draw) = Ids[name];
        var whole = new string('a', limit);
        Assert.Contains(whole, draw(whole));
        Assert.Throws<InvalidOperationException>(() => draw(whole + "a"));
    }

    [Theory]
    [InlineData(49, 50, false)]
    [InlineData(50, 50, true)]
    [InlineData(200, 50, true)]
    public void A_message_has_at_most_50_blocks_and_says_when_some_are_missing(int notes, int blocks, bool cut)
    {
        var json = Message($"T", [.. Enumerable.Range(0, notes).Select(at => new Block.Say($"{at}"))]);
        using var document = JsonDocument.Parse(json);
        Assert.Equal(blocks, document.RootElement.GetArrayLength());
        Assert.Equal(cut, JsonView.Strings(json, "text").Contains("…"));
    }

    [Fact]
    public void The_buttons_of_a_message_that_is_too_long_stay()
    {
        var card = new Card($"T", [.. Enumerable.Range(0, 60).Select(at => new Block.Say($"{at}"))]) { Buttons = [new Button($"B", Give)] };
        using var document = JsonDocument.Parse(BlockKit.Blocks(card, Reader.Plain));
        Assert.Equal(50, document.RootElement.GetArrayLength());
        Assert.Equal("actions", document.RootElement[49].GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(25, 25)]
    [InlineData(26, 25)]
    public void A_message_has_at_most_25_buttons(int buttons, int drawn) => Assert.Equal(drawn, JsonView.OfType(
        BlockKit.Blocks(new Card($"") { Buttons = [.. Enumerable.Range(0, buttons).Select(_ => new Button($"B", Give))] }, Reader.Plain), "button").Count);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    public void A_message_has_at_most_two_charts_and_draws_the_others_with_characters(int bars, int charts)
    {
        var json = Message($"", [.. Enumerable.Range(0, bars).Select(_ => new Block.Bars($"T", [$"a"], new Series($"s", [3])))]);
        Assert.Equal(charts, JsonView.OfType(json, "data_visualization").Count);
        Assert.Equal(bars - charts, JsonView.OfType(json, "rich_text_preformatted").Count);
    }

    [Theory]
    [InlineData(20, 6, 20, 6)]
    [InlineData(21, 7, 20, 6)]
    public void A_chart_has_at_most_20_points_and_6_series(int points, int series, int drawnPoints, int drawnSeries)
    {
        var json = Message($"", new Block.Bars(
            $"T", [.. Enumerable.Range(0, points).Select(at => Text.Of($"c{at}"))],
            [.. Enumerable.Range(0, series).Select(at => new Series(Text.Of($"s{at}"), [.. Enumerable.Range(1, points)]))]));
        Assert.Equal(drawnSeries, JsonView.Strings(json, "name").Count);
        Assert.Equal(drawnPoints * drawnSeries, JsonView.Strings(json, "label").Count);
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(101, 100)]
    public void A_list_has_at_most_100_options(int choices, int drawn)
    {
        IReadOnlyList<Choice> all = [.. Enumerable.Range(0, choices).Select(at => new Choice($"v{at}", $"{at}"))];
        Assert.Equal(drawn, JsonView.Strings(BlockKit.Options(all, Reader.Plain), "value").Count);
        Assert.Equal(drawn, JsonView.Strings(Modal(new Field.PickMany("a", $"A", 3, all)), "value").Count);
    }

    [Theory]
    [InlineData(10, "radio_buttons")]
    [InlineData(11, "static_select")]
    public void More_than_10_choices_become_a_list(int choices, string type) =>
        Assert.Single(JsonView.OfType(Modal(new Field.Pick("a", $"A", [.. Enumerable.Range(0, choices).Select(at => new Choice($"v{at}", $"{at}"))])), type));

    [Fact]
    public void A_view_has_at_most_100_blocks()
    {
        static string Notes(int n) => Modal([.. Enumerable.Range(0, n).Select(at => new Field.Note($"n{at}", $"N"))]);
        Assert.Equal(100, JsonView.OfType(Notes(100), "section").Count);
        Assert.Throws<InvalidOperationException>(() => Notes(101));
    }

    static string Message(Text title, params IReadOnlyList<Block> body) => BlockKit.Blocks(new Card(title, body), Reader.Plain);

    static string Modal(params IReadOnlyList<Field> fields) => Modal(new Form(Give, $"T", $"Go", fields));

    static string Modal(Form form) => BlockKit.View(form, Reader.Plain);

    static string First(string json, string type) => JsonView.OfType(json, type)[0].GetProperty("text").GetString()!;

    static string At(string json, string type, string name) => JsonView.OfType(json, type)[0].GetProperty(name).GetProperty("text").GetString()!;

    static string Option(string json, string name) =>
        JsonView.OfType(json, "radio_buttons")[0].GetProperty("options")[0].GetProperty(name).GetProperty("text").GetString()!;
}
