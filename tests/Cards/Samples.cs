using ServiceCulture.Cards;

namespace ServiceCulture.Tests.Cards;

/// <summary>A card with every block and a form with every field, filled with the same words wherever a person's words can stand.</summary>
static class Samples
{
    internal static readonly Reader OnPlatform = Reader.Plain with { Installation = 1 };

    internal static Person Maya(string name = "Maya Okafor") => new(Guid.Empty, name, new Handle(1, "U0MAYA"));

    internal static Person Ilse(string name = "Ilse Brandt") => new(Guid.Empty, name, new Handle(2, "U0ILSE"));

    internal static Card Card(string words) => new(
        $"Kudos from {words}",
        new Block.Say($"{words} says hello."),
        new Block.Say($"{Maya()} thanks {Ilse(words)} for {words}. See {new Hole.Link(words, new Uri("https://example.org/a(b)?c=d&e=\"f\""))}."),
        new Block.Say($"Type {new Hole.Typed(words)} or {new Hole.Bold(words)}."),
        new Block.Quote(words, $"{words}"),
        new Block.Heading($"About {words}"),
        new Block.Points([$"first {words}", Text.Of(words), $"by {Maya()}: {words}"]),
        new Block.Divider(),
        new Block.Facts(new Fact($"Value {words}", $"Worth {words}"), new Fact($"For", $"{Maya()}, {words}")),
        new Block.Bars($"Kudos by {words}", [$"A {words}", $"Patience"], new Series($"Given {words}", [2, 5])),
        new Block.Bars($"Both {words}", [$"Empathy", $"Patience"], new Series($"Given", [2, 5]), new Series($"Received {words}", [3, 0])),
        new Block.Bars($"Nothing {words}", [$"Empathy {words}"], new Series($"Given", [0])),
        new Block.Row(new Button($"Step {words}", new Ref("kudos.undo", "7/1", 2)), new Button($"Private", new Ref("kudos.give", "9", 1)) { Opens = Opens.PrivateForm }),
        new Block.Write(new Form(new Ref("kudos.give", "8", 1), $"Write {words}", $"Send", new Field.Line("line", $"Write to {words}", 100, Lines: true) { Optional = true, Initial = words }) { Faults = new Dictionary<string, Text> { ["line"] = $"Not {words}" } }, new Button($"Write to {words}", new Ref("kudos.give", "8", 1)) { Opens = Opens.Form }),
        new Block.Note($"Only {words} sees this."))
    {
        Buttons =
        [
            new Button($"Thank {words}", new Ref("kudos.give", "7", 1)) { Style = ButtonStyle.Primary, Opens = Opens.Form },
            new Button($"Also", new Ref("kudos.give", "8", 1)) { Style = ButtonStyle.Primary, Opens = Opens.PrivateForm },
            new Button($"Undo", new Ref("kudos.undo", "7", 2)) { Style = ButtonStyle.Danger },
        ],
    };

    internal static Form Form(string words) => new(
        new Ref("kudos.give", "7", 3), $"Give {words}", $"Send {words}",
        new Field.Note("who-sees", $"Public: {words} will see it."),
        new Field.People("people", $"People {words}", 10)
        {
            Nearby = [new Choice("m1", $"Near {words}", $"{words}"), new Choice("m2", $"Ilse Brandt")],
            Initial = ["m1"],
            Hint = $"Hint {words}",
        },
        new Field.People("one", $"One of us", 1) { Nearby = [new Choice("m1", $"Near {words}")], Initial = ["m1"], Optional = true },
        new Field.PickMany("values", $"Values {words}", 3, new Choice("empathy", $"E {words}", $"D {words}"), new Choice("patience", $"Patience")) { Initial = ["empathy"], Optional = true },
        new Field.Line("what", $"What {words}", 1000, Lines: true) { Min = 20, Initial = words, Example = $"Like {words}" },
        new Field.Line("short", $"In short", 80) { Initial = words, Optional = true },
        new Field.Pick("seen", $"Seen by {words}", new Choice("public", $"All {words}", $"D {words}"), new Choice("private", $"Only them")) { Initial = "public" },
        new Field.Pick("year", $"Year", [.. Enumerable.Range(2000, 12).Select(year => new Choice($"y{year}", Text.Of($"{year} {words}")))]) { Initial = "y2003", Optional = true },
        new Field.Day("until", $"Until {words}") { Initial = "2026-12-01", Optional = true },
        new Field.Time("at", $"At {words}") { Initial = "09:30", Hint = $"Hint {words}" },
        new Field.Shown("bars", new Block.Bars($"Both {words}", [$"Empathy"], new Series($"Given", [2]))),
        new Field.Tick("customer", $"Customer {words}", $"A customer {words}") { Initial = true })
    {
        Faults = new Dictionary<string, Text> { ["what"] = $"Too short: {words}", ["people"] = $"Not {words}", ["who-sees"] = $"Sorry {words}" },
    };
}
