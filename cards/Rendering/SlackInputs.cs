using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>The element in an input block (https://docs.slack.dev/reference/block-kit/block-elements).</summary>
static class SlackInputs
{
    internal static void Write(Utf8JsonWriter json, Reader reader, Field field)
    {
        switch (field)
        {
            case Field.Line line: Line(json, reader, line); break;
            case Field.Pick pick: Pick(json, reader, pick); break;
            case Field.PickMany many: PickMany(json, reader, many); break;
            case Field.People people: People(json, reader, people); break;
            case Field.Tick tick: Tick(json, reader, tick); break;
            case Field.Day day: Picker(json, "datepicker", "initial_date", day, day.Initial, DayFormat); break;
            case Field.Time time: Picker(json, "timepicker", "initial_time", time, time.Initial, TimeFormat); break;
            default: throw new UnreachableException();
        }
    }

    /// <summary>A named array of options, at most 100 (https://docs.slack.dev/reference/block-kit/composition-objects/option-object).</summary>
    internal static void WriteOptions(this Utf8JsonWriter json, string name, IEnumerable<Choice> choices, Reader reader)
    {
        json.WriteStartArray(name);
        foreach (var choice in choices.Take(Limits.Options))
            json.WriteOption(choice, reader);
        json.WriteEndArray();
    }

    static void WriteOption(this Utf8JsonWriter json, Choice choice, Reader reader)
    {
        json.WriteStartObject();
        json.WritePlain("text", choice.Label.Plain(reader), Limits.OptionText);
        json.WriteString("value", Limits.Whole(choice.Value, Limits.OptionValue, "An option's value"));
        if (choice.Describes is { IsEmpty: false } describes)
            json.WritePlain("description", describes.Plain(reader), Limits.OptionDescription);
        json.WriteEndObject();
    }

    static void Start(Utf8JsonWriter json, string type, Field field)
    {
        json.Start(type);
        json.WriteString("action_id", Limits.Whole(field.Id, Limits.ActionId, "An action_id"));
    }

    const string DayFormat = "yyyy-MM-dd", TimeFormat = "HH:mm";

    // What was typed elsewhere may be no day at all; Slack refuses a view with such an initial value.
    static void Picker(Utf8JsonWriter json, string type, string initial, Field field, string value, string format)
    {
        Start(json, type, field);
        if (DateTime.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            json.WriteString(initial, value);
        json.WriteEndObject();
    }

    static void Line(Utf8JsonWriter json, Reader reader, Field.Line line)
    {
        Start(json, "plain_text_input", line);
        json.WriteBoolean("multiline", line.Lines);
        var initial = Cut.To(line.Initial, Limits.InputMost);
        if (line.Min > 0 && !line.Optional)
            json.WriteNumber("min_length", Math.Min(line.Min, Limits.InputMost));
        // Slack refuses an initial value that is too long; the server then says so at the field, with the words kept.
        json.WriteNumber("max_length", Math.Clamp(Math.Max(line.Max, initial.Length), 1, Limits.InputMost));
        if (initial.Length > 0)
            json.WriteString("initial_value", initial);
        if (line.Example is { IsEmpty: false } example)
            json.WritePlain("placeholder", example.Plain(reader), Limits.Placeholder);
        json.WriteEndObject();
    }

    static void Pick(Utf8JsonWriter json, Reader reader, Field.Pick pick)
    {
        var radios = pick.Choices.Count <= Limits.Radios;
        Start(json, radios ? "radio_buttons" : "static_select", pick);
        json.WriteOptions("options", pick.Choices, reader);
        if (pick.Choices.Take(Limits.Options).FirstOrDefault(choice => choice.Value == pick.Initial) is { } initial)
        {
            json.WritePropertyName("initial_option");
            json.WriteOption(initial, reader);
        }
        if (!radios)
            json.WritePlain("placeholder", Phrases.Choose.Plain(reader), Limits.Placeholder);
        json.WriteEndObject();
    }

    static void PickMany(Utf8JsonWriter json, Reader reader, Field.PickMany many)
    {
        Start(json, "multi_static_select", many);
        json.WriteOptions("options", many.Choices, reader);
        Initial(json, reader, many.Choices.Take(Limits.Options), many.Initial, many.Max);
        json.WritePlain("placeholder", Phrases.Choose.Plain(reader), Limits.Placeholder);
        json.WriteEndObject();
    }

    static void People(Utf8JsonWriter json, Reader reader, Field.People people)
    {
        Start(json, people.Max == 1 ? "external_select" : "multi_external_select", people);
        json.WriteNumber("min_query_length", 0);
        if (people.Max != 1)
        {
            Initial(json, reader, people.Nearby, people.Initial, people.Max);
        }
        else if (people.Nearby.FirstOrDefault(near => people.Initial.Contains(near.Value)) is { } initial)
        {
            json.WritePropertyName("initial_option");
            json.WriteOption(initial, reader);
        }
        json.WritePlain("placeholder", Phrases.TypeAName.Plain(reader), Limits.Placeholder);
        json.WriteEndObject();
    }

    static void Tick(Utf8JsonWriter json, Reader reader, Field.Tick tick)
    {
        var yes = new Choice("yes", tick.Says);
        Start(json, "checkboxes", tick);
        json.WriteOptions("options", [yes], reader);
        if (tick.Initial)
            json.WriteOptions("initial_options", [yes], reader);
        json.WriteEndObject();
    }

    // Those picked before stay, be they too many: the server says so at the field.
    static void Initial(Utf8JsonWriter json, Reader reader, IEnumerable<Choice> choices, IReadOnlyList<string> picked, int max)
    {
        var initial = choices.Where(choice => picked.Contains(choice.Value)).Take(Limits.Options).ToList();
        if (initial.Count > 0)
            json.WriteOptions("initial_options", initial, reader);
        json.WriteNumber("max_selected_items", Math.Max(Math.Max(1, max), initial.Count));
    }
}
