using ServiceCulture.Bot.Data;
using ServiceCulture.Cards;

namespace ServiceCulture.Bot.Conversation;

/// <summary>Answers as messages, for channels that can't give them at once.</summary>
public static class Answering
{
    /// <summary>The answer as a message in the person's own conversation on the channel where they acted.</summary>
    public static Send InPrivate(Turn turn, Card card) => new(Key(turn), new Address(turn.What.From.Installation, PlaceKind.Person, turn.What.From.Who.Id), card)
    {
        For = turn.Who.Id,
        Priority = Priority.Urgent,
    };

    /// <summary>The key of the one answer that an event gets.</summary>
    public static string Key(Turn turn) => $"reply/{turn.What.From.Installation}/{turn.What.From.EventId}";
}

/// <summary>A card with the button that opens a form, where the form itself can't open.</summary>
public static class Opening
{
    /// <summary>What stands in the form is kept as a draft, so that the button opens it filled.</summary>
    public static Card Card(Turn turn, Form form)
    {
        var opens = form.Reopens ?? throw new InvalidOperationException($"The form {form.About.Id} can't be opened anew; give it Reopens.");
        return Card(form, Kept(turn.Db, turn.Who.Id, form, opens, turn.Now));
    }

    /// <summary>The press that opens the form as it stands: where it holds something, that is kept as a draft in the unit of work.</summary>
    public static Ref Kept(Db db, Guid member, Form form, Ref opens, DateTime now) =>
        !form.Private && opens.Row.Length == 0 && (form.Faults.Count > 0 || form.About.Row.Length > 0 || HasWords(form))
            ? opens with { Row = Drafts.Keep(db, member, form, now).Id.ToString() }
            : opens;

    /// <summary>The card itself, for a form whose draft is kept already.</summary>
    public static Card Card(Form form, Ref opens) =>
        form.Entrance ?? new(form.Title, form.Faults.Count == 0
            ? [new Block.Say($"Press the button to open the form.")]
            : [new Block.Say($"Nothing was sent yet. What you typed is kept; please look at this:"), new Block.Points([.. form.Faults.Values])])
        {
            Buttons = [new Button(form.Title, opens) { Opens = form.Private ? Opens.PrivateForm : Opens.Form, Style = ButtonStyle.Primary }],
        };

    // A choice that the form opens with anyway is no draft.
    static bool HasWords(Form form) => form.Fields.Any(field => field is not Field.Pick && form.Standing.ContainsKey(field.Id));
}
