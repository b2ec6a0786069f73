using ServiceCulture.Cards;

namespace ServiceCulture.Bot.HrConsole.Pages.HowItWorks;

/// <summary>A card or a form as one reads it, from top to bottom: its buttons and choices are words here, and none can be pressed.</summary>
/// <param name="When">Who gets it, and when.</param>
/// <param name="Title">Empty: it has none.</param>
public sealed record Wording(string When, string Title, IReadOnlyList<WordLine> Lines)
{
    /// <summary>Of a form: its id.</summary>
    public string? Form { get; private init; }

    internal static Wording Of(string when, Card card) => new(when, Plain(card.Title), [.. card.Body.SelectMany(Of), .. Presses(card.Buttons)]);

    internal static Wording Of(string when, Form form) => new(when, Plain(form.Title), [.. form.Fields.SelectMany(Of), new(WordKind.Press, Plain(form.Submit))]) { Form = form.About.Id };

    /// <summary>Lines of which one is said.</summary>
    internal static Wording Of(string when, string title, IEnumerable<string> lines) => new(when, title, [.. lines.Select(line => new WordLine(WordKind.Item, line))]);

    static IEnumerable<WordLine> Of(Block block) => block switch
    {
        Block.Say say => [new(WordKind.Words, Plain(say.Text))],
        Block.Quote quote => [new(WordKind.Quote, quote.Words)],
        Block.Heading heading => [new(WordKind.Asked, Plain(heading.Text))],
        Block.Note note => [new(WordKind.Small, Plain(note.Text))],
        Block.Points points => points.Items.Select(item => new WordLine(WordKind.Item, Plain(item))),
        Block.Facts facts => facts.Rows.Select(row => new WordLine(WordKind.Item, $"{Plain(row.Label)}: {Plain(row.Value)}")),
        Block.Row row => Presses(row.Of),
        Block.Write write => Presses([write.Opens]),
        Block.Bars bars => [new(WordKind.Words, Plain(bars.Title))],
        _ => [],
    };

    static IEnumerable<WordLine> Of(Field field)
    {
        if (field is Field.Shown shown)
            return Of(shown.Block);
        if (field is Field.Note note)
            return [new(WordKind.Words, Plain(note.Label))];
        return [new(WordKind.Asked, Plain(field.Label)), .. Choices(field), .. Smalls(field)];
    }

    static IEnumerable<WordLine> Choices(Field field) => field switch
    {
        Field.Pick pick => pick.Choices.Select(Said),
        Field.PickMany many => many.Choices.Select(Said),
        Field.Tick tick => [new(WordKind.Item, Plain(tick.Says))],
        _ => [],
    };

    static WordLine Said(Choice choice) => new(WordKind.Item, choice.Describes is { } more ? $"{Plain(choice.Label)} ({Plain(more)})" : Plain(choice.Label));

    static IEnumerable<WordLine> Smalls(Field field)
    {
        if (field is Field.Line { Example: { } example })
            yield return new(WordKind.Small, $"For example: {Plain(example)}");
        if (field.Hint is { } hint)
            yield return new(WordKind.Small, Plain(hint));
    }

    static IEnumerable<WordLine> Presses(IReadOnlyList<Button> buttons) => buttons.Count == 0 ? [] : [new(WordKind.Press, string.Join(" · ", buttons.Select(button => Plain(button.Label))))];

    // What is to be typed stands between such signs, as in the documents.
    static string Plain(Text text) => string.Concat(text.For(Reader.Plain).Select(span => span is Span.Code code ? $"`{code.Text}`" : span.Text));
}

/// <summary>A line of it.</summary>
public sealed record WordLine(WordKind Kind, string Words);

/// <summary>Words, what is asked, one of several points or choices, small print, somebody's own words, or what can be pressed.</summary>
public enum WordKind { Words, Asked, Item, Small, Quote, Press }

/// <summary>Texts that belong together.</summary>
public sealed record WordGroup(string Name, IReadOnlyList<Wording> Texts);
