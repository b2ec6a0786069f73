using System.Text.Json;

namespace ServiceCulture.Cards.Rendering;

/// <summary>
/// Cards and forms as Microsoft Teams shows them: Adaptive Cards 1.5 (https://adaptivecards.io/explorer/AdaptiveCard.html),
/// with the charts that Teams added. People's words go out as text runs, which read no Markdown; where a paragraph mentions
/// someone it must be a TextBlock, and everything else in it is escaped.
/// </summary>
/// <remarks>
/// What comes back: <c>Action.Execute</c> has the route as <c>verb</c> and <c>data.ticket</c>; <c>Action.Submit</c> has
/// <c>data.verb</c> and <c>data.ticket</c>, and <c>data.msteams.type</c> = <c>task/fetch</c> where it asks for a dialog.
/// A form's button also has <c>data.multi</c>: the ids, with commas, of the fields whose answer is a list of picks with commas.
/// </remarks>
public static class AdaptiveCards
{
    /// <summary>The route of a form card's Cancel button.</summary>
    public const string CancelVerb = "form.cancel";

    /// <summary>The data set that a people field searches (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search).</summary>
    public const string PeopleDataset = "people";

    /// <summary>A card, to be sent in an attachment.</summary>
    /// <param name="dialogs">True where forms open as dialogs (a team or group chat): a card with inputs there would show everybody what one person types.</param>
    public static string Card(Card card, Reader reader, bool dialogs = false) => Json.Write((card, reader, dialogs), static (json, it) =>
    {
        TeamsCard.Start(json, PlainText.Summary(it.card, it.reader));
        var drawing = new TeamsCard(json, it.reader, it.dialogs);
        drawing.Body(it.card);
        TeamsActions.Write(json, it.card, it.reader, it.dialogs);
        drawing.End(wide: it.card.Body.Any(block => block is Block.Bars));
    });

    /// <summary>A form: a card with inputs, or the content of a dialog.</summary>
    /// <param name="dialog">True: for a dialog, which brings its own way to close and answers by task/submit.</param>
    /// <exception cref="InvalidOperationException">A private form asked for as a card: a card is a chat message, and its words may never be in one.</exception>
    public static string Form(Form form, Reader reader, bool dialog = false) =>
        form.Private && !dialog
            ? throw new InvalidOperationException($"{form.About.Id} is private: it opens as a dialog only")
            : Json.Write((form, reader, dialog), static (json, it) =>
            {
                TeamsCard.Start(json, Cut.To(Cut.OneLine(it.form.Title.Plain(it.reader)), 300));
                new TeamsForm(json, it.reader, it.form).Body();
                TeamsActions.Write(json, it.form, it.reader, it.dialog);
                new TeamsCard(json, it.reader).End(wide: false);
            });

    /// <summary>Choices as the answer to a search wants them: a JSON array of <c>value</c> and <c>title</c>. Teams shows the first 15.</summary>
    public static string Choices(IReadOnlyList<Choice> choices, Reader reader) => Json.Write((choices, reader), static (json, it) =>
    {
        json.WriteStartArray();
        foreach (var choice in it.choices)
            TeamsForm.WriteChoice(json, choice, it.reader);
        json.WriteEndArray();
    });
}
