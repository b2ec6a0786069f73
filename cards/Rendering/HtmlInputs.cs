namespace ServiceCulture.Cards.Rendering;

/// <summary>Draws what stands in a field's frame.</summary>
sealed class HtmlInputs(HtmlText html, Reader reader, HtmlForm form)
{
    internal const int MostRadios = 10;

    internal void Line(Field.Line line)
    {
        Label(line);
        if (!line.Lines)
        {
            html.Void("input", [("type", "text"), ("value", line.Initial), .. Attributes(line, form.Described(line))]);
            return;
        }
        var counter = $"{form.Id(line)}-counter";
        // The parser drops a first line feed, so one that does not count stands before the words.
        html.Open("textarea", [("rows", "4"), .. Attributes(line, form.Described(line, counter))]).Words("\n" + line.Initial).Close();
        html.Of("p", "", ("class", "counter"), ("id", counter), ("data-for", form.Id(line)));
    }

    internal void Picker(string type, Field field, string initial)
    {
        Label(field);
        html.Void("input", ("type", type), ("id", form.Id(field)), ("name", field.Id), ("value", initial), ("required", Required(field)),
            ("aria-describedby", form.Described(field)), ("aria-invalid", Invalid(field)));
    }

    internal void Pick(Field.Pick pick)
    {
        if (pick.Choices.Count > MostRadios)
        {
            Select(pick);
            return;
        }
        Legend(pick);
        for (var at = 0; at < pick.Choices.Count; at++)
            Choice(pick, "radio", at, pick.Choices[at], pick.Choices[at].Value == pick.Initial);
    }

    internal void PickMany(Field.PickMany many)
    {
        Legend(many);
        for (var at = 0; at < many.Choices.Count; at++)
            Choice(many, "checkbox", at, many.Choices[at], many.Initial.Contains(many.Choices[at].Value));
    }

    internal void People(Field.People people)
    {
        var (id, list) = (form.Id(people), $"{form.Id(people)}-list");
        var picked = people.Nearby.Where(near => people.Initial.Contains(near.Value)).ToList();
        Label(people);
        html.Open("ul", ("class", "chosen"), ("aria-label", Phrases.Chosen.Plain(reader)));
        foreach (var choice in picked)
            Chosen(choice);
        html.Close();
        html.Void("input", ("type", "text"), ("id", id), ("role", "combobox"), ("autocomplete", "off"), ("aria-autocomplete", "list"), ("aria-expanded", "false"),
            ("aria-controls", list), ("placeholder", Phrases.TypeAName.Plain(reader)), ("aria-required", people.Optional ? null : "true"),
            ("aria-describedby", form.Described(people)), ("aria-invalid", Invalid(people)));
        html.Open("ul", ("role", "listbox"), ("id", list), ("aria-label", people.Label.Plain(reader)), ("hidden", ""));
        for (var at = 0; at < people.Nearby.Count; at++)
            Option(people.Nearby[at], $"{id}-{HtmlText.Number(at)}", picked.Contains(people.Nearby[at]));
        html.Close();
        foreach (var choice in picked)
            html.Void("input", ("type", "hidden"), ("name", people.Id), ("value", choice.Value));
    }

    internal void Tick(Field.Tick tick)
    {
        html.Of("p", tick.Label.Plain(reader), ("class", "label"), ("id", $"{form.Id(tick)}-label"), ("dir", "auto"));
        html.Open("label", ("class", "choice"), ("for", form.Id(tick)));
        html.Void("input", ("type", "checkbox"), ("id", form.Id(tick)), ("name", tick.Id), ("value", "yes"), ("checked", tick.Initial ? "" : null),
            ("aria-describedby", form.Described(tick, $"{form.Id(tick)}-label")), ("aria-invalid", Invalid(tick)));
        html.Of("span", tick.Says.Plain(reader), ("dir", "auto")).Close();
    }

    (string, string?)[] Attributes(Field.Line line, string? described) =>
    [
        ("id", form.Id(line)), ("name", line.Id), ("placeholder", line.Example?.Plain(reader)), ("required", Required(line)), ("dir", "auto"),
        ("maxlength", HtmlText.Number(Math.Max(line.Max, line.Initial.Length))), ("minlength", line.Min > 0 ? HtmlText.Number(line.Min) : null),
        ("data-min", HtmlText.Number(line.Min)), ("data-max", HtmlText.Number(line.Max)),
        ("aria-describedby", described), ("aria-invalid", Invalid(line)),
    ];

    void Select(Field.Pick pick)
    {
        Label(pick);
        html.Open("select", ("id", form.Id(pick)), ("name", pick.Id), ("required", Required(pick)), ("aria-describedby", form.Described(pick)), ("aria-invalid", Invalid(pick)));
        html.Of("option", Phrases.Choose.Plain(reader), ("value", ""));
        foreach (var choice in pick.Choices)
            html.Of("option", choice.Label.Plain(reader), ("value", choice.Value), ("selected", choice.Value == pick.Initial ? "" : null));
        html.Close();
    }

    void Label(Field field)
    {
        html.Open("label", ("for", form.Id(field)), ("dir", "auto"));
        form.Label(field);
        html.Close();
    }

    void Legend(Field field)
    {
        html.Open("legend", ("dir", "auto"));
        form.Label(field);
        html.Close();
    }

    void Choice(Field field, string type, int at, Choice choice, bool picked)
    {
        var id = $"{form.Id(field)}-{HtmlText.Number(at)}";
        html.Open("label", ("class", "choice"), ("for", id));
        html.Void("input", ("type", type), ("id", id), ("name", field.Id), ("value", choice.Value), ("checked", picked ? "" : null), ("aria-invalid", Invalid(field)));
        Words(choice);
        html.Close();
    }

    void Chosen(Choice choice)
    {
        var name = choice.Label.Plain(reader);
        html.Open("li", ("data-value", choice.Value)).Of("span", name, ("dir", "auto"));
        html.Of("button", "×", ("type", "button"), ("data-remove", choice.Value), ("aria-label", Phrases.Remove(name).Plain(reader))).Close();
    }

    void Option(Choice choice, string id, bool picked)
    {
        html.Open("li", ("role", "option"), ("id", id), ("data-value", choice.Value), ("aria-selected", picked ? "true" : "false"));
        Words(choice);
        html.Close();
    }

    void Words(Choice choice)
    {
        html.Of("span", choice.Label.Plain(reader), ("dir", "auto"));
        if (choice.Describes is { IsEmpty: false } describes)
            html.Of("small", describes.Plain(reader), ("dir", "auto"));
    }

    string? Invalid(Field field) => form.IsWrong(field) ? "true" : null;

    static string? Required(Field field) => field.Optional ? null : "";
}
