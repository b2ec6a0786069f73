using System.Diagnostics;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Draws one form: its head, its faults, the frame round each field.</summary>
sealed class HtmlForm(HtmlText html, Reader reader, Form form, string formId)
{
    internal void Draw()
    {
        html.Open(
            "form", ("class", "form"), ("id", formId), ("novalidate", ""), ("aria-labelledby", $"{formId}-title"), ("autocomplete", "off"),
            ("data-do", form.About.Id), ("data-ticket", reader.Seal(form.About)), ("data-private", form.Private ? "" : null));
        html.Of("h3", form.Title.Plain(reader), ("id", $"{formId}-title"), ("dir", "auto"));
        if (form.Faults.Count > 0)
            Faults();
        foreach (var field in form.Fields)
            Draw(field);
        html.Open("div", ("class", "buttons"))
            .Of("button", form.Submit.Plain(reader), ("type", "submit"), ("class", "primary"))
            .Of("button", Phrases.Cancel.Plain(reader), ("type", "button"), ("data-cancel", ""))
            .Close().Close();
    }

    internal string Id(Field field) => $"{formId}-{field.Id}";

    internal bool IsWrong(Field field) => form.Faults.ContainsKey(field.Id);

    /// <summary>The ids of what describes an input, or null.</summary>
    internal string? Described(Field field, string? more = null)
    {
        var ids = string.Join(' ', new[] { field.Hint is null ? null : $"{Id(field)}-hint", IsWrong(field) ? $"{Id(field)}-fault" : null, more }.Where(id => id is not null));
        return ids.Length == 0 ? null : ids;
    }

    internal void Label(Field field)
    {
        html.Words(field.Label.Plain(reader));
        if (field.Optional)
            html.Words(" ").Of("span", $"({Phrases.Optional.Plain(reader)})", ("class", "optional"));
    }

    void Faults()
    {
        html.Open("div", ("class", "faults"), ("role", "alert"), ("tabindex", "-1")).Of("p", Phrases.PleaseLookAgain.Plain(reader)).Open("ul");
        foreach (var field in form.Fields.Where(IsWrong))
            html.Open("li").Of("a", form.Faults[field.Id].Plain(reader), ("href", $"#{Uri.EscapeDataString(Target(field))}"), ("dir", "auto")).Close();
        foreach (var (_, fault) in form.Faults.Where(fault => form.Fields.All(field => field.Id != fault.Key)))
            html.Of("li", fault.Plain(reader), ("dir", "auto"));
        html.Close().Close();
    }

    // A group is no place for the focus; its first choice is.
    string Target(Field field) => field is Field.Pick { Choices.Count: > 0 and <= HtmlInputs.MostRadios } or Field.PickMany { Choices.Count: > 0 }
        ? $"{Id(field)}-0"
        : Id(field);

    void Draw(Field field)
    {
        var inputs = new HtmlInputs(html, reader, this);
        if (field is Field.Shown shown)
        {
            new HtmlCard(html, reader).Draw(shown.Block);
            return;
        }
        if (field is Field.Note)
        {
            html.Of("p", field.Label.Plain(reader), ("class", "words"), ("id", Id(field)), ("dir", "auto"));
            Below(field);
            return;
        }
        Frame(field);
        switch (field)
        {
            case Field.Line line: inputs.Line(line); break;
            case Field.Pick pick: inputs.Pick(pick); break;
            case Field.PickMany many: inputs.PickMany(many); break;
            case Field.People people: inputs.People(people); break;
            case Field.Tick tick: inputs.Tick(tick); break;
            case Field.Day day: inputs.Picker("date", day, day.Initial); break;
            case Field.Time time: inputs.Picker("time", time, time.Initial); break;
            default: throw new UnreachableException();
        }
        Below(field);
        html.Close();
    }

    void Frame(Field field)
    {
        var wrong = IsWrong(field) ? " wrong" : "";
        _ = field switch
        {
            Field.Pick { Choices.Count: <= HtmlInputs.MostRadios } => Group(field, $"field radios{wrong}", null),
            Field.PickMany many => Group(field, $"field chips{wrong}", HtmlText.Number(many.Max)),
            Field.People people => html.Open("div", ("class", $"field people{wrong}"), ("data-field", field.Id), ("data-max", HtmlText.Number(people.Max))),
            _ => html.Open("div", ("class", $"field{wrong}"), ("data-field", field.Id)),
        };
    }

    HtmlText Group(Field field, string kind, string? max) => html.Open(
        "fieldset", ("class", kind), ("id", Id(field)), ("data-field", field.Id), ("data-max", max), ("aria-describedby", Described(field)));

    void Below(Field field)
    {
        if (field.Hint is { } hint)
            html.Of("p", hint.Plain(reader), ("class", "hint"), ("id", $"{Id(field)}-hint"), ("dir", "auto"));
        if (form.Faults.TryGetValue(field.Id, out var fault))
            html.Of("p", fault.Plain(reader), ("class", "fault"), ("id", $"{Id(field)}-fault"), ("dir", "auto"));
    }
}
