using System.Diagnostics;
using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Draws a form's fields as inputs (https://adaptivecards.io/explorer/Input.Text.html and its neighbours).</summary>
sealed class TeamsForm(Utf8JsonWriter json, Reader reader, Form form)
{
    const int MostExpanded = 10, MostNearby = 25;

    readonly TeamsText _text = new(json, reader, new TeamsMentions());

    internal void Body()
    {
        json.WriteStartArray("body");
        _text.Paragraph(form.Title.Plain(reader), new Look("Large", Bold: true));
        Inputs();
        foreach (var (_, fault) in form.Faults.Where(fault => form.Fields.All(field => field.Id != fault.Key)))
            _text.Paragraph(fault.Plain(reader), new Look(Color: "Attention"));
        json.WriteEndArray();
    }

    /// <summary>The fields alone, as a card has them.</summary>
    internal void Inputs()
    {
        foreach (var field in form.Fields)
            Draw(field);
    }

    /// <summary>A choice as lists and search answers have it; a second line follows a dash, as 1.5 knows none.</summary>
    internal static void WriteChoice(Utf8JsonWriter json, Choice choice, Reader reader)
    {
        var label = choice.Label.Plain(reader);
        json.WriteStartObject();
        json.WriteString("title", choice.Describes is { IsEmpty: false } describes ? $"{label} – {describes.Plain(reader)}" : label.Length == 0 ? "–" : label);
        json.WriteString("value", choice.Value);
        json.WriteEndObject();
    }

    /// <summary>Whether the answer is a list of picks with commas between them.</summary>
    internal static bool IsMulti(Field field) => field is Field.PickMany or Field.People { Max: not 1 };

    void Draw(Field field)
    {
        switch (field)
        {
            case Field.Shown shown: new TeamsCard(json, reader).Draw(shown.Block); break;
            case Field.Day day: Picker("Input.Date", day, day.Initial); break;
            case Field.Time time: Picker("Input.Time", time, time.Initial); break;
            case Field.Note note: _text.Paragraph(note.Label.Plain(reader)); break;
            case Field.Line line: Line(line); break;
            case Field.Pick pick: Pick(pick); break;
            case Field.PickMany many: PickMany(many); break;
            case Field.People people: People(people); break;
            case Field.Tick tick: Tick(tick); break;
            default: throw new UnreachableException();
        }
        if (field.Hint is { } hint)
            _text.Paragraph(hint.Plain(reader), new Look("Small", Subtle: true, Near: true));
        if (form.Faults.TryGetValue(field.Id, out var fault))
            _text.Paragraph(fault.Plain(reader), new Look(Color: "Attention", Near: true));
    }

    void Start(string type, Field field, Text? error = null)
    {
        json.Start(type);
        json.WriteString("id", field.Id);
        json.WriteString("label", field.Label.Plain(reader));
        if (field.Optional || field is Field.Tick)
            return;
        json.WriteBoolean("isRequired", true);
        json.WriteString("errorMessage", (error ?? Phrases.PleaseFill).Plain(reader));
    }

    void Line(Field.Line line)
    {
        var least = line.Min > 1;
        Start("Input.Text", line, least ? Phrases.AtLeast(line.Min) : null);
        json.WriteBoolean("isMultiline", line.Lines);
        json.WriteNumber("maxLength", Math.Max(line.Max, line.Initial.Length));
        if (least)
            json.WriteString("regex", $"^[\\s\\S]{{{line.Min},}}$");
        if (line.Initial.Length > 0)
            json.WriteString("value", line.Initial);
        if (line.Example is { IsEmpty: false } example)
            json.WriteString("placeholder", example.Plain(reader));
        json.WriteEndObject();
    }

    // https://adaptivecards.io/explorer/Input.Date.html, https://adaptivecards.io/explorer/Input.Time.html
    void Picker(string type, Field field, string initial)
    {
        Start(type, field);
        if (initial.Length > 0)
            json.WriteString("value", initial);
        json.WriteEndObject();
    }

    void Pick(Field.Pick pick)
    {
        Start("Input.ChoiceSet", pick);
        json.WriteString("style", pick.Choices.Count <= MostExpanded ? "expanded" : "compact");
        json.WriteBoolean("wrap", true);
        Choices(pick.Choices, pick.Choices.Where(choice => choice.Value == pick.Initial));
        json.WriteEndObject();
    }

    void PickMany(Field.PickMany many)
    {
        Start("Input.ChoiceSet", many);
        var isOpen = many.Choices.Count <= MostExpanded;
        json.WriteString("style", isOpen ? "expanded" : "compact");
        json.WriteBoolean("wrap", true);
        json.WriteBoolean("isMultiSelect", true);
        // A closed list names all picks in one line: a second line to each would fill it.
        Choices(isOpen ? many.Choices : [.. many.Choices.Select(choice => choice with { Describes = null })], many.Choices.Where(choice => many.Initial.Contains(choice.Value)));
        json.WriteEndObject();
    }

    void People(Field.People people)
    {
        Start("Input.ChoiceSet", people);
        json.WriteString("style", "compact");
        if (IsMulti(people))
            json.WriteBoolean("isMultiSelect", true);
        json.WriteString("placeholder", Phrases.TypeAName.Plain(reader));
        var picked = people.Nearby.Where(near => people.Initial.Contains(near.Value)).ToList();
        Choices([.. picked.Concat(people.Nearby.Except(picked)).Take(Math.Max(MostNearby, picked.Count))], picked);
        json.WritePropertyName("choices.data");
        json.Start("Data.Query");
        json.WriteString("dataset", AdaptiveCards.PeopleDataset);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    void Tick(Field.Tick tick)
    {
        Start("Input.Toggle", tick);
        json.WriteString("title", tick.Says.Plain(reader));
        json.WriteBoolean("wrap", true);
        json.WriteString("valueOn", "yes");
        json.WriteString("valueOff", "");
        json.WriteString("value", tick.Initial ? "yes" : "");
        json.WriteEndObject();
    }

    void Choices(IReadOnlyList<Choice> choices, IEnumerable<Choice> picked)
    {
        json.WriteStartArray("choices");
        foreach (var choice in choices)
            WriteChoice(json, choice, reader);
        json.WriteEndArray();
        var value = string.Join(',', picked.Select(choice => choice.Value));
        if (value.Length > 0)
            json.WriteString("value", value);
    }
}
