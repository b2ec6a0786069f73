namespace ServiceCulture.Cards.Rendering;

/// <summary>
/// Cards and forms as the local page shows them. Safe HTML: every word is encoded, and there is neither script nor style
/// in it (https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP), classes only.
/// </summary>
/// <remarks>
/// What a page's script finds:
/// <list type="bullet">
/// <item>buttons of a card: <c>data-do</c> (the route), <c>data-ticket</c>, and <c>data-opens</c> = <c>nothing</c>, <c>form</c> or <c>private-form</c>;
/// classes <c>primary</c> and <c>danger</c>;</item>
/// <item>a form: <c>form.form</c> with <c>data-do</c>, <c>data-ticket</c>, <c>data-private</c> where it is private; inputs are named by field id, several of one
/// name are several answers; <c>button[data-cancel]</c> closes it; <c>.faults[role=alert]</c> is to get the focus where there is one;</item>
/// <item>live counters: <c>data-min</c> and <c>data-max</c> on <c>input</c> and <c>textarea</c>, the counter's place is <c>.counter[data-for]</c>;</item>
/// <item>people: <c>div.people[data-field][data-max]</c> holds <c>ul.chosen</c> (one <c>li[data-value]</c> with <c>button[data-remove]</c> each),
/// <c>input[role=combobox]</c>, <c>ul[role=listbox]</c> with those nearby as <c>li[role=option][data-value]</c>, and an
/// <c>input[type=hidden]</c> for each one chosen, named by the field's id. The script fills, opens and empties these;</item>
/// <item>several of a list: <c>fieldset.chips[data-max]</c> of checkboxes.</item>
/// </list>
/// </remarks>
public static class Html
{
    /// <summary>A card: an <c>article.card</c>.</summary>
    public static string Card(Card card, Reader reader)
    {
        var html = new HtmlText();
        new HtmlCard(html, reader).Draw(card);
        return html.ToString();
    }

    /// <summary>A form: a <c>form.form</c>.</summary>
    /// <param name="formId">The form's id on the page; the ids of all that is in it begin with it. Letters, digits, <c>-</c> and <c>_</c>.</param>
    public static string Form(Form form, Reader reader, string formId)
    {
        var html = new HtmlText();
        new HtmlForm(html, reader, form, formId).Draw();
        return html.ToString();
    }
}
