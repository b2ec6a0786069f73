using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>Buttons (https://adaptivecards.io/explorer/Action.Execute.html) and what they carry back.</summary>
static class TeamsActions
{
    internal static void Write(Utf8JsonWriter json, Card card, Reader reader, bool dialogs)
    {
        if (card.Buttons.Count > 0)
            Write(json, Buttons.Of(card), reader, dialogs);
    }

    internal static void Write(Utf8JsonWriter json, IEnumerable<(Button Button, ButtonStyle Style)> buttons, Reader reader, bool dialogs)
    {
        json.WriteStartArray("actions");
        foreach (var (button, style) in buttons)
            if (button.Opens is Opens.PrivateForm || (dialogs && button.Opens is Opens.Form))
                Submit(json, button.Label.Plain(reader), button.Does, reader, style, fetch: true);
            else
                Execute(json, button.Label.Plain(reader), button.Does, reader, style);
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, Form form, Reader reader, bool dialog)
    {
        // Several picks come back as one string with commas, as words with commas do: the fields that have picks are named.
        var multi = string.Join(',', form.Fields.Where(TeamsForm.IsMulti).Select(field => field.Id));
        json.WriteStartArray("actions");
        if (dialog)
            Submit(json, form.Submit.Plain(reader), form.About, reader, ButtonStyle.Primary, fetch: false, multi);
        else
        {
            Execute(json, form.Submit.Plain(reader), form.About, reader, ButtonStyle.Primary, "auto", multi);
            Execute(json, Phrases.Cancel.Plain(reader), form.About with { Id = AdaptiveCards.CancelVerb }, reader, ButtonStyle.Plain, "none");
        }
        json.WriteEndArray();
    }

    /// <summary>The button of a form that stands in a card.</summary>
    internal static void Write(Utf8JsonWriter json, Form form, Reader reader)
    {
        json.WriteStartArray("actions");
        Execute(json, form.Submit.Plain(reader), form.About, reader, ButtonStyle.Plain, "auto");
        json.WriteEndArray();
    }

    static void Execute(Utf8JsonWriter json, string title, Ref does, Reader reader, ButtonStyle style, string? inputs = null, string multi = "")
    {
        json.Start("Action.Execute");
        Title(json, title, style);
        json.WriteString("verb", does.Id);
        json.WriteStartObject("data");
        json.WriteString("ticket", reader.Seal(does));
        if (multi.Length > 0)
            json.WriteString("multi", multi);
        json.WriteEndObject();
        if (inputs is not null)
            json.WriteString("associatedInputs", inputs);
        json.WriteEndObject();
    }

    static void Submit(Utf8JsonWriter json, string title, Ref does, Reader reader, ButtonStyle style, bool fetch, string multi = "")
    {
        json.Start("Action.Submit");
        Title(json, title, style);
        json.WriteStartObject("data");
        if (fetch)
        {
            json.WriteStartObject("msteams");
            json.WriteString("type", "task/fetch");
            json.WriteEndObject();
        }
        json.WriteString("verb", does.Id);
        json.WriteString("ticket", reader.Seal(does));
        if (multi.Length > 0)
            json.WriteString("multi", multi);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Title(Utf8JsonWriter json, string title, ButtonStyle style)
    {
        json.WriteString("title", string.IsNullOrWhiteSpace(title) ? "–" : title);
        if (style is not ButtonStyle.Plain)
            json.WriteString("style", style is ButtonStyle.Primary ? "positive" : "destructive");
    }
}
